"""Times counted from the reference day, from the time last mentioned, or from another time."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.granularity import Granularity as G
from dashboard.temporal.calendar.interval import Interval, midnight
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.calendar.timex_types import TimexType
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions.days import Calendar
from dashboard.temporal.expressions.lengths import SHORT, Length
from dashboard.temporal.expressions.sense import Deixis, Expression, OfDay, Sense, date_sense, said

_LONG = (Unit.MONTH, Unit.QUARTER, Unit.YEAR, Unit.DECADE, Unit.CENTURY)
_SATURDAY = 5
_NIGHT_ENDS, _DAYLIGHT, _EVENING = 6, 7, 18  # o'clock
_LIKE = "a quarter is compared with the same quarter"


@dataclass(frozen=True, slots=True)
class Shift(Expression):
    """So many units from the reference, or from the time last mentioned (``from_mentioned``): yesterday, last week.

    ``compares`` marks "a year ago", "a year earlier": beside a quarter they mean that quarter's like.
    """

    unit: str
    count: int
    from_mentioned: bool = False
    compares: bool = False
    is_step = True
    tells_moment = True

    @property
    def deixis(self) -> Deixis:
        """Yesterday and last week are near, last year is not; what counts from the time last mentioned is not at all."""
        if self.from_mentioned:
            return Deixis.NONE
        return Deixis.TODAY if (self.unit, self.count) == (Unit.DAY, 0) else Length(self.unit, 1).nearness

    @property
    def counts_from_speech(self) -> bool:
        """Unless it counts from the time last mentioned."""
        return not self.from_mentioned

    @property
    def counts_from_publication(self) -> bool:
        """Unless it counts from the time last mentioned."""
        return not self.from_mentioned

    def at(self, moment: Moment) -> Sense:
        """The unit so many steps away, whole: last week is a week, a year ago a year."""
        base = self._base(moment)
        notes = (
            ()
            if not self.from_mentioned or moment.mentioned
            else ("nothing was told before; counted from the report",)
        )
        if self.unit in (Unit.HOUR, Unit.MINUTE, Unit.SECOND):
            return self._clock(moment)
        if self.unit == Unit.WEEKEND:
            weekend = shifted(base, self.unit, self.count)
            return Sense(weekend, TimexType.DATE, cal.weekend_value(weekend), notes)
        told = moment.quarter_told
        if self.compares and self.unit == Unit.YEAR and told and told.start:
            return date_sense(cal.months(cal.add_months(told.start, 12 * self.count), 3, G.QUARTER), _LIKE)
        return date_sense(shifted(base, self.unit, self.count), *notes)

    def _base(self, moment: Moment) -> date:
        if not self.from_mentioned:
            return moment.day
        long = moment.mentioned_long.start if moment.mentioned_long and self.unit in _LONG else None
        return long.date() if long else moment.mentioned_day

    def _clock(self, moment: Moment) -> Sense:
        step = timedelta(hours=1) if self.unit == Unit.HOUR else timedelta(minutes=1)
        told = moment.mentioned if self.from_mentioned else None
        if told and told.granularity.rank >= G.DAYPART.rank:
            return _hours_on(told, self.count * step)
        start = told.start if told else None
        if start is None and not moment.exact:
            window = Interval(midnight(moment.day), moment.latest, G.DAY)
            return Sense(
                window,
                TimexType.TIME,
                cal.timex_value(window),
                ("the report's clock is not known: its whole day",),
            )
        at = (start or moment.latest) + self.count * step
        granularity = G.HOUR if self.unit == Unit.HOUR else G.MINUTE
        interval = Interval(at, at + step, granularity)
        return Sense(interval, TimexType.TIME, cal.timex_value(interval))


def _hours_on(told: Interval, step: timedelta) -> Sense:
    """An hour after a time told without one is that day, or so much later than that part of a day."""
    if told.start is None or told.end is None or told.granularity.rank > G.DAY.rank:
        return date_sense(told)
    if told.granularity is G.DAYPART:
        later = Interval(told.start + step, told.end + step, G.DAYPART)
        return Sense(later, TimexType.TIME, cal.timex_value(later))
    near = told.start if step > timedelta(0) else told.end  # an hour before a Friday it need not be Thursday
    return date_sense(Interval.of_day((near + step).date()), "no hour was told before: the day alone")


def shifted(day: date, unit: str, count: int) -> Interval:
    """The unit that lies so many units from the one that holds the day; raises ValueError beyond the calendar.

    >>> str(shifted(date(2018, 5, 21), "M", -1))
    '2018-04-01 00:00 – 2018-05-01 00:00 (month)'
    """
    return _SHIFTS.get(Unit(unit), _by_years)(midnight(day), count)


def _by_days(start: datetime, count: int) -> Interval:
    return Interval.of_day((start + timedelta(days=count)).date())


def _by_weeks(start: datetime, count: int) -> Interval:
    return cal.week_of((start + timedelta(weeks=count)).date())


def _by_fortnights(start: datetime, count: int) -> Interval:
    return _by_weeks(start, 2 * count)


def _by_weekends(start: datetime, count: int) -> Interval:
    return cal.weekend_of((start + timedelta(weeks=count)).date())


def _by_months(start: datetime, count: int) -> Interval:
    return cal.months(cal.add_months(start, count), 1, G.MONTH)


def _by_quarters(start: datetime, count: int) -> Interval:
    first = start.replace(month=(start.month - 1) // 3 * 3 + 1, day=1)
    return cal.months(cal.add_months(first, 3 * count), 3, G.QUARTER)


def _by_years(start: datetime, count: int) -> Interval:
    return cal.year_of(start.year + count)


def _by_decades(start: datetime, count: int) -> Interval:
    return cal.years((start.year // 10 + count) * 10, 10, G.DECADE)


def _by_centuries(start: datetime, count: int) -> Interval:
    return cal.years((start.year // 100 + count) * 100, 100, G.CENTURY)


_SHIFTS = {
    Unit.DAY: _by_days,
    Unit.WEEK: _by_weeks,
    Unit.FORTNIGHT: _by_fortnights,
    Unit.WEEKEND: _by_weekends,
    Unit.MONTH: _by_months,
    Unit.QUARTER: _by_quarters,
    Unit.DECADE: _by_decades,
    Unit.CENTURY: _by_centuries,
}


@dataclass(frozen=True, slots=True)
class WeekdayOfWeek(Expression):
    """A weekday of a week named by counting: Monday of last week."""

    weekday: int
    week: Shift

    def at(self, moment: Moment) -> Sense:
        """That day of that week, weeks counted from Monday."""
        week = self.week.at(moment).interval
        start = week.start if week and week.start else midnight(moment.day)
        return date_sense(Interval.of_day((start + timedelta(days=self.weekday)).date()))


@dataclass(frozen=True, slots=True)
class MonthOfYear(Expression):
    """A month of a year named by counting: March of last year."""

    month: int
    year: Shift

    def at(self, moment: Moment) -> Sense:
        """That month."""
        year = self.year.at(moment).interval
        return date_sense(
            cal.month_of(year.start.year if year and year.start else moment.day.year, self.month)
        )


@dataclass(frozen=True, slots=True)
class DayOfYear(Expression):
    """A day and month of a year named by counting: 25 July of that year."""

    name: Calendar
    year: Shift

    def at(self, moment: Moment) -> Sense:
        """That day."""
        year = self.year.at(moment).interval
        return replace(self.name, year=year.start.year if year and year.start else moment.day.year).at(moment)


@dataclass(frozen=True, slots=True)
class From(Expression):
    """So many units after (or, below zero, before) another time: two days after Monday."""

    start: Expression
    unit: str
    count: int

    def at(self, moment: Moment) -> Sense:
        """Counted from the first day of the other."""
        sense = self.start.at(moment)
        if sense.interval is None or sense.interval.start is None or self.unit in SHORT:
            return sense
        return date_sense(
            shifted(sense.interval.start.date(), self.unit, self._steps(sense.interval.start)), *sense.notes
        )

    def _steps(self, start: datetime) -> int:
        """How many units on; the weekend after a Tuesday is that week's."""
        own = self.unit == Unit.WEEKEND and self.count > 0 and start.weekday() < _SATURDAY
        return self.count - own


@dataclass(frozen=True, slots=True)
class LastMentioned(Expression):
    """The time last mentioned, as a day: that day, the same night; ``whole`` as long as it was told: the same days.

    ``unsaid`` where no words tell the day, and hours may go on into the next.
    """

    whole: bool = False
    unsaid: bool = False
    is_last_mentioned = True
    tells_moment = True
    counts_from_speech = False

    def at(self, moment: Moment) -> Sense:
        """The day last mentioned; the report's own day, with a note, when nothing was."""
        if self.whole and (moment.mentioned or moment.mentioned_long):
            return date_sense(moment.mentioned_span)
        if moment.mentioned is None:
            return date_sense(Interval.of_day(moment.day), "nothing was told before; the report's own day")
        return date_sense(Interval.of_day(moment.mentioned_day))


def told_onward(sense: Sense, moment: Moment, start: float, end: float) -> Sense:
    """The day last mentioned, moved to the next where hours without a day go on from its night or its late evening.

    "On Monday night … at 3 a.m.", "… in the afternoon" and "late on Monday … at 2 a.m." are of Tuesday: a night ends on its
    second day, and small hours follow an evening. None goes on after the report's own day, nor by day where the
    sentence looks back: "Earlier, in the afternoon, …".
    """
    told = moment.mentioned
    if told is None or told.start is None or told.end is None or told.granularity.rank >= G.DAY.rank:
        return sense
    following = told.start.date() + cal.DAY
    if midnight(following) < told.end:
        later = start < (_NIGHT_ENDS if moment.back else _EVENING)
    else:
        later = told.start.hour >= _EVENING and end <= _DAYLIGHT
    return (
        date_sense(Interval.of_day(following), *sense.notes) if later and following <= moment.day else sense
    )


@dataclass(frozen=True, slots=True)
class MentionedOnward(Expression):
    """The day of hours by which something was over: that last mentioned, or the next where they were past by what was told then.

    "They came in the evening. By noon …": of the next day. ``end`` is the hour at which the hours end.
    """

    end: float
    is_last_mentioned = True
    tells_moment = True
    counts_from_speech = False

    def at(self, moment: Moment) -> Sense:
        """The day last mentioned, or the one after it; none after the report's own."""
        told, sense = moment.mentioned, LastMentioned().at(moment)
        if told is None or told.start is None or told.granularity.rank >= G.DAY.rank:
            return sense
        day = told.start.date()
        past = midnight(day) + timedelta(hours=self.end) <= told.start and day < moment.day
        return date_sense(Interval.of_day(day + cal.DAY)) if past else sense


@dataclass(frozen=True, slots=True)
class LastMentionedNight(Expression):
    """The day on whose evening "the night" begins when no day is stated beside it."""

    is_last_mentioned = True

    def at(self, moment: Moment) -> Sense:
        """The day last mentioned; else the day before the report, which tells of the night that is over."""
        if moment.mentioned is not None or moment.future:
            return LastMentioned().at(moment)
        return date_sense(
            Interval.of_day(moment.day - cal.DAY), "nothing was told before; the night before the report"
        )


@dataclass(frozen=True, slots=True)
class NightMentioned(Expression):
    """The day on whose evening "the same night" began: the day before the small hours that were told last."""

    is_last_mentioned = True
    tells_moment = True
    counts_from_speech = False

    def at(self, moment: Moment) -> Sense:
        """The day last mentioned, or the one before where its small hours were."""
        told, sense = moment.mentioned, LastMentioned().at(moment)
        if told is None or told.start is None or told.end is None or told.granularity.rank >= G.DAY.rank:
            return sense
        ends = midnight(told.start.date()) + timedelta(hours=_NIGHT_ENDS)
        return date_sense(Interval.of_day(told.start.date() - cal.DAY)) if told.end <= ends else sense


@dataclass(frozen=True, slots=True)
class DayCount(Expression):
    """The so-manieth day of something: its last day is the reference day."""

    number: int

    def at(self, moment: Moment) -> Sense:
        """The reference day; what it counts from follows."""
        first = moment.day - timedelta(days=self.number - 1)
        return date_sense(Interval.of_day(moment.day), f"day 1 would be {first:%A %d %B %Y}")


@dataclass(frozen=True, slots=True)
class UnitCount(Expression):
    """The so-manieth week, month or year in a row: it ends with the reference day."""

    number: int
    unit: str

    def at(self, moment: Moment) -> Sense:
        """One such unit up to the moment; TIMEX3's value is the calendar's week, month or year."""
        named = shifted(moment.day, self.unit, 0)
        start = shifted(moment.day, self.unit, -1).start or midnight(moment.day)
        since = start + (midnight(moment.day) - (named.start or start))
        return replace(date_sense(named), interval=replace(named, start=since, end=moment.latest))


@dataclass(frozen=True, slots=True)
class NextEarly(Expression):
    """The day whose first hours "after midnight" means when no day is stated."""

    def at(self, moment: Moment) -> Sense:
        """The reference day; the next one where the words look ahead."""
        return Shift(Unit.DAY, int(moment.future)).at(moment)


@dataclass(frozen=True, slots=True)
class EarlyMentioned(Expression):
    """The day whose first hours "before dawn" means when no day is stated: that told last, or the one after hours told of it.

    "On Tuesday they raided Bunia. Before dawn …": of Tuesday; "On Tuesday evening … Before dawn …": of Wednesday.
    """

    def at(self, moment: Moment) -> Sense:
        """The day last mentioned or the next, none after the report's own; that where the words look ahead, or nothing was told."""
        told = moment.mentioned
        if moment.future or told is None or told.start is None or told.granularity.rank > G.DAY.rank:
            return NextEarly().at(moment)
        later = told.granularity.rank < G.DAY.rank and told.start.hour >= _NIGHT_ENDS
        day = told.start.date() + cal.DAY * later
        return date_sense(Interval.of_day(day)) if day <= moment.day else NextEarly().at(moment)


@dataclass(frozen=True, slots=True)
class NightBefore(OfDay):
    """The day on whose evening the night began that ends on another day."""

    def at(self, moment: Moment) -> Sense:
        """The day before; the reference day itself where the words look ahead."""
        sense = self.day.at(moment)
        if moment.future or sense.interval is None or sense.interval.start is None:
            return sense
        return date_sense(Interval.of_day(sense.interval.start.date() - cal.DAY), *sense.notes)


@dataclass(frozen=True, slots=True)
class SaidTwice(Expression):
    """A day said twice: a word counted from the reference ("yesterday") and its name ("Saturday the 19th").

    The name wins, and tells on which day the words were spoken.
    """

    deictic: Shift
    name: Calendar
    is_step = True
    tells_moment = True
    tells_day = True
    deixis = Deixis.NEAR
    counts_from_speech = False

    @property
    def named_day(self) -> Expression:
        """Its name."""
        return self.name

    def at(self, moment: Moment) -> Sense:
        """The named day; a weekday alone is the one nearest to what the word says."""
        if self.name.full:
            sense = self.name.at(moment)
        else:
            counted = self.deictic.at(moment).interval
            day = counted.start.date() if counted and counted.start else moment.day
            sense = self.name.at(replace(moment, day=day, narrative=False, future=False))
        spoken = self.spoken_on(moment)
        if spoken is None or spoken == moment.day:
            return sense
        note = f"said on {spoken:%A %d %B %Y}: the named day wins over counting"
        return replace(sense, notes=(*sense.notes, note))

    def spoken_on(self, moment: Moment) -> date | None:
        """The day on which the two agree; the moment's own day where only a weekday is named and fits.

        None where the name is no day of the calendar: "today, 31 April".
        """
        if self.name.month is None and self.name.day is None:
            wanted = ((self.name.weekday or 0) - self.deictic.count) % 7
            return moment.day - timedelta(days=(moment.day.weekday() - wanted) % 7)
        named = said(self.name, moment).interval
        return named.start.date() - timedelta(days=self.deictic.count) if named and named.start else None


TODAY = Shift(Unit.DAY, 0)
