"""The one door to dateparser: dates typed by people, in odd formats and other languages.

Our own rules read first. dateparser is asked only about a whole phrase, only for a full date, so that no
bare weekday, number or skip word ever becomes a date through it.
"""

import re
from datetime import date, datetime
from functools import cache
from types import ModuleType

from dashboard.errors import DateError
from dashboard.temporal.calendar.interval import BEYOND, Interval, is_on_calendar
from dashboard.temporal.calendar.moment import Moment

_FIGURES = re.compile(r"\d+")
_MIDNIGHT = re.compile(r"\b(?:0?0|12):00")  # a clock that is dropped is none: "25:00"
_LONGEST = 80
_SETTINGS = {
    "REQUIRE_PARTS": ["day", "month", "year"],
    "DATE_ORDER": "DMY",
    "PREFER_DATES_FROM": "past",
    "RETURN_AS_TIMEZONE_AWARE": False,
    "PARSERS": ["absolute-time"],
}


def read_moment(text: str, reference: date | datetime) -> Interval:
    """A typed date or time as an interval: "19 May 2018", "yesterday", "21/05/2018 14:00".

    Raises DateError when the words are none.

    >>> print(read_moment("19 May 2018", date(2020, 1, 1)))
    2018-05-19 00:00 – 2018-05-20 00:00 (day)
    """
    from dashboard.temporal.phrase import meant  # noqa: PLC0415 - the rules are loaded when there are words to read

    words = text.strip()
    interval = meant(words, Moment.of(reference)) or absolute(words, reference)
    if interval is None:
        msg = f"{text!r} is no date this reads; write it like 2018-05-21, 21 May 2018 or yesterday"
        raise DateError(msg)
    return interval


def absolute(text: str, reference: date | datetime) -> Interval | None:
    """A full date in whatever language or format dateparser knows; None when it is none."""
    if not _FIGURES.search(text) or len(text) > _LONGEST:
        return None
    base = datetime(reference.year, reference.month, reference.day)
    found: datetime | None = _dateparser().parse(text, settings={**_SETTINGS, "RELATIVE_BASE": base})
    if found is None or not _is_stated(found, text):
        return None
    if not is_on_calendar(found):
        msg = f"{text!r}: {BEYOND}"
        raise DateError(msg)
    if found.hour or found.minute:
        return Interval(
            found, found.replace(minute=found.minute, second=59), Interval.of_day(found).granularity
        )
    return Interval.of_day(found.date())


def _is_stated(found: datetime, text: str) -> bool:
    """Whether every figure of the text is part of what was found, and in its place; dateparser passes over some.

    >>> _is_stated(datetime(1932, 4, 18), "32 April 18"), _is_stated(datetime(2018, 5, 21), "21 mai 18")
    (False, True)
    """
    if ":" in text and not (found.hour or found.minute or _MIDNIGHT.search(text)):
        return False
    figures = [int(each) for each in _FIGURES.findall(text)]
    year = found.year if found.year in figures else found.year % 100
    clock = (found.hour, found.hour % 12 or 12, found.minute, found.second)
    if found.day not in figures or not {*figures} <= {found.day, found.month, year, *clock}:
        return False
    return year == found.year or figures.index(found.day) < len(figures) - 1 - figures[::-1].index(year)


@cache
def _dateparser() -> ModuleType:
    import dateparser  # noqa: PLC0415 - loading it takes half a second: only when it is needed

    return dateparser
