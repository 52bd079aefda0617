"""Giving back what is kept: as single reports say it, or with the rows that were consolidated."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Table, select

from dashboard.store.consolidated import kept
from dashboard.store.rows import fetched, frame_of
from dashboard.store.schema import (
    CONSOLIDATED_EVENTS,
    CONSOLIDATED_MENTIONS,
    EVENTS,
    MENTIONS,
    REPLACED,
    REPORTS,
)
from dashboard.store.touched import Touched
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


def part_of(connection: Connection, touched: Touched) -> Dataset:
    """What is there now of events and reports that were touched, with the rows kept in place of others."""
    return Dataset(
        _shown(connection, (EVENTS, CONSOLIDATED_EVENTS), EVENT_COLUMNS, touched.events),
        _shown(connection, (MENTIONS, CONSOLIDATED_MENTIONS), MENTION_COLUMNS, touched.events),
        frame_of(_chosen(connection, REPORTS, REPORT_COLUMNS, "report_id", touched.reports), REPORT_COLUMNS),
        name_of(connection),
    )


def _shown(
    connection: Connection, tables: tuple[Table, Table], columns: Sequence[Column], ids: Iterable[str]
) -> pd.DataFrame:
    """The rows of these events that are shown: those of single reports but for what others stand for, then those."""
    told, consolidated = tables
    single = told.c.event_id.not_in(select(REPLACED.c.event_id))
    rows = _chosen(connection, told, columns, "event_id", ids, single)
    return frame_of([*rows, *_chosen(connection, consolidated, columns, "event_id", ids)], columns)


def _chosen(
    connection: Connection,
    table: Table,
    columns: Sequence[Column],
    key: str,
    ids: Iterable[str],
    only: ColumnElement[bool] | None = None,
) -> list[tuple[Any, ...]]:
    """The rows of a table under these keys, in their order."""
    wanted = sorted(ids)
    rows = select(*_of(table, columns)).order_by(table.c.position)
    rows = rows if only is None else rows.where(only)
    return [
        row
        for start in range(0, len(wanted), _MANY)
        for row in fetched(connection, rows.where(table.c[key].in_(wanted[start : start + _MANY])))
    ]


def reported(connection: Connection, event_ids: Iterable[str]) -> Dataset:
    """Some of the events, as single reports tell them, with their mentions and without the reports."""
    ids = list(event_ids)
    events, mentions = (
        frame_of(_chosen(connection, table, columns, "event_id", ids), columns)
        for table, columns in ((EVENTS, EVENT_COLUMNS), (MENTIONS, MENTION_COLUMNS))
    )
    return Dataset(events, mentions, Dataset.from_rows().reports)


def mentions_in(connection: Connection, report_ids: Iterable[str]) -> pd.DataFrame:
    """The mentions that stand in these reports."""
    return frame_of(_chosen(connection, MENTIONS, MENTION_COLUMNS, "report_id", report_ids), MENTION_COLUMNS)


def shown_mentions_in(connection: Connection, report_ids: Iterable[str]) -> pd.DataFrame:
    """The mentions that stand in these reports, of the events that are shown."""
    ids = list(report_ids)
    single = MENTIONS.c.event_id.not_in(select(REPLACED.c.event_id))
    rows = _chosen(connection, MENTIONS, MENTION_COLUMNS, "report_id", ids, single)
    return frame_of(
        [*rows, *_chosen(connection, CONSOLIDATED_MENTIONS, MENTION_COLUMNS, "report_id", ids)],
        MENTION_COLUMNS,
    )


def _of(table: Table, columns: Sequence[Column]) -> list[ColumnElement[object]]:
    return [table.c[column.name] for column in columns]


def name_of(connection: Connection) -> str:
    """The one name all reports share, or nothing."""
    names = connection.execute(select(REPORTS.c.dataset).distinct()).scalars().all()
    return names[0] or "" if len(names) == 1 else ""
