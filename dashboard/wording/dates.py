"""Dates as the readers of a language write them: months and weekdays from Babel, the order of the parts from the catalogue."""

from datetime import date
from enum import StrEnum
from functools import lru_cache

from dashboard.wording.languages import Language
from dashboard.wording.spoken import spoken

_KEPT = 8_192


class Form(StrEnum):
    """How a date is written, as a pattern of Unicode's locale data; a catalogue gives the language's own for each."""

    WEEKDAY = "EEEE d MMMM y"
    WEEKDAY_OF_YEAR = "EEEE d MMMM"
    DAY = "d MMMM y"
    DAY_OF_YEAR = "d MMMM"
    SHORT = "d MMM y"
    SHORT_OF_YEAR = "d MMM"
    MONTH = "LLLL y"
    MONTH_OF_YEAR = "LLLL"


_ENGLISH = {
    Form.WEEKDAY: "{at:%A} {at.day} {at:%B} {at.year}",
    Form.WEEKDAY_OF_YEAR: "{at:%A} {at.day} {at:%B}",
    Form.DAY: "{at.day} {at:%B} {at.year}",
    Form.DAY_OF_YEAR: "{at.day} {at:%B}",
    Form.SHORT: "{at.day} {at:%b} {at.year}",
    Form.SHORT_OF_YEAR: "{at.day} {at:%b}",
    Form.MONTH: "{at:%B %Y}",
    Form.MONTH_OF_YEAR: "{at:%B}",
}


def dated(at: date, form: Form) -> str:
    """A day, or the day of a moment, in the language at hand.

    >>> dated(date(2018, 5, 21), Form.WEEKDAY)
    'Monday 21 May 2018'
    """
    language = spoken()
    if language.locale is None:
        return _ENGLISH[form].format(at=at)
    return _dated(date(at.year, at.month, at.day), form, language)


def city(zone: str, name: str) -> str:
    """What the language calls the city that a time zone is named after; the ``name`` it has in English.

    >>> city("Asia/Damascus", "Damascus")
    'Damascus'
    """
    language = spoken()
    return name if language.locale is None else _city(zone, language) or name


@lru_cache(maxsize=_KEPT)
def _city(zone: str, language: Language) -> str:
    exemplar = language.locale.time_zones.get(zone, {}).get("city") if language.locale else None
    return str(exemplar or "")


@lru_cache(maxsize=_KEPT)
def _dated(at: date, form: Form, language: Language) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - a page in English needs none of it

    return format_date(at, language.messages.gettext(form), language.locale)
