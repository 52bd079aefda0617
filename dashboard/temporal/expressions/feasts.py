"""Feasts and the months of the Islamic calendar: days that a calendar of their own places in each year.

The Islamic months are those of Umm al-Qura, as the library hijridate holds them; where the month begins with
the sighting of the moon it may begin a day earlier or later, and every reading says so.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from types import ModuleType

from dashboard.temporal.calendar import periods as cal
from dashboard.temporal.calendar.granularity import Granularity as G
from dashboard.temporal.calendar.hebrew import hebrew_day, hebrew_fast
from dashboard.temporal.calendar.interval import Interval, midnight
from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.calendar.moon import chinese_day, hindu_day
from dashboard.temporal.calendar.timex_types import TimexType
from dashboard.temporal.expressions.days import nearest
from dashboard.temporal.expressions.sense import Expression, Other, Sense, date_sense

SIGHTING = "by the Umm al-Qura calendar; where the moon is sighted it may be a day earlier or later"
EQUINOX = "at the spring equinox: 20 or 21 March, by the year"
EVENING = "by the Hebrew calendar; it begins on the evening before"
COMPUTED = "by the moon as computed for India; a place may keep it a day earlier or later"
_NO_HIJRI = "outside the years that the Islamic calendar is known for here, 1343 to 1500"
_HIJRI_YEARS = range(1, 1700)  # a year stated beside a feast: 1439 is Islamic, 2018 is not


@dataclass(frozen=True, slots=True)
class Hijri(Expression):
    """A day or a whole month of the Islamic calendar; ``days`` is how long a feast lasts."""

    month: int
    day: int | None = None
    year: int | None = None
    days: int = 1

    def at(self, moment: Moment) -> Sense:
        """Its place in the year stated, else the latest up to the moment, or the next where the words look ahead."""
        candidates = [found for year in self._years(moment.base) if (found := self._in(year))]
        if not candidates:
            return Sense(None, TimexType.DATE, "", (_NO_HIJRI,))
        return date_sense(candidates[0] if self.year else nearest(candidates, moment), SIGHTING)

    def _years(self, base: date) -> Iterator[int]:
        if self.year is not None and self.year in _HIJRI_YEARS:
            yield self.year
            return
        hijri = _hijri_year(date(self.year, 1, 1) if self.year else base)
        if hijri is None:
            return
        years = (hijri - 1, hijri, hijri + 1)
        yield from (
            years if self.year is None else (year for year in years if self._begins_in(year, self.year))
        )

    def _begins_in(self, hijri: int, gregorian: int) -> bool:
        found = self._in(hijri)
        return found is not None and found.start is not None and found.start.year == gregorian

    def _in(self, year: int) -> Interval | None:
        try:
            first = _hijridate().Hijri(year, self.month, 1)
        except (OverflowError, ValueError):  # outside the calendar's years
            return None
        start = midnight(date.fromisoformat(first.to_gregorian().isoformat()))
        if self.day is None:
            return Interval(start, start + first.month_length() * cal.DAY, G.MONTH)
        start += (self.day - 1) * cal.DAY
        return Interval(start, start + self.days * cal.DAY, G.DAY)


@dataclass(frozen=True, slots=True)
class Feast(Expression):
    """A feast of the solar year: ``kind`` says which calendar places it, ``numbers`` where in it.

    fixed: month, day, days · nowruz: the same · easter, orthodox: days from Easter Sunday, days · weekday: month, weekday,
    which one (−1 the last), days · hebrew, hebrew-fast: days from Rosh Hashanah, days · chinese, hindu: as in calendar/moon.py, days.
    """

    kind: str
    numbers: tuple[int, ...]
    year: int | None = None
    is_feast = True

    def at(self, moment: Moment) -> Sense:
        """Its place in the year stated, else the latest up to the moment, or the next where the words look ahead."""
        note = _NOTES.get(self.kind, ())
        if self.year:
            return date_sense(self._in(self.year), *note)
        base = moment.base.year
        return date_sense(nearest([self._in(base + step) for step in (-1, 0, 1)], moment), *note)

    def _in(self, year: int) -> Interval:
        first = _PLACED[self.kind](year, *self.numbers[:-1])
        return Interval(midnight(first), midnight(first) + self.numbers[-1] * cal.DAY, G.DAY)


@dataclass(frozen=True, slots=True)
class TheEid(Expression):
    """The Eid, with nobody saying which of the two."""

    note = "either Eid: the nearer of the two"

    def at(self, moment: Moment) -> Sense:
        """The one nearest to the moment, with the other kept."""
        both = [Hijri(10, 1, None, 3).at(moment), Hijri(12, 10, None, 4).at(moment)]
        near, far = sorted(both, key=lambda sense: _distance(sense, moment))
        others = (Other(far.interval, "if the other Eid is meant"),) if far.interval else ()
        return replace(near, notes=(*near.notes, self.note), others=others)


@dataclass(frozen=True, slots=True)
class DayOfFeast(Expression):
    """The so-manieth day of a feast, or of Ramadan: the second day of Eid al-Adha."""

    number: int
    feast: Hijri | Feast | TheEid

    def at(self, moment: Moment) -> Sense:
        """That day, counted from the feast's first."""
        sense = self.feast.at(moment)
        if sense.interval is None or sense.interval.start is None:
            return sense
        day = sense.interval.start + (self.number - 1) * cal.DAY
        return date_sense(Interval.of_day(day.date()), *sense.notes)


@dataclass(frozen=True, slots=True)
class Nearby(Expression):
    """A feast stated with last (−1), this (0) or next (1); or, as 0, with "before", "until", "by"."""

    feast: Hijri | Feast | TheEid
    step: int = 0
    is_feast = True

    def at(self, moment: Moment) -> Sense:
        """The one behind or ahead; for 0 the nearer of the two, in a chronicle to the time last mentioned."""
        if moment.narrative and not self.step:
            return self.feast.at(moment)
        spoken = replace(moment, narrative=False, past=True, future=False)
        behind, ahead = self.feast.at(spoken), self.feast.at(replace(spoken, past=False, future=True))
        if self.step < 0:
            return behind if _is_over(behind, moment) else self._beside(behind, spoken, -1)
        if self.step > 0:
            return self._beside(ahead, spoken, 1) if _has_begun(ahead, moment) else ahead
        return min(behind, ahead, key=lambda sense: _distance(sense, moment))

    def _beside(self, sense: Sense, spoken: Moment, step: int) -> Sense:
        """The one before or after the one that is being kept."""
        interval = sense.interval
        edge = (interval.start if step < 0 else interval.end) if interval else None
        if edge is None:
            return sense
        other = replace(spoken, day=edge.date() + min(step, 0) * cal.DAY, past=step < 0, future=step > 0)
        return self.feast.at(other)


def _is_over(sense: Sense, moment: Moment) -> bool:
    end = sense.interval.end if sense.interval else None
    return end is not None and end <= midnight(moment.day)


def _has_begun(sense: Sense, moment: Moment) -> bool:
    start = sense.interval.start if sense.interval else None
    return start is not None and start <= midnight(moment.day)


def _distance(sense: Sense, moment: Moment) -> timedelta:
    start = sense.interval.start if sense.interval else None
    return abs(start - midnight(moment.day)) if start else timedelta.max


def _fixed(year: int, month: int, day: int) -> date:
    return date(year, month, day)


def _weekday_of_month(year: int, month: int, weekday: int, which: int) -> date:
    """The fourth Thursday of November, the last Monday of May.

    >>> _weekday_of_month(2018, 11, 3, 4), _weekday_of_month(2018, 5, 0, -1)
    (datetime.date(2018, 11, 22), datetime.date(2018, 5, 28))
    """
    if which < 0:
        after = cal.add_months(datetime(year, month, 1), 1).date()
        return after - timedelta(days=(after.weekday() - weekday - 1) % 7 + 1)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def _easter(year: int, days: int) -> date:
    return _easter_sunday(year, 3) + timedelta(days=days)


def _orthodox(year: int, days: int) -> date:
    return _easter_sunday(year, 2) + timedelta(days=days)


_PLACED: dict[str, Callable[..., date]] = {
    "fixed": _fixed,
    "nowruz": _fixed,
    "easter": _easter,
    "orthodox": _orthodox,
    "weekday": _weekday_of_month,
    "hebrew": hebrew_day,
    "hebrew-fast": hebrew_fast,
    "chinese": chinese_day,
    "hindu": hindu_day,
}
_NOTES = {
    "nowruz": (EQUINOX,),
    "hebrew": (EVENING,),
    "hebrew-fast": (EVENING,),
    "hindu": (COMPUTED,),
}


def _easter_sunday(year: int, method: int) -> date:
    from dateutil.easter import easter  # type: ignore[import-untyped]  # noqa: PLC0415 - it has no types; only where a text speaks of Easter

    found: date = easter(year, method)
    return found


@cache
def _hijri_year(day: date) -> int | None:
    try:
        return int(_hijridate().Gregorian.fromdate(day).to_hijri().year)
    except (OverflowError, ValueError):  # outside the calendar's years
        return None


@cache
def _hijridate() -> ModuleType:
    import hijridate  # noqa: PLC0415 - only where a text speaks of Islamic dates

    return hijridate
