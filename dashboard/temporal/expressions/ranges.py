"""Stretches of the calendar: from one time to another, thirds, seasons, quarters, decades."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.granularity import Granularity as G
from dashboard.temporal.calendar.interval import Interval
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.calendar.sun import BySun
from dashboard.temporal.calendar.timex_types import TimexType
from dashboard.temporal.calendar.units import Unit
from dashboard.temporal.expressions.days import nearest
from dashboard.temporal.expressions.offsets import shifted
from dashboard.temporal.expressions.sense import Expression, OfWhole, Sense, date_sense
from dashboard.text import Span

_UNITS = {G.WEEK: Unit.WEEK, G.MONTH: Unit.MONTH, G.QUARTER: Unit.QUARTER, G.YEAR: Unit.YEAR}
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Range(Expression):
    """From one time to another: 18 to 23 February, between 2 and 4 a.m.; ``spans`` are the two ends' words."""

    first: Expression
    last: Expression
    spans: tuple[Span, Span] | None = None

    @property
    def annotated(self) -> tuple[tuple[Expression, Span], ...]:
        """The two ends."""
        last = Ending(self.first, self.last)
        return ((self.first, self.spans[0]), (last, self.spans[1])) if self.spans else ()

    @property
    def last_end(self) -> Expression:
        """The last end."""
        return self.last

    @property
    def years_named(self) -> tuple[int, ...]:
        """Those of both ends."""
        return self.first.years_named + self.last.years_named

    @property
    def leaves_out(self) -> bool:
        """As its first end does."""
        return self.first.leaves_out

    def at(self, moment: Moment) -> Sense:
        """The start of the first to the end of the last; a clock time that ends it is its end."""
        first, last = self.first.at(moment), Ending(self.first, self.last).at(moment)
        if first.interval is None or last.interval is None:
            return first
        start = first.interval.start
        end = last.interval.start if self.last.is_clock else last.interval.end
        if start is None or end is None or end <= start:
            return first
        granularity = first.interval.granularity.coarser(last.interval.granularity)
        begun, over = first.sun.start if first.sun else None, last.sun.end if last.sun else None
        return Sense(
            Interval(start, end, granularity),
            first.type,
            f"{first.value}/{last.value}",
            first.notes,
            sun=BySun(begun, over) if begun or over else None,
        )


@dataclass(frozen=True, slots=True)
class Ending(Expression):
    """The last end of a stretch, which lies after the first: from today to 17 November, December to March."""

    first: Expression
    last: Expression

    def at(self, moment: Moment) -> Sense:
        """As by itself; where that lies before the first end, the next one after it."""
        first, last = self.first.at(moment).interval, self.last.at(moment)
        if first is None or last.interval is None or first.start is None or last.interval.start is None:
            return last
        if last.interval.start >= first.start:
            return last
        ahead = replace(moment, future=True, past=False)
        for day in (first.start.date(), first.start.date() + cal.DAY):  # "from 10 p.m. to 6 a.m."
            last = self.last.at(replace(ahead, day=day, mentioned=Interval.of_day(day)))
            if last.interval and last.interval.start and last.interval.start >= first.start:
                break
        return last


@dataclass(frozen=True, slots=True)
class Edge(OfWhole):
    """The early, middle or late third of something longer than a day: early May, late 2011."""

    which: str

    def at(self, moment: Moment) -> Sense:
        """That third; TIMEX3 keeps the value of the whole."""
        sense = self._whole_at(moment)
        whole = sense.interval
        if whole is None or whole.start is None or whole.end is None:
            return sense
        third = (whole.end - whole.start) / 3
        first = {"START": 0, "MID": 1, "END": 2}[self.which]
        start, end = whole.start + first * third, whole.start + (first + 1) * third
        return replace(sense, interval=Interval(_full_hour(start), _full_hour(end), whole.granularity))

    def _whole_at(self, moment: Moment) -> Sense:
        """The whole; where its end is told as over and is still to come, the one before it."""
        sense = self.whole.at(moment)
        if not (self.which == "END" and isinstance(self.whole, ThisPeriod)):
            return sense
        other = _another_year(moment)
        if other and self.whole.unit == Unit.YEAR and not (moment.future or moment.narrative):
            return date_sense(other)
        if not moment.past:
            return sense
        last = sense.interval.end if sense.interval else None
        long = moment.mentioned_long
        counts_from_speech = not moment.narrative and (long is None or long.granularity is G.MONTH)
        return self.whole.gone_by(moment) if counts_from_speech and last and last > moment.latest else sense


def _another_year(moment: Moment) -> Interval | None:
    """The year of the month last mentioned, where that is another: "In March 2009 they rose", and not "In March he said"."""
    long = moment.mentioned_long
    if long is None or long.start is None or long.granularity is not G.MONTH:
        return None
    return cal.year_of(long.start.year) if long.start.year < moment.day.year else None


def _full_hour(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)


def _this(before: Interval, after: Interval, moment: Moment) -> Interval:
    """The season that "this winter" means: the one going on, else the one nearer in time or by tense."""
    if before.end is None or after.start is None:
        return after
    since, until = (moment.base - before.end.date()).days, (after.start.date() - moment.base).days
    if since < 0 or until <= 0:
        return before if since < 0 else after
    return after if moment.future or (until < since and not moment.past) else before


@dataclass(frozen=True, slots=True)
class SeasonOf(Expression):
    """A season: of a year if stated, ``shift`` seasons of its name from now, or of a year counted from this one."""

    letters: str
    month: int
    year: int | None = None
    shift: int | None = None
    year_shift: int | None = None
    mentioned: bool = False

    @property
    def steps_ahead(self) -> bool:
        """Next summer."""
        return (self.shift or 0) > 0

    def at(self, moment: Moment) -> Sense:
        """Three months; the latest such season up to the moment, or ("that spring") that of the time last mentioned."""
        chosen = self._chosen(moment)
        year = chosen.start.year if chosen.start else 0
        if self.year is None and chosen.end and chosen.end.year > year:
            year = chosen.end.year  # a winter whose year is not stated is written by the year that it ends in
        return Sense(chosen, TimexType.DATE, f"{year:04d}-{self.letters}")

    def _chosen(self, moment: Moment) -> Interval:
        base = moment.base.year
        if self.year is not None:
            return self._of(self.year)
        if self.year_shift is not None:
            return self._of(moment.day.year + self.year_shift)
        if self.mentioned and moment.mentioned_span.start:
            told = moment.mentioned_span
            year = moment.mentioned_span.start.year
            return min((self._of(year + step) for step in (0, -1, 1)), key=lambda each: _apart(told, each))
        if self.shift is None:
            return nearest([self._of(base + step) for step in (-1, 0, 1)], moment)
        if self.shift == 0:
            return _this(self._of(base - 1), self._of(base), moment)
        over = replace(moment, future=False, past=True)
        current = nearest([self._of(base + step) for step in (-1, 0)], over)
        return self._of((current.start.year if current.start else base) + max(0, self.shift))

    def _of(self, year: int) -> Interval:
        return cal.months(datetime(year, self.month, 1), 3, G.SEASON)


def _apart(first: Interval, second: Interval) -> timedelta:
    """How far two times lie apart; nothing where they overlap."""
    if not (first.start and first.end and second.start and second.end):
        return timedelta.max
    return max(first.start - second.end, second.start - first.end, timedelta())


@dataclass(frozen=True, slots=True)
class QuarterOf(Expression):
    """A quarter of a year; the year follows from the moment if not stated."""

    number: int
    year: int | None = None
    year_shift: int | None = None
    fiscal: bool = False

    @property
    def names_quarter(self) -> bool:
        """It does."""
        return True

    @property
    def is_fiscal(self) -> bool:
        """Whether the words say so."""
        return self.fiscal

    def at(self, moment: Moment) -> Sense:
        """Three months."""
        if self.year is not None:
            return date_sense(self._of(self.year))
        if self.year_shift is not None:
            return date_sense(self._of(moment.day.year + self.year_shift))
        known = replace(moment, future=False)  # "expected to report third-quarter losses": the one gone by
        return date_sense(nearest([self._of(moment.base.year + step) for step in (-1, 0, 1)], known))

    def _of(self, year: int) -> Interval:
        return cal.months(datetime(year, 3 * self.number - 2, 1), 3, G.QUARTER)


@dataclass(frozen=True, slots=True)
class HalfOf(OfWhole):
    """The first or second half of a year, a month, a decade."""

    number: int

    def at(self, moment: Moment) -> Sense:
        """Half of it; TIMEX3 writes a year's 2008-H2 and has no way to write another's."""
        sense = self.whole.at(moment)
        whole = sense.interval
        if whole is None or whole.start is None or whole.end is None:
            return sense
        if whole.granularity is G.YEAR:
            half = cal.months(whole.start.replace(month=6 * self.number - 5), 6, G.QUARTER)
            return replace(sense, interval=half, value=f"{whole.start.year:04d}-H{self.number}")
        middle = _full_hour(whole.start + (whole.end - whole.start) / 2)
        ends = (whole.start, middle) if self.number == 1 else (middle, whole.end)
        return replace(sense, interval=Interval(*ends, whole.granularity))


@dataclass(frozen=True, slots=True)
class ThisPeriod(Expression):
    """The one that a report is about and need not name: "the year", "the quarter", "the weekend"."""

    unit: str

    def at(self, moment: Moment) -> Sense:
        """What was last mentioned if it is so long; else the current one, the last whole quarter, the last weekend."""
        long = moment.mentioned_long
        if long and self.unit == _UNITS.get(long.granularity) and not self._is_to_come(long, moment):
            return date_sense(long)
        mentioned = self.told_day(moment)
        if self.unit == Unit.QUARTER:
            return date_sense(moment.quarter_told or shifted(mentioned, Unit.QUARTER, -1))
        if self.unit == Unit.WEEKEND:
            back = 0 if moment.future or mentioned.weekday() >= _SATURDAY else -1
            weekend = shifted(mentioned, Unit.WEEKEND, back)
            return Sense(weekend, TimexType.DATE, cal.weekend_value(weekend))
        return date_sense(shifted(mentioned, self.unit, 0))

    def told_day(self, moment: Moment) -> date:
        """The day in which it is: of a week or a month the one last mentioned, "on 17 March … earlier in the month"; else the report's."""
        told = moment.mentioned_day
        short = self.unit in (Unit.WEEK, Unit.MONTH) and not moment.future and told < moment.day
        return told if moment.narrative or short else moment.day

    def _is_to_come(self, long: Interval, moment: Moment) -> bool:
        """Whether what was mentioned lies ahead where nothing looks ahead: "is to open in 2030. Sales fell in the year"."""
        ahead = long.start is not None and long.start.date() > moment.day
        return ahead and not (moment.future or moment.narrative)

    def gone_by(self, moment: Moment) -> "Sense":
        """The last whole one: "had doubled by the end of the year" is of the year that is over."""
        return date_sense(shifted(moment.day, self.unit, -1))


@dataclass(frozen=True, slots=True)
class LastMentionedSpan(Expression):
    """The time last mentioned, however long: at the same time, that period."""

    def at(self, moment: Moment) -> Sense:
        """Itself again."""
        return date_sense(moment.mentioned_span)


@dataclass(frozen=True, slots=True)
class Years(Expression):
    """A decade or a century by its first year."""

    first: int
    count: int
    is_timeless = True

    def at(self, moment: Moment) -> Sense:  # noqa: ARG002 - named years are the same whenever said
        """Ten or a hundred years."""
        return date_sense(cal.years(self.first, self.count, G.DECADE if self.count == 10 else G.CENTURY))


@dataclass(frozen=True, slots=True)
class Fixed(Expression):
    """An interval that needs no moment."""

    interval: Interval
    type: TimexType = TimexType.DATE
    value: str = ""
    is_fixed = True
    is_timeless = True
    tells_day = True

    def at(self, moment: Moment) -> Sense:  # noqa: ARG002 - it needs none
        """Itself."""
        return Sense(self.interval, self.type, self.value or cal.timex_value(self.interval))
