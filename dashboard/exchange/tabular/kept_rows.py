"""The row an event was imported from, kept in ``extra`` exactly as it stood, and given back.

``extra`` is a JSON object with one member, named after the kind of table ("acled", "ucdp", "table" …). Its value has
every cell of the row as text: a list in the order of the kind's own header where the file has just that header, else an
object by column name. A cell that is null stands word for word in a column of the event (its *twin*), and is not kept
twice: a note of a thousand characters would be.

A writer of the same format asks ``unchanged.unchanged_cells(events, "acled")``: a frame with the columns of the file, an
original text in each cell that the event still says, None where a person has changed it since, or where the event was
never such a row. ``acled.HEADER`` and ``ucdp.HEADER`` are the formats' own columns.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring

import pandas as pd

from dashboard.exchange.tabular.arrays import joined, needs_escapes
from dashboard.exchange.tabular.cells import by_unique
from dashboard.exchange.tabular.combined import Pieces
from dashboard.exchange.tabular.worded import is_worded, same


@dataclass(frozen=True, slots=True)
class RowKind:
    """A kind of row: its ``name`` in ``extra``, its own ``header``, and which cells stand word for word in which event column."""

    name: str
    header: tuple[str, ...] = ()
    twins: Mapping[str, str] | None = None


def kept(cells: Mapping[str, pd.Series], kind: RowKind, header: Sequence[str], index: pd.Index) -> pd.Series:
    """``extra`` for every row: all cells as they stand; null those of columns that are not given, as they have a twin (``twins_of``).

    >>> told = {"when": pd.Series(["May"]), "note": pd.Series(["Calm."])}
    >>> kept(told, RowKind("table"), ["when", "note", "town"], pd.RangeIndex(1))[0]
    '{"table":{"when":"May","note":"Calm.","town":null}}'
    """
    listed = tuple(header) == kind.header
    start, end = ("[", "]}") if listed else ("{", "}}")
    pieces = Pieces()
    pieces.put(f'{{"{kind.name}":{start}')
    for number, name in enumerate(header):
        pieces.put(("," if number else "") + ("" if listed else f"{_quoted(name)}:"))
        if name in cells:
            pieces.put('"')
            pieces.add(_as_json(cells[name]))
            pieces.put('"')
        else:
            pieces.put("null")
    pieces.put(end)
    return joined(pieces.all(), index)


def twins_of(cells: pd.DataFrame, kind: RowKind, events: Mapping[str, pd.Series]) -> frozenset[str]:
    """The columns of which all cells of the batch stand letter for letter in the event's column."""
    return frozenset(str(name) for name in cells.columns if _has_twin(cells[name], kind, events))


def originals(extra: Iterable[str], kind: RowKind) -> Iterator[dict[str, str | None] | None]:
    """The kept row of each event, None as its cell where the twin has it; None for an event of another kind.

    >>> list(originals(['{"acled":["SYR1",null]}', ""], RowKind("acled", ("event_id_cnty", "notes"))))
    [{'event_id_cnty': 'SYR1', 'notes': None}, None]
    """
    mark = f'{{"{kind.name}":'
    for each in extra:
        row = json.loads(each)[kind.name] if each.startswith(mark) else None
        yield dict(zip(kind.header, row, strict=True)) if isinstance(row, list) else row


def original_cells(events: pd.DataFrame, kind: RowKind) -> pd.DataFrame:
    """The original row of each event as it stands today, columns in the file's order; None for events of another kind."""
    rows = list(originals(events["extra"], kind))
    names = dict.fromkeys(name for row in rows if row for name in row)
    twins = {name: _twin_texts(events, kind, name) for name in names}
    columns = {
        name: [
            None if row is None else twins[name][at] if row.get(name, "") is None else row.get(name, "")
            for at, row in enumerate(rows)
        ]
        for name in names
    }
    return pd.DataFrame(columns, index=events.index, dtype=object)


def _twin_texts(events: pd.DataFrame, kind: RowKind, name: str) -> Sequence[str | None]:
    twin = (kind.twins or {}).get(name)
    if twin is None:
        return [None] * len(events)
    return [str(each) for each in events[twin].tolist()]


def _has_twin(cells: pd.Series, kind: RowKind, events: Mapping[str, pd.Series]) -> bool:
    """Whether every cell of the column stands in the event's column letter for letter."""
    twin = (kind.twins or {}).get(str(cells.name), "")
    return twin in events and same(events[twin], cells)


def _as_json(cells: pd.Series) -> pd.Series:
    """The texts with what JSON can't hold as escapes, without the marks around them."""
    if is_worded(cells):
        return by_unique(cells, lambda each: encode_basestring(each)[1:-1], "str")
    if not needs_escapes(cells):
        return cells
    return pd.Series([encode_basestring(each)[1:-1] for each in cells], index=cells.index, dtype="str")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
