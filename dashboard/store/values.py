"""Values as edits keep them: plain, moments as ISO text in UTC; and a person's tags."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, cast

import pandas as pd

from dashboard.store.edits import Value, moment
from dashboard.table.columns import CATEGORY, FLAG, REAL, TEXT, TIME, WHOLE, Column
from dashboard.table.tags import DIVIDED


def plain_values(frame: pd.DataFrame, name: str, rows: Sequence[int]) -> list[Value]:
    """The values of one column in these rows.

    >>> plain_values(pd.DataFrame({"start": [pd.Timestamp("2018-03-05 14:00Z")]}), "start", [0])
    ['2018-03-05T14:00:00+00:00']
    """
    values = frame[name].iloc[list(rows)]
    return [
        None if gone else plain(each)
        for each, gone in zip(values.tolist(), values.isna().tolist(), strict=True)
    ]


def plain(value: Any) -> Value:
    """One value; a moment as ISO text in UTC."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return cast(Value, value)


def as_shown(raw: Any, column: Column) -> Value:
    """A value of the database as its column shows it.

    >>> as_shown(1_520_258_400_000_000, Column("start", TIME, ""))
    '2018-03-05T14:00:00+00:00'
    """
    if raw is None or raw == "":
        return empty(column)
    return _SHOWN[column.dtype](raw)


_SHOWN: Mapping[str, Callable[[Any], Value]] = {
    TIME: lambda raw: moment(int(raw)).isoformat(),
    WHOLE: int,
    REAL: float,
    FLAG: bool,
    TEXT: str,
    CATEGORY: str,
}


def empty(column: Column) -> Value:
    """What a field shows that says nothing."""
    if column.dtype == FLAG:
        return False
    return None if column.dtype in {TIME, WHOLE, REAL} else column.silent


def tags_text(read: Sequence[str], marks: Mapping[str, bool]) -> str:
    """The cell of tags: those read, without those a person took off, and those put on.

    >>> tags_text(("a", "b"), {"a": False, "c": True})
    'b; c'
    """
    kept = [each for each in read if marks.get(each, True)]
    return f"{DIVIDED} ".join((*kept, *(each for each, on in marks.items() if on and each not in kept)))
