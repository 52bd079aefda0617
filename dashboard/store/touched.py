"""Of which events and reports each change was: who has loaded what was there before needs to fetch but those.

Each change has a number and a word of its own, so that the same number in a copy of the store that went another way is
told from this one. What was long ago is forgotten; whoever loaded it before that loads all.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from secrets import token_hex

from sqlalchemy import Connection, delete, func, insert, select

from dashboard.store.schema import TOUCHED

_MOST = 5_000  # keys of one change; of more it is said that it was all
_KEPT = 200  # changes


class _Kind(StrEnum):
    MARK = "mark"
    EVENT = "event"
    REPORT = "report"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Mark:
    """The last change there was: its number and its word."""

    number: int
    word: str


@dataclass(frozen=True, slots=True)
class Touched:
    """The ids of events and reports that were changed."""

    events: frozenset[str]
    reports: frozenset[str]


def touch(connection: Connection, events: Collection[str] = (), reports: Collection[str] = ()) -> None:
    """Note that these are other than they were, or there, or gone; said in the transaction that changes them."""
    if len(events) + len(reports) > _MOST:
        touch_all(connection)
    elif len(events) or len(reports):
        number = _next(connection)
        keys = [*((_Kind.EVENT, each) for each in events), *((_Kind.REPORT, each) for each in reports)]
        rows = [{"number": number, "kind": kind, "key": key} for kind, key in keys]
        connection.execute(insert(TOUCHED), [_mark(number), *rows])
        connection.execute(delete(TOUCHED).where(TOUCHED.c.number < number - _KEPT))


def touch_all(connection: Connection) -> None:
    """Note that everything may be other than it was."""
    number = _next(connection)
    connection.execute(delete(TOUCHED))
    connection.execute(insert(TOUCHED), [_mark(number), {"number": number, "kind": _Kind.ALL, "key": ""}])


def last_mark(connection: Connection) -> Mark:
    """The mark of the last change."""
    number, word = connection.execute(
        select(TOUCHED.c.number, TOUCHED.c.key)
        .where(TOUCHED.c.kind == _Kind.MARK)
        .order_by(TOUCHED.c.number.desc())
        .limit(1)
    ).one()
    return Mark(int(number), str(word))


def touched_since(connection: Connection, mark: Mark) -> Touched | None:
    """What was changed since; None where that is no longer known, or was all."""
    rows = [
        (str(kind), str(key))
        for kind, key in connection.execute(
            select(TOUCHED.c.kind, TOUCHED.c.key).where(TOUCHED.c.number > mark.number)
        )
    ]
    if not _knows(connection, mark) or any(kind == _Kind.ALL for kind, _ in rows):
        return None
    events, reports = (
        frozenset(key for of, key in rows if of == kind) for kind in (_Kind.EVENT, _Kind.REPORT)
    )
    return Touched(events, reports)


def _knows(connection: Connection, mark: Mark) -> bool:
    same = (TOUCHED.c.number == mark.number) & (TOUCHED.c.kind == _Kind.MARK) & (TOUCHED.c.key == mark.word)
    return connection.execute(select(TOUCHED.c.number).where(same)).first() is not None


def _mark(number: int) -> dict[str, object]:
    return {"number": number, "kind": _Kind.MARK, "key": token_hex(8)}


def _next(connection: Connection) -> int:
    return int(connection.execute(select(func.max(TOUCHED.c.number))).scalar() or 0) + 1
