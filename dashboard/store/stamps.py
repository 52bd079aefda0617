"""How often a store was changed: what was made of it holds as long as the count is the same."""

from typing import Any

from sqlalchemy import Connection, cast, select, update
from sqlalchemy.types import BigInteger, String

from dashboard.store.schema import META

SAVES, EDITS = "saves", "edits"


def wait_for(connection: Connection) -> None:
    """Before anything is read that is to be changed: whoever changes the store at the same time waits here."""
    connection.execute(update(META).where(META.c.key == SAVES).values(value=META.c.value))


def queue_up(connection: Connection) -> None:
    """Count a change of what is read or grouped; whoever changes the store at the same time waits here."""
    _count(connection, SAVES)


def count_edit(connection: Connection) -> None:
    """Count an edit that moves no mention: what was consolidated holds, what is shown does not."""
    _count(connection, EDITS)


def content(connection: Connection) -> str:
    """A word that is another after every change of what is shown, by reading or by hand; for caches."""
    said: dict[Any, Any] = dict(connection.execute(select(META.c.key, META.c.value)).all())
    return f"{said.get(SAVES)}.{said.get(EDITS)}"


def _count(connection: Connection, key: str) -> None:
    counted = cast(cast(META.c.value, BigInteger) + 1, String)
    connection.execute(update(META).where(META.c.key == key).values(value=counted))
