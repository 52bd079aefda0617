"""Arabic script made even before its words are looked up.

The same word is written with and without vowel signs, with a stretched line (tatweel), with four kinds of
alif, and with "and", "in", "for" and "the" joined on. Folding changes letters one for one, so that spans
hold; joined words become tokens of their own, so that rules see them as they see English ones. The article
is the lexicon's business: "اليوم" is today, "يوم" a day.
"""

import re
from collections.abc import Callable, Iterator

_LETTERS = re.compile(r"[\u0621-\u06d3\u06f0-\u06f9]")
_SIGNS = re.compile("[\u0640\u064b-\u0652\u0670]")
_ONE_FOR_ONE = str.maketrans("أإآٱىةیکؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "اااايهيكوي01234567890123456789")
# What may be joined to the front of a word: the word it stands for, as the lexicon spells it.
_JOINED = ("و", "ف", "ب", "ل", "ك")
_FOR_THE = "لل"
_CUT = range(3, 20)  # no time word with all that may be joined to it is shorter or longer


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


def pieces(word: str, known: Callable[[str], bool]) -> Iterator[tuple[str, int, int]]:
    """A word as written, cut into words as the lexicon keeps them, each with its start and end: "and", "Saturday".

    A word that stays unknown however it is cut comes back whole.

    >>> list(pieces("والسّبت", {"و", "السبت"}.__contains__))
    [('و', 0, 1), ('السبت', 1, 7)]
    """
    starts = [at for at, letter in enumerate(word) if not _SIGNS.match(letter)]
    at = 0
    for piece, length in _cut(bare(word), known) or [(bare(word), len(starts))]:
        end = starts[at + length] if at + length < len(starts) else len(word)
        yield piece, starts[at] if at else 0, end
        at += length


def _cut(word: str, known: Callable[[str], bool]) -> list[tuple[str, int]]:
    if known(word):
        return [(word, len(word))]
    if len(word) not in _CUT or word[0] not in _JOINED:
        return []
    after = _cut_for_the(word, known) if word.startswith(_FOR_THE) else []
    after = after or _cut(word[1:], known)
    return [(word[0], 1), *after] if after else []


def _cut_for_the(word: str, known: Callable[[str], bool]) -> list[tuple[str, int]]:
    """After "for", the article loses its alif."""
    return [(piece, length - 1) for piece, length in _cut(f"ا{word[1:]}", known)]
