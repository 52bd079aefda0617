"""Rows as plain values that JSON, CSV and Excel agree on."""

import json
from collections.abc import Iterable, Iterator

import numpy as np
import pandas as pd

from dashboard.exchange.pieces import slices

Cell = str | int | float | bool | None
Record = dict[str, Cell]


def records(frame: pd.DataFrame) -> Iterator[Record]:
    """Each row as a dict in the order of the columns.

    Moments in ISO 8601, UTC, with a Z; None where something is missing; texts never missing.
    """
    names = list(frame.columns)
    for part in slices(frame):
        columns = [plain(part[name]) for name in names]
        yield from (dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True))


def plain(series: pd.Series) -> list[Cell]:
    """A column's values without pandas in them.

    >>> plain(pd.Series([3, None], dtype="Int64"))
    [3, None]
    >>> plain(pd.to_datetime(pd.Series(["2018-05-20T21:00Z", None])))
    ['2018-05-20T21:00:00Z', None]
    """
    values = _iso(series) if isinstance(series.dtype, pd.DatetimeTZDtype) else series.tolist()
    missing = series.isna()
    if not missing.any():
        return values
    return [None if gone else value for value, gone in zip(values, missing.tolist(), strict=True)]


def _iso(series: pd.Series) -> list[Cell]:
    """Moments as ISO 8601 writes them; seconds are cut into parts only where one of them is."""
    moments = series.dt.tz_convert("UTC").dt.tz_localize(None)
    whole = bool((moments.dropna().dt.microsecond == 0).all())
    texts = np.datetime_as_string(moments.to_numpy(dtype="datetime64[us]"), unit="s" if whole else "us")
    return [f"{text}Z" for text in texts.tolist()]


def dumped(value: object) -> bytes:
    """JSON in UTF-8, every script as it is; half a character is written as its escape."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8", "backslashreplace")


def listed(values: Iterable[object]) -> Iterator[bytes]:
    """A JSON list, value by value.

    >>> b"".join(listed([1, "a"]))
    b'[1, "a"]'
    """
    yield b"["
    for number, value in enumerate(values):
        yield (b", " if number else b"") + dumped(value)
    yield b"]"
