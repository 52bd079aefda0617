"""A large store piece by piece, in order of time: for files that are written row by row, in the memory of one piece.

What a person corrected is laid over the rows it concerns, which are held while the others pass by.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection, Engine, Select, Table, func, select, union_all

from dashboard.store.cache import LEAST
from dashboard.store.corrected import NOTHING, Corrected, corrected_in
from dashboard.store.loading import name_of
from dashboard.store.rows import fetched, frame_of
from dashboard.store.schema import CONSOLIDATED_EVENTS, EVENTS, REPLACED
from dashboard.store.store import Store
from dashboard.table.columns import EVENT_COLUMNS, Column
from dashboard.table.dataset import by_time, typed
from dashboard.table.zones import is_zone

PIECE = 20_000
_TOLD = (  # what people name events by: each way of them once
    ("country", "admin1", "admin2", "admin3", "location"),
    ("event_type", "sub_event_type", "ext_type"),
    ("dataset",),
)


@dataclass(frozen=True, slots=True)
class Stream:
    """The events of a store, as they are shown, without ever holding all of them."""

    engine: Engine
    name: str
    corrected: Corrected = NOTHING

    def pieces(self, columns: Sequence[str] = (), rows: int = PIECE) -> Iterator[pd.DataFrame]:
        """The events in order of time, so many at a time; all of their columns where none are named."""
        wanted = tuple(each for each in EVENT_COLUMNS if not columns or each.name in {*columns, *_KEYS})
        waiting = self.corrected
        with self.engine.connect() as connection, self.engine.connect() as ordered:
            result = ordered.execution_options(stream_results=True).execute(_in_order())
            for ids in result.scalars().partitions(rows):
                part, waiting = waiting.woven(_events(connection, list(ids), wanted), wanted)
                yield part
        if len(waiting.events):
            yield waiting.events[[each.name for each in wanted]]

    @property
    def outline(self) -> pd.DataFrame:
        """Events made of what people name events by, each way once: places, types, datasets; not the events there are."""
        with self.engine.connect() as connection:
            ways = [_ways(connection, names) for names in _TOLD]
            told = pd.concat([*ways, self.corrected.events.astype(object)], ignore_index=True)
        return typed(told, EVENT_COLUMNS)

    @property
    def home_zone(self) -> str:
        """The zone that most events are in, of those this machine knows; UTC where none says."""
        counted = select(EVENTS.c.timezone, func.count()).group_by(EVENTS.c.timezone)
        with self.engine.connect() as connection:
            zones = {
                str(zone): int(many) for zone, many in fetched(connection, counted) if is_zone(str(zone))
            }
        return min(zones, key=lambda zone: (-zones[zone], zone), default="UTC")


def stream_of(store: Store, least: int = LEAST) -> Stream | None:
    """The store as a stream; None for one of less events."""
    with store.engine.connect() as connection:
        many = connection.execute(select(func.count()).select_from(EVENTS)).scalar_one()
        if many < least:
            return None
    store.settle()
    with store.engine.connect() as connection:
        return Stream(store.engine, name_of(connection), corrected_in(connection))


_KEYS = ("start", "end", "event_id")


def _in_order() -> "Select[str]":
    """The ids of all events that are shown, by start, end and id; those without a time last."""
    read = select(*(EVENTS.c[each] for each in _KEYS)).where(
        EVENTS.c.event_id.not_in(select(REPLACED.c.event_id))
    )
    both = union_all(read, select(*(CONSOLIDATED_EVENTS.c[each] for each in _KEYS))).subquery()
    start, end, event_id = (both.c[each] for each in _KEYS)
    return select(event_id).order_by(start.is_(None), start, end.is_(None), end, event_id)


def _events(connection: Connection, ids: Sequence[str], columns: Sequence[Column]) -> pd.DataFrame:
    """These events, in their order; one that was brought together may have the id of one that it stands for."""
    single = _of(EVENTS, columns).where(EVENTS.c.event_id.not_in(select(REPLACED.c.event_id)))
    both = (EVENTS, single), (CONSOLIDATED_EVENTS, _of(CONSOLIDATED_EVENTS, columns))
    rows = [row for table, read in both for row in fetched(connection, read.where(table.c.event_id.in_(ids)))]
    return by_time(frame_of(rows, columns))


def _of(table: Table, columns: Sequence[Column]) -> "Select[*tuple[object, ...]]":
    return select(*(table.c[each.name] for each in columns))


def _ways(connection: Connection, names: Sequence[str]) -> pd.DataFrame:
    """These columns, each different row of them once."""
    rows = fetched(connection, select(*(EVENTS.c[each] for each in names)).distinct())
    return pd.DataFrame(rows, columns=list(names), dtype=object)
