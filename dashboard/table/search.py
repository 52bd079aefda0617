"""Where the words of the search box stand: in the row of an event, in a sentence that tells of it, or in its report."""

from dataclasses import dataclass

import numpy as np

from dashboard.table.choices import with_codes
from dashboard.table.columns import CATEGORY, EVENT_COLUMNS, Column
from dashboard.table.epochs import Mask
from dashboard.table.index import Index

_SEARCHED = tuple(column for column in EVENT_COLUMNS if column.searched)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The events that all words were found for; ``by_report``: those of them whose report says what they don't say themselves."""

    found: Mask
    by_report: Mask


def search(index: Index, text: str) -> Found:
    """The events of which every word stands somewhere in the row."""
    found = np.ones(len(index), dtype=bool)
    for word in text.split():
        found &= np.logical_or.reduce([_tells(index, column, word) for column in _SEARCHED])
    return Found(found, np.zeros(len(index), dtype=bool))


def _tells(index: Index, column: Column, word: str) -> Mask:
    if column.dtype != CATEGORY:
        texts = index.events[column.name]
        return texts.str.contains(word, case=False, regex=False).to_numpy(dtype=bool)
    low, words = word.casefold(), index.words(column.name)
    found = np.array([at for at, each in enumerate(words) if low in each.casefold()], dtype=np.int64)
    return with_codes(index.codes(column.name), found, len(words))
