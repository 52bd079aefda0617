"""The tables of the store, made from the columns of the event table, so that they can't drift apart.

Moments are whole microseconds since 1970 in UTC: exact in both databases, and read back at once.
``position`` keeps the order in which rows came.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, LargeBinary, MetaData, String, Table, Text
from sqlalchemy.types import TypeEngine

from dashboard.gazetteer.added import Brought
from dashboard.table import columns
from dashboard.table.columns import FLAG, REAL, TIME, WHOLE

APPLICATION = "conflict-timeline"
APPLICATION_ID = 0x43544C4E  # "CTLN", in the header of our SQLite files
_TABLES = 7  # the last form that brought a table; store/migrations.py says what each form brought
_COLUMNS = (*columns.EVENT_COLUMNS, *columns.MENTION_COLUMNS, *columns.REPORT_COLUMNS)
VERSION = max(_TABLES, *(each.since for each in _COLUMNS))  # a store of an older form is given what it lacks

METADATA = MetaData()

_TYPES: dict[str, type[TypeEngine[Any]]] = {
    TIME: BigInteger,
    WHOLE: BigInteger,
    REAL: Float,
    FLAG: Boolean,
}


def _since(form: int) -> dict[str, int]:
    """Which form of the store a table or a column is there from, for the migrations."""
    return {"since": form}


def _columns(of: Sequence[columns.Column]) -> list[Column[object]]:
    named = [Column(each.name, _TYPES.get(each.dtype, Text)(), info=_since(each.since)) for each in of]
    return [Column("position", BigInteger, nullable=False), *named]


META = Table("meta", METADATA, Column("key", String(40), primary_key=True), Column("value", Text))
EVENTS = Table("events", METADATA, *_columns(columns.EVENT_COLUMNS))
MENTIONS = Table("mentions", METADATA, *_columns(columns.MENTION_COLUMNS))
# A report keeps the name of its dataset, and the fingerprint of all that was read from it, by which a
# reading that says something new is known.
_KEPT = (Column("dataset", Text), Column("fingerprint", Text))
REPORTS = Table("reports", METADATA, *_columns(columns.REPORT_COLUMNS), *_KEPT)
# What a person did, each edit with who, when and why. Sides are the mentions that were joined or split, as JSON; an
# edit that was undone stays. Undoing takes a number too, so that numbers tell what came after what.
EDITS = Table(
    "edits",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("made", BigInteger, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("sides", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("undone", BigInteger),
    Column("who", Text, info=_since(5)),
    Column("undone_by", Text, info=_since(5)),
    Column("undone_as", BigInteger, info=_since(5)),
    info=_since(2),
)
# The values an edit sets, as JSON: of which event (or report), as it was shown before, as it is after, and as it was read.
CHANGES = Table(
    "changes",
    METADATA,
    Column("edit", BigInteger, nullable=False),
    Column("place", BigInteger, nullable=False),
    Column("subject", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("read", Text),
    info=_since(5),
)
# The mentions an edited event rested on, by which it is found again when reports are read anew.
ANCHORS = Table(
    "edited_mentions",
    METADATA,
    Column("edit", BigInteger, nullable=False),
    Column("place", BigInteger, nullable=False),
    Column("subject", Text, nullable=False),
    Column("mention_id", Text, nullable=False),
    Column("report_id", Text, nullable=False),
    Column("char_start", BigInteger, nullable=False),
    Column("char_end", BigInteger, nullable=False),
    info=_since(5),
)
# A person's notes, pinned to an event (found again by its mentions, as JSON) or to a moment; and views of the page
# that were given a name. What is removed stays, marked.
_KEPT_BY = (
    ("number", BigInteger, False),
    ("made", BigInteger, False),
    ("who", Text, False),
    ("removed", BigInteger, True),
    ("removed_by", Text, True),
)


def _by_hand(name: str, *more: Column[Any]) -> Table:
    kept = (
        Column(each, kind, primary_key=each == "number", autoincrement=False, nullable=empty)
        for each, kind, empty in _KEPT_BY
    )
    return Table(name, METADATA, *kept, *more, info=_since(5))


NOTES = _by_hand(
    "notes",
    Column("text", Text, nullable=False),
    Column("event_id", Text),
    Column("mentions", Text),
    Column("moment", BigInteger),
)
VIEWS = _by_hand("saved_views", Column("name", Text, nullable=False), Column("query", Text, nullable=False))

# What several reports tell, consolidated: rows that stand in place of those of single reports. Made
# from the tables above, and thrown away when they change.
CONSOLIDATED_EVENTS = Table("brought_events", METADATA, *_columns(columns.EVENT_COLUMNS), info=_since(3))
CONSOLIDATED_MENTIONS = Table(
    "brought_mentions", METADATA, *_columns(columns.MENTION_COLUMNS), info=_since(3)
)
REPLACED = Table(
    "replaced",
    METADATA,
    Column("position", BigInteger, nullable=False),
    Column("event_id", Text, primary_key=True),
    info=_since(3),
)

# By which reader, and with what said of it, a report was read: under the same mark it is not read again.
READ_BY = Table(
    "read_by",
    METADATA,
    Column("report_id", Text, primary_key=True),
    Column("mark", Text, nullable=False),
    info=_since(5),
)
# Which reported events may be one: those of one ``kin`` are compared with each other and with nobody else; none yet where
# it was not looked for. ``near`` is where each is looked for; an ``unsettled`` kin is to be compared anew; ``made_of``
# says of which kin a consolidated event was made. All of it may be thrown away at any time, and is made anew.
KIN = Table(
    "kin",
    METADATA,
    Column("event_id", Text, primary_key=True),
    Column("kin", Text),
    info=_since(5),
)
NEAR = Table(
    "near",
    METADATA,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("event_id", Text, primary_key=True),
    info=_since(5),
    sqlite_with_rowid=False,
)
UNSETTLED = Table("unsettled", METADATA, Column("kin", Text, primary_key=True), info=_since(5))
MADE_OF = Table(
    "made_of",
    METADATA,
    Column("event_id", Text, primary_key=True),
    Column("kin", Text, nullable=False),
    info=_since(5),
)

# Of which events and reports each change was, so that who loaded it before needs but those: under its ``number`` a row with
# a word of its own (``mark``), and one for each of them; or one that says it was all. The older ones are thrown away.
TOUCHED = Table(
    "touched",
    METADATA,
    Column("number", BigInteger, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("key", Text, nullable=False),
    info=_since(6),
)

# Rows that somebody coded, many together in columns (``blocks.py``): those of a ``run`` came at once and follow each other
# in order of time. And where each id is: numbers made of ids, sorted, with the block of each.
BLOCKS = Table(
    "coded_blocks",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("run", BigInteger, nullable=False),
    Column("rows", BigInteger, nullable=False),
    Column("sum", BigInteger, nullable=False),
    Column("data", LargeBinary, nullable=False),
    info=_since(7),
)
STRETCHES = Table(
    "coded_ids",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("rows", BigInteger, nullable=False),
    Column("numbers", LargeBinary, nullable=False),
    Column("blocks", LargeBinary, nullable=False),
    info=_since(7),
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
Index("kin_by_name", KIN.c.kin)
Index("near_by_event", NEAR.c.event_id)
Index("made_of_kin", MADE_OF.c.kin)
Index("brought_by_id", CONSOLIDATED_EVENTS.c.event_id)
Index("brought_mentions_by_event", CONSOLIDATED_MENTIONS.c.event_id)
Index("touched_by_number", TOUCHED.c.number)
Index("changes_by_subject", CHANGES.c.subject)
Index("changes_by_edit", CHANGES.c.edit)
Index("edited_by_report", ANCHORS.c.report_id)
Index("edited_by_edit", ANCHORS.c.edit)
