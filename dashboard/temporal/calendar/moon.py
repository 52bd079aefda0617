"""Days that the moon and the sun place: the Chinese and the Hindu calendar, computed, with no table of years.

The longitudes of sun and moon are the leading terms of Meeus, "Astronomical Algorithms" (1998), chapters 25 and 47: good to
some minutes, where a feast turns on the day. Of the Chinese months the one that holds the
winter solstice is the eleventh, and one in which the sun passes no multiple of 30° is a leap month; a Hindu one begins with the new moon before the sun enters a sign of the fixed zodiac (Lahiri), as in India.
"""

from datetime import date, datetime, timedelta
from itertools import pairwise
from math import radians, sin

_J2000 = datetime(2000, 1, 1, 12)
_CENTURY = 36525.0
_SYNODIC, _A_DAY_OF_SUN, _A_DAY_OF_MOON = 29.530589, 0.9856474, 12.1907
_AYANAMSA, _A_YEAR_OF_IT = 23.853, 0.013968  # Lahiri, at the year 2000
_INDIA = timedelta(hours=5, minutes=30)
_TITHI = 12.0  # degrees of the moon ahead of the sun in a lunar day
_SPRING = (4, 14)  # the sun in Aries by the fixed zodiac
_MONTHS = 12
_MOON_TERMS = (  # degrees · multiples of the elongation, the sun's and the moon's anomaly, the moon's node
    (6.288774, 0, 0, 1, 0),
    (1.274027, 2, 0, -1, 0),
    (0.658314, 2, 0, 0, 0),
    (0.213618, 0, 0, 2, 0),
    (-0.185116, 0, 1, 0, 0),
    (-0.114332, 0, 0, 0, 2),
    (0.058793, 2, 0, -2, 0),
    (0.057066, 2, -1, -1, 0),
    (0.053322, 2, 0, 1, 0),
    (0.045758, 2, -1, 0, 0),
    (-0.040923, 0, 1, -1, 0),
    (-0.034720, 1, 0, 0, 0),
    (-0.030383, 0, 1, 1, 0),
    (0.015327, 2, 0, 0, -2),
)


def chinese_day(year: int, month: int, day: int, hours_east: int = 8) -> date:
    """A day of a Chinese month in the year of ours in which that month begins or ends; Vietnam is seven hours east.

    >>> chinese_day(2024, 1, 1), chinese_day(2023, 8, 15)
    (datetime.date(2024, 2, 10), datetime.date(2023, 9, 29))
    """
    zone = timedelta(hours=hours_east)
    starts = _months_from_the_solstice(year - 1, zone)
    place = month + 1  # the month that holds the winter solstice is the eleventh
    if len(starts) > _MONTHS and _leap(starts, zone) <= place:
        place += 1
    return starts[place] + timedelta(days=day - 1)


def _months_from_the_solstice(year: int, zone: timedelta) -> list[date]:
    """The first days of the months from the one that holds a year's winter solstice up to the next such."""
    first, after = (_month_of_the_solstice(each, zone) for each in (year, year + 1))
    count = round((after - first).days / _SYNODIC)
    middle = datetime(first.year, first.month, first.day, 12)
    return [(_new_moon(middle + timedelta(days=number * _SYNODIC)) + zone).date() for number in range(count)]


def _month_of_the_solstice(year: int, zone: timedelta) -> date:
    solstice = _sun_at(270, datetime(year, 12, 21))
    new = _new_moon(solstice)
    while (new + zone).date() > (solstice + zone).date():
        new = _new_moon(new - timedelta(days=_SYNODIC))
    following = (_new_moon(new + timedelta(days=_SYNODIC)) + zone).date()
    return following if following <= (solstice + zone).date() else (new + zone).date()


def _leap(starts: list[date], zone: timedelta) -> int:
    """The place of the first month in which the sun passes no multiple of 30°."""
    for place, (first, after) in enumerate(pairwise(starts)):
        signs = {int(_sun(datetime(day.year, day.month, day.day) - zone) // 30) for day in (first, after)}
        if place and len(signs) == 1:
            return place
    return len(starts)


def hindu_day(year: int, month: int, tithi: int, hour: int, later: int = 0) -> date:
    """The day on which a lunar day of a Hindu month (Chaitra is 1, months end with the new moon) is running at an hour in India.

    >>> hindu_day(2023, 7, 30, 18), hindu_day(2024, 12, 15, 18, 1)
    (datetime.date(2023, 11, 12), datetime.date(2024, 3, 25))
    """
    about = datetime(year, *_SPRING) + timedelta(days=30.4 * (month - 1 if month <= 9 else month - 13))
    sign = (30 * (month - 1) + _ayanamsa(about)) % 360
    first = _new_moon_before(_sun_at(sign, about))
    wanted = _TITHI * (tithi - 1)
    day = (first + _INDIA + timedelta(days=max(0, tithi - 3))).date()
    while _ahead(_elongation(_in_india(day, hour)), wanted) < 0:
        day += timedelta(days=1)
    return day + timedelta(days=later)


def _in_india(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day) + timedelta(hours=hour) - _INDIA


def _new_moon_before(moment: datetime) -> datetime:
    found = _new_moon(moment)
    return found if found <= moment else _new_moon(found - timedelta(days=_SYNODIC))


def _new_moon(near: datetime) -> datetime:
    """The new moon nearest to a moment, in universal time."""
    for _ in range(6):
        near -= timedelta(days=_ahead(_elongation(near), 0) / _A_DAY_OF_MOON)
    return near


def _sun_at(longitude: float, near: datetime) -> datetime:
    """When the sun reaches a longitude, nearest to a moment."""
    for _ in range(6):
        near -= timedelta(days=_ahead(_sun(near), longitude) / _A_DAY_OF_SUN)
    return near


def _ahead(angle: float, of: float) -> float:
    """How far an angle is past another, −180 to 180."""
    return (angle - of + 180) % 360 - 180


def _elongation(moment: datetime) -> float:
    return (_moon(moment) - _sun(moment)) % 360


def _centuries(moment: datetime) -> float:
    return (moment - _J2000) / timedelta(days=1) / _CENTURY


def _ayanamsa(moment: datetime) -> float:
    return _AYANAMSA + _A_YEAR_OF_IT * 100 * _centuries(moment)


def _sun(moment: datetime) -> float:
    t = _centuries(moment)
    anomaly = radians(357.52911 + 35999.05029 * t)
    centre = 1.914602 * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    return (280.46646 + 36000.76983 * t + centre - 0.00569) % 360


def _moon(moment: datetime) -> float:
    t = _centuries(moment)
    angles = (
        297.8501921 + 445267.1114034 * t,
        357.5291092 + 35999.0502909 * t,
        134.9633964 + 477198.8675055 * t,
        93.2720950 + 483202.0175233 * t,
    )
    terms = (
        size * sin(radians(sum(times * angle for times, angle in zip(multiples, angles, strict=True))))
        for size, *multiples in _MOON_TERMS
    )
    return (218.3164477 + 481267.88123421 * t + sum(terms)) % 360
