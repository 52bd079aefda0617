"""What a person did with events and reports, each edit with who, when and why, in the order in which it was done.

An edit is never erased and never changes what was read: it is a layer above the reading (``edited.py``). It holds on
to mentions by id, and by their characters in the report where a better reader cuts them anew; an event that rests on no
report is known by its id.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from dashboard.errors import StoreError
from dashboard.store.damage import DamagedError
from dashboard.store.schema import ANCHORS, CHANGES, EDITS
from dashboard.text import whole

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
DELETED = "deleted"
"""The field of a mark that an event is none; what was read of it stays."""
TAG = "tag:"
"""The field of one tag; each is set by itself, so that two people's tags do not collide."""
Value = str | int | float | bool | None
Anchor = tuple[str, str, int, int]
"""A mention's id, its report's, and its first and last characters there."""


class EditKind(StrEnum):
    """What a person may do."""

    JOIN = "join"
    SPLIT = "split"
    SET = "set"
    DELETE = "delete"
    RESTORE = "restore"
    ADD = "add"
    REVIEW = "review"
    TAG = "tag"
    DATE = "date"


REGROUPING = frozenset({EditKind.JOIN, EditKind.SPLIT})
WHOLE_EVENT = REGROUPING | {EditKind.DELETE}
"""Kinds that concern all of an event, and so collide with every other edit of it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value that an edit sets: of which event (or report), as it was shown before, as it is after, and as it was read."""

    subject: str
    field: str
    before: Value
    after: Value
    read: Value = None


@dataclass(frozen=True, slots=True)
class Beneath:
    """Where the reading changed beneath an edit: what was read when it was made, and what is read now."""

    event_id: str
    field: str
    read: Value
    now: Value


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit as it stands in the store: its number, when it was made, why and by whom, and when it was undone, if it was.

    ``changes`` are the values it sets; ``anchors`` the mentions each edited event rested on; ``sides`` the mentions that
    it joined or split. ``beneath`` is filled by the history of an event.
    """

    number: int
    made: datetime
    kind: EditKind
    sides: tuple[tuple[Anchor, ...], ...]
    because: str
    undone: datetime | None = None
    who: str = ""
    undone_by: str = ""
    undone_as: int | None = None
    changes: tuple[Change, ...] = ()
    anchors: Mapping[str, tuple[Anchor, ...]] = field(default_factory=dict)
    beneath: tuple[Beneath, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether it was not undone."""
        return self.undone is None

    @property
    def revision(self) -> int:
        """The number it changed something last: its own, or that of its undoing."""
        return self.undone_as or self.number

    @property
    def subjects(self) -> tuple[str, ...]:
        """The events (or reports) it is about, by the ids they had then."""
        return tuple(dict.fromkeys((*(each.subject for each in self.changes), *self.anchors)))


@dataclass(frozen=True, slots=True)
class Act:
    """Who does something, when and why."""

    because: str
    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An edit that is to be written."""

    kind: EditKind
    changes: Sequence[Change] = ()
    anchors: Mapping[str, Sequence[Anchor]] = field(default_factory=dict)
    sides: Sequence[Sequence[Anchor]] = ()


def history(connection: Connection, numbers: Iterable[int] | None = None) -> tuple[Edit, ...]:
    """Every edit, or those of these numbers, undone ones too, in the order in which they were made."""
    wanted = None if numbers is None else sorted(set(numbers))
    edits = _rows(connection, EDITS, EDITS.c.number, wanted)
    changes, anchors = _changes(connection, wanted), _anchors(connection, wanted)
    return tuple(_edit(row, changes[row.number], anchors[row.number]) for row in edits)


def _rows(connection: Connection, table: Any, number: Any, wanted: Sequence[int] | None) -> list[Row[Any]]:
    """The rows of these edits, in their order."""
    order = [number, table.c.place] if "place" in table.c else [number]
    ordered = select(table).order_by(*order)
    if wanted is None:
        return list(connection.execute(ordered))
    parts = (wanted[first : first + _MANY] for first in range(0, len(wanted), _MANY))
    return [row for part in parts for row in connection.execute(ordered.where(number.in_(part)))]


_MANY = 10_000  # values in one statement


def _changes(connection: Connection, wanted: Sequence[int] | None) -> Mapping[int, list[Change]]:
    found: defaultdict[int, list[Change]] = defaultdict(list)
    for row in _rows(connection, CHANGES, CHANGES.c.edit, wanted):
        try:
            values = (
                None if each is None else json.loads(each) for each in (row.before, row.after, row.read)
            )
            found[row.edit].append(Change(row.subject, row.field, *values))
        except (ValueError, TypeError) as error:  # JSON's error is a ValueError
            msg = f"the edit {row.edit} can't be read ({error})"
            raise DamagedError(msg) from error
    return found


def _anchors(connection: Connection, wanted: Sequence[int] | None) -> Mapping[int, dict[str, list[Anchor]]]:
    found: defaultdict[int, dict[str, list[Anchor]]] = defaultdict(dict)
    for row in _rows(connection, ANCHORS, ANCHORS.c.edit, wanted):
        anchor = (row.mention_id, row.report_id, row.char_start, row.char_end)
        found[row.edit].setdefault(row.subject, []).append(anchor)
    return found


def _edit(row: Row[Any], changes: list[Change], anchors: dict[str, list[Anchor]]) -> Edit:
    try:
        return Edit(
            row.number,
            moment(row.made),
            EditKind(row.kind),
            tuple(tuple(map(_anchor, side)) for side in json.loads(row.sides)),
            row.because,
            None if row.undone is None else moment(row.undone),
            row.who or "",
            row.undone_by or "",
            row.undone_as,
            tuple(changes),
            {subject: tuple(each) for subject, each in anchors.items()},
        )
    except (ValueError, TypeError, OverflowError) as error:  # JSON's error is a ValueError
        msg = f"the edit {row.number} can't be read ({error})"
        raise DamagedError(msg) from error


def _anchor(kept: Sequence[Any]) -> Anchor:
    mention, report, first, last = kept
    return str(mention), str(report), int(first), int(last)


def write(connection: Connection, draft: Draft, act: Act) -> int:
    """Keep an edit; gives its number."""
    number = next_number(connection)
    values = {
        "number": number,
        "made": ticks(act.at),
        "kind": str(draft.kind),
        "sides": json.dumps(draft.sides),
        "because": whole(act.because.strip()),
        "who": whole(act.by.strip()),
    }
    connection.execute(insert(EDITS), [values])
    changes = [
        {"edit": number, "place": place, "subject": each.subject, "field": each.field, **_plain(each)}
        for place, each in enumerate(draft.changes)
    ]
    names = ("mention_id", "report_id", "char_start", "char_end")
    pairs = [(subject, anchor) for subject, anchors in draft.anchors.items() for anchor in anchors]
    anchors = [
        {"edit": number, "place": place, "subject": subject, **dict(zip(names, anchor, strict=True))}
        for place, (subject, anchor) in enumerate(pairs)
    ]
    for table, rows in ((CHANGES, changes), (ANCHORS, anchors)):
        if rows:
            connection.execute(insert(table), rows)
    return number


def _plain(change: Change) -> dict[str, str | None]:
    values = {"before": change.before, "after": change.after, "read": change.read}
    return {
        name: None if each is None else json.dumps(each, ensure_ascii=False) for name, each in values.items()
    }


def undo(connection: Connection, number: int, act: Act) -> None:
    """Mark an edit as undone; it stays in the history. Raises StoreError when there is none to undo."""
    still = (EDITS.c.number == number) & EDITS.c.undone.is_(None)
    said = {"undone": ticks(act.at), "undone_by": whole(act.by.strip()), "undone_as": next_number(connection)}
    if not connection.execute(update(EDITS).where(still).values(said)).rowcount:
        msg = f"{number}: is no edit that can be undone; 'events edits' lists them"
        raise StoreError(msg)


def next_number(connection: Connection) -> int:
    """The number of what is done next; undoing takes one too."""
    last = connection.execute(select(func.max(EDITS.c.number), func.max(EDITS.c.undone_as))).one()
    return max(each or 0 for each in last) + 1


def ticks(at: datetime) -> int:
    """Since 1970; a moment with no zone is taken for UTC."""
    aware = at if at.tzinfo else at.replace(tzinfo=UTC)
    return (aware - _EPOCH) // _TICK


def moment(since: int) -> datetime:
    """The moment so long after 1970."""
    return _EPOCH + since * _TICK
