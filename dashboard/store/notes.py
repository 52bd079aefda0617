"""A person's notes, pinned to an event or to a moment, and views of the page that were given a name.

What is removed is marked, and stays in the database. A note on an event is found again by the event's mentions.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, func, insert, select, update

from dashboard.errors import EditError
from dashboard.store.anchors import Present, anchors_of
from dashboard.store.current import current, mentions_of
from dashboard.store.edit_rows import text_kept
from dashboard.store.edits import Act, Anchor, moment, ticks
from dashboard.store.schema import NOTES, VIEWS
from dashboard.store.stamps import wait_for


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number, who wrote it and when, on which event (by the id it has now) or at which moment."""

    number: int
    made: datetime
    who: str
    text: str
    event_id: str = ""
    moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view of the page with a name: ``query`` is the part of its address after the question mark."""

    number: int
    made: datetime
    who: str
    name: str
    query: str


def write_note(connection: Connection, text: str, event_id: str, at: datetime | None, act: Act) -> int:
    """Keep a note on an event or at a moment; gives its number."""
    if not text.strip() or bool(event_id) == (at is not None):
        msg = "a note needs words, and an event or a moment to be pinned to"
        raise EditError(msg)
    mentions: Sequence[Anchor] = ()
    if event_id:
        now = current(connection, [event_id])
        if event_id not in now.shown:
            msg = f"{event_id}: is no event here; 'events list' shows those there are"
            raise EditError(msg)
        mentions = anchors_of(now.of_event(event_id))
    pinned = {
        "event_id": event_id or None,
        "mentions": json.dumps(mentions),
        "moment": None if at is None else ticks(at),
    }
    return _write(connection, NOTES, act, text=text_kept(text), **pinned)


def notes(connection: Connection) -> tuple[Note, ...]:
    """The notes that were not removed, in the order in which they were written."""
    rows = _there(connection, NOTES)
    anchors = {row.number: tuple(map(_anchor, json.loads(row.mentions or "[]"))) for row in rows}
    reports = {anchor[1] for each in anchors.values() for anchor in each}
    present = Present.of(mentions_of(connection, reports))
    return tuple(_note(row, anchors[row.number], present) for row in rows)


def _note(row: Row[Any], anchors: Iterable[Anchor], present: Present) -> Note:
    now = next((event for each in anchors if (event := present.mention(each)[1])), row.event_id or "")
    at = None if row.moment is None else moment(row.moment)
    return Note(row.number, moment(row.made), row.who, row.text, now, at)


def _anchor(kept: Sequence[Any]) -> Anchor:
    mention, report, first, last = kept
    return str(mention), str(report), int(first), int(last)


def write_view(connection: Connection, name: str, query: str, act: Act) -> int:
    """Keep a view under a name; one that had the name before is marked as removed. Gives its number."""
    wait_for(connection)
    plain = text_kept(name)
    if not plain:
        msg = "a view needs a name"
        raise EditError(msg)
    if any(each.name == plain for each in views(connection)):
        remove_view(connection, plain, act)
    return _write(connection, VIEWS, act, name=plain, query=text_kept(query).removeprefix("?"))


def views(connection: Connection) -> tuple[SavedView, ...]:
    """The views that were not removed, in the order in which they were saved."""
    rows = _there(connection, VIEWS)
    return tuple(SavedView(row.number, moment(row.made), row.who, row.name, row.query) for row in rows)


def remove_note(connection: Connection, number: int, act: Act) -> None:
    """Mark a note as removed; raises EditError where there is none."""
    _remove(connection, NOTES, NOTES.c.number == number, f"{number}: is no note", act)


def remove_view(connection: Connection, name: str, act: Act) -> None:
    """Mark a view as removed; raises EditError where there is none."""
    _remove(connection, VIEWS, VIEWS.c.name == name, f"{name!r}: is no saved view", act)


def _write(connection: Connection, table: Table, act: Act, **values: object) -> int:
    wait_for(connection)
    number = int(connection.execute(select(func.coalesce(func.max(table.c.number), 0))).scalar_one()) + 1
    said = {"number": number, "made": ticks(act.at), "who": text_kept(act.by), **values}
    connection.execute(insert(table), [said])
    return number


def _there(connection: Connection, table: Table) -> Sequence[Row[Any]]:
    return connection.execute(select(table).where(table.c.removed.is_(None)).order_by(table.c.number)).all()


def _remove(connection: Connection, table: Table, which: Any, missing: str, act: Act) -> None:
    wait_for(connection)
    marked = update(table).where(which & table.c.removed.is_(None))
    if not connection.execute(marked.values(removed=ticks(act.at), removed_by=text_kept(act.by))).rowcount:
        raise EditError(missing)
