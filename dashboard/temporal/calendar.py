"""Stretches of the calendar: a month, a week, a decade, a part of a day; and how TIMEX3 writes them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dashboard.temporal.granularity import Granularity as G
from dashboard.temporal.interval import Interval, midnight

DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1, 9999
_PIVOT = 50  # '49 is 2049, '50 is 1950


def full_year(year: int) -> int:
    """The year that two figures mean; any other as it is.

    >>> full_year(18), full_year(98), full_year(2018)
    (2018, 1998, 2018)
    """
    return year if year > 99 else year + (2000 if year < _PIVOT else 1900)


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """Hours of a day, ``end`` above 24 runs into the next; ``letters`` are TIMEX3's (MO, NI ...)."""

    start: int
    end: int
    letters: str

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
    """So many whole years from the first one on."""
    first = min(max(first, FIRST_YEAR), LAST_YEAR - count)
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

    >>> add_months(datetime(2018, 3, 31), -1)
    datetime.datetime(2018, 2, 28, 0, 0)
    """
    month = moment.year * 12 + moment.month - 1 + count
    year, month = min(max(month // 12, FIRST_YEAR), LAST_YEAR), month % 12 + 1
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
