"""Numbers as the readers of a language write them."""

from functools import lru_cache

from dashboard.wording.languages import Language
from dashboard.wording.spoken import spoken

_KEPT = 4_096


def number(count: int) -> str:
    """A whole number with its groups of digits.

    >>> number(1208)
    '1,208'
    """
    language = spoken()
    return f"{count:,}" if language.locale is None else _written(count, language)


def percent(share: float) -> str:
    """A share as whole percents.

    >>> percent(0.31)
    '31%'
    """
    language = spoken()
    if language.locale is None:
        return f"{share:.0%}"
    from babel.numbers import format_percent  # noqa: PLC0415 - a page in English needs none of it

    return format_percent(share, locale=language.locale)


@lru_cache(maxsize=_KEPT)
def _written(count: int, language: Language) -> str:
    from babel.numbers import format_decimal  # noqa: PLC0415

    return format_decimal(count, locale=language.locale)
