"""An open database, and how a person's edits are written into it one after the other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, Engine

from dashboard.errors import StoreError
from dashboard.store.consolidated import is_kept, stamp
from dashboard.store.damage import naming
from dashboard.store.stamps import wait_for
from dashboard.table import Dataset

T = TypeVar("T")
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Opened:
    """A database with our tables, open; ``place`` names it for people. Threads may share it."""

    engine: Engine
    place: str

    def load(self, name: str | None = None) -> Dataset:
        """Everything, or the dataset of that name."""
        raise NotImplementedError

    def settle(self) -> None:
        """Bring what is consolidated up to date."""
        raise NotImplementedError

    @property
    def only_read(self) -> bool:
        """Whether nothing can be written, because the file may not be."""
        return self.engine.url.query.get("mode") == "ro"

    def _in_turn(self, do: Callable[[Connection], T]) -> T:
        """Do something on the events as they are now, while nobody else changes them; all of it or nothing."""
        if self.only_read:
            with naming(self.place), self.engine.connect() as connection:
                return do(connection)
        for _ in range(_TRIES):
            with naming(self.place), self.engine.begin() as connection:
                wait_for(connection)
                if is_kept(connection, stamp(connection)):
                    return do(connection)
            self.settle()
        msg = f"{self.place}: others change it all the time; try again when they are done"
        raise StoreError(msg)
