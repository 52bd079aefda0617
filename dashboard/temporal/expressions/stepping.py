"""Days told by a month that is told by counting, and steps whose start depends on what is told around them."""

from dataclasses import dataclass
from datetime import timedelta

from dashboard.temporal.expressions.sense import Expression, Sense, date_sense
from dashboard.temporal.expressions.shifts import Shift
from dashboard.temporal.granularity import Granularity
from dashboard.temporal.interval import Interval
from dashboard.temporal.moment import Moment


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of a month told by counting: the 5th of last month."""

    day: int
    month: Expression

    def at(self, moment: Moment) -> Sense:
        """That day; the month's own sense where it has no such day."""
        sense = self.month.at(moment)
        if sense.interval is None or sense.interval.start is None or sense.interval.end is None:
            return sense
        start = sense.interval.start + timedelta(days=self.day - 1)
        return date_sense(Interval.of_day(start.date())) if start < sense.interval.end else sense


@dataclass(frozen=True, slots=True)
class WeekOfMonth:
    """A week of a month by its number: the second week of May."""

    number: int
    month: Expression

    def at(self, moment: Moment) -> Sense:
        """Seven days, the first week from the 1st on; the month's own sense where it has no such week."""
        sense = self.month.at(moment)
        if sense.interval is None or sense.interval.start is None or sense.interval.end is None:
            return sense
        start = sense.interval.start + timedelta(weeks=self.number - 1)
        end = min(start + timedelta(weeks=1), sense.interval.end)
        return date_sense(Interval(start, end, Granularity.WEEK)) if start < end else sense


@dataclass(frozen=True, slots=True)
class Later:
    """So many units after the time last told; from the reference day where the words look ahead."""

    unit: str
    count: int

    def at(self, moment: Moment) -> Sense:
        """The unit so many steps on, whole."""
        return Shift(self.unit, self.count, from_told=not moment.future).at(moment)
