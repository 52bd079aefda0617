"""Text as it is searched: without case, accents and vowel signs, each Arabic letter in one of its forms."""

import re
import unicodedata
from collections.abc import Iterable

_STRETCH = "\u0640"
_FORMS = str.maketrans("\u0649\u0629\u0671\u06cc\u06a9", "\u064a\u0647\u0627\u064a\u0643")


def folded(text: str) -> str:
    """The text in the letters by which it is searched.

    >>> folded("Ḥimṣ"), folded("قَصْف") == folded("قصف"), folded("أحياء إدلب") == folded("احياء ادلب")
    ('hims', True, True)
    """
    if text.isascii():
        return text.lower()
    flat = unicodedata.normalize("NFKD", text.casefold().replace(_STRETCH, ""))
    return "".join(letter for letter in flat if not unicodedata.combining(letter)).translate(_FORMS)


def on_one_line(text: str) -> str:
    r"""The same with one space wherever there is any, so that words that follow each other are found.

    >>> on_one_line(" Barrel\nbombs  fell ")
    'barrel bombs fell'
    """
    return " ".join(folded(text).split())


def places_in(text: str, phrases: Iterable[str]) -> list[tuple[int, int]]:
    """Where folded phrases stand in a text: from which character to which, in order, none within another.

    >>> places_in("Ḥimṣ and  Homs", ["hims", "and homs"])
    [(0, 4), (5, 14)]
    """
    line, at = _letters(text)
    found = sorted(
        (at[match.start()], at[match.end() - 1] + 1)
        for phrase in phrases
        if phrase
        for match in re.finditer(re.escape(phrase), line)
    )
    joined: list[tuple[int, int]] = []
    for first, last in found:
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _letters(text: str) -> tuple[str, list[int]]:
    """The text on one line, folded, and the character that each letter of it comes from."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.lower(), list(range(len(text)))
    letters: list[tuple[str, int]] = []
    for number, letter in enumerate(text):
        told = " " if letter.isspace() else folded(letter)
        if told != " " or not letters or letters[-1][0] != " ":
            letters += [(each, number) for each in told]
    return "".join(each for each, _ in letters), [number for _, number in letters]
