"""Some of the store's events as they are now, without all the others: as read and consolidated, and as edited.

What is consolidated must be kept (``consolidated.is_kept``); whoever asks sees to that, in the same transaction.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Table, select

from dashboard.store.anchors import Present
from dashboard.store.edited import anchors_in, edited, layers_of, subject_now
from dashboard.store.edits import DELETED, REGROUPING, Edit, EditKind, Value, history
from dashboard.store.rows import frame_of
from dashboard.store.schema import (
    ANCHORS,
    CHANGES,
    CONSOLIDATED_EVENTS,
    CONSOLIDATED_MENTIONS,
    EVENTS,
    MENTIONS,
    REPLACED,
)
from dashboard.store.values import plain_values
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS, Column
from dashboard.table.dataset import by_time

_MANY = 10_000  # values in one statement


@dataclass(frozen=True)
class Current:
    """Some events: ``read`` as reports tell them, and every edit that is about one of them, undone ones too."""

    ids: tuple[str, ...]
    read: Dataset
    edits: tuple[Edit, ...]

    @cached_property
    def shown(self) -> Mapping[str, Mapping[str, Value]]:
        """Each event's row as it is shown, deleted ones too, in plain values."""
        return _rows(_laid(self.read, self.edits), self.ids)

    @cached_property
    def as_read(self) -> Mapping[str, Mapping[str, Value]]:
        """Each event's row as it is read; none for one that was added by hand."""
        return _rows(self.read, self.ids)

    @cached_property
    def about(self) -> Mapping[str, tuple[Edit, ...]]:
        """The edits of each event, in order, undone ones too."""
        found: dict[str, list[Edit]] = {each: [] for each in self.ids}
        for edit in self.edits:
            for event_id in touched(edit, self._present):
                if event_id in found:
                    found[event_id].append(edit)
        return {event_id: tuple(edits) for event_id, edits in found.items()}

    @cached_property
    def _present(self) -> Present:
        return Present.of(self.read.mentions, anchors_in(self.edits))

    def subjects(self, edit: Edit, event_id: str) -> frozenset[str]:
        """By which ids the edit knew what is this event now."""
        return frozenset(each for each in edit.subjects if subject_now(edit, each, self._present) == event_id)

    @cached_property
    def deleted(self) -> frozenset[str]:
        """Those that a person deleted."""
        layers = layers_of(self.read, self.edits).of_events
        return frozenset(
            each for each, layer in layers.items() if DELETED in layer and layer[DELETED][-1].after is True
        )


def touched(edit: Edit, present: Present) -> frozenset[str]:
    """The events that an edit is about, by the ids they have now."""
    if edit.kind in REGROUPING:
        all_of = (present.mention(each)[1] for anchors in edit.anchors.values() for each in anchors)
        return frozenset(filter(None, all_of))
    return frozenset(filter(None, (subject_now(edit, each, present) for each in edit.subjects)))


def _laid(read: Dataset, edits: Sequence[Edit]) -> Dataset:
    """Edited, but with none left out."""
    kept = tuple(each for each in edits if each.kind not in {EditKind.DELETE, EditKind.RESTORE})
    return edited(read, kept)


def _rows(dataset: Dataset, ids: Sequence[str]) -> dict[str, dict[str, Value]]:
    events = dataset.events
    there = events[events["event_id"].isin(list(ids))].reset_index(drop=True)
    everyone = range(len(there))
    columns = {column.name: plain_values(there, column.name, everyone) for column in EVENT_COLUMNS}
    rows = (dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True))
    return {str(row["event_id"]): row for row in rows}


def current(connection: Connection, event_ids: Iterable[str]) -> Current:
    """The events of these ids, those that are there; and the mentions of all reports that tell of them."""
    ids = tuple(dict.fromkeys(event_ids))
    reports = set(_reports_of(connection, ids))
    edits = _edits(connection, ids, reports)
    reports.update(report_id for _, report_id, _, _ in anchors_in(edits))
    subjects = {*ids, *(subject for edit in edits for subject in edit.subjects)}
    events = _both(connection, EVENTS, CONSOLIDATED_EVENTS, EVENT_COLUMNS, "event_id", subjects)
    frames = by_time(frame_of(events, EVENT_COLUMNS)), mentions_of(connection, reports)
    return Current(ids, Dataset(*frames, frame_of([], ())), edits)


def mentions_of(connection: Connection, reports: Iterable[str]) -> pd.DataFrame:
    """The mentions of some reports, with the events they are of now."""
    rows = _both(connection, MENTIONS, CONSOLIDATED_MENTIONS, MENTION_COLUMNS, "report_id", reports)
    return frame_of(rows, MENTION_COLUMNS)


def _reports_of(connection: Connection, ids: Sequence[str]) -> Iterator[str]:
    for table in (MENTIONS, CONSOLIDATED_MENTIONS):
        for some in _some(ids):
            yield from connection.execute(
                select(table.c.report_id).where(table.c.event_id.in_(some)).distinct()
            ).scalars()


def _edits(connection: Connection, ids: Sequence[str], reports: Iterable[str]) -> tuple[Edit, ...]:
    """All edits that may be about them: by id, or by a report that tells of them."""
    numbers: set[int] = set()
    for column, number, wanted in (
        (CHANGES.c.subject, CHANGES.c.edit, ids),
        (ANCHORS.c.subject, ANCHORS.c.edit, ids),
        (ANCHORS.c.report_id, ANCHORS.c.edit, tuple(reports)),
    ):
        for some in _some(wanted):
            numbers.update(connection.execute(select(number).where(column.in_(some)).distinct()).scalars())
    return history(connection, numbers) if numbers else ()


def _both(
    connection: Connection,
    told: Table,
    kept: Table,
    columns: Sequence[Column],
    key: str,
    wanted: Iterable[str],
) -> list[Sequence[object]]:
    """Rows as single reports tell them, but for those replaced, and rows consolidated."""
    single = told.c.event_id.not_in(select(REPLACED.c.event_id))
    found: list[Sequence[object]] = []
    for some in _some(tuple(wanted)):
        for table, more in ((told, [single]), (kept, [])):
            where: list[ColumnElement[bool]] = [table.c[key].in_(some), *more]
            chosen = select(*(table.c[column.name] for column in columns)).where(*where)
            found += connection.execute(chosen.order_by(table.c.position)).all()
    return found


def _some(wanted: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(0, len(wanted), _MANY):
        yield wanted[first : first + _MANY]
