"""A store of an older form, brought to today's step by step; nothing that is in it is lost.

Each step adds the tables and columns that are there since its form (``since``, beside each of them in ``schema.py`` and
``table/columns.py``), empty, and then does what is its own. To add a form: raise ``_TABLES`` or a column's ``since``, a
row here, and in tests/store/forms a store as the form before left it.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, inspect, select, update

from dashboard.store.damage import DamagedError
from dashboard.store.kin import nobodys_kin
from dashboard.store.schema import (
    ANCHORS,
    CONSOLIDATED_EVENTS,
    CONSOLIDATED_MENTIONS,
    EDITS,
    EVENTS,
    META,
    METADATA,
    VERSION,
)
from dashboard.store.tables import must_not_be_newer, version_of
from dashboard.store.touched import touch_all

_ANCHOR = ("mention_id", "report_id", "char_start", "char_end")
Step = Callable[[Connection], None]


def _nothing(_: Connection) -> None:
    """New tables and columns are all there is to it."""


def _by_todays_words(connection: Connection) -> None:
    """What a person made of a row, in the words there are now."""
    for table in (EVENTS, CONSOLIDATED_EVENTS):
        old = table.c.review_status.in_(["confirmed", "corrected"])
        connection.execute(update(table).where(old).values(review_status="accepted"))


def _anchored(connection: Connection) -> None:
    """The mentions of edits made before, each in a row, so that an event's edits are found."""
    rows = [
        row for edit in connection.execute(select(EDITS.c.number, EDITS.c.sides)) for row in _anchors(*edit)
    ]
    if rows:
        connection.execute(ANCHORS.insert(), rows)


def _anchors(number: int, sides: str) -> Iterator[dict[str, Any]]:
    try:
        mentions = [tuple(mention) for side in json.loads(sides) for mention in side]
        rows = [dict(zip(_ANCHOR, mention, strict=True)) for mention in mentions]
    except (ValueError, TypeError) as error:  # JSON's error is a ValueError
        msg = f"the edit {number} can't be read ({error})"
        raise DamagedError(msg) from error
    yield from ({"edit": number, "place": place, "subject": "", **row} for place, row in enumerate(rows))


def _counting(connection: Connection) -> None:
    """How many edits were made that move no mention, beside how often all else changed."""
    if not connection.execute(select(META.c.key).where(META.c.key == "edits")).first():
        connection.execute(META.insert(), [{"key": "edits", "value": "0"}])


def _looked_for_anew(connection: Connection) -> None:
    """Which events are told by several reports is looked for again, from now on step by step."""
    for table in (CONSOLIDATED_EVENTS, CONSOLIDATED_MENTIONS):
        for index in table.indexes:
            index.create(connection, checkfirst=True)
    nobodys_kin(connection)


def _all_of(*steps: Step) -> Step:
    def one_after_the_other(connection: Connection) -> None:
        for each in steps:
            each(connection)

    return one_after_the_other


@dataclass(frozen=True, slots=True)
class Migration:
    """A step: the form it leads to, what that form brought, and what is to be done besides adding tables and columns."""

    form: int
    brought: str
    step: Step = _nothing


MIGRATIONS = (
    Migration(2, "what a person joins and splits, and what mentions tell by themselves"),
    Migration(3, "what several reports tell, consolidated once and kept"),
    Migration(4, "what speaks against a row"),
    Migration(5, "edits of every field, notes, saved views; a report's bytes and when it was read; which events may be one",
              _all_of(_by_todays_words, _anchored, _counting, _looked_for_anew)),
    Migration(6, "of which events and reports a change was", touch_all),
    Migration(7, "coded rows, many together in columns"),
)  # fmt: skip


def upgrade(connection: Connection, place: str) -> None:
    """Go through the steps from the store's form to today's; raises StoreError where it is newer.

    Whoever does the same at the same time waits here, and then finds it done.
    """
    same = META.c.value  # written unchanged, so that the row is ours
    connection.execute(update(META).where(META.c.key == "version").values(value=same))
    there = version_of(connection)
    must_not_be_newer(place, there)
    for each in MIGRATIONS:
        if each.form > there:
            _grow(connection, each.form)
            each.step(connection)
    if there < VERSION:
        connection.execute(update(META).where(META.c.key == "version").values(value=str(VERSION)))


def _grow(connection: Connection, form: int) -> None:
    """Add the tables and columns that are there since a form, where they are not."""
    for table in METADATA.sorted_tables:
        if table.info.get("since", 1) > form:
            continue
        if inspect(connection).has_table(table.name):
            _widen(connection, table, form)
        else:
            table.create(connection)


def _widen(connection: Connection, table: Table, form: int) -> None:
    there = {each["name"] for each in inspect(connection).get_columns(table.name)}
    for column in table.columns:
        if column.name not in there and column.info.get("since", 1) <= form:
            kind = column.type.compile(connection.dialect)
            connection.exec_driver_sql(f'ALTER TABLE {table.name} ADD COLUMN "{column.name}" {kind}')
