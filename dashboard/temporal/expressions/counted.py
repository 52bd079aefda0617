"""Days and weeks told by counting along the calendar: the last day but one of May, week 9 of 2024, the Saturday after 5 March."""

from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.interval import Interval
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.expressions.days import nearest
from dashboard.temporal.expressions.lengths import Length, unit_granularity
from dashboard.temporal.expressions.offsets import DayCount
from dashboard.temporal.expressions.sense import Expression, Sense, date_sense

_WEEKS = "weeks are counted from Monday, week 1 holds the year's first Thursday (ISO 8601)"
_DAY_ONE = "day 1 is"


@dataclass(frozen=True, slots=True)
class FromEnd(Expression):
    """A day, week or month counted back from the end of something longer: the penultimate day of May is the second."""

    number: int
    unit: str
    whole: Expression

    @property
    def inner(self) -> Expression:
        """The whole."""
        return self.whole

    def at(self, moment: Moment) -> Sense:
        """That unit; the whole's own sense where it has no so many."""
        sense = self.whole.at(moment)
        whole = sense.interval
        if whole is None or whole.start is None or whole.end is None:
            return sense
        start = Length(self.unit, self.number).before(whole.end)
        end = Length(self.unit, self.number - 1).before(whole.end) if self.number > 1 else whole.end
        if start is None or end is None or start < whole.start:
            return sense
        return date_sense(Interval(start, end, unit_granularity(self.unit)), *sense.notes)


@dataclass(frozen=True, slots=True)
class WeekOfYear(Expression):
    """A week by its number: week 9 of 2024, week 7; ``year`` may be one named by counting."""

    number: int
    year: Expression | None = None

    @property
    def inner(self) -> Expression | None:
        """The year, where one is told."""
        return self.year

    def at(self, moment: Moment) -> Sense:
        """That week of ISO 8601; without a year the latest such week; raises NoSuchDayError where the year has none."""
        if self.year is None:
            years = (moment.base.year + step for step in (-1, 0, 1))
            return date_sense(nearest([self._of(year) for year in years if self._has(year)], moment), _WEEKS)
        sense = self.year.at(moment)
        if sense.interval is None or sense.interval.start is None:
            return sense
        return date_sense(self._of(sense.interval.start.year), _WEEKS)

    def _has(self, year: int) -> bool:
        return self.number <= date(year, 12, 28).isocalendar().week

    def _of(self, year: int) -> Interval:
        if not self._has(year):
            msg = f"there is no week {self.number} in {year}"
            raise cal.NoSuchDayError(msg)
        return cal.week_of(date.fromisocalendar(year, self.number, 1))


@dataclass(frozen=True, slots=True)
class StartingOn(Expression):
    """A week or month by its first day: the week beginning 4 March."""

    unit: str
    first: Expression

    @property
    def inner(self) -> Expression:
        """Its first day."""
        return self.first

    def at(self, moment: Moment) -> Sense:
        """So long, from that day on."""
        sense = self.first.at(moment)
        start = sense.interval.start if sense.interval else None
        end = Length(self.unit, 1).after(start) if start else None
        if start is None or end is None:
            return sense
        return date_sense(Interval(start, end, unit_granularity(self.unit)), *sense.notes)


@dataclass(frozen=True, slots=True)
class WeekdayBeside(Expression):
    """The so-manieth weekday of its name after a day, or before it (below zero): the first Friday after 10 February."""

    weekday: int
    number: int
    day: Expression

    @property
    def inner(self) -> Expression:
        """The day that it is counted from."""
        return self.day

    def at(self, moment: Moment) -> Sense:
        """That day; the day it counts from is left out."""
        sense = self.day.at(moment)
        interval = sense.interval
        if interval is None or interval.start is None or interval.end is None:
            return sense
        sign = 1 if self.number > 0 else -1
        base = (interval.end - cal.DAY if sign > 0 else interval.start).date()
        gap = (self.weekday - base.weekday()) * sign % 7 or 7
        return date_sense(
            Interval.of_day(base + timedelta(days=sign * gap, weeks=self.number - sign)), *sense.notes
        )


@dataclass(frozen=True, slots=True)
class DayOfAct(Expression):
    """The so-manieth day of something whose first day is told beside it: the battle began on 4 April, on its 5th day."""

    number: int
    first: Expression

    def at(self, moment: Moment) -> Sense:
        """That day, the first day counted; the report's own where that would still lie ahead of it."""
        first = self.first.at(moment)
        if first.interval is None or first.interval.start is None:
            return first
        begun = first.interval.start.date()
        day = begun + timedelta(days=self.number - 1)
        if day > moment.day and not moment.future:
            return DayCount(self.number).at(moment)
        return date_sense(Interval.of_day(day), *first.notes, f"{_DAY_ONE} {begun:%d %B %Y}")
