"""Frames into plain rows for a database, and back, exactly; column by column, so that a million rows take seconds."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

import numpy as np
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


def rows_of(frame: pd.DataFrame, columns: Sequence[Column]) -> list[Values]:
    """One tuple a row, in the order of the columns.

    Texts and numbers as they are, None where missing, moments as microseconds since 1970.
    """
    return list(zip(*cells_of(frame, columns), strict=True))


def cells_of(frame: pd.DataFrame, columns: Sequence[Column]) -> Iterator[list[Value]]:
    """The same column by column."""
    return (_PLAIN.get(column.dtype, _plain_text)(frame[column.name]) for column in columns)


def frame_of(rows: Sequence[Cells], columns: Sequence[Column]) -> pd.DataFrame:
    """The frame those rows came from, dtypes included; raises DamagedError for a value that can't have been written."""
    cells = [_once(each) for each in zip(*rows, strict=True)] or [_objects(()) for _ in columns]
    must_be_whole(cells, columns)
    return pd.DataFrame(
        {
            column.name: _all_rows(_READ[column.dtype](values, column), len(rows))
            for column, values in zip(columns, cells, strict=True)
        }
    )


def fetched(connection: Connection, rows: Select[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The rows as the driver gives them, which is several times as fast as one by one."""
    result: Any = connection.execute(rows)
    return list(result.cursor.fetchall())


def _once(values: Cells) -> Objects:
    """The column's values; one alone where all rows say the same, as most columns of coded events do."""
    return _objects(values[:1] if values.count(values[0]) == len(values) else values)


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
    ticks = pd.array(values, dtype="Int64").to_numpy("int64", na_value=_NO_TIME)
    return pd.Series(ticks.view("datetime64[us]")).dt.tz_localize("UTC")


def _number(values: Objects, column: Column) -> Any:
    kind: Any = column.dtype
    return pd.Series(pd.array(values, dtype=kind))


def _flag(values: Objects, _: Column) -> Any:
    return pd.Series([bool(value) for value in values], dtype=bool)


def _text(values: Objects, _: Column) -> Any:
    texts = pd.Series(values, dtype="str")
    return texts.fillna("") if texts.hasnans else texts


def _category(values: Objects, column: Column) -> Any:
    """The words there are, or those the column is held to; each is looked at once."""
    codes, found = pd.factorize(values, use_na_sentinel=False)
    words = [word if isinstance(word, str) else "" for word in found]
    if column.words:
        kinds = pd.CategoricalDtype(list(column.words), ordered=column.ordered)
        words = [word or column.silent for word in words]
    else:
        kinds = pd.CategoricalDtype(sorted(set(words)))
    places = {word: place for place, word in enumerate(kinds.categories)}
    order = np.array([places.get(word, -1) for word in words], dtype=np.int64)
    return pd.Series(pd.Categorical.from_codes(order[codes] if words else codes, dtype=kinds))


_PLAIN: dict[str, Callable[[pd.Series], list[Value]]] = {
    TIME: _plain_time,
    WHOLE: _plain_number,
    REAL: _plain_number,
    FLAG: _plain_flag,
    CATEGORY: _plain_category,
}
_READ: dict[str, Callable[[Objects, Column], Any]] = {
    TIME: _time,
    WHOLE: _number,
    REAL: _number,
    FLAG: _flag,
    TEXT: _text,
    CATEGORY: _category,
}
