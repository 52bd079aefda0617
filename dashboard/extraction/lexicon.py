"""The words by which clauses are cut and read (language/lexicon/en/clauses.toml), and lists of words as patterns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from dashboard.language import lexicon as lexicon_words
from dashboard.language.lexicon import any_case, lexicon

CLAUSES = lexicon("clauses")
AND: str = CLAUSES["and"]["word"]
THE = rf"(?:{CLAUSES['the']['word']}\s+)?"
"""An article, or none."""


def one_of(words: Iterable[str]) -> str:
    """The words as one alternative of a pattern, longest first; a space is any blank.

    >>> bool(re.fullmatch(one_of(["out", "out of"]), "out  of"))
    True
    """
    return f"(?:{lexicon_words.one_of(words)})"


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the words as a whole, in capitals or not."""
    return re.compile(rf"\b(?:{any_case(words)})\b")


class Worded:
    r"""A pattern of which every match holds one of some words whole: a text with none of them is passed over at one look.

    >>> must = Worded(["must", "has to"], r"\b(?:must|has\s+to)\s+stop\b")
    >>> must.search("the raids must stop") is None, must.search("the raids stopped")
    (False, None)
    """

    def __init__(self, words: Iterable[str], pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> None:
        self.regex = re.compile(pattern, flags)
        self._words = frozenset(max(_WORD.findall(each.lower()), key=len) for each in words)

    def search(self, text: str, *between: int) -> re.Match[str] | None:
        """Where it stands first in the text, or between two characters of it."""
        return None if self._words.isdisjoint(_words_in(text)) else self.regex.search(text, *between)

    def match(self, text: str, at: int) -> re.Match[str] | None:
        """What stands there, where that is it."""
        return self.regex.match(text, at)

    def finditer(self, text: str, *between: int) -> Iterator[re.Match[str]]:
        """Every place where it stands."""
        return iter(()) if self._words.isdisjoint(_words_in(text)) else self.regex.finditer(text, *between)


def worded(words: Sequence[str]) -> Worded:
    """Like ``any_of``, for words that are looked for in clauses and reports as they stand."""
    return Worded(words, rf"\b(?:{any_case(words)})\b", re.NOFLAG)


@lru_cache(maxsize=256)  # many rules ask it of one clause
def _words_in(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


_WORD = re.compile(r"\w+")


def said(table: str, key: str = "words") -> re.Pattern[str]:
    """A pattern for any of the words of a table of clauses.toml."""
    return any_of(CLAUSES[table][key])
