"""Rows of a coded dataset: what was imported as it stood, and what was read from reports in that dataset's columns.

A row that was imported in the same format is given back cell by cell as it was, but for what a person has changed since;
all others are made. A cell that a spreadsheet would run gets an apostrophe in front, wherever it comes from.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.exchange.as_csv import csv_of
from dashboard.exchange.described import NEVER_HAPPENED, LeftOut, Row, counted, rows, undated
from dashboard.exchange.harmless import harmless
from dashboard.exchange.pieces import slices
from dashboard.exchange.tabular.kept_rows import RowKind, originals
from dashboard.exchange.tabular.unchanged import unchanged_cells

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*(?:[eE][+-]?\d+)?")
Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Coded:
    """A coded format: the kind of its rows, its name for a column of a file, and the rows an event makes in it."""

    kind: RowKind
    own_name: Callable[[str], str]
    made: Callable[[Row], Iterator[Cells]]


def coded_csv(events: pd.DataFrame, form: Coded) -> Iterator[bytes]:
    """The rows as CSV: the format's own columns, and after them those a file brought along."""
    return coded_parts(slices(events), form, brought(events, form))


def coded_parts(parts: Iterable[pd.DataFrame], form: Coded, more: Sequence[str]) -> Iterator[bytes]:
    """The same of events that come part by part; ``more`` are the columns that files brought along."""
    names = [*form.kind.header, *more]
    return csv_of((_part(part, form, names) for part in parts), names)


def not_coded(events: pd.DataFrame, name: str) -> tuple[LeftOut, ...]:
    """What a coded dataset has no row for."""
    ours = ~events["extra"].str.startswith(_mark(name))
    never = ours & events["modality"].isin(NEVER_HAPPENED)
    return (
        *counted(int((ours & undated(events) & ~never).sum()), "a coded row needs a date"),
        *counted(int(never.sum()), "planned or denied, and coded datasets hold what happened"),
    )


def _mark(name: str) -> str:
    """How ``extra`` begins where it keeps a row of that format."""
    return f'{{"{name}":'


def brought(events: pd.DataFrame, form: Coded) -> list[str]:
    """Columns of imported files that are none of the format's own."""
    own_order = f"{_mark(form.kind.name)}{{"  # rows of the very header are lists
    others = events["extra"][events["extra"].str.startswith(own_order)]
    names = dict.fromkeys(name for row in originals(others, form.kind) if row for name in row)
    return [name for name in names if form.own_name(name) not in form.kind.header]


def _part(events: pd.DataFrame, form: Coded, names: Sequence[str]) -> pd.DataFrame:
    """Some events as rows of texts."""
    cells = unchanged_cells(events, form.kind.name)
    kept = cells.rename(columns=lambda each: form.own_name(each) or each)
    kept = kept.loc[:, ~kept.columns.duplicated()]
    if len(kept.columns) and kept.notna().all(axis=None):  # as they came: nothing to be made
        return pd.DataFrame({name: _column(kept, name) for name in names}, dtype=object)
    imported = kept.notna().any(axis=1).tolist() if len(kept.columns) else [False] * len(events)
    found = [
        row
        for event, is_kept, old in zip(rows(events), imported, _rows_of(kept), strict=True)
        for row in (_given_back(event, old, form) if is_kept else _new(event, form))
    ]
    columns = {name: [_safe(row.get(name, "")) for row in found] for name in names}
    return pd.DataFrame(columns, dtype=object)


def _column(kept: pd.DataFrame, name: str) -> list[str]:
    return [_safe(cell) for cell in kept[name]] if name in kept else [""] * len(kept)


def _rows_of(kept: pd.DataFrame) -> list[dict[str, str | None]]:
    if not len(kept.columns):
        return [{} for _ in range(len(kept))]
    return [{str(name): value for name, value in row.items()} for row in kept.to_dict("records")]


def _given_back(event: Row, old: Mapping[str, str | None], form: Coded) -> Iterator[Cells]:
    """The imported row, what was changed since in the words of the format."""
    if all(value is not None for value in old.values()):
        yield {name: str(value) for name, value in old.items()}
        return
    now = next(form.made(event), {})
    yield {name: now.get(name, "") if value is None else value for name, value in old.items()}


def _new(event: Row, form: Coded) -> Iterator[Cells]:
    if str(event["modality"]) not in NEVER_HAPPENED:
        yield from form.made(event)


def _safe(cell: str) -> str:
    return cell if _NUMBER.fullmatch(cell) else harmless(cell)
