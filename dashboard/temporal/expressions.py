"""What time words mean, before anybody says when they were spoken.

Rules turn words into expressions; an expression and a moment of speech give a Sense. That order lets one
reading be counted again from another day, which is how the publication date is worked out and how words
without a date stay relative.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from dashboard.temporal import calendar as cal
from dashboard.temporal.granularity import Granularity as G
from dashboard.temporal.interval import Interval, midnight
from dashboard.temporal.moment import Moment
from dashboard.text import Span


@dataclass(frozen=True, slots=True)
class Other:
    """Another reading of the same words, and why it was not taken."""

    interval: Interval
    why: str


@dataclass(frozen=True, slots=True)
class Sense:
    """What an expression says at a moment: the interval, TIMEX3 type and value, what to note."""

    interval: Interval | None
    type: str
    value: str
    notes: tuple[str, ...] = ()
    others: tuple[Other, ...] = ()


class Expression(Protocol):
    """Time words, understood but not yet counted."""

    def at(self, moment: Moment) -> Sense:
        """What it says when spoken at that moment."""


def date_sense(interval: Interval, *notes: str) -> Sense:
    """A DATE on the calendar."""
    return Sense(interval, "DATE", cal.timex_value(interval), notes)


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
        return _nearest(candidates, moment)

    def _day(self, moment: Moment) -> date:
        candidates = [day for day in self._candidates(moment) if day is not None]
        fitting = [day for day in candidates if self.weekday in (None, day.weekday())] or candidates
        chosen = _nearest([Interval.of_day(day) for day in fitting], moment).start
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
            _day(year, self.month, self.day or 1) for year in range(base.year - reach, base.year + 2) if year > 0
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


def _nearest(candidates: list[Interval], moment: Moment) -> Interval:
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
class Shift:
    """So many units from the reference, or from the time last told (``from_told``): yesterday, last week."""

    unit: str
    count: int
    from_told: bool = False

    def at(self, moment: Moment) -> Sense:
        """The unit so many steps away, whole: last week is a week, a year ago a year."""
        base = moment.told_day if self.from_told or moment.narrative else moment.day
        notes = () if not self.from_told or moment.told else ("nothing was told before; counted from the report",)
        if self.unit in ("TH", "TM", "TS"):
            return self._clock(moment)
        return date_sense(shifted(base, self.unit, self.count), *notes)

    def _clock(self, moment: Moment) -> Sense:
        step = timedelta(hours=1) if self.unit == "TH" else timedelta(minutes=1)
        start = moment.told.start if self.from_told and moment.told else None
        if start is None and not moment.exact:
            window = Interval(midnight(moment.day), moment.latest, G.DAY)
            return Sense(window, "TIME", cal.timex_value(window), ("the report's clock is not known: its whole day",))
        at = (start or moment.latest) + self.count * step
        granularity = G.HOUR if self.unit == "TH" else G.MINUTE
        interval = Interval(at, at + step, granularity)
        return Sense(interval, "TIME", cal.timex_value(interval))


def shifted(day: date, unit: str, count: int) -> Interval:
    """The unit that lies so many units from the one that holds the day.

    >>> str(shifted(date(2018, 5, 21), "M", -1))
    '2018-04-01 00:00 – 2018-05-01 00:00 (month)'
    """
    start = midnight(day)
    try:
        return _shifted(start, unit, count)
    except (ValueError, OverflowError):  # beyond the calendar
        return Interval.of_day(day)


def _shifted(start: datetime, unit: str, count: int) -> Interval:
    if unit == "D":
        return Interval.of_day((start + timedelta(days=count)).date())
    if unit in ("W", "2W"):
        return cal.week_of((start + timedelta(days=(7 if unit == "W" else 14) * count)).date())
    if unit == "WE":
        return cal.weekend_of((start + timedelta(days=7 * count)).date())
    if unit == "M":
        return cal.months(cal.add_months(start, count), 1, G.MONTH)
    if unit == "Q":
        first = start.replace(month=(start.month - 1) // 3 * 3 + 1, day=1)
        return cal.months(cal.add_months(first, 3 * count), 3, G.QUARTER)
    if unit == "10Y":
        return cal.years((start.year // 10 + count) * 10, 10, G.DECADE)
    if unit == "100Y":
        return cal.years((start.year // 100 + count) * 100, 100, G.CENTURY)
    return cal.year_of(start.year + count)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a day: Sunday night, this morning."""

    day: Expression
    part: cal.PartOfDay

    def at(self, moment: Moment) -> Sense:
        """Those hours of that day."""
        sense = self.day.at(moment)
        if sense.interval is None or sense.interval.start is None:
            return sense
        interval = self.part.of(sense.interval.start.date())
        value = f"{interval.start:%Y-%m-%d}T{self.part.letters}" if interval.start else ""
        return replace(sense, interval=interval, type="TIME", value=value)


@dataclass(frozen=True, slots=True)
class MidnightAfter:
    """After midnight of a day: the midnight that ends it, so the first hours of the next."""

    day: Expression
    convention = "after midnight of a day is counted into the day that then begins"

    def at(self, moment: Moment) -> Sense:
        """00:00–06:00 of the next day, with the other reading kept."""
        sense = self.day.at(moment)
        if sense.interval is None or sense.interval.start is None:
            return sense
        named = sense.interval.start.date()
        early = cal.PartOfDay(0, 6, "NI")
        other = Other(early.of(named), "if the midnight that begins the day is meant")
        day = named + cal.DAY
        return Sense(early.of(day), "TIME", f"{day}TNI", (*sense.notes, self.convention), (other,))


@dataclass(frozen=True, slots=True)
class NextEarly:
    """The day whose first hours "after midnight" means when no day is told."""

    def at(self, moment: Moment) -> Sense:
        """The reference day; the next one where the words look ahead."""
        return Shift("D", int(moment.future)).at(moment)


@dataclass(frozen=True, slots=True)
class NightBefore:
    """The day on whose evening the night began that ends on another day."""

    day: Expression

    def at(self, moment: Moment) -> Sense:
        """The day before; the reference day itself where the words look ahead."""
        sense = self.day.at(moment)
        if moment.future or sense.interval is None or sense.interval.start is None:
            return sense
        return date_sense(Interval.of_day(sense.interval.start.date() - cal.DAY), *sense.notes)


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time of a day; ``zone`` is the gloss beside it, if any."""

    day: Expression
    hour: int
    minute: int | None = None
    about: bool = False

    def at(self, moment: Moment) -> Sense:
        """An hour or a minute, as told."""
        sense = self.day.at(moment)
        if sense.interval is None or sense.interval.start is None:
            return sense
        start = sense.interval.start.replace(hour=0, minute=0) + timedelta(hours=self.hour, minutes=self.minute or 0)
        step = timedelta(hours=1) if self.minute is None else timedelta(minutes=1)
        interval = Interval(start, start + step, G.HOUR if self.minute is None else G.MINUTE)
        value = f"{start:%Y-%m-%dT%H}:{start:%M}"
        return replace(sense, interval=interval, type="TIME", value=value)


@dataclass(frozen=True, slots=True)
class Named:
    """A day said twice: a word counted from the reference ("yesterday") and its name ("Saturday the 19th").

    The name wins, and tells on which day the words were spoken.
    """

    deictic: Shift
    name: Calendar

    def at(self, moment: Moment) -> Sense:
        """The named day; a weekday alone is the one nearest to what the word says."""
        if self.name.full:
            sense = self.name.at(moment)
        else:
            counted = self.deictic.at(moment).interval
            day = counted.start.date() if counted and counted.start else moment.day
            sense = self.name.at(replace(moment, day=day, narrative=False, future=False))
        said = self.spoken_on(moment)
        if said == moment.day:
            return sense
        return replace(sense, notes=(*sense.notes, f"said on {said:%A %d %B %Y}: the named day wins over counting"))

    def spoken_on(self, moment: Moment) -> date:
        """The day on which the two agree; the moment's own day where only a weekday is named and fits."""
        if self.name.month is None and self.name.day is None:
            wanted = ((self.name.weekday or 0) - self.deictic.count) % 7
            return moment.day - timedelta(days=(moment.day.weekday() - wanted) % 7)
        named = self.name.at(moment).interval
        start = named.start if named and named.start else midnight(moment.day)
        return start.date() - timedelta(days=self.deictic.count)


@dataclass(frozen=True, slots=True)
class Length:
    """An amount of time: 2 days, 36 hours, some months (no count)."""

    unit: str
    count: float | None
    elided: bool = False

    def at(self, moment: Moment) -> Sense:  # noqa: ARG002 - a length is the same whenever it is said
        """A DURATION; not placed on the line by itself."""
        notes = ("the unit is missing: hours, as reports count them",) if self.elided else ()
        return Sense(None, "DURATION", self.value, notes)

    @property
    def value(self) -> str:
        """TIMEX3's way to write it: P2D, PT36H, PXM.

        >>> Length("TH", 36).value, Length("M", None).value, Length("10Y", 2).value
        ('PT36H', 'PXM', 'P20Y')
        """
        many = {"10Y": 10, "100Y": 100, "2W": 2}.get(self.unit, 1)
        letter = self.unit.lstrip("0123456789")
        if self.count is None:
            amount = "X"
            letter = {"10Y": "DE", "100Y": "CE"}.get(self.unit, letter)
        else:
            amount = f"{self.count * many:g}"
        if letter.startswith("T"):
            return f"PT{amount}{letter[1:]}"
        return f"P{amount}{letter}"

    def before(self, end: datetime) -> datetime | None:
        """The moment this long before; None when nobody told how long, or beyond the calendar."""
        if self.count is None:
            return None
        try:
            if self.unit in _MONTHS:
                return cal.add_months(end, -round(self.count * _MONTHS[self.unit]))
            return end - self.count * _STEPS[self.unit]
        except (OverflowError, ValueError):  # longer than the calendar
            return None


_MONTHS = {"M": 1, "Q": 3, "Y": 12, "10Y": 120, "100Y": 1200}
_STEPS = {
    "TS": timedelta(seconds=1),
    "TM": timedelta(minutes=1),
    "TH": timedelta(hours=1),
    "D": timedelta(days=1),
    "W": timedelta(weeks=1),
    "2W": timedelta(weeks=2),
    "WE": timedelta(days=2),
}
SHORT = ("TS", "TM", "TH")


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch that ends at the moment (past 24 hours) or begins there (next two weeks)."""

    length: Length
    ahead: bool = False

    def at(self, moment: Moment) -> Sense:
        """The outer bounds: with no clock known, the whole day of speech lies within."""
        day = midnight(moment.day)
        if self.ahead:
            latest = self.length.before(moment.latest)
            end = moment.latest + (moment.latest - latest) if latest else None
            start = moment.latest if moment.exact else day
        else:
            end = moment.latest
            start = self._start(moment)
        interval = Interval(start, end, self._granularity) if start is None or end is None or start < end else None
        carried = moment.carried_from and "carried over from an earlier report or new: both days lie within"
        return Sense(interval, "DURATION", self.length.value, (carried,) if carried else ())

    def _start(self, moment: Moment) -> datetime | None:
        begin = moment.latest if moment.exact else midnight(moment.day)
        if self.length.count is None:
            return midnight(moment.carried_from or moment.day) if self.length.unit in SHORT else None
        return self.length.before(begin)

    @property
    def _granularity(self) -> G:
        return G.DAY if self.length.unit in SHORT else unit_granularity(self.length.unit)


def unit_granularity(unit: str) -> G:
    """How fine a count of such units is."""
    return {"TH": G.HOUR, "TM": G.MINUTE, "TS": G.MINUTE, "D": G.DAY, "WE": G.DAY, "W": G.WEEK, "2W": G.WEEK,
            "M": G.MONTH, "Q": G.QUARTER, "10Y": G.DECADE, "100Y": G.CENTURY}.get(unit, G.YEAR)  # fmt: skip


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
        return Sense(Interval(start, end, granularity), first.type, f"{first.value}/{last.value}", first.notes)


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
        start, end = (moment_.replace(minute=0, second=0, microsecond=0) for moment_ in (start, end))
        return replace(sense, interval=Interval(start, end, whole.granularity))


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
            current = _nearest([self._of(moment.base.year + step) for step in (-1, 0)], moment)
            year = current.start.year if current.start else moment.base.year
            chosen = self._of(year + (self.shift if self.shift > 0 else 0))
        else:
            chosen = _nearest([self._of(moment.base.year + step) for step in (-1, 0, 1)], moment)
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
        return date_sense(candidates[0] if self.year else _nearest(candidates, moment))


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
class WeekdayOfWeek:
    """A weekday of a week told by counting: Monday of last week."""

    weekday: int
    week: Shift

    def at(self, moment: Moment) -> Sense:
        """That day of that week, weeks counted from Monday."""
        week = self.week.at(moment).interval
        start = week.start if week and week.start else midnight(moment.day)
        return date_sense(Interval.of_day((start + timedelta(days=self.weekday)).date()))


@dataclass(frozen=True, slots=True)
class MonthOfYear:
    """A month of a year told by counting: March of last year."""

    month: int
    year: Shift

    def at(self, moment: Moment) -> Sense:
        """That month."""
        year = self.year.at(moment).interval
        return date_sense(cal.month_of(year.start.year if year and year.start else moment.day.year, self.month))


@dataclass(frozen=True, slots=True)
class From:
    """So many units after (or, below zero, before) another time: two days after Monday."""

    start: Expression
    unit: str
    count: int

    def at(self, moment: Moment) -> Sense:
        """Counted from the first day of the other."""
        sense = self.start.at(moment)
        if sense.interval is None or sense.interval.start is None or self.unit in SHORT:
            return sense
        return date_sense(shifted(sense.interval.start.date(), self.unit, self.count), *sense.notes)


@dataclass(frozen=True, slots=True)
class Ago:
    """A vague or broken amount of time ago: a few days ago, two and a half years ago."""

    length: Length

    def at(self, moment: Moment) -> Sense:
        """From ten such units ago to one ago; hours ago are of the same day."""
        count, unit = self.length.count, self.length.unit
        if unit in SHORT:
            return Sense(Interval(midnight(moment.day), moment.latest, G.DAY), "DATE", "PAST_REF")
        if count is None:
            start, end = Length(unit, 10).before(midnight(moment.day)), Length(unit, 1).before(moment.latest)
        else:
            start, end = (Length(unit, count + step).before(moment.latest) for step in (0.5, -0.5))
        interval = Interval(start, end, unit_granularity(unit)) if start and end else None
        return Sense(interval, "DATE", "PAST_REF", ("how many was not told: one to ten",) if count is None else ())


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


@dataclass(frozen=True, slots=True)
class Ref:
    """Now, once, some day: PRESENT_REF, PAST_REF, FUTURE_REF."""

    value: str

    def at(self, moment: Moment) -> Sense:
        """Now is the reference day; the vague past and future are on no calendar."""
        interval = Interval(midnight(moment.day), moment.latest, G.DAY) if self.value == "PRESENT_REF" else None
        return Sense(interval, "DATE", self.value)


@dataclass(frozen=True, slots=True)
class Every:
    """A repetition: every day, weekly."""

    value: str

    def at(self, moment: Moment) -> Sense:  # noqa: ARG002 - a habit has no moment
        """A SET; on no calendar."""
        return Sense(None, "SET", self.value)


@dataclass(frozen=True, slots=True)
class Told:
    """The time last told, as a day: that day, the same night."""

    def at(self, moment: Moment) -> Sense:
        """The day last told; the report's own day, with a note, when nothing was."""
        if moment.told is None:
            return date_sense(Interval.of_day(moment.day), "nothing was told before; the report's own day")
        return date_sense(Interval.of_day(moment.told_day))


@dataclass(frozen=True, slots=True)
class DayCount:
    """The so-manieth day of something: its last day is the reference day."""

    number: int

    def at(self, moment: Moment) -> Sense:
        """The reference day; what it counts from follows."""
        first = moment.day - timedelta(days=self.number - 1)
        return date_sense(Interval.of_day(moment.day), f"day 1 would be {first:%A %d %B %Y}")


TODAY = Shift("D", 0)
