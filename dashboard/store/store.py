"""The store: what was read stays read.

A report is known by its words. Read again, it adds nothing; read again with another result (its date
is now given, say, or the reader has learnt something), it replaces what was read from it before,
except what a person has reviewed. A date that a person gave is not undone by a reading without one.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from dashboard.consolidation.consolidate import consolidation_of
from dashboard.store.address import parse, shown
from dashboard.store.anchors import decisions_of
from dashboard.store.connect import opened
from dashboard.store.corrections import Corrections
from dashboard.store.damage import naming
from dashboard.store.edit_rows import history
from dashboard.store.edited import edited
from dashboard.store.loading import load
from dashboard.store.remembered import Remembered, snapshot
from dashboard.store.report_rows import KeptReport, kept_reports, remove_reports
from dashboard.store.saving import Saved, marks_of, must_be_as_reported, save
from dashboard.store.schema import REPORTS
from dashboard.store.settling import settle
from dashboard.store.stamps import content, queue_up
from dashboard.store.told_again import Outdated, never
from dashboard.table import Dataset

_TRIES = 3  # others may change it all the time


@dataclass(frozen=True, slots=True)
class Store(Corrections):
    """A database with our tables, open; ``place`` names it for people. Threads may share it."""

    remembered: Remembered = field(default_factory=Remembered, init=False, repr=False, compare=False)

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

    def save(
        self, dataset: Dataset, marks: Mapping[str, str] | None = None, outdated: Outdated = never
    ) -> Saved:
        """Keep what is new in the dataset, all of it or nothing; ``marks`` say of reports how they were read.

        Its events must be those of single reports (``as_reported``): the store consolidates them when it is
        read, and so can take them apart again. Events that rest on no report take the place of those of the same
        ids, where they say something else and are not ``outdated`` by those.
        """
        given: object = dataset
        if not isinstance(given, Dataset):
            msg = f"save takes a Dataset, not {type(dataset).__name__}: as_reported([reading]) of dashboard.table makes one"
            raise TypeError(msg)
        must_be_as_reported(dataset, self.place)
        with naming(self.place), self.engine.begin() as connection:
            return save(connection, dataset, marks or {}, outdated)

    def load(self, name: str | None = None) -> Dataset:
        """Everything, or the dataset of that name: one row an event, with all that a person corrected.

        Everything is remembered: loaded again, only what was changed since is fetched, by whomever it was.
        """
        if name is not None:
            with naming(self.place), snapshot(self.engine) as connection:
                return _consolidated(connection, name)
        for _ in range(_TRIES):
            self.settle()
            with naming(self.place):
                dataset = self.remembered.load(self.engine)
            if dataset is not None:
                return dataset
        with naming(self.place), snapshot(self.engine) as connection:  # nothing can be written
            return _consolidated(connection, None)

    def settle(self) -> None:
        """Bring what is consolidated up to date; where nothing can be written, it is made anew each time it is loaded."""
        with naming(self.place), suppress(DBAPIError):
            settle(self.engine)

    def content(self) -> str:
        """A word that is another after every change of what is shown, by reading or by hand; for caches."""
        with naming(self.place), self.engine.connect() as connection:
            return content(connection)

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

    def marks(self) -> Mapping[str, str]:
        """How each report was read, as far as that was said when it was saved."""
        with naming(self.place), self.engine.connect() as connection:
            return marks_of(connection)

    def close(self) -> None:
        """Let go of the database; a SQLite file is then whole by itself."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _consolidated(connection: Connection, name: str | None) -> Dataset:
    """All, or the dataset of that name, consolidated here and now."""
    edits = history(connection)
    reported = load(connection, name)
    found = consolidation_of(reported, decisions_of(edits, reported.mentions))
    return edited(found.of(reported), edits, name)
