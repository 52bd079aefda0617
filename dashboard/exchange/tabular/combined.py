"""What the rows of a text have one after another, in as few pieces as can be: what stands in all of them, words of few kinds, texts."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dashboard.exchange.tabular.worded import Codes, codes_of, is_worded, worded

_MOST = 1 << 11  # combinations of words, of which there may be so many to be told apart


class Pieces:
    """Columns and texts in their order; neighbouring ones of few different words become one column of their combinations.

    >>> pieces = Pieces()
    >>> for each in (
    ...     "<",
    ...     pd.Series(["a", "b"], dtype="category"),
    ...     pd.Series(["x", "x"], dtype="category"),
    ...     ">",
    ... ):
    ...     pieces.put(each) if isinstance(each, str) else pieces.add(each)
    >>> [each if isinstance(each, str) else each.tolist() for each in pieces.all()]
    [['<ax>', '<bx>']]
    """

    def __init__(self) -> None:
        self._done = list[pd.Series | str]()
        self._text = ""  # what all rows say last
        self._codes: Codes | None = None  # the words before it, and which of them each row has
        self._words: Sequence[str] = ()
        self._index: pd.Index = pd.RangeIndex(0)

    def put(self, text: str) -> None:
        """A text that stands in every row."""
        self._text += text

    def add(self, texts: pd.Series) -> None:
        """A text for each row."""
        if not is_worded(texts):
            self._close()
            self._done.append(texts)
            return
        codes, different = codes_of(texts)
        words = different.tolist()
        self._index = texts.index
        said = [f"{self._text}{word}" for word in words]
        if self._codes is not None and len(self._words) * len(said) > _MOST:
            before, self._text = self._text, ""
            self._close()
            said = [f"{before}{word}" for word in words]
        self._text = ""
        if self._codes is None:
            self._codes, self._words = codes, said
        else:
            self._codes, self._words = _both(self._codes, self._words, codes, said)

    def all(self) -> list[pd.Series | str]:
        """The pieces."""
        self._close()
        return self._done

    def _close(self) -> None:
        if self._codes is not None:
            said = [f"{word}{self._text}" for word in self._words]
            self._done.append(worded(self._codes, said, self._index))
        elif self._text:
            self._done.append(self._text)
        self._text, self._codes, self._words = "", None, ()


def _both(one: Codes, words: Sequence[str], other: Codes, others: Sequence[str]) -> tuple[Codes, list[str]]:
    """The combinations of two columns that there are."""
    if len(others) == 1:
        return one, [f"{word}{others[0]}" for word in words]
    pairs = one.astype(np.int32) * len(others) + other
    there = np.flatnonzero(np.bincount(pairs, minlength=1))
    place = np.zeros(len(words) * len(others), dtype=np.int32)
    place[there] = np.arange(len(there))
    said = [f"{words[each // len(others)]}{others[each % len(others)]}" for each in there.tolist()]
    return place[pairs], said
