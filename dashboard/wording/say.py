"""Messages in the language at hand: ``say`` one, ``so_many`` of a number of things, ``term`` a word of a closed set.

Messages are written in English where they are said, with ``{parts}`` by name; ``python -m docs.collect_messages`` finds them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from dashboard.wording.languages import ENGLISH, Language
from dashboard.wording.numbers import number
from dashboard.wording.spoken import spoken

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_OF_ANOTHER_DIRECTION = {
    "rtl": re.compile(rf"[^\W\d_{_RIGHT_TO_LEFT}]"),
    "ltr": re.compile(f"[{_RIGHT_TO_LEFT}]"),
}


def say(words: str, /, **parts: object) -> str:
    """A message with its parts put in; whole numbers are written as the language writes them, other words kept apart.

    >>> say("and {left} more", left=1208)
    'and 1,208 more'
    """
    language = spoken()
    return _filled(language, language.messages.gettext(words), parts)


def so_many(one: str, several: str, count: int, /, **parts: object) -> str:
    """A message about ``{count}`` things, in the form that the language has for so many.

    >>> so_many("{count} event", "{count} events", 1), so_many("{count} event", "{count} events", 1208)
    ('1 event', '1,208 events')
    """
    language = spoken()
    return _filled(language, language.messages.ngettext(one, several, count), {"count": count, **parts})


def to_say(words: str) -> str:
    """The message as it stands: one that is said later, marked for whoever collects messages."""
    return words


def term(word: str) -> str:
    """A word of a closed set (a type of event, a status, a granularity) as people read it; a word of no set as it is.

    >>> term("Battles"), term("urgent")
    ('Battles', 'urgent')
    """
    return spoken().messages.gettext(word) if word else ""


def listed(words: Sequence[str]) -> str:
    """Several words as a list in a sentence.

    >>> listed(["2 reports", "1 table"])
    '2 reports and 1 table'
    """
    language = spoken()
    if language.locale is None:
        return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
    from babel.lists import format_list  # noqa: PLC0415

    return format_list(list(words), locale=language.locale)


def enumerated(words: Iterable[str]) -> str:
    """The words that are not empty, one after the other.

    >>> enumerated(["Shelling", "", "3 killed"])
    'Shelling, 3 killed'
    """
    return say(", ").join(filter(None, words))


def one_by_one(words: Iterable[str]) -> str:
    """Clauses that are not empty, one after the other.

    >>> one_by_one(["time: no finer than a week", "", "nobody is named"])
    'time: no finer than a week; nobody is named'
    """
    return say("; ").join(filter(None, words))


def any_of(words: Sequence[str]) -> str:
    """Several words of which one holds.

    >>> any_of(["UTC+2", "UTC+3"])
    'UTC+2 or UTC+3'
    """
    language = spoken()
    if language.locale is None:
        return " or ".join(words)
    from babel.lists import format_list  # noqa: PLC0415

    return format_list(list(words), style="or", locale=language.locale)


def _filled(language: Language, words: str, parts: Mapping[str, object]) -> str:
    if not parts:
        return words
    return words.format_map({name: _part(language, value) for name, value in parts.items()})


def _part(language: Language, value: object) -> object:
    """A part as it stands in a message: words that run the other way are kept apart, so that both stay in order."""
    if isinstance(value, int) and not isinstance(value, bool):
        return number(value)
    if language is not ENGLISH and isinstance(value, str):
        return f"\u2068{value}\u2069" if _OF_ANOTHER_DIRECTION[language.direction].search(value) else value
    return value
