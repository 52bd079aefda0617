"""Stretches of the calendar: a month, a week, a decade, a part of a day; and how TIMEX3 writes them."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dashboard.temporal.calendar.granularity import Granularity as G
from dashboard.temporal.calendar.interval import BEYOND, EARLIEST, LATEST, Interval, midnight
from dashboard.temporal.calendar.sun import Solar

DAY = timedelta(days=1)
_MONTHS = 12
_LEAP_DAY = 29
_PIVOT = 50  # '49 is 2049, '50 is 1950


class NoSuchDayError(ValueError):
    """A date that is on no calendar, "31 April"; the text says why."""


def day_of(year: int, month: int, day: int) -> date:
    """The day of a calendar date; raises NoSuchDayError, with the reason, where there is none.

    >>> day_of(2018, 4, 31)
    Traceback (most recent call last):
    dashboard.temporal.calendar.periods.NoSuchDayError: there is no 31 April: the month has 30 days
    """
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NoSuchDayError(_why_not(year, month, day)) from error


def _why_not(year: int, month: int, day: int) -> str:
    if not 1 <= month <= _MONTHS:
        return f"there is no month {month}"
    if not EARLIEST.year <= year < LATEST.year:
        return BEYOND
    of_the_year = f" {year}" if day == _LEAP_DAY else ""
    name, days = date(2000, month, 1).strftime("%B"), monthrange(year, month)[1]
    return f"there is no {day} {name}{of_the_year}: the month has {days} days"


def full_year(year: int) -> int:
    """The year that two figures mean; any other as it is.

    >>> full_year(18), full_year(98), full_year(2018)
    (2018, 1998, 2018)
    """
    return year if year > 99 else year + (2000 if year < _PIVOT else 1900)


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """Hours of a day, ``end`` above 24 runs into the next; ``letters`` are TIMEX3's (MO, NI ...).

    ``sun`` is what the sun tells by such words: then the hours hold only while no place is known.
    """

    start: int
    end: int
    letters: str
    sun: Solar | None = None

    def has_hours_of(self, other: "PartOfDay") -> bool:
        """Whether the hours are the same, whatever the sun has to do with them."""
        return (self.start, self.end, self.letters) == (other.start, other.end, other.letters)

    def of(self, day: date) -> Interval:
        """These hours of that day.

        >>> str(PartOfDay(18, 30, "NI").of(date(2018, 5, 20)))
        '2018-05-20 18:00 – 2018-05-21 06:00 (daypart)'
        """
        start = midnight(day)
        return Interval(start + timedelta(hours=self.start), start + timedelta(hours=self.end), G.DAYPART)


def month_of(year: int, month: int) -> Interval:
    """A whole month."""
    return Interval(datetime(year, month, 1), add_months(datetime(year, month, 1), 1), G.MONTH)


def year_of(year: int) -> Interval:
    """A whole year."""
    return years(year, 1, G.YEAR)


def years(first: int, count: int, granularity: G) -> Interval:
    """So many whole years from the first one on; raises ValueError beyond the calendar."""
    return Interval(datetime(first, 1, 1), datetime(first + count, 1, 1), granularity)


def months(first: datetime, count: int, granularity: G) -> Interval:
    """So many whole months from the month of the moment on."""
    start = first.replace(day=1, hour=0, minute=0, second=0)
    return Interval(start, add_months(start, count), granularity)


def week_of(day: date) -> Interval:
    """The week of a day, from Monday on, as in ISO 8601."""
    start = midnight(day - timedelta(days=day.weekday()))
    return Interval(start, start + 7 * DAY, G.WEEK)


def weekend_of(day: date) -> Interval:
    """The Saturday and Sunday of a day's week."""
    start = midnight(day - timedelta(days=day.weekday()) + 5 * DAY)
    return Interval(start, start + 2 * DAY, G.DAY)


def weekend_value(weekend: Interval) -> str:
    """TIMEX3's way to write a weekend.

    >>> weekend_value(weekend_of(date(2018, 5, 21)))
    '2018-W21-WE'
    """
    year, week, _ = weekend.start.isocalendar() if weekend.start else (0, 0, 0)
    return f"{year:04d}-W{week:02d}-WE"


def add_months(moment: datetime, count: int) -> datetime:
    """The same day so many months on; the last of the month where there is none.

    Raises ValueError beyond the calendar.

    >>> add_months(datetime(2018, 3, 31), -1)
    datetime.datetime(2018, 2, 28, 0, 0)
    """
    month = moment.year * 12 + moment.month - 1 + count
    year, month = month // 12, month % 12 + 1
    if not EARLIEST.year <= year <= LATEST.year:
        msg = f"the year {year} is {BEYOND}"
        raise ValueError(msg)
    for day in range(moment.day, 27, -1):
        try:
            return moment.replace(year=year, month=month, day=day)
        except ValueError:  # the month is shorter
            continue
    return moment.replace(year=year, month=month)


def add_years(day: date, count: int) -> date:
    """The same day so many years on."""
    shifted = add_months(midnight(day), 12 * count)
    return shifted.date()


def timex_value(interval: Interval) -> str:
    """TIMEX3's way to write an interval of one calendar unit; parts of the day add their own letters.

    >>> (
    ...     timex_value(month_of(2018, 5)),
    ...     timex_value(week_of(date(1998, 2, 20))),
    ...     timex_value(years(1990, 10, G.DECADE)),
    ... )
    ('2018-05', '1998-W08', '199')
    """
    start = interval.start
    if start is None:
        return ""
    if interval.granularity is G.WEEK:
        year, week, _ = start.isocalendar()
        return f"{year:04d}-W{week:02d}"
    if interval.granularity is G.QUARTER:
        return f"{start.year:04d}-Q{(start.month + 2) // 3}"
    return _FORMATS[interval.granularity](start)


def _iso(moment: datetime, length: int) -> str:
    return moment.isoformat()[:length]


_FORMATS = {
    G.MINUTE: lambda start: _iso(start, 16),
    G.HOUR: lambda start: _iso(start, 13),
    G.DAYPART: lambda start: _iso(start, 10),
    G.DAY: lambda start: _iso(start, 10),
    G.MONTH: lambda start: _iso(start, 7),
    G.SEASON: lambda start: _iso(start, 7),
    G.YEAR: lambda start: _iso(start, 4),
    G.DECADE: lambda start: _iso(start, 3),
    G.CENTURY: lambda start: _iso(start, 2),
    G.UNKNOWN: lambda start: _iso(start, 10),
}
