"""Days, months and years as calendars name them; what was not stated follows from the moment."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.granularity import Granularity
from dashboard.temporal.calendar.interval import Interval, midnight
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.expressions.sense import (
    Deixis,
    Expression,
    Other,
    Sense,
    StatedDate,
    TwoWays,
    date_sense,
)

_MONTHS_TOLD = timedelta(days=400)  # so far back a month that was told is that of "the 26th"
_FAR_NEARER = 4  # so many times nearer must a date ahead be to be meant

_FAR_AHEAD, _LAST_WEEKS = 330, 21  # days
_LEAP_YEARS = 9  # so far apart may two 29 Februaries be, and one year more
_A_LEAP_YEAR, _NEXT = 2000, 1
_BACKWARD = 1.5  # a chronicle goes on more often than back
_BEHIND_ITS_BEGINNING = 3  # and seldom back behind the first time that it told


@dataclass(frozen=True, slots=True)
class Calendar(StatedDate, Expression):
    """A date with what was stated of it: year, month, day, weekday; what was not stated follows from the moment."""

    tells_moment = True
    counts_from_speech = False

    @property
    def stated(self) -> StatedDate:
        """Itself."""
        return self

    @property
    def tells_day(self) -> bool:
        """Whether a day of a month or of a week is named."""
        return self.day is not None or self.weekday is not None

    @property
    def names_month(self) -> bool:
        """Whether the month is stated."""
        return self.month is not None

    @property
    def years_named(self) -> tuple[int, ...]:
        """The year, if stated."""
        return (self.year,) if self.year else ()

    @property
    def leaves_out(self) -> bool:
        """Whether the year is left out."""
        return self.year is None

    @property
    def deixis(self) -> Deixis:
        """A weekday alone is the one near the day of speech."""
        return Deixis.NEAR if self.weekday_only else Deixis.NONE

    def at(self, moment: Moment) -> Sense:
        """The latest such date up to the moment; the next one where the words look ahead."""
        if self.month is None and self.day is None:
            if self.year is not None:
                return date_sense(cal.year_of(self.year))
            return date_sense(Interval.of_day(_weekday(self.weekday or 0, moment)))
        if self.day is None:
            return date_sense(self._month(moment))
        chosen = self._day(moment)
        sense = date_sense(Interval.of_day(chosen), *self._misfit(chosen, moment))
        return _in_two_ways(sense, self.two_ways, moment) if self.two_ways else sense

    def _month(self, moment: Moment) -> Interval:
        if self.year is not None:
            return cal.month_of(self.year, self.month or 1)
        candidates = [cal.month_of(moment.base.year + shift, self.month or 1) for shift in (-1, 0, 1)]
        return nearest(candidates, moment)

    def _day(self, moment: Moment) -> date:
        candidates = self._candidates(moment)
        fitting = [day for day in candidates if self.weekday in (None, day.weekday())] or candidates
        if self.weekday is not None and fitting:  # the weekday tells the year, past or to come
            return min(fitting, key=lambda day: abs(day - moment.base))
        if self.month is None and (told := self._in_month_told(moment)):
            return told
        chosen = nearest([Interval.of_day(day) for day in fitting], moment).start
        return chosen.date() if chosen else moment.day

    def _in_month_told(self, moment: Moment) -> date | None:
        """The day of the month last mentioned, gone by: "On 14 June … On the 26th", or under a heading "June 2024", "14–16 June"."""
        told, now = moment.mentioned_span, moment.written or moment.day
        if moment.narrative or told.start is None or told.granularity.rank > Granularity.MONTH.rank:
            return None
        if not timedelta(0) < midnight(now) - told.start < _MONTHS_TOLD:
            return None
        with suppress(cal.NoSuchDayError):
            found = cal.day_of(told.start.year, told.start.month, self.day or 1)
            goes_on = told.granularity is Granularity.MONTH or found >= told.start.date()
            return found if goes_on and found <= now else None
        return None

    def _candidates(self, moment: Moment) -> list[date]:
        """The days that may be meant, in order; raises NoSuchDayError where there is none."""
        base, day = moment.base, self.day or 1
        if self.year is not None:
            return [cal.day_of(self.year, self.month or 1, day)]
        if self.month is None:
            first = datetime(base.year, base.month, 1)
            steps = [cal.add_months(first, step) for step in range(-2, 3)]
            return _real((step.year, step.month, day) for step in steps)
        reach = 6 if self.weekday is not None else 1
        near = _real((year, self.month, day) for year in range(base.year - reach, base.year + 2))
        far = range(base.year - _LEAP_YEARS, base.year + _LEAP_YEARS)
        return (
            near or _real((year, self.month, day) for year in far) or [cal.day_of(base.year, self.month, day)]
        )

    def _misfit(self, chosen: date, moment: Moment) -> Iterator[str]:
        if self.weekday not in (None, chosen.weekday()):
            yield f"the weekday does not fit: {chosen:%d %B %Y} is a {chosen:%A}"
        if self.year is None and abs(chosen.year - moment.base.year) > _NEXT and self.weekday is None:
            yield f"{moment.base.year} has no {chosen.day} {chosen:%B}: that of {chosen.year} is meant"


def _in_two_ways(sense: Sense, two_ways: TwoWays, moment: Moment) -> Sense:
    """The day as its document writes dates; where nothing tells that, not a day to come of which nothing speaks."""
    other = Other(Interval.of_day(two_ways.other), two_ways.why)
    usual = sense.interval
    if _is_to_come(usual, moment) and not (two_ways.told or _is_to_come(other.interval, moment)):
        kept = (Other(usual, two_ways.note),) if usual else ()
        return replace(date_sense(other.interval, *sense.notes, two_ways.turned), others=kept)
    return replace(sense, notes=(*sense.notes, two_ways.note), others=(*sense.others, other))


def _is_to_come(day: Interval | None, moment: Moment) -> bool:
    ahead = day is not None and day.start is not None and day.start.date() > moment.day
    return ahead and not moment.future


@dataclass(frozen=True, slots=True)
class NoDay(Expression):
    """A date that no calendar has: 2018-02-30, 31/04/2018, the 32nd of May."""

    year: int | None
    month: int
    day: int

    def at(self, moment: Moment) -> Sense:  # noqa: ARG002 - the same whenever said
        """Never a day; raises NoSuchDayError with the reason."""
        return date_sense(Interval.of_day(cal.day_of(self.year or _A_LEAP_YEAR, self.month, self.day)))


def _real(dates: Iterable[tuple[int, int, int]]) -> list[date]:
    """Those of the dates that are days."""
    found = []
    for each in dates:
        with suppress(cal.NoSuchDayError):
            found.append(cal.day_of(*each))
    return found


def _weekday(weekday: int, moment: Moment) -> date:
    mentioned = moment.mentioned
    if moment.narrative and mentioned and mentioned.granularity.rank <= Granularity.DAY.rank:
        return moment.mentioned_day + timedelta(days=(weekday - moment.mentioned_day.weekday()) % 7)
    if moment.future:
        return moment.day + timedelta(days=(weekday - moment.day.weekday()) % 7)
    return moment.day - timedelta(days=(moment.day.weekday() - weekday) % 7)


def nearest(candidates: list[Interval], moment: Moment) -> Interval:
    """The candidate meant when the year was not stated.

    A chronicle keeps close to the time mentioned. A report means the latest begun, the next one where its
    words look ahead, and the next one too where that is far nearer and no word says that it is over.
    """
    placed = [each for each in candidates if each.start and each.end]
    if not placed:
        return Interval.of_day(moment.day)
    if moment.narrative:
        mentioned = _whole_year(moment.mentioned or Interval.of_day(moment.day))
        return min(
            placed, key=lambda each: (_step_from(mentioned, each, moment.began), not each.overlaps(mentioned))
        )
    base = midnight(moment.base)
    behind = [each for each in placed if _days(base, each.start) <= 0]
    ahead = [each for each in placed if _days(base, each.end) > 0]
    return _either(behind[-1] if behind else placed[0], ahead[0] if ahead else placed[-1], moment)


def _either(behind: Interval, ahead: Interval, moment: Moment) -> Interval:
    """The date gone by or the one to come.

    In an entry under an older day the days up to the writing are over too: "21 November – … on the night of Nov 22". A day that
    heads an entry of a chronicle, told in the present ("14 January – Rebels attack"), is no day of the months to come.
    """
    base = midnight(moment.base)
    to_go, gone_by = _days(base, ahead.start), -_days(base, behind.start)
    nearer = _FAR_NEARER * to_go < gone_by
    if moment.written and ahead.start and ahead.start <= midnight(moment.written):
        return ahead if moment.future or nearer else behind
    if moment.heads:
        return ahead if nearer and (moment.future or to_go <= _LAST_WEEKS) else behind
    if moment.future and _just_over(base, behind) and to_go > _FAR_AHEAD:
        return behind
    return ahead if moment.future or (nearer and not moment.past) else behind


def _just_over(base: datetime, behind: Interval) -> bool:
    """Whether it was in the last weeks: "by 14 January", said on the 15th, is no day of next year."""
    return 0 <= -_days(base, behind.start) <= _LAST_WEEKS


def _step_from(mentioned: Interval, each: Interval, began: datetime | None) -> float:
    """How far a chronicle would have to go, on or back; not at all if the two overlap."""
    weight = _BEHIND_ITS_BEGINNING if began and each.end and each.end <= began else _BACKWARD
    return max(_days(mentioned.end, each.start), weight * _days(each.end, mentioned.start), 0)


def _whole_year(mentioned: Interval) -> Interval:
    """Late 1949 stands for all of 1949 when a month without a year follows."""
    if mentioned.granularity is not Granularity.YEAR or mentioned.start is None:
        return mentioned
    return cal.year_of(mentioned.start.year)


def _days(first: datetime | None, last: datetime | None) -> int:
    return (last - first).days if first and last else 0


@dataclass(frozen=True, slots=True)
class Weekday(Expression):
    """A weekday so many of its name on or back: last Friday, next Monday, two Saturdays ago.

    ``from_mentioned`` counts from the day last mentioned: the following Monday.
    """

    weekday: int
    step: int
    from_mentioned: bool = False
    deixis = Deixis.NEAR

    @property
    def counts_from_speech(self) -> bool:
        """Unless it counts from the day last mentioned."""
        return not self.from_mentioned

    def at(self, moment: Moment) -> Sense:
        """The latest ones before, or the first ones after, the reference day, that day itself left out."""
        if self.step == 0:
            return date_sense(Interval.of_day(_weekday(self.weekday, moment)))
        base = moment.mentioned_day if self.from_mentioned else moment.day
        sign = 1 if self.step > 0 else -1
        gap = (self.weekday - base.weekday()) * sign % 7 or 7
        return date_sense(Interval.of_day(base + timedelta(days=sign * gap, weeks=self.step - sign)))


@dataclass(frozen=True, slots=True)
class MonthStep(Expression):
    """A month named with last, this or next."""

    month: int
    step: int

    @property
    def steps_ahead(self) -> bool:
        """Next March."""
        return self.step > 0

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
