"""Stretches of the calendar: from one time to another, thirds, seasons, quarters, decades."""

from dataclasses import dataclass, replace
from datetime import datetime

from dashboard.temporal import calendar as cal
from dashboard.temporal.expressions.days import nearest
from dashboard.temporal.expressions.sense import Expression, Sense, date_sense
from dashboard.temporal.granularity import Granularity as G
from dashboard.temporal.interval import Interval
from dashboard.temporal.moment import Moment
from dashboard.text import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one time to another: 18 to 23 February, between 2 and 4 a.m.; ``spans`` are the two ends' words."""

    first: Expression
    last: Expression
    spans: tuple[Span, Span] | None = None

    def at(self, moment: Moment) -> Sense:
        """The start of the first to the end of the last."""
        first, last = self.first.at(moment), self.last.at(moment)
        if first.interval is None or last.interval is None:
            return first
        start, end = first.interval.start, last.interval.end
        if start is None or end is None or end <= start:
            return first
        granularity = first.interval.granularity.coarser(last.interval.granularity)
        return Sense(
            Interval(start, end, granularity), first.type, f"{first.value}/{last.value}", first.notes
        )


@dataclass(frozen=True, slots=True)
class Edge:
    """The early, middle or late third of something longer than a day: early May, late 2011."""

    whole: Expression
    which: str

    def at(self, moment: Moment) -> Sense:
        """That third; TIMEX3 keeps the value of the whole."""
        sense = self.whole.at(moment)
        whole = sense.interval
        if whole is None or whole.start is None or whole.end is None:
            return sense
        third = (whole.end - whole.start) / 3
        first = {"START": 0, "MID": 1, "END": 2}[self.which]
        start, end = whole.start + first * third, whole.start + (first + 1) * third
        return replace(sense, interval=Interval(_full_hour(start), _full_hour(end), whole.granularity))


def _full_hour(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class SeasonOf:
    """A season, of a year if told."""

    letters: str
    month: int
    year: int | None = None
    shift: int | None = None

    def at(self, moment: Moment) -> Sense:
        """Three months; the latest such season up to the moment."""
        if self.year is not None:
            chosen = self._of(self.year)
        elif self.shift is not None:
            current = nearest([self._of(moment.base.year + step) for step in (-1, 0)], moment)
            year = current.start.year if current.start else moment.base.year
            chosen = self._of(year + (max(0, self.shift)))
        else:
            chosen = nearest([self._of(moment.base.year + step) for step in (-1, 0, 1)], moment)
        year = chosen.start.year if chosen.start else 0
        return Sense(chosen, "DATE", f"{year:04d}-{self.letters}")

    def _of(self, year: int) -> Interval:
        return cal.months(datetime(year, self.month, 1), 3, G.SEASON)


@dataclass(frozen=True, slots=True)
class QuarterOf:
    """A quarter of a year; the year follows from the moment if not told."""

    number: int
    year: int | None = None

    def at(self, moment: Moment) -> Sense:
        """Three months."""
        first = 3 * (self.number - 1) + 1
        shifts = (0,) if self.year is not None else (-1, 0, 1)
        base = self.year or moment.base.year
        candidates = [cal.months(datetime(base + shift, first, 1), 3, G.QUARTER) for shift in shifts]
        return date_sense(candidates[0] if self.year else nearest(candidates, moment))


@dataclass(frozen=True, slots=True)
class Years:
    """A decade or a century by its first year."""

    first: int
    count: int

    def at(self, moment: Moment) -> Sense:  # noqa: ARG002 - named years are the same whenever said
        """Ten or a hundred years."""
        return date_sense(cal.years(self.first, self.count, G.DECADE if self.count == 10 else G.CENTURY))


@dataclass(frozen=True, slots=True)
class Fixed:
    """An interval that needs no moment."""

    interval: Interval
    type: str = "DATE"
    value: str = ""

    def at(self, moment: Moment) -> Sense:  # noqa: ARG002 - it needs none
        """Itself."""
        return Sense(self.interval, self.type, self.value or cal.timex_value(self.interval))
