"""Some of the store's events as they are now, without all the others: as read and consolidated, and as edited.

Plain rows and no frames: an edit of one event takes milliseconds, however many there are. What is consolidated must be
kept (``consolidated.is_kept``); whoever asks sees to that, in the same transaction.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from dashboard.store.anchors import Mention, Present
from dashboard.store.coded import coded_rows
from dashboard.store.edit_rows import history
from dashboard.store.edits import REGROUPING, Beneath, Edit, EditKind, Value
from dashboard.store.layers import (
    Layer,
    added_rows,
    anchors_in,
    is_deleted,
    laid,
    layers_of,
    subject_now,
)
from dashboard.store.schema import (
    ANCHORS,
    CHANGES,
    CONSOLIDATED_EVENTS,
    CONSOLIDATED_MENTIONS,
    EVENTS,
    MENTIONS,
    REPLACED,
)
from dashboard.store.values import as_shown, empty
from dashboard.table.columns import EVENT_COLUMNS

_MANY = 10_000  # values in one statement
_NAMES = tuple(each.name for each in EVENT_COLUMNS)
_BLANK: Mapping[str, Value] = {column.name: empty(column) for column in EVENT_COLUMNS}


@dataclass(frozen=True)
class Current:
    """Some events: their rows as they are read, the mentions of all their reports, and every edit that may be about one."""

    ids: tuple[str, ...]
    as_read: Mapping[str, Mapping[str, Value]]
    mentions: tuple[Mention, ...]
    edits: tuple[Edit, ...]

    @cached_property
    def _present(self) -> Present:
        return Present.of(self.mentions)

    @cached_property
    def _layers(self) -> Mapping[str, Layer]:
        return layers_of(self.edits, self._present)

    @cached_property
    def shown(self) -> Mapping[str, Mapping[str, Value]]:
        """Each event's row as it is shown, in plain values; those that a person deleted and those she added, too."""
        added = {
            event_id: {**_BLANK, "event_id": event_id, **row}
            for event_id, row in added_rows(self.edits).items()
        }
        return {
            event_id: laid(row, self._layers.get(event_id, {}))
            for event_id, row in {**added, **self.as_read}.items()
            if event_id in self.ids
        }

    @cached_property
    def deleted(self) -> frozenset[str]:
        """Those that a person deleted."""
        return frozenset(each for each in self.ids if is_deleted(self._layers.get(each, {})))

    @cached_property
    def about(self) -> Mapping[str, tuple[Edit, ...]]:
        """The edits of each event, in order, undone ones too."""
        found: dict[str, list[Edit]] = {each: [] for each in self.ids}
        for edit in self.edits:
            for event_id in self._touched(edit):
                if event_id in found:
                    found[event_id].append(edit)
        return {event_id: tuple(edits) for event_id, edits in found.items()}

    def _touched(self, edit: Edit) -> frozenset[str]:
        """The events that an edit is about, by the ids they have now."""
        if edit.kind in REGROUPING:
            all_of = (self._present.mention(each)[1] for each in anchors_in([edit]))
            return frozenset(filter(None, all_of))
        return frozenset(filter(None, (subject_now(edit, each, self._present) for each in edit.subjects)))

    def of_event(self, event_id: str) -> list[Mention]:
        """An event's mentions, in their order."""
        return [each for each in self.mentions if each[1] == event_id]

    def beneath(self, edit: Edit, event_id: str) -> Iterator[Beneath]:
        """Every value of an event that is read otherwise than when the edit was made."""
        row = self.as_read.get(event_id)
        if row is None or edit.kind is EditKind.ADD:
            return
        known_as = {each for each in edit.subjects if subject_now(edit, each, self._present) == event_id}
        for change in edit.changes:
            if change.field in row and change.subject in known_as and row[change.field] != change.read:
                yield Beneath(event_id, change.field, change.read, row[change.field])


def current(connection: Connection, event_ids: Iterable[str]) -> Current:
    """The events of these ids, those that are there; and the mentions of all reports that tell of them."""
    ids = tuple(dict.fromkeys(event_ids))
    reports = set(_reports_of(connection, ids))
    edits = _edits(connection, ids, reports)
    reports.update(report_id for _, report_id, _, _ in anchors_in(edits))
    rows = (
        {column.name: as_shown(row[place], column) for place, column in enumerate(EVENT_COLUMNS)}
        for row in (*_both(connection, (EVENTS, CONSOLIDATED_EVENTS), _NAMES, "event_id", ids), *coded_rows(connection, ids))
    )  # fmt: skip
    as_read = {str(row["event_id"]): row for row in rows}
    return Current(ids, as_read, mentions_of(connection, reports), edits)


def mentions_of(connection: Connection, reports: Iterable[str]) -> tuple[Mention, ...]:
    """The mentions of some reports, with the events they are of now, in their order."""
    names = ("mention_id", "event_id", "report_id", "char_start", "char_end")
    rows = _both(connection, (MENTIONS, CONSOLIDATED_MENTIONS), names, "report_id", tuple(reports))
    return tuple(
        (str(mention), str(event), str(report), first or 0, last or 0)
        for mention, event, report, first, last in map(tuple, rows)
    )


def _reports_of(connection: Connection, ids: Sequence[str]) -> Iterator[str]:
    for table in (MENTIONS, CONSOLIDATED_MENTIONS):
        for some in _some(ids):
            chosen = select(table.c.report_id).where(table.c.event_id.in_(some)).distinct()
            yield from connection.execute(chosen).scalars()


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
    connection: Connection, tables: tuple[Table, Table], names: Sequence[str], key: str, wanted: Sequence[str]
) -> list[Row[Any]]:
    """Rows as single reports tell them, but for those replaced, and rows consolidated."""
    told, _ = tables
    single = told.c.event_id.not_in(select(REPLACED.c.event_id))
    found: list[Row[Any]] = []
    for some in _some(wanted):
        for table in tables:
            chosen = select(*(table.c[name] for name in names)).where(table.c[key].in_(some))
            chosen = chosen.where(single) if table is told else chosen
            found += connection.execute(chosen.order_by(table.c.position)).all()
    return found


def _some(wanted: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(0, len(wanted), _MANY):
        yield wanted[first : first + _MANY]
