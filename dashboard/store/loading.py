"""Giving back what is kept: as single reports say it, or with the rows that were consolidated."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Table, select

from dashboard.store.coded import coded_frame, coded_rows
from dashboard.store.consolidated import kept
from dashboard.store.rows import coming, fetched, frame_of
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
from dashboard.table.columns import CATEGORY, EVENT_COLUMNS, MENTION_COLUMNS, REPORT_COLUMNS, Column
from dashboard.table.dataset import by_time, none_of, typed
from dashboard.table.replaced import appended, only

_MANY = 10_000  # SQLite takes up to 32,766 values in one statement
_OPEN_WORDS = tuple(each.name for each in EVENT_COLUMNS if each.dtype == CATEGORY and not each.words)


def load(connection: Connection, name: str | None, *, consolidated: bool = False) -> Dataset:
    """All that is reported, or that of the dataset of that name; ``consolidated``: with the rows kept in place of others."""
    named = select(EVENTS.c.event_id).where(EVENTS.c.dataset == name)
    events = select(*_of(EVENTS, EVENT_COLUMNS))  # which are put in order of time below
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
    told = frame_of(chain(coming(connection, events), more_events), EVENT_COLUMNS)
    return Dataset(
        by_time(_with_coded(connection, told, name)),
        frame_of(chain(coming(connection, mentions), more_mentions), MENTION_COLUMNS),
        frame_of(coming(connection, reports), REPORT_COLUMNS),
        name_of(connection) if name is None else name,
    )


def _with_coded(connection: Connection, told: pd.DataFrame, name: str | None) -> pd.DataFrame:
    """The events, and those that are in blocks."""
    coded = coded_frame(connection)
    if name is not None:
        coded = only(coded, (coded["dataset"] == name).to_numpy())
        coded = coded.assign(**{each: coded[each].cat.remove_unused_categories() for each in _OPEN_WORDS})
    if not len(coded) or not len(told):
        return coded if len(coded) else told
    return appended(told, coded, EVENT_COLUMNS)


def support_of(connection: Connection) -> Dataset:
    """The mentions of the events that are shown, and the reports without their texts; no events."""
    single = MENTIONS.c.event_id.not_in(select(REPLACED.c.event_id))
    mentions = select(*_of(MENTIONS, MENTION_COLUMNS)).where(single).order_by(MENTIONS.c.position)
    _, more = kept(connection)
    shown = [each for each in REPORT_COLUMNS if each.name != "text"]
    reports = frame_of(coming(connection, select(*_of(REPORTS, shown)).order_by(REPORTS.c.position)), shown)
    return Dataset(
        none_of(EVENT_COLUMNS),
        frame_of(chain(coming(connection, mentions), more), MENTION_COLUMNS),
        typed(reports, REPORT_COLUMNS),
        name_of(connection),
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
    coded = coded_rows(connection, wanted) if table is EVENTS else []
    rows = select(*_of(table, columns)).order_by(table.c.position)
    rows = rows if only is None else rows.where(only)
    found = (
        row
        for start in range(0, len(wanted), _MANY)
        for row in fetched(connection, rows.where(table.c[key].in_(wanted[start : start + _MANY])))
    )
    return [*found, *coded]


def reported(connection: Connection, event_ids: Iterable[str]) -> Dataset:
    """Some of the events, as single reports tell them, with their mentions and without the reports."""
    ids = list(event_ids)
    events, mentions = (
        frame_of(_chosen(connection, table, columns, "event_id", ids), columns)
        for table, columns in ((EVENTS, EVENT_COLUMNS), (MENTIONS, MENTION_COLUMNS))
    )
    return Dataset(events, mentions, none_of(REPORT_COLUMNS))


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
