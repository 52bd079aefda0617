"""What a person changed in a store, in words, for the methods behind an export."""

from datetime import datetime
from typing import Protocol

from dashboard.cli.own import own_file
from dashboard.cli.stored import open_store


class Edited(Protocol):
    """What is said of an edit, whatever kind it is of."""

    @property
    def number(self) -> int:
        """Its number in the store."""

    @property
    def made(self) -> datetime:
        """When."""

    @property
    def because(self) -> str:
        """Why."""

    @property
    def undone(self) -> datetime | None:
        """When it was taken back."""


def edits_told(database: str | None) -> tuple[str, ...]:
    """Every edit that is kept, in the order in which they were made; undone ones too, said to be so."""
    if database is None and not own_file().is_file():
        return ()
    with open_store(database) as store:
        return tuple(map(told, store.edits()))


def told(edit: Edited) -> str:
    """One edit: its number, when, who, what, why."""
    who, kind = (str(getattr(edit, name, None) or "") for name in ("who", "kind"))
    undone = f" (undone {edit.undone:%Y-%m-%d %H:%M} UTC)" if edit.undone else ""
    when = f"{edit.made:%Y-%m-%d %H:%M} UTC"
    return f"{edit.number}: {', '.join(filter(None, (when, who)))}: {kind}, because {edit.because}{undone}"
