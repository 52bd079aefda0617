"""Columns of few different words as codes and those words: what is asked of each word once costs nothing by the row.

They are pandas' categories without a missing one. A reader of a file may give a column so, where its form can take it.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

_FEW = 4  # places a row in which numbers are counted
Codes = npt.NDArray[np.signedinteger[Any]]


def is_worded(texts: pd.Series) -> bool:
    """Whether a column is codes and words."""
    return isinstance(texts.dtype, pd.CategoricalDtype)


def codes_of(texts: pd.Series) -> "tuple[Codes, pd.Index[str]]":
    """The different texts of a column, and which of them each row has.

    >>> codes, words = codes_of(pd.Series(["b", "a", "b"]))
    >>> codes.tolist(), words.tolist()
    ([0, 1, 0], ['b', 'a'])
    """
    if is_worded(texts):
        return np.asarray(texts.cat.codes), texts.cat.categories
    codes, different = pd.factorize(texts, use_na_sentinel=False)
    return np.asarray(codes, dtype=np.int64), pd.Index(different, dtype="str")


def worded(codes: Codes, answers: Sequence[str], index: pd.Index) -> pd.Series:
    """A column whose rows have these answers, by their codes; two words may have one answer.

    >>> worded(np.array([0, 1, 2]), ["a", "b", "a"], pd.RangeIndex(3)).tolist()
    ['a', 'b', 'a']
    """
    words = dict.fromkeys(answers)
    if len(words) < len(answers):
        places = dict(zip(words, range(len(words)), strict=True))
        codes = np.array([places[each] for each in answers], dtype=np.int32)[codes]
    kind = pd.CategoricalDtype(pd.Index(list(words), dtype="str"))
    return pd.Series(pd.Categorical.from_codes(codes, dtype=kind, validate=False), index=index)


def by_both(one: pd.Series, other: pd.Series, of: Callable[[str, str], str]) -> pd.Series:
    """The answer for each pair of texts, asked once for each different one; worded where both are.

    >>> by_both(pd.Series(["a", "b"]), pd.Series(["", "c"]), lambda one, other: one + other).tolist()
    ['a', 'bc']
    """
    (first, words), (second, others) = codes_of(one), codes_of(other)
    pairs = first.astype(np.int64) * len(others) + second
    codes, different = pd.factorize(pairs)
    ones, twos = words.tolist(), others.tolist()
    answers = [of(ones[each // len(twos)], twos[each % len(twos)]) for each in different.tolist()]
    if is_worded(one) and is_worded(other):
        return worded(codes, answers, one.index)
    return pd.Series(pd.array(answers, dtype="str").take(codes), index=one.index)


def combinations(columns: Sequence[pd.Series]) -> tuple[Codes, list[pd.Series]]:
    """The different rows of some columns of texts, as columns of texts, and which of them each row is.

    >>> codes, (one, other) = combinations([pd.Series(["a", "b", "a"]), pd.Series(["x", "x", "x"])])
    >>> codes.tolist(), one.tolist(), other.tolist()
    ([0, 1, 0], ['a', 'b'], ['x', 'x'])
    """
    told = [codes_of(each) for each in columns]
    numbers, words = told[0][0].astype(np.int64), len(told[0][1])
    for codes, others in told[1:]:
        numbers, words = _numbered(numbers * len(others) + codes, words * len(others))
    first = np.zeros(words, dtype=np.int64)
    first[numbers[::-1]] = np.arange(len(numbers))[::-1]
    index = pd.RangeIndex(words)
    return numbers, [pd.Series(others.array.take(codes[first]), index=index) for codes, others in told]


def _numbered(numbers: Codes, most: int) -> tuple[Codes, int]:
    """The numbers from 0 on, without those that nothing has, and how many there are."""
    if most > _FEW * max(len(numbers), 1):
        codes, different = pd.factorize(numbers)
        return np.asarray(codes, dtype=np.int64), len(different)
    there = np.flatnonzero(np.bincount(numbers, minlength=1))
    place = np.zeros(most + 1, dtype=np.int64)
    place[there] = np.arange(len(there))
    return place[numbers], len(there)


def same(one: pd.Series, other: pd.Series) -> bool:
    """Whether two columns say the same in every row."""
    if one is other:
        return True
    if is_worded(one) and is_worded(other):
        places = one.cat.categories.get_indexer(other.cat.categories)
        return bool((places[other.cat.codes.to_numpy()] == one.cat.codes.to_numpy()).all())
    if is_worded(one) or is_worded(other):
        return same(one.astype("str"), other.astype("str"))
    return bool((one.array == other.array).all())


def texts_of(column: pd.Series) -> pd.Series:
    """A worded column as texts."""
    codes, words = codes_of(column)
    return pd.Series(words.array.take(codes), index=column.index, copy=False)


def in_full(frame: pd.DataFrame) -> pd.DataFrame:
    """The same with every column as texts."""
    told = {name: texts_of(frame[name]) for name in frame.columns if is_worded(frame[name])}
    return frame.assign(**told) if told else frame
