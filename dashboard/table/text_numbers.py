"""Texts as numbers, by which one is looked for among millions: a hit says where to look, the texts themselves decide."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import pandas as pd

Numbers = npt.NDArray[np.uint64]
_SPREAD, _MIX, _HALF = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xFF51AFD7ED558CCD), np.uint64(32)
_WORD, _ALL = 8, np.uint64(0xFFFFFFFFFFFFFFFF)


@dataclass(frozen=True, slots=True, eq=False)
class Ascending:
    """Numbers of texts, the smallest first, and the place of the text that each is of."""

    numbers: Numbers
    places: npt.NDArray[np.intp]

    @property
    def all_differ(self) -> bool:
        """Whether no number is there twice; then no text is."""
        return not bool((self.numbers[1:] == self.numbers[:-1]).any())


def ascending(numbers: Numbers) -> Ascending:
    """The numbers in order: sorted once, for all that is looked for by them.

    >>> ascending(np.array([7, 3], dtype=np.uint64)).places.tolist()
    [1, 0]
    """
    places = np.argsort(numbers, kind="stable")
    return Ascending(numbers[places], places)


def numbers_of(texts: "pd.Series[str]") -> Numbers:
    """A number for each text, the same for the same text, on every machine and in every version.

    >>> import pandas as pd
    >>> one, other, again = numbers_of(pd.Series(["SYR1", "SYR2", "SYR1"]))
    >>> one == again, one == other
    (np.True_, np.False_)
    """
    import pyarrow as pa  # noqa: PLC0415 - an extra

    array = pa.array(texts, pa.large_string(), from_pandas=True)
    array = array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
    _, ends, letters = array.buffers()
    ends = np.frombuffer(ends, np.int64)[array.offset : array.offset + len(array) + 1]
    lengths = np.diff(ends)
    found: Numbers = lengths.astype(np.uint64) * _SPREAD
    words, starts = _words(letters, ends), ends[:-1] - ends[0] if len(ends) else ends
    for first in range(0, int(lengths.max(initial=0)), _WORD):
        there = lengths > first
        rows = slice(None) if there.all() else np.flatnonzero(there)
        beyond = (8 * (first + _WORD - lengths[rows])).clip(min=0).astype(np.uint64)
        word = words[starts[rows] + first] & (_ALL >> beyond)
        mixed = (found[rows] ^ word) * _MIX
        found[rows] = (mixed ^ (mixed >> _HALF)) * _SPREAD
    return found ^ (found >> _HALF)


def _words(letters: Any, ends: npt.NDArray[np.int64]) -> Numbers:
    """The eight bytes from each byte of the texts on, as a number; behind the last come zeros."""
    first, last = (int(ends[0]), int(ends[-1])) if len(ends) else (0, 0)
    padded = np.zeros(last - first + _WORD, dtype=np.uint8)
    if last > first:
        padded[:-_WORD] = np.frombuffer(letters, np.uint8)[first:last]
    return np.ndarray((last - first + 1,), dtype="<u8", buffer=padded, strides=(1,))
