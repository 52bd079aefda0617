"""A dataset: events, the mentions that support them, and the reports those stand in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.table.columns import (
    CATEGORY,
    EVENT_COLUMNS,
    FLAG,
    MENTION_COLUMNS,
    REPORT_COLUMNS,
    TEXT,
    TIME,
    WHOLE,
    Column,
)
from dashboard.table.index import Index
from dashboard.table.once import Once
from dashboard.table.shown import shown
from dashboard.text import whole

Row = Mapping[str, object]
Values: TypeAlias = "pd.Series[Any]"
Order: TypeAlias = "npt.NDArray[np.intp]"


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
    once: Once = field(default_factory=Once, init=False, repr=False)

    @property
    def index(self) -> Index:
        """The events with what is worked out of them once."""
        return Index(self.events, self.mentions, self.reports, self.once)

    def _repr_html_(self) -> str:
        """Counts, a sketch in time and the first events, in a notebook."""
        return shown(self.name, self.events, len(self.reports))

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
            by_time(typed(_frame(events), EVENT_COLUMNS)),
            typed(_frame(mentions), MENTION_COLUMNS),
            typed(_frame(reports), REPORT_COLUMNS),
            name,
        )


def _frame(rows: Sequence[Row]) -> pd.DataFrame:
    return pd.DataFrame([{name: _storable(value) for name, value in row.items()} for row in rows])


def _storable(value: object) -> object:
    """A text with the mark for a damaged character where it has half of one, which no file or database holds."""
    if isinstance(value, str) and not value.isascii():
        return whole(value)
    return value


def put_together(datasets: Sequence[Dataset], name: str = "") -> Dataset:
    """All the rows of several datasets as one; they have none in common."""
    if not datasets:
        return Dataset.from_rows(name=name)
    events, mentions, reports = (
        pd.concat([getattr(each, frame).astype(object) for each in datasets], ignore_index=True)
        for frame in ("events", "mentions", "reports")
    )
    return Dataset(
        by_time(typed(events, EVENT_COLUMNS)),
        typed(mentions, MENTION_COLUMNS),
        typed(reports, REPORT_COLUMNS),
        name,
    )


def typed(frame: pd.DataFrame, columns: Sequence[Column]) -> pd.DataFrame:
    """The frame with just these columns, in this order and these dtypes; absent ones are empty."""
    return pd.DataFrame({column.name: _series(frame, column) for column in columns}, index=frame.index)


@cache
def none_of(columns: tuple[Column, ...]) -> pd.DataFrame:
    """No rows of these columns; one frame for all who ask, as nobody changes it."""
    return typed(pd.DataFrame(), columns)


def by_time(events: pd.DataFrame, order: "Order | None" = None) -> pd.DataFrame:
    """Sorted by start, then end, then id, events without a time last; ``order`` is theirs where it is known (``order_of``)."""
    order = order_of(events) if order is None else order
    if (order[1:] > order[:-1]).all():
        return events.reset_index(drop=True)
    left, taken = dict(events.items()), dict[Any, Values]()
    del events  # of a million rows no column is held twice any longer than it takes
    for name in list(left):
        taken[name] = pd.Series(left.pop(name).array.take(order), copy=False)
    return pd.DataFrame(taken, copy=False)


def order_of(events: pd.DataFrame) -> Order:
    """Where the rows stand that come one after the other; by Arrow where it is there, as pandas makes an object of every text."""
    names = ["start", "end", "event_id"]
    keys = events[names]
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import compute  # noqa: PLC0415
    except ImportError:
        found = keys.reset_index(drop=True).sort_values(names, na_position="last").index
        return np.asarray(found, dtype=np.intp)
    table = pa.Table.from_pandas(keys, preserve_index=False)
    order = compute.sort_indices(table, [(name, "ascending") for name in names])  # nulls last
    return np.asarray(order).astype(np.intp)


def by_name(events: pd.DataFrame, datasets: Sequence[str]) -> pd.DataFrame:
    """The events, each in the dataset of that name."""
    named = pd.Series(list(datasets), index=events.index, dtype="str")
    return events.assign(dataset=named.astype("category"))


def _series(frame: pd.DataFrame, column: Column) -> Values:
    if column.name in frame:
        return _typed(frame[column.name], column)
    if not len(frame):
        return _typed(pd.Series([], index=frame.index, dtype=object), column)
    nothing = _typed(pd.Series([None], dtype=object), column)
    each = np.zeros(len(frame), dtype=np.int64)  # no value of it is looked at
    return nothing.iloc[each].set_axis(frame.index)


def _typed(values: Values, column: Column) -> Values:
    return _OF_DTYPE.get(column.dtype, _number)(values, column)


def _time(values: Values, _: Column) -> Values:
    if isinstance(values.dtype, pd.DatetimeTZDtype):
        return values.dt.tz_convert("UTC").astype("datetime64[us, UTC]")
    return pd.to_datetime(values, utc=True, format="ISO8601").astype("datetime64[us, UTC]")


def _flag(values: Values, _: Column) -> Values:
    """A truth, or its word: true and false in any case, as files write them."""
    if values.dtype == np.bool_:
        return values
    return values.astype("str").str.casefold().eq("true").astype(bool)


def _text(values: Values, _: Column) -> Values:
    if isinstance(values.dtype, pd.StringDtype):
        return values.fillna("").astype("str")
    return values.astype(object).where(values.notna(), "").astype("str")


def _number(values: Values, column: Column) -> Values:
    numbers = pd.to_numeric(values)
    return numbers.astype("Int64") if column.dtype == WHOLE else numbers.astype("Float64")


def _category(values: Values, column: Column) -> Values:
    words = _text(values, column)
    if not column.words:
        return words.astype(pd.CategoricalDtype(sorted(words.unique())))
    filled = words.where(words != "", column.silent)
    return filled.astype(pd.CategoricalDtype(list(column.words), ordered=column.ordered))


_OF_DTYPE: dict[str, Callable[[Values, Column], Values]] = {
    TIME: _time,
    FLAG: _flag,
    TEXT: _text,
    CATEGORY: _category,
}
