"""What events of a table are called: by the id their row gives, else by their words; and what came before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.exchange.tabular.batch import Told
from dashboard.exchange.tabular.cells import by_row
from dashboard.exchange.tabular.seen import Hashes, Seen, hashes
from dashboard.table.text_numbers import ascending

_LONGEST = 80
_SHOWN = 3
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """Each row's id, what is wrong by row, what a person should know, and all that was seen with these."""

    ids: pd.Series
    wrong: Mapping[int, str]
    notes: tuple[str, ...]
    seen: Seen


def named_rows(told: Told, extra: Callable[[], pd.Series], seen: Seen, prefix: str, of_words: str) -> Named:
    """Ids for the rows, with what stands before them; a row without an id goes by all that it says, its ``extra`` and its notes."""
    index = told.columns["start"].index
    own = told.columns.get("event_id", pd.Series("", index=index, dtype="str")).astype("str")
    lengths = own.str.len()
    usable = (lengths > 0) & (lengths <= _LONGEST)
    ids = prefix + own if prefix else own
    if not usable.all():
        notes = told.columns.get("notes")
        words = hashes(extra() if notes is None else extra() + notes.astype("str"))
        ids = ids.where(
            usable, pd.Series([f"{of_words}{each:016x}" for each in words], index=ids.index, dtype="str")
        )
    numbers, said = ascending(hashes(ids)), _said(told)
    before, contents = seen.among(numbers)
    seen_now = seen.with_(numbers, said)
    if not before.any() and numbers.all_differ:
        return Named(ids, told.wrong, (), seen_now)
    again = pd.Series(before, index=ids.index) | ids.duplicated()
    first = pd.Series(said, index=ids.index).groupby(ids).transform("first").to_numpy(dtype=np.uint64)
    same = again & usable & (np.where(before, contents, first) == said)
    other = again & ~same
    marks = pd.Series([f"~{each:08x}"[:9] for each in said], index=ids.index, dtype="str")
    rows = pd.Series([f"~{each}" for each in ids.index], index=ids.index, dtype="str")
    repeated = "repeats an earlier row: the id " + own.str.slice(0, 40) + ", its time, place and toll"
    wrong = {**by_row(repeated.where(same, "")), **told.wrong}
    return Named(ids.where(~other, ids + marks.where(usable, rows)), wrong, _doubled(other, own), seen_now)


def _said(told: Told) -> Hashes:
    """Time, place and toll of each row as one number: by these a row told twice is known."""
    numbers = np.zeros(len(told.columns["start"]), dtype=np.uint64)
    for name in ("start", "end", "latitude", "longitude", "fatalities"):
        if name in told.columns:
            numbers = numbers * _SPREAD ^ _as_numbers(told.columns[name])
    return numbers


def _as_numbers(values: pd.Series) -> Hashes:
    if isinstance(values.dtype, pd.DatetimeTZDtype):
        return values.astype("int64").to_numpy().astype(np.uint64)
    return values.to_numpy(dtype="float64", na_value=-1.0).view(np.uint64)


def _doubled(other: pd.Series, own: pd.Series) -> tuple[str, ...]:
    rows = other.index[other]
    if not len(rows):
        return ()
    named = ", ".join(f"row {row}{f' ({own[row][:40]})' if own[row] else ''}" for row in rows[:_SHOWN])
    more = f" and {len(rows) - _SHOWN:,} more" if len(rows) > _SHOWN else ""
    return (f"{named}{more}: has the id or the words of an earlier row; kept as an event of its own",)
