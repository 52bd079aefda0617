"""The store: what was read stays read.

A report is known by its words. Read again, it adds nothing; read again with another result (its date
is now given, say, or the reader has learnt something), it replaces what was read from it before,
except what a person has reviewed. A date that a person gave is not undone by a reading without one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from types import TracebackType
from typing import Self

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Engine, Table, cast, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import BigInteger, String

from dashboard.consolidation.consolidate import Consolidation, consolidation_of
from dashboard.consolidation.decisions import DecisionKind
from dashboard.errors import StoreError
from dashboard.store.connect import opened, parse, shown
from dashboard.store.consolidated import is_kept, keep, kept, stamp
from dashboard.store.damage import naming
from dashboard.store.edits import Made, history, holding, sides_to_join, sides_to_split, undo, write
from dashboard.store.report_rows import KeptReport, kept_reports, remove_reports
from dashboard.store.rows import frame_of, insert_rows, rows_of
from dashboard.store.schema import EVENTS, MENTIONS, META, REPLACED, REPORTS
from dashboard.store.update import Update, update_of
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS, REPORT_COLUMNS, Column, ReviewStatus
from dashboard.table.dataset import by_time

_MANY = 10_000  # SQLite takes up to 32,766 values in one statement


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save did, in events: new ones, ones that were there already, ones read anew."""

    added: int
    already: int
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class Store:
    """A database with our tables, open; ``place`` names it for people. Threads may share it."""

    engine: Engine
    place: str

    @classmethod
    def open(cls, database: str) -> Self:
        """The store at a URL, or in the SQLite file at a path; made where there is none.

        Raises StoreError for a database that is not ours, which stays untouched.

        >>> with Store.open("sqlite://") as store:
        ...     len(store.load().events)
        0
        """
        url = parse(database)
        with naming(shown(url)):
            return cls(opened(url), shown(url))

    def save(self, dataset: Dataset) -> Saved:
        """Keep what is new in the dataset, all of it or nothing.

        Its events must be those of single reports (``as_reported``): the store consolidates them when it is
        read, and so can take them apart again.
        """
        given: object = dataset
        if not isinstance(given, Dataset):
            msg = f"save takes a Dataset, not {type(dataset).__name__}: as_reported([reading]) of dashboard.table makes one"
            raise TypeError(msg)
        _must_be_as_reported(dataset, self.place)
        with naming(self.place), self.engine.begin() as connection:
            wait_for(connection)
            new = update_of(dataset, _known_reports(connection))
            unreviewed = _forget(connection, new.stale)
            saved = _add(connection, dataset, new, unreviewed)
            if new.reports or saved.added or saved.replaced:  # what was consolidated holds otherwise
                queue_up(connection)
            return saved

    def load(self, name: str | None = None) -> Dataset:
        """Everything, or the dataset of that name: one row an event, with what a person joined and split."""
        with naming(self.place), self.engine.connect() as connection:
            now = stamp(connection)
            if name is None and is_kept(connection, now):
                return _load(connection, None, consolidated=True)
            reported = _load(connection, name)
            found = consolidation_of(reported, holding(history(connection), reported.mentions))
        if name is None:
            self._keep(found, now)
        return found.of(reported)

    def join(self, event_ids: Sequence[str], because: str, at: datetime) -> int:
        """Make one event of several, for a reason, until it is undone; gives the edit's number.

        ``at`` is when the person did it. Raises StoreError for an id that is no event, or without a reason.
        """
        return self._edit(DecisionKind.JOIN, lambda dataset: sides_to_join(dataset, event_ids), because, at)

    def split(self, event_id: str, mention_ids: Sequence[str], because: str, at: datetime) -> int:
        """Make an event of its own of some of an event's mentions, until it is undone; gives the edit's number."""
        return self._edit(
            DecisionKind.SPLIT, lambda dataset: sides_to_split(dataset, event_id, mention_ids), because, at
        )

    def undo(self, number: int, at: datetime) -> None:
        """Take an edit back; it stays in the history. Raises StoreError when it is none, or was undone."""
        with naming(self.place), self.engine.begin() as connection:
            queue_up(connection)
            undo(connection, number, at)

    def edits(self) -> tuple[Made, ...]:
        """Everything a person joined and split, undone or not, in order."""
        with naming(self.place), self.engine.connect() as connection:
            return history(connection)

    def _edit(
        self,
        kind: DecisionKind,
        sides: Callable[[Dataset], Sequence[pd.DataFrame]],
        because: str,
        at: datetime,
    ) -> int:
        named = sides(self.load())
        with naming(self.place), self.engine.begin() as connection:
            queue_up(connection)
            return write(connection, kind, named, because, at)

    def _keep(self, found: Consolidation, now: str) -> None:
        """Keep what was consolidated; where nothing can be written, it is made anew each time."""
        with suppress(DBAPIError), self.engine.begin() as connection:
            keep(connection, found, now)

    def reports(self) -> tuple[KeptReport, ...]:
        """Every report that was read into it, in the order in which they came."""
        with naming(self.place), self.engine.connect() as connection:
            return kept_reports(connection)

    def remove(self, report_ids: Iterable[str]) -> int:
        """Take reports out, with all that they tell; gives how many events that was.

        What other reports tell of the same events stays, and so does the history of edits. Raises StoreError,
        and removes nothing, when one is not there.
        """
        with naming(self.place), self.engine.begin() as connection:
            queue_up(connection)
            return remove_reports(connection, report_ids, self.place)

    def report_ids(self) -> frozenset[str]:
        """The reports that were read into it."""
        with naming(self.place), self.engine.connect() as connection:
            return frozenset(connection.execute(select(REPORTS.c.report_id)).scalars())

    def close(self) -> None:
        """Let go of the database; a SQLite file is then whole by itself."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def wait_for(connection: Connection) -> None:
    """Before anything is read that is to be changed: whoever changes the store at the same time waits here."""
    connection.execute(update(META).where(META.c.key == "saves").values(value=META.c.value))


def queue_up(connection: Connection) -> None:
    """Count a change; whoever changes the store at the same time waits here."""
    counted = cast(cast(META.c.value, BigInteger) + 1, String)
    connection.execute(update(META).where(META.c.key == "saves").values(value=counted))


def _known_reports(connection: Connection) -> dict[str, tuple[str, str]]:
    rows = connection.execute(select(REPORTS.c.report_id, REPORTS.c.fingerprint, REPORTS.c.published_source))
    return {report_id: (fingerprint, source) for report_id, fingerprint, source in rows}


def _forget(connection: Connection, reports: Iterable[str]) -> frozenset[str]:
    """Delete the reports and their unreviewed events; gives those events' ids."""
    gone: set[str] = set()
    for some in _some(reports):
        of_them = select(MENTIONS.c.event_id).where(MENTIONS.c.report_id.in_(some))
        unreviewed = EVENTS.c.event_id.in_(of_them) & (EVENTS.c.review_status == ReviewStatus.UNREVIEWED)
        gone.update(connection.execute(select(EVENTS.c.event_id).where(unreviewed)).scalars())
        connection.execute(REPORTS.delete().where(REPORTS.c.report_id.in_(some)))
    for some in _some(gone):
        connection.execute(EVENTS.delete().where(EVENTS.c.event_id.in_(some)))
        connection.execute(MENTIONS.delete().where(MENTIONS.c.event_id.in_(some)))
    return frozenset(gone)


def _add(connection: Connection, dataset: Dataset, new: Update, before: frozenset[str]) -> Saved:
    there = set(connection.execute(select(EVENTS.c.event_id)).scalars())
    fresh = dataset.events["event_id"].isin(list(new.events - there))
    events = dataset.events[fresh].drop_duplicates("event_id")
    ids = set(events["event_id"])
    mentions = dataset.mentions[dataset.mentions["event_id"].isin(list(ids))]
    reports = dataset.reports[dataset.reports["report_id"].isin(list(new.reports))]
    insert_rows(connection, EVENTS, rows_of(events, EVENT_COLUMNS))
    insert_rows(connection, MENTIONS, rows_of(mentions, MENTION_COLUMNS))
    marks = [(dataset.name, new.reports[report_id]) for report_id in reports["report_id"]]
    lines = [(*row, *mark) for row, mark in zip(rows_of(reports, REPORT_COLUMNS), marks, strict=True)]
    insert_rows(connection, REPORTS, lines)
    replaced = len(ids & before)
    return Saved(added=len(ids) - replaced, already=len(dataset.events) - len(ids), replaced=replaced)


def _must_be_as_reported(dataset: Dataset, place: str) -> None:
    pairs = dataset.mentions[["event_id", "report_id"]].drop_duplicates()
    several = pairs.loc[pairs["event_id"].duplicated(), "event_id"]
    if len(several):
        msg = (
            f"{place}: {several.iloc[0]} rests on several reports; save what each report tells (as_reported)"
        )
        raise StoreError(msg)


def _load(connection: Connection, name: str | None, *, consolidated: bool = False) -> Dataset:
    """All that is reported, or that of the dataset of that name; ``consolidated``: with the rows kept in place of others."""
    named = select(EVENTS.c.event_id).where(EVENTS.c.dataset == name)
    events = select(*_of(EVENTS, EVENT_COLUMNS)).order_by(EVENTS.c.position)
    mentions = select(*_of(MENTIONS, MENTION_COLUMNS)).order_by(MENTIONS.c.position)
    reports = select(*_of(REPORTS, REPORT_COLUMNS)).order_by(REPORTS.c.position)
    if name is not None:
        events = events.where(EVENTS.c.dataset == name)
        mentions = mentions.where(MENTIONS.c.event_id.in_(named))
        reports = reports.where(REPORTS.c.dataset == name)
    if consolidated:
        events = events.where(EVENTS.c.event_id.not_in(select(REPLACED.c.event_id)))
        mentions = mentions.where(MENTIONS.c.event_id.not_in(select(REPLACED.c.event_id)))
    more_events, more_mentions = kept(connection) if consolidated else ((), ())
    return Dataset(
        by_time(frame_of([*connection.execute(events), *more_events], EVENT_COLUMNS)),
        frame_of([*connection.execute(mentions), *more_mentions], MENTION_COLUMNS),
        frame_of(connection.execute(reports).all(), REPORT_COLUMNS),
        _name(connection) if name is None else name,
    )


def _of(table: Table, columns: Sequence[Column]) -> list[ColumnElement[object]]:
    return [table.c[column.name] for column in columns]


def _name(connection: Connection) -> str:
    """The one name all reports share, or nothing."""
    names = connection.execute(select(REPORTS.c.dataset).distinct()).scalars().all()
    return names[0] or "" if len(names) == 1 else ""


def _some(ids: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(ids)
    while some := list(islice(rest, _MANY)):
        yield some
