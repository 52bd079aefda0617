"""Dates as machines write them: the day, or the moment with the offset it was written with."""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{8}")
_ISO = re.compile(r"\d{4}-?\d{2}-?\d{2}[T ]\d{2}.*", re.DOTALL)
_SPACED_OFFSET = re.compile(r"\s+(?=[+-]\d\d:?\d\d$)|\s+(?=Z$)")
_WORDED_ZONE = re.compile(r"\s*(?:UTC|GMT)$")
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})$")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_EPOCH = date(1970, 1, 1)  # what a page says whose date is missing
_FURTHEST = (timedelta(hours=-12), timedelta(hours=14))  # the clocks of the earth


def moment_in(text: str) -> date | datetime | None:
    """The day or the moment that a machine wrote; None for what is neither, or is the sign of a missing one.

    Midnight sharp is a day to which somebody's program added a clock.

    >>> str(moment_in("2018-05-21T02:10:00+03:00")), str(moment_in("Mon, 21 May 2018 02:10:00 +0300"))
    ('2018-05-21 02:10:00+03:00', '2018-05-21 02:10:00+03:00')
    >>> moment_in("2018-05-21T00:00:00Z"), moment_in("21st of May"), moment_in("1970-01-01")
    (datetime.date(2018, 5, 21), None, None)
    """
    found = _read(" ".join(text.split())[:80])
    if found is None:
        return None
    day = found.date() if isinstance(found, datetime) else found
    if day == _EPOCH or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return None
    if isinstance(found, datetime) and (found.hour, found.minute, found.second) == (0, 0, 0):
        return day
    return found


def may_be_one_day(one: date | datetime, other: date | datetime) -> bool:
    """Whether two may tell of one day: the same, or one that is the same on some clock of the earth.

    >>> may_be_one_day(datetime(2018, 5, 20, 22, tzinfo=UTC), date(2018, 5, 21))
    True
    """
    return bool(_days(one) & _days(other))


def _days(when: date | datetime) -> frozenset[date]:
    if not isinstance(when, datetime):
        return frozenset((when,))
    if when.tzinfo is None:
        return frozenset((when.date(),))
    utc = when.astimezone(UTC)
    return frozenset((utc + apart).date() for apart in (*_FURTHEST, timedelta(0)))


def _read(text: str) -> date | datetime | None:
    try:
        slashed = _SLASHED.match(text)
        if slashed:
            year, month, day = map(int, slashed.groups())
            return date(year, month, day)
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
        if _ISO.fullmatch(text):
            spelled = _SPACED_OFFSET.sub("", _WORDED_ZONE.sub("Z", text)).replace(" ", "T", 1)
            return datetime.fromisoformat(spelled)
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
