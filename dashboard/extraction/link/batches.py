"""Which wave of a movement words tell of: the first batch, a new one, the third convoy."""

import re

from dashboard.extraction.annotate.clauses import LEXICON, words_pattern

NEW = "new"
"""A wave that is told to be another one, without its number."""

_ROWS = LEXICON["batches"]
_NUMBERS = {str(place): word for place, word in enumerate(_ROWS["ordinals"], start=1)}
_WAVE = re.compile(
    rf"\b(?P<ordinal>{words_pattern(_ROWS['ordinals'] + _ROWS['new'])}|\d{{1,2}}(?:st|nd|rd|th))"
    rf"\s+(?:\w+\s+)?(?:{words_pattern(_ROWS['words'])})\b",
)


def waves(words: str) -> frozenset[str]:
    """The waves told, by their ordinals; empty when none is.

    >>> (
    ...     sorted(waves("the first batch left, and a new batch is ready")),
    ...     sorted(waves("the 3rd medical convoy")),
    ... )
    (['first', 'new'], ['third'])
    """
    return frozenset(_name(match["ordinal"]) for match in _WAVE.finditer(words.lower()))


def _name(ordinal: str) -> str:
    """One name a wave: words as they are, figures as words as far as the lexicon has them."""
    if ordinal in _ROWS["new"]:
        return NEW
    figure = ordinal.rstrip("stndrh")
    return _NUMBERS.get(figure, ordinal) if figure.isdigit() else ordinal
