"""The door to the event table: rows that can't be true are refused, by file and row."""

from collections.abc import Callable, Iterator
from functools import cache
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from dashboard.errors import RowError
from dashboard.table.columns import CATEGORY, EVENT_COLUMNS, FLAG, REAL, TIME, WHOLE, Column
from dashboard.table.dataset import Values, typed

SHOWN = 5
FIRST_ROW = 2  # the header is line 1
COUNTS = (
    "n_mentions",
    "fatalities",
    "fatalities_low",
    "fatalities_high",
    "injured",
    "missing",
    "captured",
    "displaced",
    "char_start",
    "char_end",
)

_Problem = tuple[int, str]
_ORDERED = (
    ("start", "end"),
    ("core_start", "core_end"),
    ("fatalities_low", "fatalities_high"),
    ("char_start", "char_end"),
)
_WITHIN = {
    "latitude": (-90, 90, "is off the map"),
    "longitude": (-180, 180, "is off the map"),
    "geo_precision": (1, 3, "is not 1, 2 or 3"),
    "confidence": (0, 1, "is not between 0 and 1"),
}


def checked(events: pd.DataFrame, *, origin: str) -> pd.DataFrame:
    """The events with the table's columns and dtypes, in their order; texts are read as numbers and times.

    Times without a zone are UTC. Raises RowError when a row can't be true: it names the origin and the
    row as a line of a CSV file, for the first few problems, and counts the rest.
    """
    unreadable = list(_unreadable(events))
    table = typed(_blanked(events, unreadable), EVENT_COLUMNS)
    problems = [(row, what) for row, _, what in unreadable]
    problems += [problem for check in _CHECKS for problem in check(table)]
    if problems:
        raise RowError(_told(sorted(problems), origin))
    return table


def _told(problems: list[_Problem], origin: str) -> str:
    told = [f"{origin}:{row + FIRST_ROW}: {what}" for row, what in problems[:SHOWN]]
    rest = len(problems) - SHOWN
    return "\n".join([*told, f"… and {rest} more"] if rest > 0 else told)


def _unreadable(events: pd.DataFrame) -> Iterator[tuple[int, str, str]]:
    """Row, column and fault of each cell that is no time, number, truth or word of its column."""
    for column in EVENT_COLUMNS:
        if column.name in events and (reads := _READS.get(column.dtype)):
            said = events[column.name].reset_index(drop=True)
            given = said.notna() & (said.astype(object).astype(str) != "")
            for row in np.flatnonzero(given & ~reads(said, column)):
                yield (
                    int(row),
                    column.name,
                    f"{column.name} {said.iloc[row]!r} {_WANTED[column.dtype](column)}",
                )


def _blanked(events: pd.DataFrame, cells: list[tuple[int, str, str]]) -> pd.DataFrame:
    """The events without those cells, so that the rest of their rows can still be checked."""
    if not cells:
        return events
    plain = events.astype(object)
    for row, name, _ in cells:
        plain[name] = plain[name].where(np.arange(len(plain)) != row, None)
    return plain


def _is_time(said: Values, _: Column) -> Values:
    return pd.to_datetime(said, utc=True, format="ISO8601", errors="coerce").notna()


def _is_number(said: Values, column: Column) -> Values:
    numbers = pd.to_numeric(said, errors="coerce")
    whole = (numbers % 1 == 0).fillna(value=False) if column.dtype == WHOLE else True
    return numbers.notna() & whole


def _is_flag(said: Values, _: Column) -> Values:
    return said.astype("str").str.casefold().isin(["true", "false"])


def _is_word(said: Values, column: Column) -> Values:
    return said.isin(column.words) if column.words else said.notna()


_READS: dict[str, Callable[[Values, Column], Values]] = {
    TIME: _is_time,
    WHOLE: _is_number,
    REAL: _is_number,
    FLAG: _is_flag,
    CATEGORY: _is_word,
}
_WANTED: dict[str, Callable[[Column], str]] = {
    TIME: lambda _: "is no time: write it as 2018-05-21T06:00:00Z",
    WHOLE: lambda _: "is no whole number",
    REAL: lambda _: "is no number",
    FLAG: lambda _: "is neither true nor false",
    CATEGORY: lambda column: f"is not known: use one of {', '.join(filter(None, column.words))}",
}


def _rows(where: Values) -> list[int]:
    return np.flatnonzero(where.to_numpy(dtype=bool, na_value=False)).tolist()


def _without_id(table: pd.DataFrame) -> Iterator[_Problem]:
    for row in _rows(table["event_id"] == ""):
        yield row, "event_id is empty"


def _twice(table: pd.DataFrame) -> Iterator[_Problem]:
    ids = table["event_id"]
    for row in _rows(ids.duplicated() & (ids != "")):
        yield row, f"event_id {ids.iloc[row]!r} stands in an earlier row too"


def _unordered(table: pd.DataFrame) -> Iterator[_Problem]:
    for low, high in _ORDERED:
        for row in _rows(table[high] < table[low]):
            yield row, f"{high} {table[high].iloc[row]} is before {low} {table[low].iloc[row]}"


def _beyond(table: pd.DataFrame) -> Iterator[_Problem]:
    outside = (table["core_start"] < table["start"]) | (table["core_end"] > table["end"])
    for row in _rows(outside):
        core = f"{table['core_start'].iloc[row]} to {table['core_end'].iloc[row]}"
        bounds = f"{table['start'].iloc[row]} to {table['end'].iloc[row]}"
        yield row, f"the certain part {core} is not within {bounds}"


def _off(table: pd.DataFrame) -> Iterator[_Problem]:
    for name, (low, high, what) in _WITHIN.items():
        for row in _rows((table[name] < low) | (table[name] > high)):
            yield row, f"{name} {table[name].iloc[row]:g} {what}"


def _negative(table: pd.DataFrame) -> Iterator[_Problem]:
    for name in COUNTS:
        for row in _rows(table[name] < 0):
            yield row, f"{name} {table[name].iloc[row]} is less than none"


def _unzoned(table: pd.DataFrame) -> Iterator[_Problem]:
    zones = table["timezone"]
    unknown = [zone for zone in zones.cat.categories if zone and not _is_zone(str(zone))]
    for row in _rows(zones.isin(unknown)):
        yield row, f"timezone {zones.iloc[row]!r} is not known: write it as Asia/Damascus"


@cache
def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (
        KeyError,
        ValueError,
        OSError,
    ):  # ZoneInfoNotFoundError, a path that leaves the database, a directory
        return False
    return True


_CHECKS: tuple[Callable[[pd.DataFrame], Iterator[_Problem]], ...] = (
    _without_id,
    _twice,
    _unordered,
    _beyond,
    _off,
    _negative,
    _unzoned,
)
