"""What a person joined and split, kept with its reason, in the order in which it was done; nothing is ever erased.

An edit holds on to mentions by id, and by their characters in the report where a better reader cuts them anew.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Row, func, insert, select, update

from dashboard.consolidation.decisions import Decision, DecisionKind, Side
from dashboard.errors import StoreError
from dashboard.store.damage import DamagedError
from dashboard.store.schema import EDITS
from dashboard.table import Dataset
from dashboard.text import whole

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
Anchor = tuple[str, str, int, int]
"""A mention's id, its report's, and its first and last characters there."""


@dataclass(frozen=True, slots=True)
class Made:
    """An edit as it stands in the store: its number, when it was made, and when it was undone, if it was."""

    number: int
    made: datetime
    kind: DecisionKind
    sides: tuple[tuple[Anchor, ...], ...]
    because: str
    undone: datetime | None = None


def history(connection: Connection) -> tuple[Made, ...]:
    """Every edit, undone ones too, in the order in which they were made."""
    return tuple(map(_made, connection.execute(select(EDITS).order_by(EDITS.c.number))))


def _made(row: Row[Any]) -> Made:
    try:
        return Made(
            row.number,
            _moment(row.made),
            DecisionKind(row.kind),
            tuple(tuple(map(_anchor, side)) for side in json.loads(row.sides)),
            row.because,
            None if row.undone is None else _moment(row.undone),
        )
    except (ValueError, TypeError, OverflowError) as error:  # JSON's error is a ValueError
        msg = f"the edit {row.number} can't be read ({error})"
        raise DamagedError(msg) from error


def _anchor(kept: Sequence[Any]) -> Anchor:
    mention, report, first, last = kept
    return str(mention), str(report), int(first), int(last)


def holding(made: Sequence[Made], mentions: pd.DataFrame) -> Iterator[Decision]:
    """The edits that hold, on the mentions there are now."""
    hold = [each for each in made if each.undone is None]
    if hold:
        ids = frozenset(mentions["mention_id"])
        for each in hold:
            sides = tuple(_present(side, ids, mentions) for side in each.sides)
            if all(sides):
                yield Decision(each.kind, sides, each.because)


def write(
    connection: Connection, kind: DecisionKind, sides: Sequence[pd.DataFrame], because: str, at: datetime
) -> int:
    """Keep an edit; each side is the frame of its mentions. Gives the edit's number."""
    if not because.strip():
        msg = f"a {kind} needs a reason: say why"
        raise StoreError(msg)
    number = int(connection.execute(select(func.coalesce(func.max(EDITS.c.number), 0))).scalar_one()) + 1
    values = {
        "number": number,
        "made": _ticks(at),
        "kind": str(kind),
        "sides": json.dumps([_anchors(side) for side in sides]),
        "because": whole(because.strip()),
    }
    connection.execute(insert(EDITS), [values])
    return number


def undo(connection: Connection, number: int, at: datetime) -> None:
    """Mark an edit as undone; it stays in the history. Raises StoreError when there is none to undo."""
    still = (EDITS.c.number == number) & EDITS.c.undone.is_(None)
    if not connection.execute(update(EDITS).where(still).values(undone=_ticks(at))).rowcount:
        msg = f"{number}: is no edit that can be undone; 'events edits' lists them"
        raise StoreError(msg)


def sides_to_join(dataset: Dataset, event_ids: Sequence[str]) -> list[pd.DataFrame]:
    """The mentions of each event; raises StoreError when there are not two of them."""
    wanted = list(dict.fromkeys(event_ids))
    if len(wanted) < 2:
        msg = f"{' '.join(event_ids)}: name two events or more to join"
        raise StoreError(msg)
    return [_mentions_of(dataset, each) for each in wanted]


def sides_to_split(dataset: Dataset, event_id: str, mention_ids: Sequence[str]) -> list[pd.DataFrame]:
    """The mentions that leave an event and those that stay; raises StoreError when either is nobody."""
    mentions = _mentions_of(dataset, event_id)
    strange = [each for each in mention_ids if each not in set(mentions["mention_id"])]
    if strange or not mention_ids:
        msg = f"{' '.join(strange) or event_id}: name mentions of the event {event_id}; 'events show {event_id}' lists them"
        raise StoreError(msg)
    leaving = mentions["mention_id"].isin(list(mention_ids))
    if leaving.all():
        msg = f"{event_id}: all its mentions would leave; one has to stay"
        raise StoreError(msg)
    return [mentions[leaving], mentions[~leaving]]


def _mentions_of(dataset: Dataset, event_id: str) -> pd.DataFrame:
    mentions = dataset.mentions[dataset.mentions["event_id"] == event_id]
    if mentions.empty:
        coded = event_id in set(dataset.events["event_id"])
        why = "rests on no report: it can be neither joined nor split" if coded else "is no event here"
        msg = f"{event_id}: {why}"
        raise StoreError(msg)
    return mentions


def _anchors(mentions: pd.DataFrame) -> list[Anchor]:
    names = ("mention_id", "report_id", "char_start", "char_end")
    return list(zip(*(mentions[name].tolist() for name in names), strict=True))


def _present(side: Sequence[Anchor], ids: frozenset[str], mentions: pd.DataFrame) -> Side:
    """The side's mentions by their ids, or by their characters where they were read anew."""
    found = (anchor[0] if anchor[0] in ids else _again(anchor, mentions) for anchor in side)
    return frozenset(each for each in found if each)


def _again(anchor: Anchor, mentions: pd.DataFrame) -> str:
    """The mention that shares most characters with one that is no longer read; empty when none does."""
    _, report_id, first, last = anchor
    there = mentions[mentions["report_id"] == report_id]
    shared = there["char_end"].clip(upper=last) - there["char_start"].clip(lower=first)
    return str(there["mention_id"].iloc[int(shared.argmax())]) if (shared > 0).any() else ""


def _ticks(moment: datetime) -> int:
    """Since 1970; a moment with no zone is taken for UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (aware - _EPOCH) // _TICK


def _moment(ticks: int) -> datetime:
    return _EPOCH + ticks * _TICK
