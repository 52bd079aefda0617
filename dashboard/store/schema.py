"""The tables of the store, made from the columns of the event table, so that they can't drift apart.

Moments are whole microseconds since 1970 in UTC: exact in both databases, and read back at once.
``position`` keeps the order in which rows came.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, MetaData, String, Table, Text
from sqlalchemy.types import TypeEngine

from dashboard.gazetteer.added import Brought
from dashboard.table import columns
from dashboard.table.columns import FLAG, REAL, TIME, WHOLE

APPLICATION = "conflict-timeline"
APPLICATION_ID = 0x43544C4E  # "CTLN", in the header of our SQLite files
_TABLES = 3  # 2: edits, and what mentions tell by themselves; 3: what was consolidated
_COLUMNS = (*columns.EVENT_COLUMNS, *columns.MENTION_COLUMNS, *columns.REPORT_COLUMNS)
VERSION = max(_TABLES, *(each.since for each in _COLUMNS))  # a store of an older form is given what it lacks

METADATA = MetaData()

_TYPES: dict[str, type[TypeEngine[Any]]] = {
    TIME: BigInteger,
    WHOLE: BigInteger,
    REAL: Float,
    FLAG: Boolean,
}


def _columns(of: Sequence[columns.Column]) -> list[Column[object]]:
    named = [Column(each.name, _TYPES.get(each.dtype, Text)()) for each in of]
    return [Column("position", BigInteger, nullable=False), *named]


META = Table("meta", METADATA, Column("key", String(40), primary_key=True), Column("value", Text))
EVENTS = Table("events", METADATA, *_columns(columns.EVENT_COLUMNS))
MENTIONS = Table("mentions", METADATA, *_columns(columns.MENTION_COLUMNS))
# A report keeps the name of its dataset, and the fingerprint of all that was read from it, by which a
# reading that says something new is known.
_KEPT = (Column("dataset", Text), Column("fingerprint", Text))
REPORTS = Table("reports", METADATA, *_columns(columns.REPORT_COLUMNS), *_KEPT)
# What a person joined and split. Sides are lists of mentions, as JSON; an edit that was undone stays.
EDITS = Table(
    "edits",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("made", BigInteger, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("sides", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("undone", BigInteger),
)

# What several reports tell, consolidated: rows that stand in place of those of single reports. Made
# from the tables above, and thrown away when they change.
CONSOLIDATED_EVENTS = Table("brought_events", METADATA, *_columns(columns.EVENT_COLUMNS))
CONSOLIDATED_MENTIONS = Table("brought_mentions", METADATA, *_columns(columns.MENTION_COLUMNS))
REPLACED = Table(
    "replaced",
    METADATA,
    Column("position", BigInteger, nullable=False),
    Column("event_id", Text, primary_key=True),
)

# Places a user brought, for the gazetteer. Their columns are those of its rows; stores made before there were
# any get the table with the first.
_NUMBERS: dict[type, type[TypeEngine[Any]]] = {int: BigInteger, float: Float}
PLACES = Table(
    "places",
    METADATA,
    Column("place_id", Text, primary_key=True),
    *(
        Column(name, _NUMBERS.get(kind, Text)())
        for name, kind in Brought.__annotations__.items()
        if name != "place_id"
    ),
)

Index("events_by_id", EVENTS.c.event_id, unique=True)
Index("mentions_by_event", MENTIONS.c.event_id)
Index("mentions_by_report", MENTIONS.c.report_id)
Index("reports_by_id", REPORTS.c.report_id, unique=True)
