"""Events as coded datasets count them: a row a day, a precision instead of a span, a toll that is split.

ACLED and UCDP have one date a row and a code for how exact it is. An event that certainly went on for five days is five
rows, its toll split evenly with what is left over on the first. One that lies somewhere in a window is one row, at the
middle of the window as ACLED's codebook says, and the code says that this day is not known.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from dashboard.exchange.described import Row, moment, text

MOST_DAYS = 366  # what went on for longer is one row: a siege of years is no thousand events
_DAY = timedelta(days=1)
_TICK = timedelta(microseconds=1)


class Exact(Enum):
    """How exactly a day is known."""

    DAY = 1
    DAYS = 2
    WEEK = 3
    MONTH = 4
    YEAR = 5


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of an event: which of how many, the bounds it may lie in, how exactly, and its share of the toll."""

    day: date
    first: date
    last: date
    exact: Exact
    number: int
    of: int


def days_of(row: Row) -> Iterator[DayRow]:
    """The days an event is counted on; none where its beginning is not known."""
    bounds = _local(row, "start"), _local(row, "end")
    certain = _local(row, "core_start"), _local(row, "core_end")
    if bounds[0] is None:
        return
    first, last = bounds[0].date(), ((bounds[1] or bounds[0] + _DAY) - _TICK).date()
    if row.get("ongoing"):  # the day it began is what a coded row dates
        last = certain[0].date() if certain[0] else last
        certain = None, None
    last = max(first, last)
    if certain[0] and certain[1] and certain == bounds and (last - first).days < MOST_DAYS:
        yield from _each(first, last)
        return
    if (last - first).days == 1 and bounds[1] and bounds[1] - bounds[0] <= _DAY:  # a night
        yield DayRow(first, first, last, Exact.DAYS, 0, 1)
        return
    exact = _exact((last - first).days + 1)
    yield DayRow(first + (last - first) // 2, first, last, exact, 0, 1)


def _each(first: date, last: date) -> Iterator[DayRow]:
    many = (last - first).days + 1
    for number in range(many):
        day = first + number * _DAY
        yield DayRow(day, day, day, Exact.DAY, number, many)


def _exact(days: int) -> Exact:
    most = {1: Exact.DAY, 6: Exact.DAYS, 8: Exact.WEEK, 31: Exact.MONTH}
    return next((exact for least, exact in most.items() if days <= least), Exact.YEAR)


def _local(row: Row, column: str) -> datetime | None:
    """The wall clock of the event's own zone."""
    at = moment(row, column)
    if at is None:
        return None
    try:
        return at.astimezone(ZoneInfo(text(row, "timezone") or "UTC")).replace(tzinfo=None)
    except OverflowError:  # at the calendar's edge
        return at.replace(tzinfo=None)


def share(total: int, day: DayRow) -> int:
    """A day's part of a toll: evenly split, what is left over on the first.

    >>> [share(7, day) for day in _each(date(2018, 5, 1), date(2018, 5, 3))]
    [3, 2, 2]
    """
    each, over = divmod(total, day.of)
    return each + (over if day.number == 0 else 0)
