"""Told columns into a dataset: typed as the event table is, each row with its id and the row it came from."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.exchange.tabular.batch import Batch, Cells, Fault, Reading
from dashboard.exchange.tabular.kept_rows import kept
from dashboard.exchange.tabular.naming import named_rows
from dashboard.exchange.tabular.seen import Seen
from dashboard.exchange.tabular.worded import codes_of, is_worded
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
from dashboard.table.dataset import typed

_NO_ROWS = pd.DataFrame()


def built(cells: Cells, reading: Reading, dataset: str, seen: Seen) -> tuple[Batch, Seen]:
    """The batch that these rows make, and what has been seen with them.

    Rows with something wrong are left out and listed. An id that comes again with the same time, place and toll is a
    row told twice, and left out; with another it is an event of its own, and told.
    """
    frame = cells.frame
    told = reading.told(frame)
    extra = told.columns["extra"] if "extra" in told.columns else kept(frame, reading.kind, told.columns)
    named = named_rows(told, extra, seen, reading.prefix)
    given = {**told.columns, "extra": extra, "event_id": named.ids}
    events = events_of(_in_order(given, {*named.wrong, *told.passed}), dataset)
    faults = _faults(frame, named.wrong)
    passed = tuple(f"row {row}: {what}" for row, what in told.passed.items())
    wrong = tuple(sorted((*cells.faults, *faults), key=lambda each: each.row))
    return Batch(dataset_of(events, dataset), wrong, (*told.notes, *named.notes, *passed)), named.seen


def dataset_of(events: pd.DataFrame, name: str) -> Dataset:
    """A dataset that rests on no reports."""
    return Dataset(events, typed(_NO_ROWS, MENTION_COLUMNS), typed(_NO_ROWS, REPORT_COLUMNS), name)


def _in_order(given: Mapping[str, pd.Series], left: set[int]) -> dict[str, pd.Series]:
    """The columns without the rows that are left out, by start and end, those without a time last."""
    start, end = (_as_numbers(given[name]) for name in ("start", "end"))
    rows = np.lexsort((end, start))
    if left:
        rows = rows[~given["event_id"].index[rows].isin(list(left))]
    return {name: pd.Series(each.array.take(rows)) for name, each in given.items()}


def _as_numbers(moments: pd.Series) -> npt.NDArray[np.int64]:
    """Moments as numbers, the largest where there is none."""
    found = moments.astype("int64").to_numpy()
    return np.where(moments.isna().to_numpy(), np.iinfo(np.int64).max, found)


def events_of(given: Mapping[str, pd.Series], dataset: str) -> pd.DataFrame:
    """The event table of these columns; what is not given is empty."""
    index = next(iter(given.values())).index
    named = {"dataset": pd.Series(dataset, index=index, dtype="str"), **given}
    blank = pd.Series("", index=index, dtype="str")
    return pd.DataFrame(
        {
            each.name: blank
            if each.dtype == TEXT and each.name not in named
            else _series(named.get(each.name), each, index)
            for each in EVENT_COLUMNS
        },
        index=index,
    )


def _series(given: pd.Series | None, column: Column, index: pd.Index) -> pd.Series:
    if column.dtype == CATEGORY:
        return _one_word(column, index) if given is None else _category(given, column)
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


def _one_word(column: Column, index: pd.Index) -> pd.Series:
    """The category of a column that is not told at all."""
    words = list(column.words) or [""]
    code = words.index(column.silent) if column.silent in words else -1
    codes = np.full(len(index), code, dtype=np.int8)
    return pd.Series(
        pd.Categorical.from_codes(codes, categories=pd.Index(words, dtype="str"), ordered=column.ordered),
        index=index,
    )


def _category(given: pd.Series, column: Column) -> pd.Series:
    if is_worded(given):
        return _in_its_words(given, column)
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


def _in_its_words(given: pd.Series, column: Column) -> pd.Series:
    """The same with just the words there are, in order, or with those the column is held to."""
    codes, told = codes_of(given)
    there = np.bincount(codes, minlength=len(told)) > 0
    words = list(column.words) or sorted(
        {word for word, used in zip(told, there.tolist(), strict=True) if used}
    )
    places = {word: place for place, word in enumerate(words)}
    silent = places.get(column.silent, -1)
    order = np.array([places.get(word, silent) for word in told], dtype=np.int32)
    kind = pd.CategoricalDtype(pd.Index(words, dtype="str"), ordered=column.ordered)
    return pd.Series(pd.Categorical.from_codes(order[codes], dtype=kind), index=given.index)


def _faults(frame: pd.DataFrame, wrong: Mapping[int, str]) -> tuple[Fault, ...]:
    """The rows that were left out, with their cells as they stand."""
    rows = sorted(wrong)
    cells = frame.loc[rows].to_numpy().tolist()
    return tuple(Fault(row, wrong[row], tuple(told)) for row, told in zip(rows, cells, strict=True))
