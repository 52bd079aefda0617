"""Told columns into a dataset: typed as the event table is, each row with its id and the row it came from."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.exchange.tabular.batch import Batch, Cells, Fault, Reading
from dashboard.exchange.tabular.kept_rows import kept, twins_of
from dashboard.exchange.tabular.naming import named_rows
from dashboard.exchange.tabular.seen import Seen
from dashboard.exchange.tabular.worded import codes_of, is_worded, texts_of, worded
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
from dashboard.table.dataset import none_of

Rows = npt.NDArray[np.intp]


def built(cells: Cells, reading: Reading, dataset: str, seen: Seen) -> tuple[Batch, Seen]:
    """The batch that these rows make, and what has been seen with them.

    Rows with something wrong are left out and listed. An id that comes again with the same time, place and toll is a
    row told twice, and left out; with another it is an event of its own, and told.
    """
    frame = cells.frame
    told = reading.told(frame)
    own = told.columns.get("extra")
    header = [str(name) for name in frame.columns]
    twins = twins_of(frame, reading.kind, told.columns) if own is None else frozenset(header)
    cells_told = {name: frame[name] for name in header if name not in twins}
    named = named_rows(
        told,
        lambda: kept(cells_told, reading.kind, header, frame.index) if own is None else own,
        seen,
        reading.prefix,
        reading.of_words,
    )
    rows = _in_order(told.columns, {*named.wrong, *told.passed})
    given = {name: _taken(each, rows) for name, each in {**told.columns, "event_id": named.ids}.items()}
    if own is None:  # made of cells that are in order: moving a long text for each row costs more
        in_order = {name: _taken(each, rows) for name, each in cells_told.items()}
        given["extra"] = kept(in_order, reading.kind, header, given["event_id"].index)
    events = events_of(given, dataset)
    faults = _faults(frame, named.wrong)
    passed = tuple(f"row {row}: {what}" for row, what in told.passed.items())
    wrong = tuple(sorted((*cells.faults, *faults), key=lambda each: each.row))
    return Batch(dataset_of(events, dataset), wrong, (*told.notes, *named.notes, *passed)), named.seen


def dataset_of(events: pd.DataFrame, name: str) -> Dataset:
    """A dataset that rests on no reports."""
    return Dataset(events, none_of(MENTION_COLUMNS), none_of(REPORT_COLUMNS), name)


def _in_order(given: Mapping[str, pd.Series], left: set[int]) -> Rows:
    """The rows without those that are left out, by start and end, those without a time last."""
    start, end = (_as_numbers(given[name]) for name in ("start", "end"))
    rows = np.lexsort((end, start))
    return rows[~given["start"].index[rows].isin(list(left))] if left else rows


def _taken(column: pd.Series, rows: Rows) -> pd.Series:
    return pd.Series(column.array.take(rows), copy=False)


def _as_numbers(moments: pd.Series) -> npt.NDArray[np.int64]:
    """Moments as numbers, the largest where there is none."""
    found = moments.astype("int64").to_numpy()
    return np.where(moments.isna().to_numpy(), np.iinfo(np.int64).max, found)


def events_of(given: Mapping[str, pd.Series], dataset: str) -> pd.DataFrame:
    """The event table of these columns; what is not given is empty."""
    index = next(iter(given.values())).index
    named = {"dataset": _always(dataset, index), **given}
    empty: dict[str, pd.Series] = {}  # one for all columns of a kind, as nobody changes it

    def none(column: Column) -> pd.Series:
        if column.dtype == CATEGORY:
            return _one_word(column, index)
        if column.dtype not in empty:
            empty[column.dtype] = _nothing(column, index)
        return empty[column.dtype]

    return pd.DataFrame(
        {
            each.name: _series(named[each.name], each) if each.name in named else none(each)
            for each in EVENT_COLUMNS
        },
        index=index,
        copy=False,
    )


def _series(given: pd.Series, column: Column) -> pd.Series:
    if column.dtype == CATEGORY:
        return _category(given, column)
    if column.dtype == TEXT:
        return texts_of(given) if is_worded(given) else given.astype("str")
    if column.dtype == FLAG:
        return given.astype(bool)
    return given if column.dtype == TIME else _number(given, column)


def _number(given: pd.Series, column: Column) -> pd.Series:
    return given.astype("Float64") if column.dtype == REAL else given.astype("Int64")


def _nothing(column: Column, index: pd.Index) -> pd.Series:
    """A column of which no row tells anything."""
    if column.dtype == TEXT:
        return texts_of(_always("", index))
    if column.dtype == FLAG:
        return pd.Series(data=False, index=index)
    if column.dtype == TIME:
        return pd.Series(pd.NaT, index=index, dtype=TIME)
    return _number(pd.Series(np.nan, index=index), column)


def _always(word: str, index: pd.Index) -> pd.Series:
    """A worded column that says the same in every row."""
    return worded(np.zeros(len(index), dtype=np.int8), [word], index)


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
    if not wrong:
        return ()
    rows = sorted(wrong)
    cells = frame.loc[rows].to_numpy().tolist()
    return tuple(Fault(row, wrong[row], tuple(told)) for row, told in zip(rows, cells, strict=True))
