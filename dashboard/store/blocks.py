"""Coded rows as a store keeps them: some thousands together in columns, pressed, with a sum by which damage is told.

A row of a table that somebody coded is never changed here, only taken out, so it needs no row of the database of its own:
written and read column by column a million of them take a second. The form is Arrow's, so pyarrow is needed.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd

from dashboard.store.damage import DamagedError
from dashboard.table.columns import CATEGORY, REAL, TEXT, TIME, WHOLE, Column
from dashboard.table.dataset import none_of, typed

ROWS = 10_000
"""Rows a block: few enough that a single one is found in milliseconds."""
_PRESSED = "lz4"


def packed(events: pd.DataFrame, columns: Sequence[Column]) -> Iterator[tuple[int, memoryview]]:
    """The rows in blocks: how many are in each, and its bytes. A column of which no row tells anything is left out."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    told = {each.name: _in_arrow(events[each.name], each) for each in columns}
    table = pa.table({name: values for name, values in told.items() if not _is_empty(values)})
    options = pa.ipc.IpcWriteOptions(compression=_PRESSED)
    for first in range(0, len(events), ROWS):
        some = table.slice(first, ROWS)
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, table.schema, options=options) as stream:
            stream.write_table(some)
        yield some.num_rows, memoryview(sink.getvalue())


def unpacked(blocks: Iterable[tuple[int, int, bytes]], columns: Sequence[Column]) -> pd.DataFrame:
    """The rows of some blocks, each given as its number, its sum and its bytes; just these columns of them.

    Raises DamagedError for a block that is not as it was written.
    """
    import pyarrow as pa  # noqa: PLC0415 - an extra

    tables = [_table(*each, columns) for each in blocks]
    if not tables:
        return none_of(tuple(columns))
    table = pa.concat_tables(tables, promote_options="default").unify_dictionaries()
    del tables
    index, told = pd.RangeIndex(table.num_rows), {}
    for each in columns:
        if each.name in table.column_names:  # which is let go of at once, as all of them twice are gigabytes
            told[each.name] = _in_pandas(table.column(each.name), each)
            table = table.drop_columns(each.name)
    if len(told) == len(columns):
        return pd.DataFrame(told, copy=False)
    empty = typed(pd.DataFrame(index=index), [each for each in columns if each.name not in told])
    return pd.DataFrame(
        {each.name: told.get(each.name, empty.get(each.name)) for each in columns}, index=index, copy=False
    )


def sum_of(data: bytes | memoryview) -> int:
    """The sum by which a block is known to be whole."""
    return zlib.crc32(data)


def _in_arrow(values: "pd.Series[Any]", column: Column) -> Any:
    import pyarrow as pa  # noqa: PLC0415 - an extra

    if column.dtype == CATEGORY:
        codes = values.cat.codes.to_numpy().astype(np.int32)
        words = pa.array(values.cat.categories.astype("str"), pa.large_string())
        return pa.DictionaryArray.from_arrays(pa.array(codes, mask=codes < 0), words)
    kinds = {TEXT: pa.large_string(), TIME: pa.timestamp("us", "UTC"), WHOLE: pa.int64(), REAL: pa.float64()}
    return pa.array(values, kinds.get(column.dtype, pa.bool_()), from_pandas=True)


def _is_empty(values: Any) -> bool:
    """Whether it is a column of texts that are all empty, or of other values that are all missing."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    if pa.types.is_large_string(values.type):
        parts = values.chunks if isinstance(values, pa.ChunkedArray) else [values]
        return not any(_letters(each) for each in parts)
    return len(values) == values.null_count and not pa.types.is_dictionary(values.type)


def _letters(texts: Any) -> int:
    """How many bytes the texts have together."""
    ends = np.frombuffer(texts.buffers()[1], np.int64)[texts.offset : texts.offset + len(texts) + 1]
    return int(ends[-1] - ends[0]) if len(ends) else 0


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
        texts = values.combine_chunks()
        return pd.Series(pd.array(texts.fill_null("") if texts.null_count else texts, dtype="str"))
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
