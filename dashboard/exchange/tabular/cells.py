"""Columns of texts into numbers and words, a whole column at a time; "1.0" is one, and so is "1"."""

import re
from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from dashboard.exchange.tabular.arrays import numbers_in
from dashboard.exchange.tabular.worded import codes_of, is_worded, worded

_THOUSANDS = r"^[+-]?\d{1,3}(?:[,  ’'  ]\d{3})+(?:\.\d+)?$"
_COMMA, _POINT = r"^(-?\d{1,3}),(\d+)$", r"\1.\2"
_SEPARATORS = r"[,  ’'  ]"
_OTHER_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def nothing(cells: pd.DataFrame) -> pd.Series:
    """An empty text for each row."""
    return pd.Series("", index=cells.index, dtype="str")


def column(cells: pd.DataFrame, *names: str) -> pd.Series:
    """The first of these columns that is there, without blanks around its cells; empty texts where none is."""
    found = next((name for name in names if name in cells), None)
    if found is None:
        return nothing(cells)
    return _stripped(cells[found]) if is_worded(cells[found]) else cells[found].str.strip()


def _stripped(texts: pd.Series) -> pd.Series:
    """The column itself where there is nothing to take off."""
    codes, words = codes_of(texts)
    told = words.tolist()
    bare = [each.strip() for each in told]
    return texts if bare == told else worded(codes, bare, texts.index)


def by_unique(texts: pd.Series, of: Callable[[str], object], dtype: str = "object") -> pd.Series:
    """The answer for each text, asked once for each different one; texts for a worded column are worded too.

    >>> by_unique(pd.Series(["a", "b", "a"]), str.upper, "str").tolist()
    ['A', 'B', 'A']
    """
    codes, different = codes_of(texts)
    if is_worded(texts) and dtype == "str":
        return worded(codes, [str(of(each)) for each in different.tolist()], texts.index)
    answers = pd.Series([of(str(each)) for each in different.tolist()], dtype=dtype)
    return pd.Series(answers.array.take(codes), index=texts.index)


def telling_nothing(what: pd.Series, *where: pd.Series) -> dict[int, str]:
    """The rows that tell neither what happened nor where, with what is wrong: sums and footnotes below a table.

    >>> telling_nothing(pd.Series(["Battles", ""]), pd.Series(["Syria", ""]))
    {1: 'tells neither what happened nor where, like a sum or a footnote'}
    """
    silent = what == ""
    for each in where:
        silent = silent & (each == "")
    why = "tells neither what happened nor where, like a sum or a footnote"
    return dict.fromkeys(silent.index[silent].tolist(), why)


def by_row(texts: pd.Series) -> dict[int, str]:
    """The texts that are not empty, by their rows.

    >>> by_row(pd.Series(["", "bad"], index=[2, 3]))
    {3: 'bad'}
    """
    told = texts[texts != ""]
    return dict(zip(told.index.tolist(), told.tolist(), strict=True))


def in_our_words(texts: pd.Series, words: Mapping[str, str], other: str | None = None) -> pd.Series:
    """Our word for each of theirs, whatever its case; ``other`` for one we don't know, or the word itself."""
    return by_unique(texts, lambda each: words.get(each.casefold(), each if other is None else other), "str")


def numbers(texts: pd.Series) -> pd.Series:
    """The numbers, NaN for what is none.

    >>> numbers(pd.Series(["1.0", "1,234", "", "many", "٣"])).tolist()
    [1.0, 1234.0, nan, nan, 3.0]
    """
    if not is_worded(texts) and (plain := numbers_in(texts)) is not None:
        return _finite(pd.Series(plain, index=texts.index, copy=False))
    codes, different = codes_of(texts)
    return pd.Series(_numbers(pd.Series(different, dtype="str")).to_numpy().take(codes), index=texts.index)


def _numbers(texts: pd.Series) -> pd.Series:
    """The number of each different text."""
    found = pd.to_numeric(texts.where(texts != "", None), errors="coerce").astype("float64")
    odd = found.isna() & (texts != "")
    if not odd.any():
        return _finite(found)
    digits = [str(each).translate(_OTHER_DIGITS) for each in texts[odd]]
    rest = pd.Series(digits, index=texts[odd].index, dtype="str")
    grouped = rest.str.match(_THOUSANDS)
    plain = rest.where(~grouped, rest.str.replace(_SEPARATORS, "", regex=True))
    again = pd.to_numeric(plain, errors="coerce").astype("float64")
    return _finite(found.where(~odd, again.reindex(found.index)))


def counts(texts: pd.Series) -> pd.Series:
    """Whole numbers of people, missing where nothing, no number, a part of one or less than none is told."""
    found = numbers(texts)
    whole = (found >= 0) & (found == np.floor(found)) & (found < 2**53)
    return found.where(whole).astype("Int64")


def degrees(texts: pd.Series) -> pd.Series:
    """Degrees, a comma taken for the point: "36,29" is a number there."""
    if is_worded(texts):
        return numbers(by_unique(texts, lambda each: re.sub(_COMMA, _POINT, each), "str"))
    if (plain := numbers_in(texts)) is not None:
        return _finite(pd.Series(plain, index=texts.index, copy=False))
    return numbers(texts.str.replace(_COMMA, _POINT, regex=True))


def _finite(found: pd.Series) -> pd.Series:
    return found.where(np.isfinite(found))
