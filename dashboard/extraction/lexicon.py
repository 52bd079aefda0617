"""The words by which clauses are cut and read (language/lexicon/en/clauses.toml), and lists of words as patterns."""

import re
from collections.abc import Iterable

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


def said(table: str, key: str = "words") -> re.Pattern[str]:
    """A pattern for any of the words of a table of clauses.toml."""
    return any_of(CLAUSES[table][key])
