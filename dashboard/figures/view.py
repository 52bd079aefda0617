"""The stretch of time on the screen, as the clock of a zone shows it."""

from dataclasses import dataclass
from datetime import UTC

from dashboard.figures.shown import Shown
from dashboard.figures.wall_clock import from_local, iso
from dashboard.table.describe import clock_words
from dashboard.table.epochs import HOUR, instant
from dashboard.temporal.calendar.interval import EARLIEST, LATEST
from dashboard.wording.say import say

MARGIN = 0.03
LEAST_SPAN = 2 * HOUR
_FIRST, _LAST = (instant(edge.replace(tzinfo=UTC)) for edge in (EARLIEST, LATEST))


@dataclass(frozen=True, slots=True)
class TimeView:
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
        return say("times in {zone}", zone=clock_words(self.zone, first, last))


def view_of(shown: Shown, pixels: int) -> TimeView | None:
    """The window, or everything dated with a margin; None when there is neither."""
    if shown.window is not None:
        return TimeView(shown.zone, *shown.window, pixels)
    if shown.dated is None:
        return None
    first, last = shown.dated
    pad = max(round((last - first) * MARGIN), (LEAST_SPAN - (last - first)) // 2)
    return TimeView(
        shown.zone, max(first - pad, min(first, _FIRST)), min(last + pad, max(last, _LAST)), pixels
    )
