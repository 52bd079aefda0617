"""Which batch of a movement words speak of: the first batch, a new one, the third convoy."""

import re

from dashboard.extraction.lexicon import CLAUSES, one_of

NEW = "new"
"""A batch that is said to be another one, without its number."""
FIRST = "first"

_ROWS = CLAUSES["batches"]
_NUMBERS = {str(place): word for place, word in enumerate(_ROWS["ordinals"], start=1)}
_BATCH = re.compile(
    rf"\b(?P<ordinal>{one_of(_ROWS['ordinals'] + _ROWS['new'])}|\d{{1,2}}(?:st|nd|rd|th))"
    rf"\s+(?:\w+\s+)?{one_of(_ROWS['words'])}\b",
)


def batches(words: str) -> frozenset[str]:
    """The batches named, by their ordinals; empty when none is.

    >>> (
    ...     sorted(batches("the first batch left, and a new batch is ready")),
    ...     sorted(batches("the 3rd medical convoy")),
    ... )
    (['first', 'new'], ['third'])
    """
    return frozenset(_name(match["ordinal"]) for match in _BATCH.finditer(words.lower()))


def _name(ordinal: str) -> str:
    """One name a batch: words as they are, figures as words as far as the lexicon has them."""
    if ordinal in _ROWS["new"]:
        return NEW
    figure = ordinal.rstrip("stndrh")
    return _NUMBERS.get(figure, ordinal) if figure.isdigit() else ordinal
