"""Marks as a few traces: points by colour, regions hatched with their count, countries by their count alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from typing import Any

from dashboard.figures.atlas.frame import Frame
from dashboard.figures.atlas.land import region
from dashboard.figures.atlas.outlines import is_unit
from dashboard.figures.atlas.projection import Projection
from dashboard.figures.atlas.spotted import Mark
from dashboard.figures.atlas.words import hover_of
from dashboard.figures.texts import safe
from dashboard.figures.theme import Theme, faded, paint
from dashboard.table.spots import Exactness
from dashboard.wording.numbers import number
from dashboard.wording.say import say

Trace = dict[str, Any]

LEAST_PX, MOST_PX = 8.0, 46.0  # across, of the mark of one event and of the most at one place
REGIONS, NAMES, CHOSEN = "regions", "names", "chosen"
_HATCH = {"shape": "/", "size": 8, "solidity": 0.1, "fgopacity": 0.6}
_NAMED = 9  # places whose names are shown
_NAME_PX = (74, 22)  # the room of a name on a map of 400 pixels: as high as in a tab


def across(count: int, most: int) -> float:
    """Pixels across a mark: its area grows with its count.

    >>> [across(each, 100) for each in (1, 25, 100)]
    [8.0, 23.0, 46.0]
    """
    return max(LEAST_PX, MOST_PX * sqrt(count / max(most, 20)))


def traces(marks: Sequence[Mark], frame: Frame, projection: Projection, zone: str, colours: Theme) -> list[Trace]:  # fmt: skip
    """Hatch at the bottom, then points, then the counts of regions."""
    points = [each for each in marks if not each.outline]
    areas = [each for each in marks if each.outline]
    most = max((each.count for each in points), default=1)
    units = [each for each in areas if is_unit(each.outline)]
    countries = [each for each in areas if not is_unit(each.outline)]
    return [
        *_hatched(units, frame, projection),
        *_points(points, most, zone, colours),
        *([_counts(units, zone, colours)] if units else []),
        *([_countries(countries, zone, colours)] if countries else []),
        *_names(points, most, frame, colours),
    ]


def chosen(mark: Mark, most: int, colours: Theme) -> Trace:
    """A ring around the mark of the event that is open."""
    size = (22.0 if mark.outline else across(mark.count, most)) + 9
    return {
        "type": "scatter", "mode": "markers", "name": CHOSEN, "x": [mark.x], "y": [mark.y], "hoverinfo": "skip",
        "marker": {"symbol": "circle-open", "size": size, "color": colours.accent, "line": {"width": 2.5}},
    }  # fmt: skip


def _by_kind(marks: Iterable[Mark]) -> Iterator[tuple[str, list[Mark]]]:
    alike: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        alike[mark.kind].append(mark)
    yield from sorted(alike.items(), key=lambda each: -sum(mark.count for mark in each[1]))


def _points(marks: Sequence[Mark], most: int, zone: str, colours: Theme) -> Iterator[Trace]:
    """Discs where the place is told, rings where it is near there or around there."""
    for kind, group in _by_kind(marks):
        colour = paint(kind).colour
        at = [each.exactness == Exactness.AT for each in group]
        yield _pointed(group, zone) | {
            "name": paint(kind).name,
            "marker": {
                "size": [across(each.count, most) for each in group],
                "color": [colour if sure else faded(colour, 0.14) for sure in at],
                "opacity": 0.86,
                "line": {
                    "color": [colours.paper if sure else colour for sure in at],
                    "width": [0.8 if sure else 2.4 for sure in at],
                },
            },
        }


def _pointed(marks: Sequence[Mark], zone: str) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [round(each.x, 2) for each in marks],
        "y": [round(each.y, 2) for each in marks],
        "hovertext": [hover_of(each, zone) for each in marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "customdata": [list(each.leads_to) for each in marks],
    }


def _counts(marks: Sequence[Mark], zone: str, colours: Theme) -> Trace:
    """The number of events that were somewhere in a region, in its middle; the outline says how far it reaches."""
    return _pointed(marks, zone) | {
        "name": REGIONS,
        "mode": "markers+text",
        "text": [f"<b>{each.count:,}</b>" for each in marks],
        "textfont": {"size": 11, "color": colours.ink},
        "textposition": "middle center",
        "cliponaxis": True,
        "marker": {
            "symbol": "square",
            "size": [13 + 7 * len(f"{each.count:,}") for each in marks],
            "color": colours.paper,
            "opacity": 1,
            "line": {"color": [paint(each.kind).colour for each in marks], "width": 1.6},
        },
    }


def _countries(marks: Sequence[Mark], zone: str, colours: Theme) -> Trace:
    """A diamond and the count in the middle of a country: hatched, it would cover all else."""
    return _pointed(marks, zone) | {
        "name": REGIONS,
        "mode": "markers+text",
        "text": [
            f"{safe(say('Somewhere in {place}', place=each.name))}: <b>{number(each.count)}</b>"
            for each in marks
        ],
        "textfont": {"size": 11, "color": colours.ink},
        "textposition": "middle right",
        "marker": {
            "symbol": "diamond",
            "size": 12,
            "color": colours.paper,
            "line": {"color": [paint(each.kind).colour for each in marks], "width": 2},
        },
    }


def _names(marks: Sequence[Mark], most: int, frame: Frame, colours: Theme) -> Iterator[Trace]:
    """The names of the places with most events, as far as they have room."""
    pixel = frame.size / 400
    shown: list[Mark] = []
    for mark in marks[: 4 * _NAMED]:
        apart = (abs(mark.x - each.x) > _NAME_PX[0] * pixel or abs(mark.y - each.y) > _NAME_PX[1] * pixel for each in shown)  # fmt: skip
        if mark.spots == 1 and all(apart) and len(shown) < _NAMED:
            shown.append(mark)
    if shown:
        yield {
            "type": "scatter",
            "mode": "markers+text",
            "name": NAMES,
            "x": [each.x for each in shown],
            "y": [each.y for each in shown],
            "marker": {"size": [across(each.count, most) for each in shown], "opacity": 0},
            "text": [safe(each.name) for each in shown],
            "textposition": "bottom center",  # below a mark that is not seen, as large as the one that is: at any zoom
            "textfont": {"size": 11, "color": colours.ink},
            "hoverinfo": "skip",
        }


def _hatched(marks: Iterable[Mark], frame: Frame, projection: Projection) -> Iterator[Trace]:
    """One trace for all regions of a colour."""
    for kind, group in _by_kind(marks):
        rings = [ring for each in group for ring in region(each.outline, frame, projection)]
        colour = paint(kind).colour
        yield {
            "type": "scatter",
            "mode": "none",
            "fill": "toself",
            "name": REGIONS,
            "x": [x for xs, _ in rings for x in (*(round(each, 1) for each in xs.tolist()), None)],
            "y": [y for _, ys in rings for y in (*(round(each, 1) for each in ys.tolist()), None)],
            "fillcolor": colour,
            "fillpattern": _HATCH | {"fgcolor": colour, "bgcolor": faded(colour, 0.06)},
            "hoverinfo": "skip",
        }
