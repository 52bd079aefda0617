"""Places a user brought, in the store: brought once, known to every reading.

A place is known by its id: brought again, it is replaced by what the newer file says.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, insert, inspect, select

from dashboard import gazetteer
from dashboard.extraction import Reading, read_report
from dashboard.gazetteer.added import Added, Brought, folded_anew, spelling_rules
from dashboard.gazetteer.loading import at_one_go
from dashboard.store.damage import DamagedError, naming, shortened
from dashboard.store.schema import META, PLACES
from dashboard.store.stamps import queue_up
from dashboard.store.store import Store
from dashboard.text import Report

if TYPE_CHECKING:
    from dashboard.gazetteer import Gazetteer

_MANY = 2_000  # ids in one statement
_RULES = "places folded by"


@dataclass(frozen=True, slots=True)
class Kept:
    """What bringing places did: new ones, ones that say something else now, ones that were there already."""

    added: int
    replaced: int
    already: int


def keep_places(store: Store, places: Sequence[Brought]) -> Kept:
    """Keep the places, all of them or none.

    >>> row = Brought("us:1", "Dharwat", "village", 33.4, 36.2, "SY", "", "", 0, "", "tarut", "mine.csv")
    >>> with Store.open("sqlite://") as store:
    ...     keep_places(store, [row]), keep_places(store, [row])
    (Kept(added=1, replaced=0, already=0), Kept(added=0, replaced=0, already=1))
    """
    with naming(store.place), store.engine.begin() as connection:
        queue_up(connection)
        PLACES.create(connection, checkfirst=True)
        there = {row.place_id: row for row in _folded(connection)}
        fresh = [each for each in places if there.get(each.place_id) != each]
        known = [each.place_id for each in fresh if each.place_id in there]
        _write(connection, known, fresh)
        return Kept(len(fresh) - len(known), len(known), len(places) - len(fresh))


def added_places(store: Store) -> Added:
    """All the places that were brought, ready for the gazetteer.

    Where the rules of spelling are others than when they were brought, their names are folded anew first.
    """
    with naming(store.place), store.engine.begin() as connection:
        if not inspect(connection).has_table(PLACES.name):
            return Added()
        with at_one_go():
            return Added(_folded(connection))


def known_places(store: Store) -> "Gazetteer":
    """The gazetteer, with the places that were added to this store."""
    added = added_places(store)
    return gazetteer.Gazetteer(added=added) if added.rows else gazetteer.load()


def reader(store: Store) -> Callable[[Report], Reading]:
    """Reads a report again, with the places of the store."""

    def reread(report: Report) -> Reading:
        return read_report(report, known_places(store))

    return reread


def _folded(connection: Connection) -> list[Brought]:
    """All rows, their names folded by today's rules."""
    rows = [_whole(Brought._make(row)) for row in connection.execute(select(PLACES))]
    if rows and _folded_by(connection) != spelling_rules():
        rows = [folded_anew(row) for row in rows]
        _write(connection, [row.place_id for row in rows], rows)
    return rows


def _whole(row: Brought) -> Brought:
    """The row, each of its values of its kind; raises DamagedError for another."""
    for name, kind in Brought.__annotations__.items():
        value = getattr(row, name)
        if not isinstance(value, (int, float) if kind is float else kind):
            msg = f"of the place {shortened(row.place_id)} {name} is {shortened(value)}"
            raise DamagedError(msg)
    return row


def _folded_by(connection: Connection) -> str | None:
    return connection.execute(select(META.c.value).where(META.c.key == _RULES)).scalar()


def _write(connection: Connection, stale: Iterable[str], rows: Sequence[Brought]) -> None:
    """The rows in the place of stale ones, and by which rules their names are folded."""
    ids = iter(stale)
    while some := list(islice(ids, _MANY)):
        connection.execute(delete(PLACES).where(PLACES.c.place_id.in_(some)))
    if rows:
        connection.execute(insert(PLACES), [row._asdict() for row in rows])
    connection.execute(delete(META).where(META.c.key == _RULES))
    connection.execute(insert(META), [{"key": _RULES, "value": spelling_rules()}])
