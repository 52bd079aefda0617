"""Coded rows as a store keeps them: some thousands together in columns, pressed, with a sum by which damage is told.

A row of a table that somebody coded is never changed here, only taken out, so it needs no row of the database of its own:
written and read column by column a million of them take a second. The form is Arrow's, so pyarrow is needed.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.store.damage import DamagedError
from dashboard.table.columns import CATEGORY, REAL, TEXT, TIME, WHOLE, Column
from dashboard.table.dataset import typed

ROWS = 10_000
"""Rows a block: few enough that a single one is found in milliseconds."""
Numbers = npt.NDArray[np.uint64]
_PRESSED = "lz4"
_SPREAD, _MIX, _HALF = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xFF51AFD7ED558CCD), np.uint64(32)


def packed(events: pd.DataFrame, columns: Sequence[Column]) -> Iterator[tuple[int, bytes]]:
    """The rows in blocks: how many are in each, and its bytes."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    table = pa.table({each.name: _in_arrow(events[each.name], each) for each in columns})
    options = pa.ipc.IpcWriteOptions(compression=_PRESSED)
    for first in range(0, len(events), ROWS):
        some = table.slice(first, ROWS)
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, table.schema, options=options) as stream:
            stream.write_table(some)
        yield some.num_rows, sink.getvalue().to_pybytes()


def unpacked(blocks: Iterable[tuple[int, int, bytes]], columns: Sequence[Column]) -> pd.DataFrame:
    """The rows of some blocks, each given as its number, its sum and its bytes; just these columns of them.

    Raises DamagedError for a block that is not as it was written.
    """
    import pyarrow as pa  # noqa: PLC0415 - an extra

    tables = [_table(*each, columns) for each in blocks]
    if not tables:
        return typed(pd.DataFrame(), columns)
    table = pa.concat_tables(tables, promote_options="default").unify_dictionaries()
    there = [each for each in columns if each.name in table.column_names]
    frame = pd.DataFrame({each.name: _in_pandas(table.column(each.name), each) for each in there})
    return frame if len(there) == len(columns) else typed(frame, columns)


def sum_of(data: bytes) -> int:
    """The sum by which a block is known to be whole."""
    return zlib.crc32(data)


def numbers_of(texts: "pd.Series[str]") -> Numbers:
    """A number for each text, the same for the same text, on every machine and in every version.

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
    for length in np.unique(lengths[lengths > 0]).tolist():
        rows = np.flatnonzero(lengths == length)
        words = np.zeros((len(rows), -(-length // 8) * 8), dtype=np.uint8)
        words[:, :length] = np.frombuffer(letters, np.uint8)[ends[rows][:, None] + np.arange(length)]
        found[rows] = _mixed(found[rows], words.view("<u8"))
    return found


def _mixed(numbers: Numbers, words: Numbers) -> Numbers:
    for each in words.T:
        numbers = (numbers ^ each) * _MIX
        numbers = (numbers ^ (numbers >> _HALF)) * _SPREAD
    return numbers ^ (numbers >> _HALF)


def _in_arrow(values: "pd.Series[Any]", column: Column) -> Any:
    import pyarrow as pa  # noqa: PLC0415 - an extra

    if column.dtype == CATEGORY:
        codes = values.cat.codes.to_numpy().astype(np.int32)
        words = pa.array(values.cat.categories.astype("str"), pa.large_string())
        return pa.DictionaryArray.from_arrays(pa.array(codes, mask=codes < 0), words)
    kinds = {TEXT: pa.large_string(), TIME: pa.timestamp("us", "UTC"), WHOLE: pa.int64(), REAL: pa.float64()}
    return pa.array(values, kinds.get(column.dtype, pa.bool_()), from_pandas=True)


def _table(number: int, total: int, data: bytes, columns: Sequence[Column]) -> Any:
    """A block with those of the columns that it has."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    if sum_of(data) != total:
        msg = f"the block {number} of coded rows is not as it was written"
        raise DamagedError(msg)
    names = pa.ipc.open_stream(data).schema.names
    wanted = [names.index(each.name) for each in columns if each.name in names]
    options = pa.ipc.IpcReadOptions(included_fields=wanted)
    return pa.ipc.open_stream(data, options=options).read_all()


def _in_pandas(values: Any, column: Column) -> Any:
    import pyarrow as pa  # noqa: PLC0415 - an extra

    if column.dtype == CATEGORY:
        return _category(values, column)
    if column.dtype == TEXT:
        return pd.Series(pd.array(values.combine_chunks(), dtype="str"))
    kinds = {pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype()}
    return values.to_pandas(types_mapper=kinds.get)


def _category(values: Any, column: Column) -> Any:
    """The words there are, in order, or those the column is held to."""
    array = values.combine_chunks()
    words = array.dictionary.to_pylist()
    codes = array.indices.fill_null(-1).to_numpy()
    used = np.bincount(codes + 1, minlength=len(words) + 1)[1:] > 0
    kinds = list(column.words) or sorted(word for word, there in zip(words, used, strict=True) if there)
    places = {word: place for place, word in enumerate(kinds)}
    order = np.array([*(places.get(word, -1) for word in words), -1], dtype=np.int64)
    kind = pd.CategoricalDtype(kinds, ordered=column.ordered)
    return pd.Series(pd.Categorical.from_codes(order[codes], dtype=kind))
