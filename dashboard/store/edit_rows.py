"""Edits in the database: read with all that they set, written, marked as undone."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from dashboard.errors import UndoneError
from dashboard.store.damage import DamagedError
from dashboard.store.edits import Act, Anchor, Change, Draft, Edit, EditKind, Value, moment, ticks
from dashboard.store.schema import ANCHORS, CHANGES, EDITS
from dashboard.table.columns import EVENT_COLUMNS, FLAG, REAL, TIME, WHOLE, Column
from dashboard.text import whole

_KINDS: Mapping[str, tuple[type, ...]] = {WHOLE: (int,), REAL: (int, float), FLAG: (bool,)}
_COLUMNS = {column.name: column for column in EVENT_COLUMNS}
_MANY = 10_000  # values in one statement


def history(connection: Connection, numbers: Iterable[int] | None = None) -> tuple[Edit, ...]:
    """Every edit, or those of these numbers, undone ones too, in the order in which they were made."""
    wanted = None if numbers is None else sorted(set(numbers))
    edits = _rows(connection, EDITS, EDITS.c.number, wanted)
    changes, anchors = _changes(connection, wanted), _anchors(connection, wanted)
    return tuple(_edit(row, changes[row.number], anchors[row.number]) for row in edits)


def _rows(connection: Connection, table: Any, number: Any, wanted: Sequence[int] | None) -> list[Row[Any]]:
    """The rows of these edits, in their order."""
    order = [number, table.c.place] if "place" in table.c else [number]
    ordered = select(table).order_by(*order)
    if wanted is None:
        return list(connection.execute(ordered))
    parts = (wanted[first : first + _MANY] for first in range(0, len(wanted), _MANY))
    return [row for part in parts for row in connection.execute(ordered.where(number.in_(part)))]


def _changes(connection: Connection, wanted: Sequence[int] | None) -> Mapping[int, list[Change]]:
    found: defaultdict[int, list[Change]] = defaultdict(list)
    for row in _rows(connection, CHANGES, CHANGES.c.edit, wanted):
        try:
            values = (
                None if each is None else json.loads(each) for each in (row.before, row.after, row.read)
            )
            change = Change(row.subject, row.field, *values)
            _must_be_held(change.after, _COLUMNS.get(row.field))
            found[row.edit].append(change)
        except (ValueError, TypeError) as error:  # JSON's error is a ValueError
            msg = f"the edit {row.edit} can't be read ({error})"
            raise DamagedError(msg) from error
    return found


def _must_be_held(value: Value, column: Column | None) -> None:
    """Raise ValueError for a value that we can't have written into this column."""
    if value is None or column is None:
        return
    if not isinstance(value, _KINDS.get(column.dtype, (str,))) or (
        column.words and value not in column.words
    ):
        msg = f"{column.name} can't be {value!r}"
        raise ValueError(msg)
    if column.dtype == TIME and datetime.fromisoformat(str(value)).tzinfo is None:
        msg = f"{column.name} has no zone"
        raise ValueError(msg)


def _anchors(connection: Connection, wanted: Sequence[int] | None) -> Mapping[int, dict[str, list[Anchor]]]:
    found: defaultdict[int, dict[str, list[Anchor]]] = defaultdict(dict)
    for row in _rows(connection, ANCHORS, ANCHORS.c.edit, wanted):
        anchor = (row.mention_id, row.report_id, row.char_start, row.char_end)
        found[row.edit].setdefault(row.subject, []).append(anchor)
    return found


def _edit(row: Row[Any], changes: list[Change], anchors: dict[str, list[Anchor]]) -> Edit:
    try:
        return Edit(
            row.number,
            moment(row.made),
            EditKind(row.kind),
            tuple(tuple(map(_anchor, side)) for side in json.loads(row.sides)),
            row.because,
            None if row.undone is None else moment(row.undone),
            row.who or "",
            row.undone_by or "",
            row.undone_as,
            tuple(changes),
            {subject: tuple(each) for subject, each in anchors.items()},
        )
    except (ValueError, TypeError, OverflowError) as error:  # JSON's error is a ValueError
        msg = f"the edit {row.number} can't be read ({error})"
        raise DamagedError(msg) from error


def _anchor(kept: Sequence[Any]) -> Anchor:
    mention, report, first, last = kept
    return str(mention), str(report), int(first), int(last)


def write(connection: Connection, draft: Draft, act: Act) -> int:
    """Keep an edit; gives its number."""
    number = next_number(connection)
    values = {
        "number": number,
        "made": ticks(act.at),
        "kind": str(draft.kind),
        "sides": json.dumps(draft.sides),
        "because": text_kept(act.because),
        "who": text_kept(act.by),
    }
    connection.execute(insert(EDITS), [values])
    changes = [
        {"edit": number, "place": place, "subject": each.subject, "field": each.field, **_plain(each)}
        for place, each in enumerate(draft.changes)
    ]
    names = ("mention_id", "report_id", "char_start", "char_end")
    pairs = [(subject, anchor) for subject, anchors in draft.anchors.items() for anchor in anchors]
    anchors = [
        {"edit": number, "place": place, "subject": subject, **dict(zip(names, anchor, strict=True))}
        for place, (subject, anchor) in enumerate(pairs)
    ]
    for table, rows in ((CHANGES, changes), (ANCHORS, anchors)):
        if rows:
            connection.execute(insert(table), rows)
    return number


def _plain(change: Change) -> dict[str, str | None]:
    values = {"before": change.before, "after": change.after, "read": change.read}
    return {
        name: None if each is None else json.dumps(each, ensure_ascii=False) for name, each in values.items()
    }


def undo(connection: Connection, number: int, act: Act) -> None:
    """Mark an edit as undone; it stays in the history. Raises UndoneError when there is none to undo."""
    still = (EDITS.c.number == number) & EDITS.c.undone.is_(None)
    said = {"undone": ticks(act.at), "undone_by": text_kept(act.by), "undone_as": next_number(connection)}
    if not connection.execute(update(EDITS).where(still).values(said)).rowcount:
        msg = f"{number}: is no edit that can be undone; 'events edits' lists them"
        raise UndoneError(msg)


def next_number(connection: Connection) -> int:
    """The number of what is done next; undoing takes one too."""
    last = connection.execute(select(func.max(EDITS.c.number), func.max(EDITS.c.undone_as))).one()
    return max(each or 0 for each in last) + 1


def text_kept(text: str) -> str:
    """A person's words as every database takes them."""
    return whole(text.strip()).replace("\0", "\N{REPLACEMENT CHARACTER}")
