"""The store's methods for notes and saved views, and for what was deleted."""

from dataclasses import dataclass
from datetime import datetime

from dashboard.store.damage import naming
from dashboard.store.deleted import Deleted, deleted
from dashboard.store.edits import Act
from dashboard.store.notes import (
    Note,
    SavedView,
    notes,
    remove_note,
    remove_view,
    views,
    write_note,
    write_view,
)
from dashboard.store.opened import Opened


@dataclass(frozen=True, slots=True)
class Notebook(Opened):
    """Notes, saved views, and what was deleted; the store has them all."""

    def note(
        self, text: str, *, at: datetime, by: str = "", event_id: str = "", moment: datetime | None = None
    ) -> int:
        """Write a note on an event, or at a moment of the chart; gives its number."""
        act = Act("", at, by)
        return self._in_turn(lambda connection: write_note(connection, text, event_id, moment, act))

    def notes(self, event_id: str = "") -> tuple[Note, ...]:
        """All notes, or those on one event, in the order in which they were written."""
        found = self._in_turn(notes)
        return tuple(each for each in found if not event_id or each.event_id == event_id)

    def pinned(self) -> tuple[Note, ...]:
        """All notes as they are now, for a page that asks at every click: it waits for nobody who writes."""
        with naming(self.place), self.engine.connect() as connection:
            return notes(connection)

    def deleted(self) -> tuple[Deleted, ...]:
        """The events that a person deleted, the latest first; ``restore`` brings them back."""
        with (
            naming(self.place),
            self.engine.connect() as connection,
        ):  # a page asks it, and waits for nobody who writes
            return deleted(connection)

    def remove_note(self, number: int, *, at: datetime, by: str = "") -> None:
        """Mark a note as removed; raises EditError where there is none."""
        with naming(self.place), self.engine.begin() as connection:
            remove_note(connection, number, Act("", at, by))

    def save_view(self, name: str, query: str, *, at: datetime, by: str = "") -> int:
        """Keep a view of the page under a name, in the place of one that had it; gives its number."""
        with naming(self.place), self.engine.begin() as connection:
            return write_view(connection, name, query, Act("", at, by))

    def views(self) -> tuple[SavedView, ...]:
        """The saved views, in the order in which they were saved."""
        with naming(self.place), self.engine.connect() as connection:
            return views(connection)

    def remove_view(self, name: str, *, at: datetime, by: str = "") -> None:
        """Mark a saved view as removed; raises EditError where there is none."""
        with naming(self.place), self.engine.begin() as connection:
            remove_view(connection, name, Act("", at, by))
