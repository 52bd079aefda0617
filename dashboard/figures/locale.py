"""How plotly.js writes dates and names its buttons in the language at hand."""

from functools import cache
from typing import Any

from dashboard.wording.languages import ENGLISH, Language
from dashboard.wording.say import to_say
from dashboard.wording.spoken import spoken

OF_THE_CHART = (
    to_say("Download plot as a PNG"),
    to_say("Zoom"),
    to_say("Pan"),
    to_say("Zoom in"),
    to_say("Zoom out"),
    to_say("Reset axes"),
)
"""What plotly.js says of its buttons."""
_DAY_PX, _LETTER_PX = 110.0, 6.5
_SUNDAY_FIRST = (6, 0, 1, 2, 3, 4, 5)


def tick_px() -> float:
    """About how much room a day under an axis needs, so that none has to lean: weekday, day, month and year."""
    language = spoken()
    if language is ENGLISH:
        return _DAY_PX
    said = _of(language)["format"]
    letters = max(map(len, said["shortDays"])) + max(map(len, said["shortMonths"])) + len(" 26  2018")
    return max(letters * _LETTER_PX, _DAY_PX)


def settings_of_drawings() -> dict[str, Any]:
    """The settings for plotly.js; none for English, which it speaks by itself."""
    return settings_in(spoken())


def settings_in(language: Language) -> dict[str, Any]:
    """The same for a language."""
    return {} if language is ENGLISH else {"locale": language.code, "locales": {language.code: _of(language)}}


@cache
def _of(language: Language) -> dict[str, Any]:
    """A locale of plotly.js, of what Babel knows and of the catalogue."""
    from babel.dates import get_day_names, get_month_names  # noqa: PLC0415 - a page in English needs none of it
    from babel.numbers import get_decimal_symbol, get_group_symbol  # noqa: PLC0415

    locale = language.locale
    days = {width: get_day_names(width, locale=locale) for width in ("wide", "abbreviated")}
    months = {width: get_month_names(width, locale=locale) for width in ("wide", "abbreviated")}
    written = {
        "days": [days["wide"][at] for at in _SUNDAY_FIRST],
        "shortDays": [days["abbreviated"][at] for at in _SUNDAY_FIRST],
        "months": list(months["wide"].values()),
        "shortMonths": list(months["abbreviated"].values()),
        "decimal": get_decimal_symbol(locale),
        "thousands": get_group_symbol(locale),
    }
    dictionary = {words: language.messages.gettext(words) for words in OF_THE_CHART}
    return {"moduleType": "locale", "name": language.code, "dictionary": dictionary, "format": written}
