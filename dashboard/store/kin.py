"""Which reported events may be one: kept in the store, so that what comes is compared with its own kin and nobody else.

Events are of one kin when a chain of likenesses leads from one to the other: nothing outside of a kin has a say in how it
is consolidated, so that one kin can be done at a time, in whatever order events came.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from sqlalchemy import Connection, bindparam, delete, insert, null, select, update

from dashboard.store.schema import (
    CONSOLIDATED_EVENTS,
    CONSOLIDATED_MENTIONS,
    EVENTS,
    KIN,
    MADE_OF,
    MENTIONS,
    META,
    NEAR,
    REPLACED,
    UNSETTLED,
)
from dashboard.store.touched import touch

STAMP = "together"
"""The key in ``meta`` of the change up to which all is consolidated."""
_FEW = 100  # kins whose events are asked for at once
_MANY = 10_000  # SQLite takes up to 32,766 values in one statement


def nobodys_kin(connection: Connection) -> None:
    """Forget all that was found; every event that rests on a report is to be looked for."""
    for table in (KIN, NEAR, UNSETTLED, MADE_OF, CONSOLIDATED_EVENTS, CONSOLIDATED_MENTIONS, REPLACED):
        connection.execute(delete(table))
    connection.execute(delete(META).where(META.c.key == STAMP))
    rested = select(MENTIONS.c.event_id).distinct().where(MENTIONS.c.event_id.in_(select(EVENTS.c.event_id)))
    connection.execute(insert(KIN).from_select(["event_id"], rested))


def add_to_kin(connection: Connection, event_ids: Iterable[str]) -> None:
    """Events that came: it is to be looked for their kin."""
    rows = [{"event_id": each, "kin": None} for each in event_ids]
    if rows:
        connection.execute(insert(KIN), rows)


def drop_from_kin(connection: Connection, event_ids: Iterable[str]) -> None:
    """Events that went: what was made of them is to be made anew of those that are left."""
    for ids in some(event_ids):
        theirs = select(KIN.c.kin).where(KIN.c.event_id.in_(ids) & KIN.c.kin.is_not(None))
        unsettle(connection, connection.execute(theirs.distinct()).scalars().all())
        for table in (KIN, NEAR, REPLACED):
            connection.execute(delete(table).where(table.c.event_id.in_(ids)))


def unsettle(connection: Connection, kins: Iterable[str]) -> None:
    """Kins that are to be compared anew."""
    for names in some(kins):
        there = set(connection.execute(select(UNSETTLED.c.kin).where(UNSETTLED.c.kin.in_(names))).scalars())
        rows = [{"kin": each} for each in dict.fromkeys(names) if each not in there]
        if rows:
            connection.execute(insert(UNSETTLED), rows)


def without_kin(connection: Connection, many: int) -> list[str]:
    """Some of the events whose kin was not looked for yet, in order of time: those that may be kin come together."""
    none = (
        select(KIN.c.event_id)
        .outerjoin(EVENTS, EVENTS.c.event_id == KIN.c.event_id)
        .where(KIN.c.kin == null())
    )
    return list(connection.execute(none.order_by(EVENTS.c.start, KIN.c.event_id).limit(many)).scalars())


def still_without(connection: Connection, event_ids: Sequence[str]) -> list[str]:
    """Those of the events whose kin nobody has looked for meanwhile."""
    none = select(KIN.c.event_id).where(KIN.c.event_id.in_(event_ids) & (KIN.c.kin == null()))
    there = frozenset(connection.execute(none).scalars())
    return [each for each in event_ids if each in there]


def kin_of(connection: Connection, event_ids: Iterable[str]) -> dict[str, str]:
    """The kin of each of the events, where it is known."""
    return {
        row.event_id: row.kin
        for ids in some(event_ids)
        for row in connection.execute(select(KIN).where(KIN.c.event_id.in_(ids) & KIN.c.kin.is_not(None)))
    }


def near(connection: Connection, keys: Iterable[int]) -> dict[int, list[str]]:
    """The events that are looked for under each key."""
    found: dict[int, list[str]] = {}
    for each in some(keys):
        for row in connection.execute(select(NEAR).where(NEAR.c.key.in_(each))):
            found.setdefault(row.key, []).append(row.event_id)
    return found


def keep_near(connection: Connection, keys: Mapping[str, Iterable[int]]) -> None:
    """Under which keys each of the events is looked for from now on."""
    rows = [
        {"key": key, "event_id": event_id} for event_id, its in keys.items() for key in dict.fromkeys(its)
    ]
    if rows:
        connection.execute(insert(NEAR), rows)


def name_kin(connection: Connection, names: Mapping[str, str], renamed: Mapping[str, str]) -> None:
    """Events get their kin; kins that turned out to be one get one name."""
    for old, new in renamed.items():
        for table in (KIN, MADE_OF):
            connection.execute(update(table).where(table.c.kin == old).values(kin=new))
        connection.execute(delete(UNSETTLED).where(UNSETTLED.c.kin == old))
    rows = [{"of": event_id, "name": name} for event_id, name in names.items()]
    if rows:
        connection.execute(
            update(KIN).where(KIN.c.event_id == bindparam("of")).values(kin=bindparam("name")), rows
        )


def unsettled(connection: Connection, many: int) -> dict[str, list[str]]:
    """Some of the kins that are to be compared anew, with their events: about so many events, and one kin at least."""
    found: dict[str, list[str]] = {}
    count = 0
    names = connection.execute(select(UNSETTLED.c.kin).order_by(UNSETTLED.c.kin).limit(many)).scalars().all()
    for first in range(0, len(names), _FEW):
        for name, members in _members(connection, names[first : first + _FEW]).items():
            if found and count + len(members) > many:
                return found
            found[name] = members
            count += len(members)
    return found


def _members(connection: Connection, kins: Sequence[str]) -> dict[str, list[str]]:
    """The events of each of these kins."""
    found: dict[str, list[str]] = {name: [] for name in kins}
    for row in connection.execute(select(KIN).where(KIN.c.kin.in_(kins)).order_by(KIN.c.event_id)):
        found[row.kin].append(row.event_id)
    return found


def unmake(connection: Connection, kins: Mapping[str, Sequence[str]]) -> None:
    """Take away what was made of these kins."""
    touch(connection, [each for members in kins.values() for each in members])
    for names in some(kins):
        made = select(MADE_OF.c.event_id).where(MADE_OF.c.kin.in_(names))
        touch(connection, connection.execute(made).scalars().all())
        for table in (CONSOLIDATED_EVENTS, CONSOLIDATED_MENTIONS):
            connection.execute(delete(table).where(table.c.event_id.in_(made)))
        for table in (MADE_OF, UNSETTLED):
            connection.execute(delete(table).where(table.c.kin.in_(names)))
    for ids in some(each for members in kins.values() for each in members):
        connection.execute(delete(REPLACED).where(REPLACED.c.event_id.in_(ids)))


def some(values: Iterable[str] | Iterable[int]) -> Iterator[list[str] | list[int]]:
    """The values in lists that a statement can hold."""
    rest = iter(values)
    while each := list(islice(rest, _MANY)):
        yield each  # type: ignore[misc]  # of one kind or the other
