"""A dataset: events, the mentions that support them, and the reports those stand in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.table.columns import (
    CATEGORY,
    EVENT_COLUMNS,
    FLAG,
    MENTION_COLUMNS,
    REPORT_COLUMNS,
    TEXT,
    TIME,
    Column,
)

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """Three frames with fixed columns and dtypes; nothing in them is changed in place.

    ``events`` one row an event, sorted by start (undated last), index 0…n-1 · ``mentions`` one row a
    mention · ``reports`` one row a report.
    """

    events: pd.DataFrame
    mentions: pd.DataFrame
    reports: pd.DataFrame
    name: str = ""

    @classmethod
    def from_rows(
        cls,
        events: Sequence[Row] = (),
        mentions: Sequence[Row] = (),
        reports: Sequence[Row] = (),
        name: str = "",
    ) -> "Dataset":
        """Frames from plain rows; what a row does not say is empty or missing."""
        return cls(
            by_time(typed(pd.DataFrame(list(events)), EVENT_COLUMNS)),
            typed(pd.DataFrame(list(mentions)), MENTION_COLUMNS),
            typed(pd.DataFrame(list(reports)), REPORT_COLUMNS),
            name,
        )


def typed(frame: pd.DataFrame, columns: Sequence[Column]) -> pd.DataFrame:
    """The frame with just these columns, in this order and these dtypes; absent ones are empty."""
    return pd.DataFrame({column.name: _series(frame, column) for column in columns}, index=frame.index)


def by_time(events: pd.DataFrame) -> pd.DataFrame:
    """Sorted by start, then end, then id; events without a time last."""
    return events.sort_values(["start", "end", "event_id"], na_position="last", ignore_index=True)


def _series(frame: pd.DataFrame, column: Column) -> pd.Series:
    if column.name in frame:
        values = frame[column.name]
    else:
        values = pd.Series([None] * len(frame), index=frame.index, dtype=object)
    if column.dtype == TIME:
        return pd.to_datetime(values, utc=True).astype(TIME)
    if column.dtype == FLAG:
        return values.astype("boolean").fillna(value=False).astype(FLAG)
    if column.dtype == CATEGORY:
        return _category(values, column)
    if column.dtype == TEXT:
        return values.astype(object).where(values.notna(), "").astype(TEXT)
    return pd.to_numeric(values).astype(column.dtype)


def _category(values: pd.Series, column: Column) -> pd.Series:
    words = values.astype(object).where(values.notna(), "").astype(TEXT)
    if column.words:
        default = column.words[-1] if column.name == "granularity" else column.words[0]
        words = words.where(words.isin(column.words) | (words != ""), default)
        return words.astype(pd.CategoricalDtype(column.words, ordered=column.name == "granularity"))
    return words.astype(pd.CategoricalDtype(sorted(words.unique())))
