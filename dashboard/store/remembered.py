"""What was loaded of a store, remembered: loaded again, only what was changed since is fetched.

What was read and what a person edited are remembered apart: an edit costs laying all edits over what was read, a new report
fetching what it tells and what it changed of others. Several threads of a program may ask at once; what other programs
changed meanwhile is seen, as it is the store that says what was changed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Engine

from dashboard.gazetteer.loading import at_one_go
from dashboard.store.address import SQLITE
from dashboard.store.cache import PARTS, keep_copy, keep_parts, kept_copy, shelf_for, shown_mark
from dashboard.store.coded import how_many
from dashboard.store.consolidated import is_kept, stamp
from dashboard.store.edit_rows import history
from dashboard.store.edited import edited
from dashboard.store.loading import in_parts, load, name_of, part_of
from dashboard.store.touched import Mark, Touched, last_mark, touched_since
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS, REPORT_COLUMNS, Column
from dashboard.table.memory import give_back
from dashboard.table.replaced import appended, in_order_of_time, only

_MANY = 200_000  # rows, of which the texts are better left in the copy than held


@dataclass(frozen=True, slots=True)
class _Base:
    """What was read, up to a change of the store, without what a person edited."""

    mark: Mark
    dataset: Dataset


class Remembered:
    """What was loaded last; it holds nothing that the store does not, and goes with it."""

    __slots__ = ("_base", "_lock", "_mark", "_shown")

    def __init__(self) -> None:
        self._lock = Lock()
        self._base: _Base | None = None
        self._shown: Dataset | None = None
        self._mark = ""

    def load(self, engine: Engine) -> Dataset | None:
        """All that is shown, with all edits; None where what is consolidated is not up to date."""
        with self._lock, snapshot(engine) as connection:
            mark = shown_mark(connection)
            if self._shown is not None and mark == self._mark:
                return self._shown
            if not is_kept(connection, stamp(connection)):
                return None
            first = self._base is None
            self._base = _base_of(connection, engine, self._base)
            self._shown = edited(self._base.dataset, history(connection))
            self._mark = mark
            if first and (shelf := shelf_for(connection, engine.url)):
                self._shown.once.keep_on(shelf)
            return self._shown


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the store as it is at one moment, whoever changes it meanwhile."""
    isolated = (
        engine
        if engine.dialect.name == SQLITE
        else engine.execution_options(isolation_level="REPEATABLE READ")
    )
    with isolated.connect() as connection:
        yield connection


def _base_of(connection: Connection, engine: Engine, before: _Base | None) -> _Base:
    """What was read, from what was loaded before, else from the copy beside the store, else from the store."""
    now = last_mark(connection)
    kept = before or _of_copy(connection, engine)
    touched = touched_since(connection, kept.mark) if kept else None
    if kept is None or touched is None:
        if how_many(connection) >= _MANY:
            with at_one_go():
                keep_parts(engine.url, now, name_of(connection), in_parts(connection, PARTS))
            give_back()
            if copied := _of_copy(connection, engine):
                return copied
        with at_one_go():
            dataset = load(connection, None, consolidated=True)
        if not keep_copy(engine.url, now, dataset) or len(dataset.events) < _MANY:
            return _Base(now, dataset)
        del dataset
        return _of_copy(connection, engine) or _Base(now, load(connection, None, consolidated=True))
    if kept.mark == now:
        return kept
    return _Base(now, brought_up(kept.dataset, touched, part_of(connection, touched)))


def _of_copy(connection: Connection, engine: Engine) -> _Base | None:
    found = kept_copy(connection, engine.url)
    return _Base(*found) if found else None


def brought_up(dataset: Dataset, touched: Touched, part: Dataset) -> Dataset:
    """The dataset with what was touched as it is now, in ``part``, and else as it was."""
    old = len(dataset.events)
    gone = np.flatnonzero(dataset.events["event_id"].isin(list(touched.events)).to_numpy())
    events = appended(dataset.events, part.events, EVENT_COLUMNS)
    return Dataset(
        in_order_of_time(events, range(old, len(events)), frozenset(gone.tolist()), EVENT_COLUMNS),
        _with(dataset.mentions, MENTION_COLUMNS, "event_id", touched.events, part.mentions),
        _with(dataset.reports, REPORT_COLUMNS, "report_id", touched.reports, part.reports),
        part.name,
    )


def _with(
    frame: pd.DataFrame, columns: tuple[Column, ...], key: str, ids: frozenset[str], more: pd.DataFrame
) -> pd.DataFrame:
    gone = frame[key].isin(list(ids)) if ids else None
    left = only(frame, ~gone) if gone is not None and gone.any() else frame
    return appended(left, more, columns) if len(more) else left
