"""The stretch of time on the screen, as the clock of a zone shows it.

plotly.js knows no time zones, and shifts numbers by the browser's own. So everything drawn is wall-clock
time, counted here in microseconds and handed over as text without a zone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from dashboard.table.describe import clock_words
from dashboard.table.epochs import (
    EVER_AFTER,
    EVER_BEFORE,
    MISSING,
    Instants,
    bounds,
    dated,
    instant,
    instants,
    plausible,
)
from dashboard.temporal.calendar.interval import EARLIEST, LATEST

SECOND = 1_000_000
HOUR = 3_600 * SECOND
DAY = 24 * HOUR
MARGIN = 0.03
LEAST_SPAN = 2 * HOUR
_FIRST, _LAST = (instant(edge.replace(tzinfo=UTC)) for edge in (EARLIEST, LATEST))


@dataclass(frozen=True, slots=True)
class View:
    """Local first and last microsecond in view, and how many pixels they are apart."""

    zone: str
    first: int
    last: int
    pixels: int

    @property
    def span(self) -> int:
        """Microseconds from edge to edge."""
        return self.last - self.first

    def wide(self, pixels: float) -> int:
        """How long so many pixels last."""
        return round(pixels * self.span / self.pixels)

    def at(self, moment: int) -> float:
        """Pixels from the left edge."""
        return (moment - self.first) * self.pixels / self.span

    @property
    def range(self) -> list[str]:
        """The two edges, for an axis."""
        return iso([self.first, self.last])

    @property
    def clock(self) -> str:
        """Whose times these are, for the axis title."""
        first, last = (from_local(edge, self.zone) for edge in (self.first, self.last))
        return f"times in {clock_words(self.zone, first, last)}"


def view_of(
    events: pd.DataFrame, zone: str, window: tuple[datetime, datetime] | None, pixels: int
) -> View | None:
    """The window, or everything dated with a margin; None when there is neither."""
    if window is not None:
        first, last = to_local(instants(pd.Series(pd.to_datetime(list(window), utc=True))), zone).tolist()
        return View(zone, first, last, pixels)
    known = _known(events)
    if not len(known):
        return None
    first, last = to_local(np.array([known.min(), known.max()]), zone).tolist()
    pad = max(round((last - first) * MARGIN), (LEAST_SPAN - (last - first)) // 2)
    return View(zone, max(first - pad, min(first, _FIRST)), min(last + pad, max(last, _LAST)), pixels)


def in_view(events: pd.DataFrame, window: tuple[datetime, datetime] | None) -> pd.DataFrame:
    """The dated events that may overlap the window."""
    shown = dated(events)
    if window is not None:
        opens, closes = instants(pd.Series(pd.to_datetime(list(window), utc=True))).tolist()
        first, last = bounds(events)
        shown &= (first < closes) & (last > opens)
    return events if shown.all() else events.take(np.flatnonzero(shown))


def to_local(moments: Instants, zone: str) -> Instants:
    """Instants as microseconds of the zone's wall clock; what is missing or open stays so."""
    real = (moments != MISSING) & (moments != EVER_BEFORE) & (moments != EVER_AFTER)
    safe = pd.to_datetime(np.where(real, moments, 0), unit="us", utc=True).as_unit("us")
    local = safe.tz_convert(zone).tz_localize(None).to_numpy().astype(np.int64)
    return np.where(real, local, moments)


def from_local(moment: int, zone: str) -> datetime:
    """The aware UTC moment of a wall-clock microsecond."""
    naive = datetime.fromtimestamp(moment / SECOND, tz=UTC).replace(tzinfo=ZoneInfo(zone))
    return naive.astimezone(UTC)


def iso(moments: Iterable[int]) -> list[str]:
    """Wall-clock microseconds as text without a zone.

    >>> iso([0])
    ['1970-01-01T00:00:00.000']
    """
    stamps = np.array(list(moments), dtype="datetime64[us]")
    return [str(stamp) for stamp in np.datetime_as_string(stamps, unit="ms")]


def _known(events: pd.DataFrame) -> Instants:
    events = events[plausible(events)]
    ends = np.concatenate([instants(events["start"]), instants(events["end"])])
    return np.asarray(ends[ends != MISSING])
