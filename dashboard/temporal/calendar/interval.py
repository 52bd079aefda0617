"""A stretch of wall-clock time in the event's place."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from dashboard.temporal.calendar.granularity import Granularity

EARLIEST, LATEST = datetime(2, 1, 1), datetime(9999, 1, 1)
"""The product's calendar, a year within what a ``datetime`` holds: a zone or a day more never leaves that."""
BEYOND = f"beyond the calendar, which has the years {EARLIEST.year} to {LATEST.year - 1}"


@dataclass(frozen=True, slots=True)
class Interval:
    """Half-open ``[start, end)``, local wall-clock; None where that side is open.

    Raises ValueError when the end is not after the start, or a side lies beyond the calendar.
    """

    start: datetime | None
    end: datetime | None
    granularity: Granularity

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end <= self.start:
            msg = f"an interval must end after it starts: {self.start} – {self.end}"
            raise ValueError(msg)
        if not (is_on_calendar(self.start) and is_on_calendar(self.end)):
            msg = f"{self.start} – {self.end} is {BEYOND}"
            raise ValueError(msg)

    @classmethod
    def of_day(cls, day: date) -> "Interval":
        """The whole day.

        >>> str(Interval.of_day(date(2018, 5, 21)))
        '2018-05-21 00:00 – 2018-05-22 00:00 (day)'
        """
        start = midnight(day)
        return cls(start, start + timedelta(days=1), Granularity.DAY)

    def shifted(self, by: timedelta) -> "Interval":
        """The same stretch, moved."""
        return replace(self, start=self.start and self.start + by, end=self.end and self.end + by)

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two may share a moment; an open side reaches for ever."""
        return _before(self.start, other.end) and _before(other.start, self.end)

    def holds(self, other: "Interval") -> bool:
        """Whether the other lies wholly within this one."""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        ends = self.end is None or (other.end is not None and other.end <= self.end)
        return starts and ends

    def __str__(self) -> str:
        ends = " – ".join(end.isoformat(" ", "minutes") if end else "…" for end in (self.start, self.end))
        return f"{ends} ({self.granularity})"


def midnight(day: date) -> datetime:
    """The moment a day begins."""
    return datetime(day.year, day.month, day.day)


def is_on_calendar(moment: datetime | None) -> bool:
    """Whether a wall-clock moment lies on the product's calendar; an open side does.

    >>> is_on_calendar(datetime(2018, 5, 21)), is_on_calendar(datetime(9999, 12, 31))
    (True, False)
    """
    return moment is None or EARLIEST <= moment <= LATEST


def moved(moment: datetime, by: timedelta) -> datetime:
    """The moment so much later or earlier, no farther than the calendar reaches.

    >>> moved(datetime(9998, 1, 1), timedelta(days=4000))
    datetime.datetime(9999, 1, 1, 0, 0)
    """
    local = moment.replace(tzinfo=None)
    return moment + max(min(by, LATEST - local), EARLIEST - local)


def _before(start: datetime | None, end: datetime | None) -> bool:
    return start is None or end is None or start < end
