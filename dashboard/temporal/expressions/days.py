"""Days, months and years as calendars name them; what was not told follows from the moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dashboard.temporal import calendar as cal
from dashboard.temporal.expressions.sense import Sense, date_sense
from dashboard.temporal.interval import Interval, midnight
from dashboard.temporal.moment import Moment


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date with what was told of it: year, month, day, weekday; what was not told follows from the moment."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def full(self) -> bool:
        """Whether it names one day by itself."""
        return None not in (self.year, self.month, self.day)

    def at(self, moment: Moment) -> Sense:
        """The latest such date up to the moment; the next one where the words look ahead."""
        if self.month is None and self.day is None:
            if self.year is not None:
                return date_sense(cal.year_of(self.year))
            return date_sense(Interval.of_day(_weekday(self.weekday or 0, moment)))
        if self.day is None:
            return date_sense(self._month(moment))
        chosen = self._day(moment)
        return date_sense(Interval.of_day(chosen), *self._misfit(chosen))

    def _month(self, moment: Moment) -> Interval:
        if self.year is not None:
            return cal.month_of(self.year, self.month or 1)
        candidates = [cal.month_of(moment.base.year + shift, self.month or 1) for shift in (-1, 0, 1)]
        return nearest(candidates, moment)

    def _day(self, moment: Moment) -> date:
        candidates = [day for day in self._candidates(moment) if day is not None]
        fitting = [day for day in candidates if self.weekday in (None, day.weekday())] or candidates
        if self.weekday is not None and fitting:  # the weekday tells the year, past or to come
            return min(fitting, key=lambda day: abs(day - moment.base))
        chosen = nearest([Interval.of_day(day) for day in fitting], moment).start
        return chosen.date() if chosen else moment.day

    def _candidates(self, moment: Moment) -> Iterable[date | None]:
        base = moment.base
        if self.month is None:
            first = datetime(base.year, base.month, 1)
            steps = (cal.add_months(first, step) for step in range(-2, 3))
            return [_day(step.year, step.month, self.day or 1) for step in steps]
        if self.year is not None:
            return [_day(self.year, self.month, self.day or 1)]
        reach = 6 if self.weekday is not None else 1
        return [
            _day(year, self.month, self.day or 1)
            for year in range(base.year - reach, base.year + 2)
            if year > 0
        ]

    def _misfit(self, chosen: date) -> tuple[str, ...]:
        if self.weekday in (None, chosen.weekday()):
            return ()
        return (f"the weekday does not fit: {chosen:%d %B %Y} is a {chosen:%A}",)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # no such day in that month
        return None


def _weekday(weekday: int, moment: Moment) -> date:
    if moment.narrative:
        return moment.told_day + timedelta(days=(weekday - moment.told_day.weekday()) % 7)
    if moment.future:
        return moment.day + timedelta(days=(weekday - moment.day.weekday()) % 7)
    return moment.day - timedelta(days=(moment.day.weekday() - weekday) % 7)


def nearest(candidates: list[Interval], moment: Moment) -> Interval:
    """Narrative: nearest to the time told; else the latest begun by the moment, or the next ahead of it."""
    base = midnight(moment.base)
    starts = [(each.start or base, each) for each in candidates]
    if not starts:
        return Interval.of_day(moment.day)
    if moment.narrative:
        return min(starts, key=lambda pair: abs(pair[0] - base))[1]
    ahead = [each for start, each in starts if (each.end or start) > base]
    behind = [each for start, each in starts if start <= base]
    if moment.future:
        return ahead[0] if ahead else starts[-1][1]
    return behind[-1] if behind else starts[0][1]


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday of last or next week, as "last Friday", "next Monday" are used."""

    weekday: int
    step: int

    def at(self, moment: Moment) -> Sense:
        """The latest one before, or the first one after, the reference day."""
        if self.step == 0:
            return date_sense(Interval.of_day(_weekday(self.weekday, moment)))
        gap = (self.weekday - moment.day.weekday()) * self.step % 7 or 7
        return date_sense(Interval.of_day(moment.day + self.step * timedelta(days=gap)))


@dataclass(frozen=True, slots=True)
class MonthStep:
    """A month named with last, this or next."""

    month: int
    step: int

    def at(self, moment: Moment) -> Sense:
        """The latest one wholly or partly before, this year's, or the next one."""
        this = cal.month_of(moment.base.year, self.month)
        begun = this.start is not None and this.start.date() <= moment.base
        if self.step < 0:
            past = begun and moment.base.month != self.month
            return date_sense(this if past else cal.month_of(moment.base.year - 1, self.month))
        if self.step > 0:
            return date_sense(cal.month_of(moment.base.year + 1, self.month) if begun else this)
        return date_sense(this)
