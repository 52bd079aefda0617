"""What a database says, or holds, that it should not: put in one line that names the database, the row, and what to do."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pandas as pd
from sqlalchemy.exc import SQLAlchemyError

from dashboard.errors import StoreError
from dashboard.table.columns import CATEGORY, FLAG, REAL, TEXT, TIME, WHOLE, Column
from dashboard.text.passwords import without_passwords

_PUT_BACK = "it is damaged, or another program changed it: put back a copy, or read the reports into a new one with --database"
# What databases say, in small letters, and what a person can do about it; the first that fits.
_ADVICE = (
    ("lock timeout", "somebody else is writing to it; try again when they are done"),
    ("locked", "somebody else is writing to it; try again when they are done"),
    ("disk is full", "make room on the disk; nothing was changed"),
    ("no space left", "make room on the disk; nothing was changed"),
    ("readonly database", "it may only be read; choose another with --database"),
    ("read-only", "it may only be read; choose another with --database"),
    ("unable to open", "see whether its folder may be written to, or choose another with --database"),
    ("malformed", _PUT_BACK),
    ("not a database", _PUT_BACK),
    ("no such table", _PUT_BACK),
    ("no such column", _PUT_BACK),
    ("does not exist", _PUT_BACK),
    ("could not decode", _PUT_BACK),
    ("disk i/o error", _PUT_BACK),
)
_KINDS: Mapping[str, tuple[frozenset[str], str]] = {
    TIME: (frozenset({"integer", "empty"}), "moment"),
    WHOLE: (frozenset({"integer", "empty"}), "whole number"),
    REAL: (frozenset({"floating", "integer", "mixed-integer-float", "empty"}), "number"),
    FLAG: (frozenset({"boolean", "integer", "empty"}), "yes or no"),
    TEXT: (frozenset({"string", "empty"}), "text"),
    CATEGORY: (frozenset({"string", "empty"}), "word"),
}
# Microseconds since 1970: the first and the last moment that a calendar has
_FIRST, _LAST = -62_135_596_800_000_000, 253_402_300_799_999_999
_LONGEST = 60


class DamagedError(ValueError):
    """A row that can't have been written by us; names it, and what is wrong."""


@contextmanager
def naming(place: str) -> Iterator[None]:
    """Whatever the database refuses, or holds that can't be, as a StoreError that names the place."""
    try:
        yield
    except DamagedError as error:
        msg = f"{place}: {error}; {_PUT_BACK}"
        raise StoreError(msg) from error
    except (SQLAlchemyError, sqlite3.Error) as error:
        msg = without_passwords(f"{place}: {_said(error)}")
        raise StoreError(msg) from error


def must_be_whole(cells: Sequence[Any], columns: Sequence[Column]) -> None:
    """Raise DamagedError for a value that its column can't hold; looked for row by row only where there is one.

    ``cells`` are the values of each column; of one that says the same throughout, one is enough.
    """
    for column, values in zip(columns, cells, strict=True):
        if not _may_be(pd.Series(values, dtype=object), column):
            _name_the_row(cells, columns, column)


def _may_be(values: "pd.Series[Any]", column: Column) -> bool:
    inferred = pd.api.types.infer_dtype(values, skipna=True)
    return inferred in _KINDS[column.dtype][0] and not _strays(values, column)


def shortened(value: object) -> str:
    """A value as a message shows it."""
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _strays(values: "pd.Series[Any]", column: Column) -> bool:
    """Whether one of the values is of the right type, and yet none that the column can hold."""
    if column.dtype != TIME and not column.listed:
        return False
    present = values.dropna()
    if present.empty:
        return False
    if column.dtype == TIME:
        return bool(present.min() < _FIRST or present.max() > _LAST)
    return not present.map(_may_be_list).all()


def _may_be_list(value: object) -> bool:
    text = str(value)
    return not text or (text.startswith("[") and text.endswith("]"))


def _name_the_row(cells: Sequence[Any], columns: Sequence[Column], column: Column) -> None:
    word = "list as JSON" if column.listed else _KINDS[column.dtype][1]
    ids = cells[0]
    for number, value in enumerate(cells[columns.index(column)]):
        if not _may_be(pd.Series([value], dtype=object), column):
            kind, row = columns[0].name.removesuffix("_id"), shortened(ids[min(number, len(ids) - 1)])
            msg = f"of the {kind} {row} {column.name} is {shortened(value)}, which is no {word}"
            raise DamagedError(msg)


def _said(error: Exception) -> str:
    lines = str(getattr(error, "orig", None) or error).strip().splitlines() or [type(error).__name__]
    reason = lines[0].strip()
    low = reason.lower()
    advice = next((f"; {advised}" for phrase, advised in _ADVICE if phrase in low), "")
    return f"the database says: {reason[:1].lower()}{reason[1:]}{advice}"
