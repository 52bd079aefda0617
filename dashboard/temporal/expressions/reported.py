"""What figures of a business report are of: the latest period, the year-ago quarter, the 1988 period, the quarter ended 31 July."""

from dataclasses import dataclass, replace
from datetime import timedelta

from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.granularity import Granularity as G
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions.offsets import shifted
from dashboard.temporal.expressions.sense import Expression, Sense, date_sense

_HALF_A_QUARTER = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Reported(Expression):
    """The period that the figures are of: "the latest period"."""

    def at(self, moment: Moment) -> Sense:
        """The quarter last told, or the year of which months were summed up; else the last whole quarter."""
        return date_sense(moment.reported or shifted(moment.day, Unit.QUARTER, -1))


@dataclass(frozen=True, slots=True)
class YearBefore(Expression):
    """The same stretch of the year before: the year-earlier quarter."""

    period: Expression
    compares = True

    def at(self, moment: Moment) -> Sense:
        """As long as the other, twelve months before it."""
        interval = self.period.at(moment).interval
        if interval is None or interval.start is None or interval.end is None:
            return self.period.at(moment)
        start, end = (cal.add_months(each, -12) for each in (interval.start, interval.end))
        return date_sense(replace(interval, start=start, end=end))


@dataclass(frozen=True, slots=True)
class PeriodIn(Expression):
    """The period of another year that is like the one reported: the 1988 period, the same period last year."""

    year: Expression
    compares = True

    def at(self, moment: Moment) -> Sense:
        """That quarter, where the figures are of a quarter; else the year."""
        sense, reported = self.year.at(moment), moment.quarter_told
        year = sense.interval.start if sense.interval else None
        if year is None or reported is None or reported.start is None:
            return sense
        return date_sense(cal.months(reported.start.replace(year=year.year), 3, G.QUARTER))


@dataclass(frozen=True, slots=True)
class QuarterTo(Expression):
    """Three months told by their last day: the quarter ended 31 July; ``number`` is a company's own count of them."""

    end: Expression
    number: int | None = None

    @property
    def names_quarter(self) -> bool:
        """Where its number is told."""
        return self.number is not None

    def at(self, moment: Moment) -> Sense:
        """The quarter of the calendar that most of it lies in, or the company's, of the year in which it ended."""
        last = self.end.at(moment).interval
        if last is None or last.start is None:
            return self.end.at(moment)
        first = (
            last.start.replace(month=3 * self.number - 2, day=1)
            if self.number
            else last.start - _HALF_A_QUARTER
        )
        return date_sense(shifted(first.date(), Unit.QUARTER, 0))
