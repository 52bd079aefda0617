"""Rows that somebody coded, many at a time: kept in blocks of columns, found by their ids, taken out one by one.

Which block an id is in is told by its number among all numbers, in sorted stretches: a new one swallows those that are not
longer than it, up to a length that any memory has room for, so there are few. A number only says where
to look; the block's own ids decide. Few rows, and rows that rest on reports, are rows of the table of events.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from sqlalchemy import Connection, delete, func, insert, select

from dashboard.errors import StoreError
from dashboard.extras import PARQUET
from dashboard.store.blocks import packed, sum_of, unpacked
from dashboard.store.rows import Values, rows_of
from dashboard.store.schema import BLOCKS, STRETCHES
from dashboard.table.columns import EVENT_COLUMNS, Column
from dashboard.table.text_numbers import Ascending, Numbers, ascending, numbers_of

LEAST = 5_000
"""So many coded rows at once are kept in blocks."""
_ID = tuple(each for each in EVENT_COLUMNS if each.name == "event_id")
_AT_ONCE = 16  # blocks in memory as bytes
_LONGEST = 500_000  # ids of a stretch that another may still swallow


def are_many(events: pd.DataFrame) -> bool:
    """Whether the rows are kept in blocks, where that can be done."""
    return len(events) >= LEAST and not PARQUET.lacking()


def ids_of(events: pd.DataFrame) -> Ascending:
    """The ids of the rows as numbers in order, by which they are looked for and kept."""
    return ascending(numbers_of(events["event_id"]))


def keep_coded(connection: Connection, rows: pd.DataFrame, ids: Ascending | None = None) -> None:
    """Add rows whose ids are new, as one run; ``ids`` are theirs where they are known already."""
    events = _in_order(rows)
    numbers = ids if ids is not None and events is rows else ids_of(events)
    first = _next(connection, BLOCKS.c.number)
    run = _next(connection, BLOCKS.c.run)
    counts = []
    for number, (many, data) in enumerate(packed(events, EVENT_COLUMNS), start=first):
        said = {"number": number, "run": run, "rows": many, "sum": sum_of(data), "data": data}
        connection.execute(insert(BLOCKS), [said])
        counts.append(many)
    blocks = np.repeat(np.arange(first, first + len(counts), dtype=np.int64), counts)
    _remember(connection, numbers.numbers, blocks[numbers.places])


def _in_order(events: pd.DataFrame) -> pd.DataFrame:
    """The rows by start and end, which as a rule they are already."""
    start, end = (moments_of(events[name]) for name in ("start", "end"))
    rises = (start[1:] > start[:-1]) | ((start[1:] == start[:-1]) & (end[1:] >= end[:-1]))
    return events if rises.all() else events.iloc[np.lexsort((end, start))]


def moments_of(times: pd.Series) -> npt.NDArray[np.int64]:
    """Moments as numbers by which they are in order, the largest where there is none."""
    found = times.dt.tz_localize(None).to_numpy("datetime64[us]").view("int64")
    return np.where(times.isna().to_numpy(), np.iinfo(np.int64).max, found)


def how_many(connection: Connection) -> int:
    """How many rows there are in blocks."""
    return int(connection.execute(select(func.sum(BLOCKS.c.rows))).scalar() or 0)


def known_coded(
    connection: Connection, ids: Collection[str], ordered: Ascending | None = None
) -> frozenset[str]:
    """Those of the ids that are in blocks; ``ordered`` are they as numbers, where these are known already."""
    numbers = _places(connection, ids, ordered)
    if not numbers:
        return frozenset()
    return frozenset(ids).intersection(*[_frame(connection, numbers, _ID)["event_id"]])


def coded_rows(connection: Connection, ids: Collection[str]) -> list[Values]:
    """The rows of these ids, as plain values in the order of the event columns."""
    wanted = frozenset(ids)
    found: list[Values] = []
    for numbers in _some(_places(connection, ids)):
        frame = _frame(connection, numbers, EVENT_COLUMNS)
        found += rows_of(frame[frame["event_id"].isin(wanted)], EVENT_COLUMNS)
    return found


def coded_frame(
    connection: Connection, columns: Sequence[Column] = EVENT_COLUMNS, numbers: Sequence[int] = ()
) -> pd.DataFrame:
    """All rows that are in blocks, or those of some blocks, one run of them after the other."""
    wanted = numbers or connection.execute(select(BLOCKS.c.number).order_by(BLOCKS.c.number)).scalars().all()
    return _frame(connection, wanted, columns)


def runs(connection: Connection) -> list[list[int]]:
    """The numbers of the blocks that came together and are in order of time, each run by itself."""
    found: dict[int, list[int]] = {}
    for run, number in connection.execute(select(BLOCKS.c.run, BLOCKS.c.number).order_by(BLOCKS.c.number)):
        found.setdefault(run, []).append(number)
    return list(found.values())


def forget_coded(connection: Connection, ids: Collection[str]) -> None:
    """Take rows out; their blocks are written anew without them."""
    gone = frozenset(ids)
    for number in _places(connection, ids):
        frame = _frame(connection, [number], EVENT_COLUMNS)
        left = frame[~frame["event_id"].isin(gone)]
        if len(left) == len(frame):
            continue
        here = BLOCKS.c.number == number
        if left.empty:
            connection.execute(delete(BLOCKS).where(here))
            continue
        ((rows, data),) = packed(left, EVENT_COLUMNS)
        connection.execute(BLOCKS.update().where(here).values(rows=rows, sum=sum_of(data), data=data))


def _frame(connection: Connection, numbers: Iterable[int], columns: Sequence[Column]) -> pd.DataFrame:
    _must_be_readable()
    return unpacked((each for some in _some(numbers) for each in _blocks(connection, some)), columns)


def _blocks(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, int, bytes]]:
    wanted = select(BLOCKS.c.number, BLOCKS.c.sum, BLOCKS.c.data).where(BLOCKS.c.number.in_(numbers))
    for number, total, data in connection.execute(wanted.order_by(BLOCKS.c.number)):
        yield int(number), int(total), bytes(data)


def _must_be_readable() -> None:
    if lacking := PARQUET.lacking():
        msg = f"its coded rows can't be read: {lacking}"
        raise StoreError(msg)


def _places(connection: Connection, ids: Collection[str], ordered: Ascending | None = None) -> list[int]:
    """The blocks in which some of the ids may be, in order."""
    if len(ids) == 0 or not connection.execute(select(STRETCHES.c.number).limit(1)).first():
        return []
    _must_be_readable()
    if ordered is None:
        ordered = ascending(numbers_of(pd.Series(list(ids), dtype="str")))
    wanted = ordered.numbers
    found: set[int] = set()
    for number in connection.execute(select(STRETCHES.c.number)).scalars().all():
        hits = _among(_numbers(connection, number), wanted)
        if len(hits):
            found.update(np.unique(_blocks_of(connection, number)[hits]).tolist())
    return sorted(found)


def _among(numbers: Numbers, wanted: Numbers) -> Any:
    """Where in sorted numbers those stand that are wanted, which are sorted too."""
    first = np.searchsorted(numbers, wanted)
    hits = numbers[first.clip(max=len(numbers) - 1)] == wanted
    return np.flatnonzero(np.isin(numbers, wanted[hits])) if hits.any() else first[:0]


def _remember(connection: Connection, numbers: Numbers, places: Any) -> None:
    """Note in which blocks the ids of these numbers are, which are in order: so are those that are swallowed, and sorting merges them."""
    there = connection.execute(
        select(STRETCHES.c.number, STRETCHES.c.rows).order_by(STRETCHES.c.number.desc())
    ).all()
    for number, rows in there:
        if rows > min(len(numbers), _LONGEST):
            break
        numbers = np.concatenate([numbers, _numbers(connection, number)])
        places = np.concatenate([places, _blocks_of(connection, number)])
        connection.execute(delete(STRETCHES).where(STRETCHES.c.number == number))
    order = np.argsort(numbers, kind="stable")
    said = {
        "number": _next(connection, STRETCHES.c.number),
        "rows": len(numbers),
        "numbers": numbers[order].astype("<u8").tobytes(),
        "blocks": places[order].astype("<i8").tobytes(),
    }
    connection.execute(insert(STRETCHES), [said])


def _numbers(connection: Connection, number: int) -> Numbers:
    """The numbers of a stretch, sorted."""
    said = select(STRETCHES.c.numbers).where(STRETCHES.c.number == number)
    return np.frombuffer(connection.execute(said).scalar_one(), "<u8")


def _blocks_of(connection: Connection, number: int) -> Any:
    """The block of each number of a stretch."""
    said = select(STRETCHES.c.blocks).where(STRETCHES.c.number == number)
    return np.frombuffer(connection.execute(said).scalar_one(), "<i8")


def _next(connection: Connection, column: Any) -> int:
    return int(connection.execute(select(func.max(column))).scalar() or 0) + 1


def _some(numbers: Iterable[int]) -> Iterator[list[int]]:
    listed = list(numbers)
    for first in range(0, len(listed), _AT_ONCE):
        yield listed[first : first + _AT_ONCE]
