"""The points of the sun and the prayers of a day at a spot: what clocks showed there when the sun set.

astral gives the sun and its twilights, salat the five prayers as each authority counts them. Both are loaded when
a place first asks, since most texts never do.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from dashboard.temporal.calendar.interval import midnight

_DAY = timedelta(days=1)
_CIVIL, _NAUTICAL = 6, 12  # degrees of the sun below the horizon
_ROUNDED = 2  # decimals of a degree: a kilometre, some three seconds of the sun
_REMEMBERED = 4096
_NEEDS_MORE = (
    "MAKKAH"  # salat asks for another package for it, and its hours lie within an hour after the others
)


class Point(StrEnum):
    """A point of the sun or a prayer, as the lexicon names it."""

    MIDNIGHT = "midnight"
    NAUTICAL_DAWN = "nautical dawn"
    CIVIL_DAWN = "civil dawn"
    SUNRISE = "sunrise"
    SUNSET = "sunset"
    CIVIL_DUSK = "civil dusk"
    NAUTICAL_DUSK = "nautical dusk"
    FAJR = "fajr"
    DHUHR = "dhuhr"
    ASR = "asr"
    MAGHRIB = "maghrib"
    ISHA = "isha"


PRAYERS = frozenset({Point.FAJR, Point.DHUHR, Point.ASR, Point.MAGHRIB, Point.ISHA})
Ends = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on the earth, whose clock counts there, and its name for people."""

    latitude: float
    longitude: float
    zone: str
    name: str = ""

    def __str__(self) -> str:
        return self.name or f"{self.latitude}, {self.longitude}"


@dataclass(frozen=True, slots=True)
class Reached:
    """When the sun was at a point, as clocks of the spot showed it: the earliest and the latest, where authorities differ."""

    earliest: datetime
    latest: datetime


def reached(point: Point, day: date, spot: Spot) -> Reached | None:
    """When the sun was there on that day of the spot's clock; None where it never is.

    >>> kharkiv = Spot(49.98, 36.25, "Europe/Kyiv")
    >>> f"{reached(Point.SUNSET, date(2023, 12, 16), kharkiv).latest:%H:%M}"
    '15:33'
    """
    if point is Point.MIDNIGHT:
        return Reached(midnight(day), midnight(day))
    points = _rites if point in PRAYERS else _sky
    found = points(_solar_day(day, spot), round(spot.latitude, _ROUNDED), round(spot.longitude, _ROUNDED))
    zone = ZoneInfo(spot.zone)
    ends = found.get(point)
    return Reached(*(_minute(each.astimezone(zone)) for each in ends)) if ends else None


def _minute(moment: datetime) -> datetime:
    """The wall-clock minute."""
    return (moment + timedelta(seconds=30)).replace(second=0, microsecond=0, tzinfo=None)


def _solar_day(day: date, spot: Spot) -> date:
    """The day of the sun whose noon falls on that day of the clock: they part beside the date line."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(spot.zone))
    return (noon.astimezone(UTC) + timedelta(hours=spot.longitude / 15)).date()


@lru_cache(maxsize=_REMEMBERED)
def _sky(day: date, latitude: float, longitude: float) -> dict[Point, Ends]:
    """The points that the sun reaches on a day of its own at a spot, in UTC."""
    return dict(_sun(day, latitude, longitude))


@lru_cache(maxsize=_REMEMBERED)
def _rites(day: date, latitude: float, longitude: float) -> dict[Point, Ends]:
    """The prayers of that day; at noon and at sunset there are prayers even where no authority can reckon the others."""
    reckoned = {
        point: (min(times), max(times)) for point, times in _prayers(day, latitude, longitude).items()
    }
    return _without_twilight(day, latitude, longitude) | reckoned


def _without_twilight(day: date, latitude: float, longitude: float) -> dict[Point, Ends]:
    """The prayers that ask for no twilight: salat gives none of a day that lacks one."""
    from salat import calculations  # noqa: PLC0415 - most texts never ask

    sky, found = _sky(day, latitude, longitude), dict[Point, Ends]()
    if Point.DHUHR in sky:
        found[Point.DHUHR] = sky[Point.DHUHR]
    if Point.SUNSET in sky:
        noon, down = sky[Point.DHUHR][0], sky[Point.SUNSET]
        found[Point.MAGHRIB] = down
        with suppress(ValueError):  # the sun stays too low for such a shadow
            first, last = (
                calculations.time_shadow_factor(noon, shadow, latitude, rising=False) for shadow in (1, 2)
            )
            found[Point.ASR] = (first, last)
    return found


def _sun(day: date, latitude: float, longitude: float) -> Iterator[tuple[Point, Ends]]:
    from astral import Observer, sun  # noqa: PLC0415 - most texts never ask

    observer = Observer(latitude, longitude)
    noon = sun.noon(observer, day)
    noon += _DAY * round((_mean_noon(day, longitude) - noon) / _DAY)
    yield Point.DHUHR, (noon, noon)
    morning = {
        Point.NAUTICAL_DAWN: lambda on: sun.dawn(observer, on, _NAUTICAL),
        Point.CIVIL_DAWN: lambda on: sun.dawn(observer, on, _CIVIL),
        Point.SUNRISE: lambda on: sun.sunrise(observer, on),
    }
    evening = {
        Point.SUNSET: lambda on: sun.sunset(observer, on),
        Point.CIVIL_DUSK: lambda on: sun.dusk(observer, on, _CIVIL),
        Point.NAUTICAL_DUSK: lambda on: sun.dusk(observer, on, _NAUTICAL),
    }
    for points, begins in ((morning, noon - _DAY / 2), (evening, noon)):
        for point, when in points.items():
            if moment := _within(when, day, begins):
                yield point, (moment, moment)


def _mean_noon(day: date, longitude: float) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC) - timedelta(hours=longitude / 15)


def _within(when: Callable[[date], datetime], day: date, begins: datetime) -> datetime | None:
    """The one that falls in the half day: astral counts days by UTC, so that it may be the next day's or the last's."""
    for on in (day, day + _DAY, day - _DAY):
        with suppress(ValueError):  # the sun does not get there
            if begins <= when(on) < begins + _DAY / 2:
                return when(on)
    return None


def _prayers(day: date, latitude: float, longitude: float) -> dict[Point, list[datetime]]:
    """The times of each prayer by all authorities whose twilights there are on that day."""
    from salat import AsrMethod, CalculationMethod, PrayerTimes  # noqa: PLC0415 - most texts never ask

    found: dict[Point, list[datetime]] = {}
    for method in CalculationMethod:
        for shadow in AsrMethod if method.name != _NEEDS_MORE else ():
            with suppress(ValueError):  # no such twilight on this day
                times = PrayerTimes(method, shadow).calc_times(day, UTC, longitude, latitude)
                for name, moment in times.items():
                    found.setdefault(Point(name), []).append(moment)
    return found
