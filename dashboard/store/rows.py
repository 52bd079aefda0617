"""Frames into plain rows for a database, and back, exactly."""

from collections.abc import Iterable, Sequence

import pandas as pd
from sqlalchemy import Connection, Table, func, insert, select

from dashboard.store.damage import must_be_whole
from dashboard.table.columns import CATEGORY, TEXT, TIME, Column
from dashboard.table.dataset import typed
from dashboard.text import whole

Value = str | int | float | bool | None
Values = tuple[Value, ...]


def rows_of(frame: pd.DataFrame, columns: Sequence[Column]) -> list[Values]:
    """One tuple a row, in the order of the columns.

    Texts and numbers as they are, None where missing, moments as microseconds since 1970.
    """
    return list(zip(*(_plain(frame[column.name], column) for column in columns), strict=True))


def frame_of(rows: Iterable[Sequence[object]], columns: Sequence[Column]) -> pd.DataFrame:
    """The frame those rows came from, dtypes included; raises DamagedError for a value that can't have been written."""
    frame = pd.DataFrame(list(rows), columns=[column.name for column in columns], dtype=object)
    must_be_whole(frame, columns)
    moments = {
        column.name: pd.to_datetime(frame[column.name].astype("Int64"), unit="us", utc=True)
        for column in columns
        if column.dtype == TIME
    }
    return typed(frame.assign(**moments), columns)


def insert_rows(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Add rows to a table, numbered on from its last."""
    if not rows:
        return
    last = connection.execute(select(func.max(table.c.position))).scalar()
    first = 0 if last is None else last + 1
    numbered = [(first + number, *row) for number, row in enumerate(rows)]
    if connection.dialect.paramstyle == "qmark":  # straight to the driver: three times as fast
        connection.exec_driver_sql(str(insert(table).compile(connection)), numbered)
    else:
        names = table.columns.keys()
        connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in numbered])


def _plain(series: pd.Series, column: Column) -> list[Value]:
    if column.dtype == TIME:
        series = series.astype("int64").astype("Int64").mask(series.isna())
    values = series.tolist()
    if column.dtype in (TEXT, CATEGORY):
        values = [
            whole(value) if isinstance(value, str) and not value.isascii() else value for value in values
        ]
    missing = series.isna()
    if not missing.any():
        return values
    return [None if gone else value for value, gone in zip(values, missing.tolist(), strict=True)]
