"""Parts of the day that the sun tells, "dusk", "after Friday prayers": the words' row of the lexicon, and its hours at a spot.

What the words mean stands in language/lexicon/sun.toml; a row, a day and a spot give a window here. It knows nothing of
texts or events.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from dashboard.language.lexicon import LEXICONS, table
from dashboard.temporal.calendar.skies import PRAYERS, Point, Reached, Spot, reached

_STEPS = {"next ": timedelta(days=1), "last ": timedelta(days=-1)}
_AN_HOUR, _HALF = timedelta(hours=1), timedelta(minutes=30)


class Nearness(StrEnum):
    """Whether the thing itself is told, or what is before or after it."""

    AT = "at"
    BEFORE = "before"
    AFTER = "after"
    JUST_BEFORE = "just before"
    JUST_AFTER = "just after"


@dataclass(frozen=True, slots=True)
class Solar:
    """What words name: a row of the lexicon ("dusk", "isha"), and which side of it; ``minutes`` off where they say how far."""

    name: str
    nearness: Nearness = Nearness.AT
    minutes: int = 0

    def __str__(self) -> str:
        if self.minutes:
            return f"{self.minutes} minutes {self.nearness} {self.name}"
        return self.name if self.nearness is Nearness.AT else f"{self.nearness} {self.name}"


@dataclass(frozen=True, slots=True)
class SolarPart:
    """What words name, on a day."""

    what: Solar
    day: date


@dataclass(frozen=True, slots=True)
class BySun:
    """Which ends of an interval the sun tells: those of "from dusk until 3 a.m." differ."""

    start: SolarPart | None
    end: SolarPart | None

    def earlier(self, step: timedelta) -> "BySun":
        """The same on the days so much before."""
        first, last = (each and replace(each, day=each.day - step) for each in (self.start, self.end))
        return BySun(first, last)

    def beside(self, *, before: bool) -> "BySun | None":
        """The minutes before it, or after; None where it is told so already."""
        if self.start is None or self.start.what.nearness is not Nearness.AT:
            return None
        nearness = Nearness.JUST_BEFORE if before else Nearness.JUST_AFTER
        told = replace(self.start, what=replace(self.start.what, nearness=nearness))
        return BySun(told, told)


@dataclass(frozen=True, slots=True)
class Window:
    """From when to when, wall-clock, and the sun's times that were used for either end, in words; none for a midnight."""

    start: datetime
    end: datetime
    begun: str
    over: str


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a row: a point, the days to step, the minutes from it."""

    point: Point
    days: timedelta
    minutes: timedelta


@dataclass(frozen=True, slots=True)
class _Found:
    """An end as it was at a spot, and the point that was asked for where that is never reached."""

    end: _End
    asked: Point
    day: date
    when: Reached
    spot: Spot


_Ends = tuple[_Found, _Found]


def window(told: SolarPart, spots: Sequence[Spot]) -> Window | None:
    """When that was: the widest over all spots where the sun gets there; None where it gets there nowhere.

    >>> dusk = SolarPart(Solar("dusk"), date(2023, 12, 16))
    >>> found = window(dusk, [Spot(49.98, 36.25, "Europe/Kyiv", "Kharkiv")])
    >>> f"{found.start:%H:%M}–{found.end:%H:%M}", found.begun
    ('15:33–16:54', 'sunset at Kharkiv on 16 December 2023 was 15:33')
    """
    found = [ends for spot in spots if (ends := _ends(told, spot))]
    starts = [first.when.earliest + first.end.minutes for first, _ in found]
    lasts = [last.when.latest + last.end.minutes for _, last in found]
    if not found or min(starts) >= max(lasts):
        return None
    return Window(min(starts), max(lasts), *map(_note, zip(*found, strict=True)))


def is_solar(name: str) -> bool:
    """Whether the lexicon has a row of that name that the sun tells."""
    return name in _rows()


def rite_of(part: str) -> str:
    """The prayer that the prayers of a part of the day are: the noon prayers are Dhuhr's; empty where there is none."""
    return str(_lexicon()["rite-of"].get(part, ""))


def broad_hours(what: Solar) -> tuple[int, int, str]:
    """The hours of a rite while no place is known: the first, the one after the last, and TIMEX3's letters.

    >>> broad_hours(Solar("iftar", Nearness.JUST_BEFORE))
    (16, 18, 'EV')
    """
    hours = _lexicon()["prayer"][what.name]["hours"]
    if what.nearness in hours:
        first, last, letters = hours[what.nearness]
        return int(first), int(last), str(letters)
    first, last, letters = hours[Nearness.AT]
    if what.nearness is Nearness.JUST_BEFORE:
        return int(first) - 1, int(first) + 1, str(letters)
    return int(first), int(last) + 1, str(letters)


@cache
def _lexicon() -> dict[str, Any]:
    return table(LEXICONS / "sun.toml")


@cache
def _rows() -> dict[str, dict[str, list[Any]]]:
    return {**_lexicon()["sun"], **_lexicon()["prayer"]}


def _row(what: Solar) -> tuple[_End, _End]:
    """The two ends; minutes beside a thing that has no row for them are counted from where it begins."""
    rows = _rows()[what.name]
    row = rows.get(what.nearness) or rows[Nearness.AT]
    first, last = _end(*row[:2]), _end(*row[2:])
    if what.minutes:
        return _counted(_end(*rows[Nearness.AT][:2]), what)
    if what.nearness in rows or what.nearness is Nearness.AT:
        return first, last
    begins = _End(first.point, first.days, timedelta())
    if what.nearness is Nearness.JUST_BEFORE:
        return _End(first.point, first.days, -_AN_HOUR), begins
    return begins, _End(last.point, last.days, last.minutes + _HALF)


def _counted(begins: _End, what: Solar) -> tuple[_End, _End]:
    """So many minutes from where it begins, give or take a quarter of them and no more than half an hour."""
    about = min(timedelta(minutes=what.minutes) / 4, _HALF)
    apart = timedelta(minutes=-what.minutes if what.nearness is Nearness.BEFORE else what.minutes)
    first, last = (_End(begins.point, begins.days, apart + slip) for slip in (-about, about))
    return first, last


def _end(point: str, minutes: int) -> _End:
    for word, days in _STEPS.items():
        if point.startswith(word):
            return _End(Point(point.removeprefix(word)), days, timedelta(minutes=minutes))
    return _End(Point(point), timedelta(), timedelta(minutes=minutes))


def _ends(told: SolarPart, spot: Spot) -> _Ends | None:
    first, last = (_found(end, told.day, spot) for end in _row(told.what))
    return (first, last) if first and last else None


def _found(end: _End, day: date, spot: Spot) -> _Found | None:
    """The end at a spot; where twilight never ends, the next weaker one."""
    point: Point | None = end.point
    on = day + end.days
    while point is not None:
        when = reached(point, on, spot)
        if when:
            return _Found(end, point, on, when, spot)
        weaker = _lexicon()["weaker"].get(point)
        point = Point(weaker) if weaker else None
    return None


def _note(at_spots: Sequence[_Found]) -> str:
    """Sunset at Kharkiv on 16 December 2023 was 15:33."""
    each = at_spots[0]
    if each.asked is Point.MIDNIGHT:
        return ""
    first = min(every.when.earliest for every in at_spots)
    last = max(every.when.latest for every in at_spots)
    clocks = f"{first:%H:%M}" if first == last else f"{first:%H:%M} to {last:%H:%M}"
    where = f"at {each.spot}" if len(at_spots) == 1 else "over all of the country"
    weaker = (
        "" if each.asked is each.end.point else f"; there is no {_name(each.end.point)} there on that day"
    )
    return f"{_name(each.asked)} {where} on {each.day.day} {each.day:%B %Y} was {clocks}{weaker}"


def _name(point: Point) -> str:
    return point.capitalize() if point in PRAYERS else point
