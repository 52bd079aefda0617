"""The values that a filter offers, and which rows have them: counted and compared by the numbers of words."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dashboard.table.epochs import Mask
from dashboard.table.index import Codes, Index, Numbers, Rows
from dashboard.table.sources import SEVERAL, sources_of
from dashboard.table.tags import tags_of

_FEW = 6  # so many words are compared one by one; more are looked up


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A category column: each row's word by number, and which value each word stands for, several for some."""

    codes: Codes
    words: int
    word: Numbers
    value: Numbers

    def has(self, values: Numbers) -> Mask:
        """True for each row that has one of the values."""
        return with_codes(self.codes, self.word[np.isin(self.value, values)], self.words)

    def counts(self, codes: Codes, values: int) -> Numbers:
        """How many of these rows have each value."""
        each = counted(codes, self.words)
        sums = np.zeros(values, dtype=np.int64)
        np.add.at(sums, self.value, each[self.word])
        return sums


@dataclass(frozen=True, slots=True, eq=False)
class Choices:
    """The values of one or several columns that are asked for together; ``unsaid`` is true where all are empty.

    ``alike``: for each column but the first, the rows in which it says the same as the first, which count once.
    """

    number: dict[str, int]
    columns: tuple[Coded, ...]
    alike: tuple[Numbers, ...]
    unsaid: Mask

    def answers(self, values: Iterable[str]) -> Mask:
        """True for each row that has one of the values; for the empty one, where all columns are empty."""
        asked = set(values)
        said = np.array([self.number[each] for each in asked if each in self.number], dtype=np.int64)
        found = np.zeros(len(self.unsaid), dtype=bool)
        if len(said):
            for column in self.columns:
                found |= column.has(said)
        return found | self.unsaid if "" in asked else found

    def counts(self, rows: Rows) -> dict[str, int]:
        """How many of the rows have each value that one of them has."""
        sums = sum(each.counts(rows.of(each.codes), len(self.number)) for each in self.columns)
        first = self.columns[0]
        for same in self.alike:
            twice = same if rows.at is None else same[rows.mask()[same]]
            sums = sums - first.counts(first.codes[twice], len(self.number))
        named = zip(self.number, np.asarray(sums).tolist(), strict=True)
        unsaid = int(np.count_nonzero(rows.of(self.unsaid)))
        return {value: count for value, count in named if count} | ({"": unsaid} if unsaid else {})


def choices_of(index: Index, columns: Iterable[str]) -> Choices:
    """The values of these columns, each once."""
    said = {column: [_said(column, word) for word in index.words(column)] for column in columns}
    values = dict.fromkeys(
        value for words in said.values() for several in words for value in several if value
    )
    number = {value: at for at, value in enumerate(values)}
    coded = tuple(_coded(index.codes(column), words, number) for column, words in said.items())
    unsaid = [_empty(index.codes(column), words) for column, words in said.items()]
    return Choices(number, coded, _alike(coded), np.logical_and.reduce(unsaid))


def with_codes(codes: Codes, wanted: npt.NDArray[np.integer], words: int) -> Mask:
    """True for each row whose word is one of the wanted; a missing word has the number -1 and answers no."""
    if len(wanted) > _FEW:
        known = np.zeros(words + 1, dtype=bool)
        known[wanted] = True
        return known[codes]
    found = np.zeros(len(codes), dtype=bool)
    for each in wanted.tolist():
        found |= codes == codes.dtype.type(each)
    return found


def counted(codes: Codes, words: int) -> Numbers:
    """How many rows have each word; those with none are in no count."""
    if len(codes) and codes.min() < 0:
        codes = codes[codes >= 0]
    return np.bincount(codes, minlength=words)


def _said(column: str, word: str) -> tuple[str, ...]:
    """The values that a word stands for: an event has as many sources as tell of it, and as many tags as it was given."""
    if column == "tags":
        return tags_of(word) or ("",)
    return tuple(dict.fromkeys(sources_of(word))) if column in SEVERAL else (word,)


def _coded(codes: Codes, words: list[tuple[str, ...]], number: dict[str, int]) -> Coded:
    pairs = [(at, number[value]) for at, values in enumerate(words) for value in values if value]
    word, value = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return Coded(codes, len(words), word.copy(), value.copy())


def _empty(codes: Codes, words: list[tuple[str, ...]]) -> Mask:
    """Where the word is empty, or one of those it stands for is."""
    empty = np.array([at for at, values in enumerate(words) if "" in values], dtype=np.int64)
    return with_codes(codes, empty, len(words))


def _alike(columns: tuple[Coded, ...]) -> tuple[Numbers, ...]:
    """The rows in which a column says the same as the first; every word stands for one value where there are several columns."""
    if len(columns) == 1:
        return ()
    first, *others = (_values(each) for each in columns)
    return tuple(np.flatnonzero((first == other) & (first >= 0)) for other in others)


def _values(column: Coded) -> Numbers:
    """The value of each row by its number; -1 where it has none."""
    value_of = np.full(column.words + 1, -1, dtype=np.int64)
    value_of[column.word] = column.value
    return value_of[column.codes]
