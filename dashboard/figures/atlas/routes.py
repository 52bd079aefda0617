"""Movements from one place to another, as lines with an arrow: only where both places are known."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import numpy as np

from dashboard import gazetteer
from dashboard.figures.atlas.projection import Projection
from dashboard.figures.texts import safe
from dashboard.figures.theme import Theme
from dashboard.table.area import points
from dashboard.table.index import Index, Rows
from dashboard.wording.say import so_many

Trace = dict[str, Any]
Point = tuple[float, float]
Route = tuple[Point, Point]

ROUTES = "routes"
MOST = 30  # movements that are drawn, the most frequent
_BEND = 0.12  # of its length that a line is bent to the left, so that there and back are two lines


def routes_of(rows: Rows) -> Counter[Route]:
    """From where to where, in degrees, and how many of the events say so."""
    found: Counter[Route] = Counter()
    for (start, end, iso), count in _named(rows).most_common(MOST):
        ends = point_of(rows.index, start, iso), point_of(rows.index, end, iso)
        if ends[0] and ends[1] and ends[0] != ends[1]:
            found[ends[0], ends[1]] += count
    return found


def movements(rows: Rows) -> int:
    """How many movements the events tell of that have two places, each once."""
    return len(_named(rows))


def _named(rows: Rows) -> Counter[tuple[str, str, str]]:
    """From where to where in which country, by name, and how many of the events say so."""
    frame = rows.frame(["route_from", "route_to", "iso"])
    told = frame[(frame["route_from"].astype(str) != "") & (frame["route_to"].astype(str) != "")]
    return Counter(told.astype(str).itertuples(index=False, name=None))


def point_of(index: Index, name: str, iso: str) -> Point | None:
    """Where a place of this name is: as another event of the table has it, else as the gazetteer does; None where neither does."""
    known = _known(index)
    return known.get((name, iso)) or index.once.of(("point of", name, iso), lambda: _looked_up(name, iso))


def shapes(routes: Mapping[Route, int], projection: Projection, colours: Theme) -> list[Trace]:
    """All lines as one path."""
    if not routes:
        return []
    path = "".join(_curve(route, projection) for route in routes)
    return [{"type": "path", "path": path, "layer": "above", "line": {"color": colours.ink, "width": 1.3}, "opacity": 0.6, "name": ROUTES}]  # fmt: skip


def arrows(routes: Mapping[Route, int], projection: Projection, colours: Theme) -> list[Trace]:
    """The heads of all lines as one trace."""
    if not routes:
        return []
    bent = [_bent(route, projection) for route in routes]
    angles = [float(np.degrees(np.arctan2(end[0] - over[0], end[1] - over[1]))) for _, over, end in bent]
    return [{
        "type": "scatter", "mode": "markers", "name": ROUTES,
        "x": [end[0] for _, _, end in bent], "y": [end[1] for _, _, end in bent],
        "marker": {"symbol": "arrow", "size": 10, "angle": angles, "color": colours.ink, "opacity": 0.85},
        "hovertext": [safe(so_many("{count} moved along here", "{count} moved along here", count)) for count in routes.values()], "hovertemplate": "%{hovertext}<extra></extra>",
    }]  # fmt: skip


def _known(index: Index) -> Mapping[tuple[str, str], Point]:
    def worked_out() -> dict[tuple[str, str], Point]:
        east, north = points(index)
        here = np.flatnonzero(np.isfinite(east) & np.isfinite(north))
        frame = index.events[["location", "iso"]].iloc[here].astype(str)
        first = ~frame.duplicated().to_numpy()
        named = zip(*(frame[each][first] for each in ("location", "iso")), strict=True)
        return dict(zip(named, zip(east[here][first].tolist(), north[here][first].tolist(), strict=True), strict=True))  # fmt: skip

    return index.once.of("points by name", worked_out)


def _looked_up(name: str, iso: str) -> Point | None:
    found = gazetteer.lookup(name, iso or None)
    place = found[0].place if found else None
    return (place.longitude, place.latitude) if place and place.iso == iso else None


def _bent(route: Route, projection: Projection) -> tuple[Point, Point, Point]:
    """Start, the point that the line bends towards, and end, on the plane."""
    (x0, x1), (y0, y1) = projection.plane(*zip(*route, strict=True))
    over = (x0 + x1) / 2 - _BEND * (y1 - y0) * 2, (y0 + y1) / 2 + _BEND * (x1 - x0) * 2
    return (float(x0), float(y0)), (float(over[0]), float(over[1])), (float(x1), float(y1))


def _curve(route: Route, projection: Projection) -> str:
    start, over, end = _bent(route, projection)
    return f"M{start[0]:.2f},{start[1]:.2f}Q{over[0]:.2f},{over[1]:.2f} {end[0]:.2f},{end[1]:.2f}"
