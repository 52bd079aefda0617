"""A large store piece by piece, in order of time: for files that are written row by row, in the memory of one piece.

What a person corrected is laid over the rows it concerns, which are held while the others pass by.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Engine, Result, Select, Table, func, select, union_all

from dashboard.store.cache import LEAST
from dashboard.store.coded import coded_frame, how_many, moments_of
from dashboard.store.coded import runs as coded_runs
from dashboard.store.corrected import NOTHING, Corrected, corrected_in
from dashboard.store.loading import name_of, support_of
from dashboard.store.merging import Run, keys_of, merged
from dashboard.store.rows import fetched, frame_of
from dashboard.store.schema import CONSOLIDATED_EVENTS, EVENTS, REPLACED
from dashboard.store.store import Store
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS, Column
from dashboard.table.dataset import typed
from dashboard.table.replaced import appended
from dashboard.table.zones import is_zone

PIECE = 20_000
_STREAMED = {"stream_results": True}
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
        """The events in order of time, about so many at a time; all of their columns where none are named.

        Events of one moment are never parted.
        """
        wanted = tuple(each for each in EVENT_COLUMNS if not columns or each.name in {*columns, *_KEYS})
        waiting = self.corrected
        with (
            self.engine.connect() as connection,
            self.engine.connect() as ordered,
            closing(ordered.execute(_in_order(), execution_options=_STREAMED)) as rows_in_order,
        ):
            runs = [_rows_run(connection, rows_in_order, wanted)]
            runs += [_coded_run(connection, numbers, wanted) for numbers in coded_runs(connection)]
            for part in merged([each for each in runs if len(each.keys)], rows, wanted):
                given, waiting = waiting.woven(part, wanted)
                yield given
        if len(waiting.events):
            yield waiting.events[[each.name for each in wanted]]

    def support(self) -> Dataset:
        """The mentions behind the events, and all reports without their texts; these are in memory, as no coded row has any."""
        with self.engine.connect() as connection:
            told = support_of(connection)
        gone = self.corrected.ids - set(self.corrected.events["event_id"])
        return replace(told, mentions=told.mentions[~told.mentions["event_id"].isin(list(gone))])

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
            told = Counter({str(zone): int(many) for zone, many in fetched(connection, counted)})
            told.update(Counter(_coded(connection, ("timezone",))["timezone"].astype(str).tolist()))
        zones = {zone: many for zone, many in told.items() if is_zone(zone)}
        return min(zones, key=lambda zone: (-zones[zone], zone), default="UTC")


def stream_of(store: Store, least: int = LEAST) -> Stream | None:
    """The store as a stream; None for one of less events."""
    with store.engine.connect() as connection:
        many = connection.execute(select(func.count()).select_from(EVENTS)).scalar_one() + how_many(
            connection
        )
        if many < least:
            return None
    store.settle()
    with store.engine.connect() as connection:
        return Stream(store.engine, name_of(connection), corrected_in(connection))


_KEYS = ("start", "end", "event_id")


def _rows_run(connection: Connection, in_order: "Result[*tuple[Any, ...]]", columns: Sequence[Column]) -> Run:
    """All events but those in blocks: their moments first, then each some by their ids."""
    with connection.engine.connect() as first:
        told = first.execute(_in_order(), execution_options=_STREAMED).partitions(PIECE)
        keys = [keys_of([tuple(row)[:2] for row in part]) for part in told]

    def take(many: int) -> pd.DataFrame:
        ids = [row[-1] for row in in_order.fetchmany(many)]
        some = (ids[first : first + PIECE] for first in range(0, len(ids), PIECE))
        return frame_of([row for each in some for row in _events(connection, each, columns)], columns)

    return Run(np.concatenate([keys_of([]), *keys]), take)


def _coded_run(connection: Connection, numbers: Sequence[int], columns: Sequence[Column]) -> Run:
    """The rows of some blocks that came at once: a block is in memory while it is given away."""
    bounds = coded_frame(connection, [each for each in EVENT_COLUMNS if each.name in _KEYS[:2]], numbers)
    held, left = typed(pd.DataFrame(), columns), list(numbers)

    def take(many: int) -> pd.DataFrame:
        nonlocal held
        while len(held) < many:
            more = coded_frame(connection, columns, [left.pop(0)])
            held = appended(held, more, columns) if len(held) else more
        given, held = held.iloc[:many], held.iloc[many:]
        return given

    return Run(np.column_stack([moments_of(bounds["start"]), moments_of(bounds["end"])]), take)


def _in_order() -> "Select[*tuple[Any, ...]]":
    """The moments and ids of all events that are shown and not in blocks, by start, end and id; those without a time last."""
    read = select(*(EVENTS.c[each] for each in _KEYS)).where(
        EVENTS.c.event_id.not_in(select(REPLACED.c.event_id))
    )
    both = union_all(read, select(*(CONSOLIDATED_EVENTS.c[each] for each in _KEYS))).subquery()
    start, end, event_id = (both.c[each] for each in _KEYS)
    return select(start, end, event_id).order_by(start.is_(None), start, end.is_(None), end, event_id)


def _events(
    connection: Connection, ids: Sequence[str], columns: Sequence[Column]
) -> Iterator[tuple[Any, ...]]:
    """These events; one that was brought together may have the id of one that it stands for."""
    single = _of(EVENTS, columns).where(EVENTS.c.event_id.not_in(select(REPLACED.c.event_id)))
    for table, read in ((EVENTS, single), (CONSOLIDATED_EVENTS, _of(CONSOLIDATED_EVENTS, columns))):
        yield from fetched(connection, read.where(table.c.event_id.in_(ids)))


def _of(table: Table, columns: Sequence[Column]) -> "Select[*tuple[object, ...]]":
    return select(*(table.c[each.name] for each in columns))


def _ways(connection: Connection, names: Sequence[str]) -> pd.DataFrame:
    """These columns, each different row of them once."""
    rows = fetched(connection, select(*(EVENTS.c[each] for each in names)).distinct())
    told = pd.DataFrame(rows, columns=list(names), dtype=object)
    coded = _coded(connection, names).drop_duplicates().astype(object)
    return pd.concat([told, coded], ignore_index=True) if len(coded) else told


def _coded(connection: Connection, names: Sequence[str]) -> pd.DataFrame:
    """These columns of all rows in blocks."""
    return coded_frame(connection, [each for each in EVENT_COLUMNS if each.name in names])
