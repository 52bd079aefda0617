"""Times named by their neighbourhood: shortly before noon, less than a week ago, earlier this week, the day before the strike."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dashboard.temporal.calendar.granularity import Granularity as G
from dashboard.temporal.calendar.interval import Interval, midnight
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.expressions.lengths import Length
from dashboard.temporal.expressions.ranges import ThisPeriod
from dashboard.temporal.expressions.sense import Expression, OfDay, OfWhole, Sense

_HOUR = timedelta(hours=1)
_HALF = 30  # minutes: who says "around 4:15" has looked at the clock
_LONGEST_PART = 3 * _HOUR  # "shortly after sunset" is not the end of the evening


@dataclass(frozen=True, slots=True)
class Near(Expression):
    """Shortly before (or after) a part of the day or a clock time."""

    time: Expression
    before: bool

    @property
    def of_day(self) -> Expression:
        """The day of the time beside it."""
        return self.time.of_day

    def at(self, moment: Moment) -> Sense:
        """An hour to either side of where it begins; after it, an hour beyond its first hours.

        TIMEX3 keeps modifiers out of the value.
        """
        sense = self.time.at(moment)
        if sense.interval is None or sense.interval.start is None or sense.interval.end is None:
            return sense
        start, end = sense.interval.start, sense.interval.end
        sharp = sense.interval.granularity.rank < G.DAYPART.rank
        if self.before:
            near = Interval(start - _HOUR, start if sharp else start + _HOUR, G.HOUR)
        else:
            near = Interval(
                start, start + _HOUR if sharp else min(end, start + _LONGEST_PART) + _HOUR, G.HOUR
            )
        sun = sense.sun and sense.sun.beside(before=self.before)
        return replace(sense, interval=near if sharp else replace(near, granularity=G.DAYPART), sun=sun)


@dataclass(frozen=True, slots=True)
class Bounded(OfWhole):
    """Less than a week ago, more than a year ago: the amount is a bound, not the distance."""

    length: Length
    within: bool
    compares = True

    def at(self, moment: Moment) -> Sense:
        """From then until now; or from one such unit more until then. TIMEX3 keeps the value of the amount."""
        sense = self.whole.at(moment)
        then = self.length.before(midnight(moment.day))
        if sense.interval is None or then is None:
            return sense
        if self.within:
            return replace(sense, interval=replace(sense.interval, start=then, end=moment.latest))
        start = Length(self.length.unit, (self.length.count or 0) + 1).before(midnight(moment.day))
        note = "at least so long: one unit more is taken for the other bound"
        return replace(sense, interval=replace(sense.interval, start=start, end=then), notes=(note,))


@dataclass(frozen=True, slots=True)
class Around(Expression):
    """Around 3:30: a clock time that the words do not vouch for."""

    time: Expression

    @property
    def of_day(self) -> Expression:
        """The day of the clock time."""
        return self.time.of_day

    def at(self, moment: Moment) -> Sense:
        """Half an hour to either side of full and half hours, five minutes of others."""
        sense = self.time.at(moment)
        if sense.interval is None or sense.interval.start is None:
            return sense
        start = sense.interval.start
        if start.minute % _HALF:
            return replace(sense, interval=Interval(start - _HOUR / 12, start + _HOUR / 12, G.MINUTE))
        return replace(sense, interval=Interval(start - _HOUR / 2, start + _HOUR / 2, G.HOUR))


@dataclass(frozen=True, slots=True)
class AroundDay(OfDay):
    """On or about 10 May: a day that the words do not vouch for."""

    def at(self, moment: Moment) -> Sense:
        """A day to either side."""
        sense = self.day.at(moment)
        if sense.interval is None or sense.interval.start is None or sense.interval.end is None:
            return sense
        start, end = sense.interval.start - 24 * _HOUR, sense.interval.end + 24 * _HOUR
        return replace(sense, interval=replace(sense.interval, start=start, end=end))


@dataclass(frozen=True, slots=True)
class Clipped(OfWhole):
    """The part of this week, month or year that is over (earlier), or is to come (later)."""

    ahead: bool

    def at(self, moment: Moment) -> Sense:
        """The whole cut at the reference day, which may belong to either part."""
        sense = self.whole.at(moment)
        if sense.interval is None or sense.interval.start is None or sense.interval.end is None:
            return sense
        start, end = self._ends(sense.interval.start, sense.interval.end, moment)
        return (
            replace(sense, interval=replace(sense.interval, start=start, end=end)) if start < end else sense
        )

    def _ends(self, start: datetime, end: datetime, moment: Moment) -> tuple[datetime, datetime]:
        told = midnight(moment.mentioned_day)
        other = isinstance(self.whole, ThisPeriod) and start <= told < end <= moment.latest
        if self.ahead:
            return max(start, told if other else midnight(moment.day)), end
        return start, min(end, told + 24 * _HOUR if other else moment.latest)


@dataclass(frozen=True, slots=True)
class FromEvent(Expression):
    """Counted from an event mentioned beside it: the day before the strike, two days after the truce began.

    The event's day is not stated in the phrase, so no place on the calendar is claimed.
    """

    counted: Expression
    offset = "counts from an event told beside it: not placed"

    def at(self, moment: Moment) -> Sense:
        """TIMEX3's type and value, and no interval."""
        return replace(self.counted.at(moment), interval=None, notes=(self.offset,), offset=self.offset)
