"""A stretch of wall-clock time in the event's place."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from dashboard.temporal.granularity import Granularity


@dataclass(frozen=True, slots=True)
class Interval:
    """Half-open ``[start, end)``, local wall-clock; None where that side is open.

    Raises ValueError when the end is not after the start.
    """

    start: datetime | None
    end: datetime | None
    granularity: Granularity

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end <= self.start:
            msg = f"an interval must end after it starts: {self.start} – {self.end}"
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
        ends = " – ".join(f"{end:%Y-%m-%d %H:%M}" if end else "…" for end in (self.start, self.end))
        return f"{ends} ({self.granularity})"


def midnight(day: date) -> datetime:
    """The moment a day begins."""
    return datetime(day.year, day.month, day.day)


def _before(start: datetime | None, end: datetime | None) -> bool:
    return start is None or end is None or start < end
