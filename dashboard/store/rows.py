"""Frames into plain rows for a database, and back, exactly; column by column, so that a million rows take seconds."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd
from sqlalchemy import Connection, Select

from dashboard.store.damage import must_be_whole
from dashboard.table.columns import CATEGORY, FLAG, REAL, TEXT, TIME, WHOLE, Column
from dashboard.text import whole

Value = str | int | float | bool | None
Values = tuple[Value, ...]
Cells = Sequence[object]
Objects: TypeAlias = "np.ndarray[Any, Any]"
_NO_TIME = np.iinfo(np.int64).min
_AT_ONCE = 1_000  # rows


def rows_of(frame: pd.DataFrame, columns: Sequence[Column]) -> list[Values]:
    """One tuple a row, in the order of the columns.

    Texts and numbers as they are, None where missing, moments as microseconds since 1970.
    """
    return list(zip(*cells_of(frame, columns), strict=True))


def cells_of(frame: pd.DataFrame, columns: Sequence[Column]) -> Iterator[list[Value]]:
    """The same column by column."""
    return (_PLAIN.get(column.dtype, _plain_text)(frame[column.name]) for column in columns)


def frame_of(rows: Iterable[Cells], columns: Sequence[Column]) -> pd.DataFrame:
    """The frame those rows came from, dtypes included; raises DamagedError for a value that can't have been written."""
    told = _by_column(rows, len(columns))
    cells = [_once(values) for values in told]
    must_be_whole(cells, columns)
    return pd.DataFrame(
        {
            column.name: _all_rows(_READ[column.dtype](values, column), len(told[0]))
            for column, values in zip(columns, cells, strict=True)
        }
    )


def fetched(connection: Connection, rows: Select[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The rows as the driver gives them, which is several times as fast as one by one."""
    return list(coming(connection, rows))


def coming(connection: Connection, rows: Select[*tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """The same as they are asked for, some at a time."""
    result: Any = connection.execute(rows)
    return chain.from_iterable(iter(lambda: result.cursor.fetchmany(_AT_ONCE), []))


def _by_column(rows: Iterable[Cells], width: int) -> list[Objects]:
    """The rows' values column by column; a few rows at a time, while they are still in the processor's cache."""
    rest = iter(rows)
    parts = [
        np.fromiter(chain.from_iterable(some), dtype=object, count=len(some) * width).reshape(-1, width).T
        for some in iter(lambda: list(islice(rest, _AT_ONCE)), [])
    ]
    return list(np.concatenate(parts, axis=1)) if parts else [np.empty(0, dtype=object)] * width


def _once(values: Objects) -> Objects:
    """The column's values; one alone where all rows say the same, as most columns of coded events do."""
    alike = len(values) and values[-1] == values[0] and bool((values == values[0]).all())
    return values[:1] if alike else values


def _all_rows(series: "pd.Series[Any]", rows: int) -> "pd.Series[Any]":
    return series if len(series) == rows else series.repeat(rows).reset_index(drop=True)


def _objects(values: Cells) -> Objects:
    found = np.empty(len(values), dtype=object)
    found[:] = values
    return found


def _plain_time(series: pd.Series) -> list[Value]:
    ticks = series.dt.tz_localize(None).to_numpy("datetime64[us]").view("int64")
    return _without(ticks.tolist(), ticks == _NO_TIME)


def _plain_number(series: pd.Series) -> list[Value]:
    missing = series.isna().to_numpy()
    if missing.all():
        return [None] * len(series)
    kind: Any = "int64" if series.dtype == WHOLE else "float64"
    return _without(series.to_numpy(kind, na_value=0).tolist(), missing)


def _plain_flag(series: pd.Series) -> list[Value]:
    return list(series.tolist())


def _plain_text(series: pd.Series) -> list[Value]:
    """Half a character, which no database takes, is marked; looked for only where not all is ASCII."""
    if series.eq("").all():
        return [""] * len(series)
    values = series.tolist()
    missing = series.isna().to_numpy()
    if missing.any():
        values = [None if gone else value for value, gone in zip(values, missing.tolist(), strict=True)]
    return [value if value is None or value.isascii() else whole(value) for value in values]


def _plain_category(series: pd.Series) -> list[Value]:
    words = [whole(word) if isinstance(word, str) else word for word in series.cat.categories]
    return list(_objects([*words, None])[series.cat.codes.to_numpy()].tolist())


def _without(values: list[Any], missing: Objects) -> list[Value]:
    if not missing.any():
        return values
    found = _objects(values)
    found[missing] = None
    return list(found.tolist())


def _time(values: Objects, _: Column) -> Any:
    ticks, missing = _whole_numbers(values)
    ticks[missing] = _NO_TIME
    return pd.Series(ticks.view("datetime64[us]")).dt.tz_localize("UTC")


def _whole(values: Objects, _: Column) -> Any:
    return pd.Series(pd.arrays.IntegerArray(*_whole_numbers(values)))


def _whole_numbers(values: Objects) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """Whole numbers, and which of them are missing; asked of all at once, as pandas takes several times as long to find out."""
    missing = np.equal(values, np.array(None)).astype(bool)
    return np.where(missing, 0, values).astype("int64"), missing


def _real(values: Objects, _: Column) -> Any:
    found = values.astype("float64")  # None is no number
    missing = np.isnan(found)
    return pd.Series(pd.arrays.FloatingArray(np.where(missing, 0, found), missing))


def _flag(values: Objects, _: Column) -> Any:
    return pd.Series([bool(value) for value in values], dtype=bool)


def _text(values: Objects, _: Column) -> Any:
    texts = pd.Series(values, dtype="str")
    return texts.fillna("") if texts.hasnans else texts


def _category(values: Objects, column: Column) -> Any:
    """The words there are, or those the column is held to; each is looked at once."""
    code: defaultdict[object, int] = defaultdict()
    code.default_factory = code.__len__  # each word that was not there is the next
    told = np.fromiter(map(code.__getitem__, values.tolist()), np.int64, len(values))
    found = list(code)
    words = [word if isinstance(word, str) else "" for word in found]
    if column.words:
        kinds = pd.CategoricalDtype(list(column.words), ordered=column.ordered)
        words = [word or column.silent for word in words]
    else:
        kinds = pd.CategoricalDtype(sorted(set(words)))
    places = {word: place for place, word in enumerate(kinds.categories)}
    order = np.array([places.get(word, -1) for word in words], dtype=np.int64)
    return pd.Series(pd.Categorical.from_codes(order[told], dtype=kinds))


_PLAIN: dict[str, Callable[[pd.Series], list[Value]]] = {
    TIME: _plain_time,
    WHOLE: _plain_number,
    REAL: _plain_number,
    FLAG: _plain_flag,
    CATEGORY: _plain_category,
}
_READ: dict[str, Callable[[Objects, Column], Any]] = {
    TIME: _time,
    WHOLE: _whole,
    REAL: _real,
    FLAG: _flag,
    TEXT: _text,
    CATEGORY: _category,
}
