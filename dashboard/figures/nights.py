"""Night and twilight behind the marks, as the sun sets where the events are, on the clock that is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dashboard.figures.shown import Shown
from dashboard.figures.theme import Theme
from dashboard.figures.view import TimeView
from dashboard.figures.wall_clock import iso
from dashboard.table.epochs import DAY, SECOND
from dashboard.temporal.calendar.skies import Point, Spot, reached

Part = dict[str, Any]

NIGHTS_UNDER = 4 * DAY
APART = 15.0  # degrees between places that have no night in common
_EPOCH = datetime(1970, 1, 1)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Dark:
    """A stretch without the sun, in microseconds of the wall clock; civil twilight, or night."""

    first: int
    last: int
    twilight: bool


def night_parts(shown: Shown, view: TimeView, theme: Theme) -> list[Part]:
    """Shades for a view short enough for nights to mean something; none where no place is known, or places lie far apart."""
    spot = None if view.span >= NIGHTS_UNDER else _spot(shown)
    return [_shade(each, theme) for each in darkness(view, spot)] if spot else []


def darkness(view: TimeView, spot: Spot) -> Iterator[Dark]:
    """Every twilight and night in view, at a spot."""
    first = (datetime.fromtimestamp(view.first / SECOND, tz=UTC)).date() - 2 * _ONE_DAY
    for number in range(view.span // DAY + 5):
        for dark in _evening(first + number * _ONE_DAY, spot):
            if dark.first < view.last and dark.last > view.first:
                yield dark


def _evening(day: date, spot: Spot) -> Iterator[Dark]:
    """Dusk, night and dawn from one day to the next; without those that the sun does not bring there."""
    points = (
        (Point.SUNSET, day),
        (Point.CIVIL_DUSK, day),
        (Point.CIVIL_DAWN, day + _ONE_DAY),
        (Point.SUNRISE, day + _ONE_DAY),
    )
    down, dusk, dawn, up = (_at(point, on, spot) for point, on in points)
    stretches: tuple[tuple[int | None, int | None, bool], ...] = (
        (down, dusk, True),
        (dusk, dawn, False),
        (dawn, up, True),
    )
    if dusk is None and dawn is None:  # a white night is all twilight
        stretches = ((down, up, True),)
    for first, last, twilight in stretches:
        if first is not None and last is not None and first < last:
            yield Dark(first, last, twilight)


def _at(point: Point, day: date, spot: Spot) -> int | None:
    found = reached(point, day, spot)
    return None if found is None else (found.earliest - _EPOCH) // timedelta(microseconds=1)


def _spot(shown: Shown) -> Spot | None:
    """The middle of the places that are shown, on the clock that is shown."""
    points = shown.rows.frame(["latitude", "longitude"]).dropna().astype(float)
    if points.empty or (points.max() - points.min()).gt(APART).any():
        return None
    middle = points.median()
    return Spot(float(middle["latitude"]), float(middle["longitude"]), shown.zone)


def _shade(dark: Dark, theme: Theme) -> Part:
    dusk, dawn = iso([dark.first, dark.last])
    return {"type": "rect", "name": "twilight" if dark.twilight else "night", "xref": "x", "x0": dusk, "x1": dawn, "yref": "paper",
            "y0": 0, "y1": 1, "layer": "below", "fillcolor": theme.twilight if dark.twilight else theme.night, "line": {"width": 0}}  # fmt: skip
