"""The page in a language: what its scripts say, and the box in which a person chooses another."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.figures.locale import settings_in
from dashboard.wording.languages import ENGLISH, Language, names
from dashboard.wording.say import say
from dashboard.wording.spoken import spoken

LANGUAGE = "language"
ASSETS = Path(__file__).parent / "assets"
IN_SCRIPTS: Mapping[str, tuple[int, ...] | None] = {"wording.say": None, "wording.soMany": (1, 2)}
"""What the scripts say their messages with, as Babel reads it."""
_COUNTED = 201  # among so many each kind of number occurs


def chooser() -> Component:
    """The box of languages; assets/wording.js lists them, each by its own name, and opens the page anew in the one that is chosen."""
    summary = html.Summary(dict(names())[spoken().code], id=LANGUAGE, title=say("Language"))
    return html.Details([summary, html.Div(className="menu")], className="pops", id=f"{LANGUAGE}-box")


def in_scripts() -> dict[str, Any]:
    """What the scripts of the page need to speak the language at hand: its messages, and how it writes numbers and dates."""
    return _of(spoken())


@cache
def _of(language: Language) -> dict[str, Any]:
    said = {"tag": language.tag, "languages": names()}
    if language is ENGLISH:
        return said
    return said | {"messages": dict(_messages(language)), "drawings": settings_in(language)}


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
