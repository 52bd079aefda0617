"""Rows that rest on no report, told again by a later table: what is said otherwise takes the place of what was said before.

Coders mend their rows and publish them again under the same ids. A person's edits lie above whatever is told, and say
where it changed beneath them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import pandas as pd
from sqlalchemy import Connection, select

from dashboard.store.coded import coded_rows, forget_coded
from dashboard.store.rows import Values, fetched, rows_of
from dashboard.store.schema import EVENTS, MENTIONS
from dashboard.table.columns import EVENT_COLUMNS, ReviewStatus
from dashboard.table.dataset import by_name

Outdated = Callable[[str, str], bool]
"""Whether a row, by its ``extra``, is older than the one that is there: then that one stays."""
_MANY = 10_000  # SQLite takes up to 32,766 values in one statement
_NAMES = [each.name for each in EVENT_COLUMNS]
_ID, _EXTRA, _DATASET, _REVIEW = map(_NAMES.index, ("event_id", "extra", "dataset", "review_status"))


def never(_now: str, _before: str) -> bool:
    """Whichever comes last holds."""
    return False


def told_otherwise(connection: Connection, events: pd.DataFrame, outdated: Outdated) -> pd.DataFrame:
    """Those of the rows that say something else than what is kept under their ids, in the dataset of what is kept.

    Left out are rows that are outdated, and those of events that a report tells or that a person has reviewed.
    """
    rows, datasets = [], []
    for first in range(0, len(events), _MANY):
        some = rows_of(events.iloc[first : first + _MANY], EVENT_COLUMNS)
        there = {row[_ID]: row for row in _there(connection, [str(row[_ID]) for row in some])}
        for at, row in enumerate(some, start=first):
            before = there.get(row[_ID])
            if before and _differs(row, before) and not outdated(str(row[_EXTRA]), str(before[_EXTRA])):
                rows.append(at)
                datasets.append(str(before[_DATASET] or ""))
    return by_name(events.iloc[rows], datasets)


def forget_rows(connection: Connection, event_ids: Iterable[str]) -> None:
    """Take out rows that others take the place of."""
    ids = list(event_ids)
    forget_coded(connection, ids)
    for some in _some(ids):
        connection.execute(EVENTS.delete().where(EVENTS.c.event_id.in_(some)))


def _there(connection: Connection, ids: Sequence[str]) -> list[Values]:
    told = select(MENTIONS.c.event_id).where(MENTIONS.c.event_id == EVENTS.c.event_id).exists()
    rows = select(*(EVENTS.c[name] for name in _NAMES)).where(EVENTS.c.event_id.in_(ids))
    unseen = EVENTS.c.review_status == ReviewStatus.UNREVIEWED
    coded = (row for row in coded_rows(connection, ids) if row[_REVIEW] == ReviewStatus.UNREVIEWED)
    return [*fetched(connection, rows.where(unseen & ~told)), *coded]


def _differs(now: Values, before: Values) -> bool:
    """Whether anything but the name of the dataset is another; most rows are the same."""
    return now[:_DATASET] != before[:_DATASET] or now[_DATASET + 1 :] != before[_DATASET + 1 :]


def _some(ids: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(ids)
    while some := list(islice(rest, _MANY)):
        yield some
