"""Frames with some of their values, rows or their order changed, the rest as it is: fast where little changes.

Nothing is changed in place: a column that changes is a new one, all others are shared with the frame that was given.
"""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.table.columns import CATEGORY, Column
from dashboard.table.dataset import Values, by_time, typed

_LAST = np.iinfo(np.int64).max
Positions = npt.NDArray[Any]


def with_values(
    frame: pd.DataFrame, columns: Sequence[Column], values: Mapping[str, Mapping[int, object]]
) -> pd.DataFrame:
    """The frame with other values in some rows: column by column, row by row."""
    changed = {each.name: _with(frame, each, values[each.name]) for each in columns if values.get(each.name)}
    return frame.assign(**changed) if changed else frame


def _with(frame: pd.DataFrame, column: Column, values: Mapping[int, object]) -> Values:
    rows = np.fromiter(values, dtype=np.intp, count=len(values))
    new = typed(pd.DataFrame({column.name: list(values.values())}, dtype=object), (column,))[column.name]
    old = frame[column.name]
    if column.dtype == CATEGORY and not column.words:
        return _with_words(old, rows, new)
    series = old.copy()
    series.iloc[rows] = new.array
    return series


def _with_words(old: Values, rows: Positions, new: Values) -> Values:
    """A column of words with some others, whose categories are just those that are there, in order."""
    words = old.cat.categories.union(new.cat.categories).sort_values()
    codes = words.get_indexer(old.cat.categories)[old.cat.codes.to_numpy()]
    codes[rows] = words.get_indexer(pd.Index(new.astype(object)))
    return _tidy(
        pd.Series(pd.Categorical.from_codes(codes, categories=words), index=old.index, name=old.name)
    )


def _tidy(series: Values) -> Values:
    """Without categories that no row has."""
    there = np.bincount(
        series.cat.codes.to_numpy().astype(np.intp) + 1, minlength=len(series.cat.categories) + 1
    )
    return series if there[1:].all() else series.cat.remove_unused_categories()


def appended(frame: pd.DataFrame, more: pd.DataFrame, columns: Sequence[Column]) -> pd.DataFrame:
    """The frame with more rows at its end."""
    together = {each.name: _appended(frame[each.name], more[each.name]) for each in columns}
    return pd.DataFrame(together)


def _appended(old: Values, new: Values) -> Values:
    if isinstance(old.dtype, pd.CategoricalDtype) and old.dtype != new.dtype:
        words = old.cat.categories.union(new.cat.categories).sort_values()
        old, new = (each.cat.set_categories(words) for each in (old, new))
    return pd.concat([old, new], ignore_index=True)


def only(frame: pd.DataFrame, kept: Any) -> pd.DataFrame:
    """The rows of the frame that are marked, numbered anew."""
    rows: pd.DataFrame = frame[kept].reset_index(drop=True)
    return rows


def in_order_of_time(
    events: pd.DataFrame, moved: Collection[int], gone: frozenset[int], columns: Sequence[Column]
) -> pd.DataFrame:
    """Events that were in order but for those that moved, in order again, without those that are gone.

    Only what moved is sorted, and put where it belongs.
    """
    if not moved and not gone:
        return events
    stays = np.ones(len(events), dtype=bool)
    stays[[*moved, *gone]] = False
    staying = np.flatnonzero(stays)
    moving = np.array(sorted(set(moved) - gone), dtype=np.intp)
    moving = moving[by_time(_keys(events, moving)).pop("row").to_numpy()] if len(moving) else moving
    order = np.insert(staying, _places(events, staying, moving), moving)
    taken = events.take(order).reset_index(drop=True)
    if not gone:
        return taken
    open_words = [each.name for each in columns if each.dtype == CATEGORY and not each.words]
    return taken.assign(**{name: _tidy(taken[name]) for name in open_words})


def _keys(events: pd.DataFrame, rows: Positions) -> pd.DataFrame:
    return events[["start", "end", "event_id"]].take(rows).reset_index(drop=True).assign(row=range(len(rows)))


def _places(events: pd.DataFrame, staying: Positions, moving: Positions) -> Positions:
    """Before which of those that stay each of those that move belongs."""
    starts, ends = (_moments(events[name]) for name in ("start", "end"))
    ids = events["event_id"]
    first = np.searchsorted(starts[staying], starts[moving], side="left")
    last = np.searchsorted(starts[staying], starts[moving], side="right")

    def key(row: int) -> tuple[int, str]:
        return int(ends[row]), str(ids.iloc[row])

    places = [
        low if low == high else bisect_left(staying, key(row), low, high, key=key)
        for low, high, row in zip(first.tolist(), last.tolist(), moving.tolist(), strict=True)
    ]
    return np.array(places, dtype=np.intp)


def _moments(series: Values) -> npt.NDArray[np.int64]:
    """As numbers; what is missing comes last."""
    numbers: npt.NDArray[np.int64] = np.array(series.astype("int64"), dtype=np.int64)
    numbers[series.isna().to_numpy()] = _LAST
    return numbers
