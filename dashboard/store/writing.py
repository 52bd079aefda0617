"""Rows into a table, a million in seconds: past SQLAlchemy straight to the driver, SQLite by ``executemany``, PostgreSQL by COPY."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Table, func, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.schema import CreateIndex, DropIndex

from dashboard.store.rows import Value, cells_of
from dashboard.table.columns import Column

_SLICE = 50_000
"""Rows that are plain values at one time: a million of them would take gigabytes."""
_MANY = 100_000
"""So many rows into an empty table, and its indexes are made once all are in: sorted at one go."""
_SQLITE = "sqlite"
_FEW = 50
_PLAIN = re.compile(r"[\w .,-]*", re.ASCII)


def insert_frame(
    connection: Connection,
    table: Table,
    frame: pd.DataFrame,
    columns: Sequence[Column],
    marks: Sequence[Sequence[Value]] = (),
) -> None:
    """Add a frame's rows to a table, numbered on from its last; ``marks`` are the cells of the columns that it has besides."""
    first = next_position(connection, table)
    with _indexed_at_the_end(connection, table, len(frame) if first == 0 else 0):
        for start in range(0, len(frame), _SLICE):
            some = frame.iloc[start : start + _SLICE]
            cells = [
                range(first + start, first + start + len(some)),
                *cells_of(some, columns),
                *(mark[start : start + _SLICE] for mark in marks),
            ]
            _insert(connection, table, cells)


def insert_rows(connection: Connection, table: Table, rows: Sequence[Sequence[Value]]) -> None:
    """Add plain rows to a table, whose order is that of its columns."""
    if rows:
        _insert(connection, table, list(zip(*rows, strict=True)))


def next_position(connection: Connection, table: Table) -> int:
    """One more than the last row's; found without looking at all of them, as they come in this order."""
    last = select(table.c.position)
    if connection.dialect.name == _SQLITE:
        last = last.order_by(text("rowid DESC")).limit(1)
    else:
        last = select(func.max(table.c.position))
    found = connection.execute(last).scalar()
    return 0 if found is None else int(found) + 1


def _insert(connection: Connection, table: Table, cells: Sequence[Sequence[Value]]) -> None:
    names = [column.name for column in table.columns]
    if connection.dialect.name == _SQLITE:
        _by_executemany(connection, table.name, names, cells)
    else:
        _by_copy(connection, table, names, zip(*cells, strict=True))


def _by_executemany(
    connection: Connection, table: str, names: Sequence[str], cells: Sequence[Sequence[Value]]
) -> None:
    quoted = ", ".join(f'"{name}"' for name in names)
    places, said = _said_once(cells)
    statement = f"INSERT INTO {table} ({quoted}) VALUES ({', '.join(places)})"  # noqa: S608 - our own names
    cursor: Any = connection.connection.cursor()
    try:
        cursor.executemany(statement, zip(*said, strict=True))
    finally:
        cursor.close()


def _said_once(cells: Sequence[Sequence[Value]]) -> tuple[list[str], list[Sequence[Value]]]:
    """How SQL writes each column, and the columns that it takes row by row: each but once, and none that is the same in all rows.

    >>> _said_once([["a", "b"], ["", ""], [True, True], ["a", "b"]])
    (['?1', "''", '1', '?1'], [['a', 'b']])
    """
    places, said = list[str](), list[Sequence[Value]]()
    for column in cells:
        word = _only(column)
        if word is None:
            at = _place_of(column, said)
            said += [column] if at == len(said) else []
            word = f"?{at + 1}"
        places.append(word)
    return places, said or [cells[0]]


def _place_of(column: Sequence[Value], said: Sequence[Sequence[Value]]) -> int:
    """Where the same column stands already; else behind all."""
    here = (at for at, each in enumerate(said) if type(each) is type(column) and _same(each, column))
    return next(here, len(said))


def _same(one: Sequence[Value], other: Sequence[Value]) -> bool:
    """The same values of the same kinds; most differ in their first rows."""
    return one[:_FEW] == other[:_FEW] and one == other and list(map(type, one)) == list(map(type, other))


def _only(column: Sequence[Value]) -> str | None:
    """How SQL writes what all the rows say, where that is one thing and easily written.

    >>> _only(["", ""]), _only([None, None]), _only([3, 3]), _only(["", "x"]), _only(["one", "one"])
    ("''", 'NULL', '3', None, "'one'")
    """
    first = column[0]
    if isinstance(column, range) or column.count(first) != len(column):
        return None
    if first is None:
        return "NULL"
    if isinstance(first, str):
        return f"'{first}'" if _PLAIN.fullmatch(first) else None
    return (
        str(int(first))
        if isinstance(first, int) and all(type(each) is type(first) for each in column)
        else None
    )


def _by_copy(
    connection: Connection, table: Table, names: Sequence[str], rows: Iterable[Sequence[Value]]
) -> None:
    quoted = ", ".join(f'"{name}"' for name in names)
    driver: Any = connection.connection.driver_connection
    statement = f"COPY {table.name} ({quoted}) FROM STDIN"
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except connection.dialect.loaded_dbapi.Error as error:  # the driver's own: nobody else names it
        raise OperationalError(statement, None, error) from error


@contextmanager
def _indexed_at_the_end(connection: Connection, table: Table, rows: int) -> Iterator[None]:
    """Without the table's indexes while many rows come into it, in the same transaction."""
    indexes = list(table.indexes) if rows >= _MANY else []
    for index in indexes:
        connection.execute(DropIndex(index, if_exists=True))
    yield
    for index in indexes:
        connection.execute(CreateIndex(index))
