"""Giving back what is kept: as single reports say it, or with the rows that were consolidated."""

from collections.abc import Iterable, Sequence

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Table, select

from dashboard.store.consolidated import kept
from dashboard.store.rows import fetched, frame_of
from dashboard.store.schema import EVENTS, MENTIONS, REPLACED, REPORTS
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS, REPORT_COLUMNS, Column
from dashboard.table.dataset import by_time

_MANY = 10_000  # SQLite takes up to 32,766 values in one statement


def load(connection: Connection, name: str | None, *, consolidated: bool = False) -> Dataset:
    """All that is reported, or that of the dataset of that name; ``consolidated``: with the rows kept in place of others."""
    named = select(EVENTS.c.event_id).where(EVENTS.c.dataset == name)
    events = select(*_of(EVENTS, EVENT_COLUMNS)).order_by(EVENTS.c.position)
    mentions = select(*_of(MENTIONS, MENTION_COLUMNS)).order_by(MENTIONS.c.position)
    reports = select(*_of(REPORTS, REPORT_COLUMNS)).order_by(REPORTS.c.position)
    if name is not None:
        events = events.where(EVENTS.c.dataset == name)
        mentions = mentions.where(MENTIONS.c.event_id.in_(named))
        reports = reports.where(REPORTS.c.dataset == name)
    if consolidated:
        events = events.where(EVENTS.c.event_id.not_in(select(REPLACED.c.event_id)))
        mentions = mentions.where(MENTIONS.c.event_id.not_in(select(REPLACED.c.event_id)))
    more_events, more_mentions = kept(connection) if consolidated else ((), ())
    return Dataset(
        by_time(frame_of([*fetched(connection, events), *more_events], EVENT_COLUMNS)),
        frame_of([*fetched(connection, mentions), *more_mentions], MENTION_COLUMNS),
        frame_of(fetched(connection, reports), REPORT_COLUMNS),
        name_of(connection) if name is None else name,
    )


def reported(connection: Connection, event_ids: Iterable[str]) -> Dataset:
    """Some of the events, as single reports tell them, with their mentions and without the reports."""
    ids = list(event_ids)
    frames = []
    for table, columns in ((EVENTS, EVENT_COLUMNS), (MENTIONS, MENTION_COLUMNS)):
        rows = [
            row
            for start in range(0, len(ids), _MANY)
            for row in fetched(
                connection,
                select(*_of(table, columns))
                .where(table.c.event_id.in_(ids[start : start + _MANY]))
                .order_by(table.c.position),
            )
        ]
        frames.append(frame_of(rows, columns))
    return Dataset(frames[0], frames[1], Dataset.from_rows().reports)


def mentions_in(connection: Connection, report_ids: Iterable[str]) -> pd.DataFrame:
    """The mentions that stand in these reports."""
    ids = list(report_ids)
    return frame_of(
        [
            row
            for start in range(0, len(ids), _MANY)
            for row in fetched(
                connection,
                select(*_of(MENTIONS, MENTION_COLUMNS))
                .where(MENTIONS.c.report_id.in_(ids[start : start + _MANY]))
                .order_by(MENTIONS.c.position),
            )
        ],
        MENTION_COLUMNS,
    )


def _of(table: Table, columns: Sequence[Column]) -> list[ColumnElement[object]]:
    return [table.c[column.name] for column in columns]


def name_of(connection: Connection) -> str:
    """The one name all reports share, or nothing."""
    names = connection.execute(select(REPORTS.c.dataset).distinct()).scalars().all()
    return names[0] or "" if len(names) == 1 else ""
