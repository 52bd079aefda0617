"""What several reports tell of one event, consolidated once for each change, and kept beside what each of them tells.

It is kept under a stamp of what it was made from: how often the store had been changed, and by which rules
events are consolidated (``FORM``). Under another stamp it is made anew; so it may be thrown away at any time.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select, update

from dashboard.consolidation.consolidate import FORM, Consolidation
from dashboard.store.rows import fetched
from dashboard.store.schema import (
    CONSOLIDATED_EVENTS,
    CONSOLIDATED_MENTIONS,
    META,
    REPLACED,
)
from dashboard.store.writing import insert_frame, insert_rows
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS

_STAMP, _SAVES = "together", "saves"
Rows = Sequence[tuple[object, ...]]


def stamp(connection: Connection) -> str:
    """What would be consolidated now: the number of changes, and the rules."""
    return f"{_said(connection, _SAVES)} {FORM}"


def is_kept(connection: Connection, stamped: str) -> bool:
    """Whether what is kept was made from just that."""
    return _said(connection, _STAMP) == stamped


def kept(connection: Connection) -> tuple[Rows, Rows]:
    """The rows of events and of mentions that are kept."""
    events, mentions = (
        fetched(connection, select(*(table.c[column.name] for column in columns)).order_by(table.c.position))
        for table, columns in ((CONSOLIDATED_EVENTS, EVENT_COLUMNS), (CONSOLIDATED_MENTIONS, MENTION_COLUMNS))
    )
    return events, mentions


def keep(connection: Connection, change: Consolidation, stamped: str) -> None:
    """Keep what was consolidated, unless the store was changed since."""
    saves = stamped.partition(" ")[0]
    unchanged = (META.c.key == _SAVES) & (META.c.value == saves)
    if not connection.execute(update(META).where(unchanged).values(value=saves)).rowcount:
        return
    for table in (CONSOLIDATED_EVENTS, CONSOLIDATED_MENTIONS, REPLACED):
        connection.execute(delete(table))
    insert_frame(connection, CONSOLIDATED_EVENTS, change.events, EVENT_COLUMNS)
    insert_frame(connection, CONSOLIDATED_MENTIONS, change.mentions, MENTION_COLUMNS)
    insert_rows(connection, REPLACED, list(enumerate(sorted(change.replaced))))
    connection.execute(delete(META).where(META.c.key == _STAMP))
    connection.execute(insert(META).values(key=_STAMP, value=stamped))


def _said(connection: Connection, key: str) -> str:
    return str(connection.execute(select(META.c.value).where(META.c.key == key)).scalar())
