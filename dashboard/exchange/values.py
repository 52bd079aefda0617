"""Rows as plain values that JSON, CSV and Excel agree on."""

import json
from collections.abc import Iterator

import pandas as pd

Cell = str | int | float | bool | None
Record = dict[str, Cell]


def records(frame: pd.DataFrame) -> Iterator[Record]:
    """Each row as a dict in the order of the columns.

    Moments in ISO 8601, UTC, with a Z; None where something is missing; texts never missing.
    """
    names = list(frame.columns)
    columns = [plain(frame[name]) for name in names]
    return (dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True))


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
    moments = series.dt.tz_convert("UTC").dt.tz_localize(None)
    whole = bool((moments.dropna().dt.microsecond == 0).all())
    texts = moments.dt.strftime("%Y-%m-%dT%H:%M:%S" if whole else "%Y-%m-%dT%H:%M:%S.%f")
    return [f"{text}Z" for text in texts]


def dumped(value: object) -> bytes:
    """JSON in UTF-8, every script as it is; half a character is written as its escape."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8", "backslashreplace")
