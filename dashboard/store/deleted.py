"""The events that a person deleted: what they say, and which edit marked them as none. Nothing of them is erased."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Connection, select

from dashboard.store.anchors import Present
from dashboard.store.current import Current, current, mentions_of
from dashboard.store.edit_rows import history
from dashboard.store.edits import DELETED, Edit
from dashboard.store.layers import anchors_in, subject_now
from dashboard.store.schema import CHANGES
from dashboard.table.columns import EVENT_COLUMNS
from dashboard.table.dataset import typed


@dataclass(frozen=True, slots=True, eq=False)
class Deleted:
    """An event that was deleted: its row as it was shown, and the edit that says who deleted it, when and why."""

    event: "pd.Series[Any]"
    edit: Edit

    @property
    def event_id(self) -> str:
        """The event's id."""
        return str(self.event["event_id"])


def deleted(connection: Connection) -> tuple[Deleted, ...]:
    """Those that are deleted now, the latest first."""
    numbers = connection.execute(
        select(CHANGES.c.edit).where(CHANGES.c.field == DELETED).distinct()
    ).scalars()
    edits = history(connection, numbers)
    if not edits:
        return ()
    now = current(connection, _subjects_now(connection, edits))
    found = {each: _mark(now, each) for each in now.deleted if each in now.shown}
    order = sorted(found, key=lambda each: -found[each].number)
    if not order:
        return ()
    rows = typed(pd.DataFrame([dict(now.shown[each]) for each in order], dtype=object), EVENT_COLUMNS)
    return tuple(Deleted(rows.iloc[at], found[each]) for at, each in enumerate(order))


def _subjects_now(connection: Connection, edits: tuple[Edit, ...]) -> Iterator[str]:
    present = Present.of(mentions_of(connection, {anchor[1] for anchor in anchors_in(edits)}))
    yield from filter(None, (subject_now(edit, each, present) for edit in edits for each in edit.subjects))


def _mark(now: Current, event_id: str) -> Edit:
    """The last edit that says it is none."""
    return max(
        (edit for edit in now.about[event_id] if edit.holds and any(each.field == DELETED and each.after for each in edit.changes)),
        key=lambda edit: edit.number,
    )  # fmt: skip
