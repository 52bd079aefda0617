"""What several reports tell of one event, consolidated once for each change, and kept beside what each of them tells.

It is kept under a stamp of what it was made from: how often the store had been changed, and by which rules
events are consolidated (``FORM``). Under another stamp it is made anew; so it may be thrown away at any time.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from dashboard.consolidation.consolidate import FORM
from dashboard.store.kin import STAMP
from dashboard.store.rows import fetched
from dashboard.store.schema import (
    CONSOLIDATED_EVENTS,
    CONSOLIDATED_MENTIONS,
    META,
)
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS

_SAVES = "saves"
Rows = Sequence[tuple[object, ...]]


def stamp(connection: Connection) -> str:
    """What would be consolidated now: the number of changes, and the rules."""
    return f"{_said(connection, _SAVES)} {FORM}"


def is_kept(connection: Connection, stamped: str) -> bool:
    """Whether what is kept was made from just that."""
    return _said(connection, STAMP) == stamped


def kept(connection: Connection) -> tuple[Rows, Rows]:
    """The rows of events and of mentions that are kept."""
    events, mentions = (
        fetched(connection, select(*(table.c[column.name] for column in columns)).order_by(table.c.position))
        for table, columns in ((CONSOLIDATED_EVENTS, EVENT_COLUMNS), (CONSOLIDATED_MENTIONS, MENTION_COLUMNS))
    )
    return events, mentions


def set_stamp(connection: Connection, stamped: str) -> None:
    """Say that all is consolidated up to that change."""
    connection.execute(delete(META).where(META.c.key == STAMP))
    connection.execute(insert(META).values(key=STAMP, value=stamped))


def form_is_todays(connection: Connection) -> bool:
    """Whether what is kept was made by today's rules, if anything is."""
    said = _said(connection, STAMP)
    return said == str(None) or said.rpartition(" ")[2] == str(FORM)


def _said(connection: Connection, key: str) -> str:
    return str(connection.execute(select(META.c.value).where(META.c.key == key)).scalar())
