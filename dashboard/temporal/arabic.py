"""Arabic script made even before its words are looked up.

The same word is written with and without vowel signs, with a stretched line (tatweel), with four kinds of
alif, and with "and", "in", "for" and "the" joined on. Folding changes letters one for one, so that spans
hold; joined words become tokens of their own, so that rules see them as they see English ones.
"""

import re
from collections.abc import Callable, Iterator

_LETTERS = re.compile(r"[\u0621-\u06d3\u06f0-\u06f9]")
_SIGNS = re.compile("[\u0640\u064b-\u0652\u0670]")
_ONE_FOR_ONE = str.maketrans("أإآٱىةیکؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "ااااايهيكوي01234567890123456789"[1:])
# What may be joined to the front of a word: the word it stands for, as the lexicon spells it.
_JOINED = ("و", "ف", "ب", "ل", "ك")
_ARTICLE = "ال"
_SHORTEST = 2


def is_arabic(text: str) -> bool:
    """Whether any of it is in Arabic script.

    >>> is_arabic("on 19 أيار 2018"), is_arabic("on 19 May 2018")
    (True, False)
    """
    return not text.isascii() and _LETTERS.search(text) is not None


def folded(text: str) -> str:
    """The text with one shape for each letter and Western digits, of the same length.

    >>> folded("أوّل أيام الأُسبوع ٢٠١٨") == "اوّل ايام الاُسبوع 2018"
    True
    """
    return text.translate(_ONE_FOR_ONE)


def bare(word: str) -> str:
    """The word as the lexicon keeps it: folded, without vowel signs and tatweel.

    >>> bare("غداً"), bare("الـسبت")
    ('غدا', 'السبت')
    """
    return _SIGNS.sub("", folded(word))


def pieces(word: str, known: Callable[[str], bool]) -> Iterator[tuple[str, int]]:
    """A bare word cut into known words, each with its length: "والسبت" is "and", "Saturday".

    A word that stays unknown however it is cut comes back whole.

    >>> list(pieces("والسبت", {"و", "السبت"}.__contains__))
    [('و', 1), ('السبت', 5)]
    """
    found = _cut(word, known)
    yield from found or [(word, len(word))]


def _cut(word: str, known: Callable[[str], bool]) -> list[tuple[str, int]]:
    if known(word):
        return [(word, len(word))]
    for rest, length in _unjoined(word):
        if known(rest):
            return [(rest, length)]
    if word[0] in _JOINED and len(word) > _SHORTEST:
        after = _cut(word[1:], known)
        return [(word[0], 1), *after] if after else []
    return []


def _unjoined(word: str) -> Iterator[tuple[str, int]]:
    """The word without its article; "لل" is "for the"."""
    if word.startswith(_ARTICLE):
        yield word[len(_ARTICLE) :], len(word)
