"""Told columns into a dataset: typed as the event table is, each row with its id and the row it came from."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from dashboard.exchange.tabular.batch import Batch, Cells, Fault, Reading, Told
from dashboard.exchange.tabular.cells import by_row
from dashboard.exchange.tabular.kept_rows import kept
from dashboard.exchange.tabular.seen import Seen, hashes
from dashboard.table import Dataset
from dashboard.table.columns import (
    CATEGORY,
    EVENT_COLUMNS,
    FLAG,
    MENTION_COLUMNS,
    REAL,
    REPORT_COLUMNS,
    TEXT,
    TIME,
    Column,
)
from dashboard.table.dataset import by_time, typed

_LONGEST_ID = 80
_SHOWN = 3
_NO_ROWS = pd.DataFrame()


def built(cells: Cells, reading: Reading, dataset: str, seen: Seen) -> tuple[Batch, Seen]:
    """The batch that these rows make, and what has been seen with them.

    Rows with something wrong are left out and listed. An id that comes again with the same words is a row told
    twice, and left out; with other words it is an event of its own, and told.
    """
    frame = cells.frame
    told = reading.told(frame)
    extra = told.columns["extra"] if "extra" in told.columns else kept(frame, reading.kind, told.columns)
    ids, wrong, notes, seen = _named(frame, told, extra, seen, reading.prefix)
    left = ids.index.isin(list(wrong))
    given = {**told.columns, "extra": extra, "event_id": ids}
    events = events_of({name: each[~left] for name, each in given.items()}, ids.index[~left], dataset)
    faults = tuple(Fault(row, why, _cells(frame, row)) for row, why in sorted(wrong.items()))
    return Batch(dataset_of(events, dataset), (*cells.faults, *faults), notes), seen


def dataset_of(events: pd.DataFrame, name: str) -> Dataset:
    """A dataset that rests on no reports."""
    in_order = by_time(events)
    return Dataset(in_order, typed(_NO_ROWS, MENTION_COLUMNS), typed(_NO_ROWS, REPORT_COLUMNS), name)


def events_of(given: Mapping[str, pd.Series], index: pd.Index, dataset: str) -> pd.DataFrame:
    """The event table of these columns; what is not given is empty."""
    named = {"dataset": pd.Series(dataset, index=index, dtype="str"), **given}
    return pd.DataFrame(
        {each.name: _series(named.get(each.name), each, index) for each in EVENT_COLUMNS}, index=index
    )


def _series(given: pd.Series | None, column: Column, index: pd.Index) -> pd.Series:
    if column.dtype == CATEGORY:
        return _category(pd.Series("", index=index, dtype="str") if given is None else given, column)
    if column.dtype == TEXT:
        return pd.Series("", index=index, dtype="str") if given is None else given.astype("str")
    if column.dtype == FLAG:
        return pd.Series(data=False, index=index) if given is None else given.astype(bool)
    if column.dtype == TIME:
        return pd.Series(pd.NaT, index=index, dtype=TIME) if given is None else given
    return _number(given, column, index)


def _number(given: pd.Series | None, column: Column, index: pd.Index) -> pd.Series:
    numbers = pd.Series(np.nan, index=index) if given is None else given
    return numbers.astype("Float64") if column.dtype == REAL else numbers.astype("Int64")


def _category(given: pd.Series, column: Column) -> pd.Series:
    if not column.words:
        return given.astype("str").astype("category")
    known = given.isin(column.words)
    kind = pd.CategoricalDtype(list(column.words), ordered=column.ordered)
    silent = column.silent if column.silent in column.words else None
    return (
        given.where(known, silent).astype(kind)
        if silent is not None
        else given.where(known, None).astype(kind)
    )


def _named(
    frame: pd.DataFrame, told: Told, extra: pd.Series, seen: Seen, prefix: str
) -> tuple[pd.Series, dict[int, str], tuple[str, ...], Seen]:
    """Each row's id, by row what is wrong, what is worth a note, and what has been seen now."""
    said = hashes(extra + told.columns["notes"] if "notes" in told.columns else extra)
    by_words = pd.Series([f"{each:016x}" for each in said], index=frame.index, dtype="str")
    own = told.columns.get("event_id", pd.Series("", index=frame.index, dtype="str"))
    usable = (own != "") & (own.str.len() <= _LONGEST_ID)
    ids = by_words.where(~usable, prefix + own)
    numbers = hashes(ids)
    before, contents = seen.among(numbers)
    again = pd.Series(before, index=frame.index) | ids.duplicated()
    seen_now = seen.with_(numbers, said)
    if not again.any():
        return ids, dict(told.wrong), (), seen_now
    first = pd.Series(said, index=frame.index).groupby(ids).transform("first").to_numpy(dtype=np.uint64)
    same = again & usable & (np.where(before, contents, first) == said)
    other = again & ~same
    rows = pd.Series(frame.index.astype(str), index=frame.index)
    apart = ids + "~" + by_words.str.slice(0, 8).where(usable, rows)
    wrong = by_row(("repeats an earlier row, word for word (" + own.str.slice(0, 40) + ")").where(same, ""))
    return ids.where(~other, apart), {**wrong, **told.wrong}, _doubled(other, own), seen_now


def _doubled(other: pd.Series, own: pd.Series) -> tuple[str, ...]:
    rows = other.index[other]
    if not len(rows):
        return ()
    named = ", ".join(f"row {row}{f' ({own[row][:40]})' if own[row] else ''}" for row in rows[:_SHOWN])
    more = f" and {len(rows) - _SHOWN:,} more" if len(rows) > _SHOWN else ""
    return (f"{named}{more}: has the id or the words of an earlier row; kept as an event of its own",)


def _cells(frame: pd.DataFrame, row: int) -> tuple[str, ...]:
    return tuple(str(each) for each in frame.loc[row].to_numpy())
