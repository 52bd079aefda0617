"""Columns of texts as the library behind pandas holds them: joined and searched at one go where it is there.

pandas keeps texts in Arrow's arrays where pyarrow is installed, which is an extra; without it the same is done text by text.
"""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.exchange.tabular.worded import is_worded, texts_of

_ESCAPED = re.compile('["\\\\\x00-\x1f]')
_QUOTE, _BACKSLASH, _BLANK = 0x22, 0x5C, 0x20


def arrow_of(texts: pd.Series) -> Any | None:
    """The Arrow array behind a column of texts; None where there is none."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    found = pa.array(texts_of(texts) if is_worded(texts) else texts, from_pandas=True)
    return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found


def joined(pieces: Sequence[pd.Series | str], index: pd.Index) -> pd.Series:
    """The pieces of each row one after another; a text stands in every row.

    >>> joined(["<", pd.Series(["a", "b"]), ">"], pd.RangeIndex(2)).tolist()
    ['<a>', '<b>']
    """
    columns = [each for each in pieces if not isinstance(each, str)]
    if columns and arrow_of(columns[0]) is not None:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import compute  # noqa: PLC0415

        kind = pa.large_string()
        given = [pa.scalar(each, kind) if isinstance(each, str) else _texts(each) for each in pieces]
        found = compute.binary_join_element_wise(*given, pa.scalar("", kind))
        return pd.Series(pd.array(found, dtype="str"), index=index)
    lists = [[each] * len(index) if isinstance(each, str) else each.tolist() for each in pieces]
    return pd.Series(["".join(row) for row in zip(*lists, strict=True)], index=index, dtype="str")


def _texts(column: pd.Series) -> Any:
    import pyarrow as pa  # noqa: PLC0415 - an extra

    return pa.array(column, pa.large_string()) if not is_worded(column) else arrow_of(column)


def numbers_in(texts: pd.Series) -> npt.NDArray[np.float64] | None:
    """The numbers that a column of texts is; None where one of them is none, or that can't be told at one go.

    >>> numbers_in(pd.Series(["1.5", "-3"])).tolist(), numbers_in(pd.Series(["1.5", ""]))
    ([1.5, -3.0], None)
    """
    array = arrow_of(texts)
    if array is None:
        return None
    import pyarrow as pa  # noqa: PLC0415 - an extra

    try:
        return np.asarray(array.cast(pa.float64()))
    except pa.ArrowInvalid:
        return None


def needs_escapes(texts: pd.Series) -> bool:
    """Whether there is a character in them that JSON writes otherwise.

    >>> needs_escapes(pd.Series(["calm", ""])), needs_escapes(pd.Series(['a "quote"']))
    (False, True)
    """
    array = arrow_of(texts)
    if array is None:
        return any(_ESCAPED.search(each) for each in texts)
    data = array.buffers()[2]
    if data is None:
        return False
    letters = np.frombuffer(data, dtype=np.uint8)
    return bool(((letters == _QUOTE) | (letters == _BACKSLASH) | (letters < _BLANK)).any())
