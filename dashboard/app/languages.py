"""The page in a language: what its scripts say, and the box in which a person chooses another."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.wording.languages import ENGLISH, Language, names
from dashboard.wording.say import say, to_say
from dashboard.wording.spoken import spoken

LANGUAGE = "language"
ASSETS = Path(__file__).parent / "assets"
IN_SCRIPTS: Mapping[str, tuple[int, ...] | None] = {"wording.say": None, "wording.soMany": (1, 2)}
"""What the scripts say their messages with, as Babel reads it."""
OF_THE_CHART = (
    to_say("Download plot as a PNG"),
    to_say("Zoom"),
    to_say("Pan"),
    to_say("Zoom in"),
    to_say("Zoom out"),
    to_say("Reset axes"),
)
"""What plotly.js says of its buttons."""
_SUNDAY_FIRST = (6, 0, 1, 2, 3, 4, 5)
_COUNTED = 201  # among so many each kind of number occurs


def chooser() -> Component:
    """The box of languages; assets/wording.js lists them, each by its own name, and opens the page anew in the one that is chosen."""
    summary = html.Summary(dict(names())[spoken().code], id=LANGUAGE, title=say("Language"))
    return html.Details([summary, html.Div(className="menu")], className="pops", id=f"{LANGUAGE}-box")


def in_scripts() -> dict[str, Any]:
    """What the scripts of the page need to speak the language at hand: its messages, and how it writes numbers and dates."""
    return _of(spoken())


def settings_of_drawings() -> dict[str, Any]:
    """How plotly.js writes dates and names its buttons; nothing for English, which it speaks by itself."""
    return _drawings(spoken())


@cache
def _of(language: Language) -> dict[str, Any]:
    said = {"tag": language.tag, "languages": names()}
    if language is ENGLISH:
        return said
    return said | {"messages": dict(_messages(language)), "drawings": _drawings(language)}


def _messages(language: Language) -> Iterator[tuple[str, object]]:
    """Each message of the scripts: one that is always the same, or one for each kind of number, by Unicode's name of it."""
    for message in script_messages():
        if isinstance(message, str):
            yield message, language.messages.gettext(message)
        else:
            yield (
                message[0],
                {kind: language.messages.ngettext(*message, count) for kind, count in _kinds(language)},
            )


def _kinds(language: Language) -> list[tuple[str, int]]:
    """The kinds of whole numbers that the language tells apart, each with a number that is of it."""
    plural = (
        language.locale.plural_form if language.locale else lambda count: "one" if count == 1 else "other"
    )
    return list({plural(count): count for count in range(_COUNTED)}.items())


@cache
def script_messages() -> tuple[str | tuple[str, str], ...]:
    """The messages that stand in the scripts; those of a number of things with both forms."""
    from babel.messages.extract import extract_from_dir  # noqa: PLC0415 - a page in English needs none of it

    found = extract_from_dir(
        ASSETS, [("*.js", "javascript")], {"*.js": {"parse_template_string": "true"}}, IN_SCRIPTS
    )
    return tuple(
        dict.fromkeys((each[0], each[1]) if isinstance(each, tuple) else each for _, _, each, _, _ in found)
    )


def _drawings(language: Language) -> dict[str, Any]:
    return (
        {} if language is ENGLISH else {"locale": language.code, "locales": {language.code: _drawn(language)}}
    )


@cache
def _drawn(language: Language) -> dict[str, Any]:
    """A locale of plotly.js, of what Babel knows and of the catalogue."""
    from babel.dates import get_day_names, get_month_names  # noqa: PLC0415
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
