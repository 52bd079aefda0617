"""Where the reading changed beneath a person's edits of an event."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.errors import EditError
from dashboard.store.current import Current
from dashboard.store.edits import Beneath, Edit, EditKind


def with_beneath(now: Current, event_id: str) -> tuple[Edit, ...]:
    """The event's edits, each with the values that are read otherwise than when it was made."""
    if event_id not in now.shown:
        msg = f"{event_id}: is no event here; 'events list' shows those there are"
        raise EditError(msg)
    return tuple(replace(each, beneath=tuple(_beneath(now, event_id, each))) for each in now.about[event_id])


def _beneath(now: Current, event_id: str, edit: Edit) -> Iterator[Beneath]:
    row = now.as_read.get(event_id)
    if row is None or edit.kind is EditKind.ADD:
        return
    subjects = now.subjects(edit, event_id)
    for change in edit.changes:
        if change.field in row and change.subject in subjects and row[change.field] != change.read:
            yield Beneath(event_id, change.field, change.read, row[change.field])
