"""The map of some events: outlines, places by count and kind, regions, movements, and the event that is open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dashboard.figures.atlas.frame import Frame, frame_of, frame_of_area
from dashboard.figures.atlas.land import land
from dashboard.figures.atlas.outlines import is_unit, outlines
from dashboard.figures.atlas.projection import EARTH_KM, Projection
from dashboard.figures.atlas.routes import Point, Route, arrows, routes_of, shapes
from dashboard.figures.atlas.spotted import Mark, marks_of
from dashboard.figures.atlas.traces import chosen, traces
from dashboard.figures.atlas.words import told
from dashboard.figures.texts import safe
from dashboard.figures.theme import FONT, Theme, theme
from dashboard.table.area import Area
from dashboard.table.index import Index, Rows
from dashboard.table.spots import Spots, Tally, spots_of, tally
from dashboard.table.ways import LEVELS
from dashboard.wording.say import say, term
from dashboard.wording.spoken import spoken

Figure = dict[str, Any]

_STEPS = (0.25, 0.5, 1, 2, 5, 10, 20, 30)  # degrees between the lines of the net
_LINES = 3  # of them that are wanted across the frame


@dataclass(frozen=True, slots=True)
class _Ground:
    """The colours under the marks."""

    sea: str
    land: str
    border: str
    inner: str
    net: str


_GROUND = {
    False: _Ground("#e9eff4", "#fbfaf7", "#8f98a3", "#c6cad0", "#d9e1e8"),
    True: _Ground("#12161c", "#23272e", "#6d7682", "#434a54", "#1f252d"),
}


def event_map(
    rows: Rows, *, zone: str, area: Area | None = None, selected: str = "", dark: bool = False
) -> Figure:
    """``data`` and ``layout`` of the events that have a point; without a width or height, as it has no scale of its own.

    ``layout.meta`` says the parallel of the projection, the frame in kilometres, and the map in words. What is pointed at
    carries as ``customdata`` what a click leads to, and for what: an event, a place or an area.
    """
    counted = tally(rows)
    colours = theme(dark=dark)
    if not len(counted.spots) and area is None:
        return {
            "data": [],
            "layout": {"meta": {"words": say("No event of this view has a point on the map.")}},
        }
    routes = routes_of(rows)
    projection, frame = _looked_at(rows, counted, routes, area)
    marks = marks_of(rows.index, counted, frame, projection)
    most = max((each.count for each in marks if not each.outline), default=1)
    open_at = _open(rows, marks, selected, projection)
    data = [
        *traces(marks, frame, projection, zone, colours),
        *arrows(routes, projection, colours),
        *([chosen(open_at, most, colours)] if open_at else []),
    ]
    grounds = _grounds(frame, projection, _countries(rows), _GROUND[dark])
    layout = _layout(frame, projection, colours, _GROUND[dark]) | {
        "shapes": [*grounds, *shapes(routes, projection, colours)],
        "meta": {
            "parallel": projection.parallel,
            "frame": [frame.west, frame.south, frame.east, frame.north],
            "words": told(marks, area.words if area else ""),
        },
    }
    return {"data": data, "layout": layout}


def unplaced(rows: Rows) -> tuple[int, int]:
    """How many of the events have no place, and how many one whose point is not known."""
    nameless = rows.of(rows.index.once.of("no place", lambda: _nameless(rows.index)))
    pointless = rows.of(spots_of(rows.index).numbers) < 0
    return int(nameless.sum()), int((pointless & ~nameless).sum())


def _nameless(index: Index) -> Any:
    empty = [
        np.array([*(not word for word in index.words(each)), True])[index.codes(each)] for each in LEVELS
    ]
    return np.logical_and.reduce(empty)


def _looked_at(
    rows: Rows, counted: Tally, routes: Iterable[Route], area: Area | None
) -> tuple[Projection, Frame]:
    if area:
        projection = Projection.around(area.south, area.north)
        return projection, frame_of_area(area, projection)
    spots = spots_of(rows.index)
    east, north, counts = _corners(counted, spots, [end for route in routes for end in route])
    first = Projection.around(float(north.min()), float(north.max()))
    frame = frame_of(*first.plane(east, north), counts)
    _, (south, top) = first.globe((0, 0), (frame.south, frame.north))
    projection = Projection.around(float(south), float(top))
    return projection, frame_of(*projection.plane(east, north), counts)


def _corners(counted: Tally, spots: Spots, ends: Sequence[Point]) -> tuple[Any, Any, Any]:
    """Every spot's point with its count, the corners of the units that are hatched, and the ends of movements."""
    wide = [(outlines().bounds(spots.outline[spot]), count) for spot, count in zip(counted.spots.tolist(), counted.counts.tolist(), strict=True) if is_unit(spots.outline[spot])]  # fmt: skip
    known = [(bounds, count) for bounds, count in wide if bounds]
    return (
        np.concatenate(
            (
                spots.east[counted.spots],
                [bounds[at] for bounds, _ in known for at in (0, 2)],
                [end[0] for end in ends],
            )
        ),
        np.concatenate(
            (
                spots.north[counted.spots],
                [bounds[at] for bounds, _ in known for at in (1, 3)],
                [end[1] for end in ends],
            )
        ),
        np.concatenate(
            (counted.counts, [count for _, count in known for _ in range(2)], [1] * len(ends))
        ).astype(np.int64),
    )


def _countries(rows: Rows) -> frozenset[str]:
    """The countries of the data, whose units are drawn: those of the events in view that are most told of."""
    words, codes = rows.index.words("iso"), rows.codes("iso")
    found = np.bincount(codes[codes >= 0], minlength=len(words))
    return frozenset(words[at] for at in np.argsort(-found)[:12].tolist() if found[at] and words[at])


def _open(rows: Rows, marks: Sequence[Mark], selected: str, projection: Projection) -> Mark | None:
    """The mark in which the open event is, or the nearest to its point."""
    if not selected:
        return None
    found = np.flatnonzero((rows.frame(["event_id"])["event_id"] == selected).to_numpy())
    if not len(found):
        return None
    spots = spots_of(rows.index)
    spot = int(rows.of(spots.numbers)[found[0]])
    if spot < 0:
        return None
    x, y = projection.plane(spots.east[spot], spots.north[spot])
    outline = spots.outline[spot]
    alike = [each for each in marks if each.outline == outline]
    return min(alike or marks, key=lambda each: (each.x - float(x)) ** 2 + (each.y - float(y)) ** 2)


def _grounds(
    frame: Frame, projection: Projection, countries: frozenset[str], ground: _Ground
) -> list[Figure]:
    drawn = land(frame, projection, countries)
    below = {"type": "path", "layer": "below", "xref": "x", "yref": "y"}
    return [
        below | {"path": drawn.countries, "fillcolor": ground.land, "line": {"color": ground.border, "width": 1}},
        *([below | {"path": drawn.inner, "line": {"color": ground.inner, "width": 0.9}}] if drawn.inner else []),
    ]  # fmt: skip


def _layout(frame: Frame, projection: Projection, colours: Theme, ground: _Ground) -> Figure:
    wide = np.degrees(frame.size / (EARTH_KM * projection.stretch))
    step = next((each for each in _STEPS if wide / each <= _LINES), _STEPS[-1])
    meridians = np.arange(-180, 180 + step, step)
    parallels = np.arange(-90, 90 + step, step)
    x, _ = projection.plane(meridians, np.zeros(len(meridians)))
    _, y = projection.plane(np.zeros(len(parallels)), parallels)
    near = frame.grown(5, 5)
    axis = {"showgrid": True, "gridcolor": ground.net, "gridwidth": 1, "zeroline": False, "showline": False, "ticks": "",
            "ticklabelposition": "inside", "tickfont": {"size": 10, "color": colours.muted}, "tickmode": "array", "tickangle": 0, "fixedrange": False}  # fmt: skip
    return {
        "xaxis": axis | _ticks(x, meridians, "EW", (near.west, near.east)),
        "yaxis": axis | _ticks(y, parallels, "NS", (near.south, near.north)) | {"scaleanchor": "x", "scaleratio": 1},
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "paper_bgcolor": colours.paper,
        "plot_bgcolor": ground.sea,
        "font": {"family": FONT, "size": 12, "color": colours.ink},
        "hoverlabel": {"bgcolor": colours.paper, "bordercolor": colours.muted, "font": {"color": colours.ink}, "align": "left"},
        "showlegend": False,
        "dragmode": "pan",
        "hovermode": "closest",
        "hoverdistance": 12,
    }  # fmt: skip


def _ticks(places: Any, degrees: Any, letters: str, edges: tuple[float, float]) -> Figure:
    near = (places >= edges[0]) & (places <= edges[1])
    words = [_degrees(each, letters) for each in degrees[near].tolist()]
    return {"tickvals": [round(each, 1) for each in places[near].tolist()], "ticktext": words}


def _degrees(degrees: float, letters: str) -> str:
    words = f"{abs(degrees):g}° {term(letters[degrees < 0]) if degrees else ''}".strip()
    return words if spoken().direction == "ltr" else safe(words)
