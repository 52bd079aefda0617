"""Giving back what is kept: as single reports say it, or with the rows that were consolidated."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
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
from dashboard.table.dataset import by_time, none_of, order_of, typed
from dashboard.table.replaced import appended, only

_MANY = 10_000  # SQLite takes up to 32,766 values in one statement
_KEYS = tuple(each for each in EVENT_COLUMNS if each.name in {"start", "end", "event_id"})
_OPEN_WORDS = tuple(each.name for each in EVENT_COLUMNS if each.dtype == CATEGORY and not each.words)


def load(connection: Connection, name: str | None, *, consolidated: bool = False) -> Dataset:
    """All that is reported, or that of the dataset of that name; ``consolidated``: with the rows kept in place of others."""
    told = _in_rows(connection, name, consolidated=consolidated)
    return replace(told, events=by_time(_with_coded(connection, told.events, EVENT_COLUMNS, name)))


def _in_rows(connection: Connection, name: str | None, *, consolidated: bool) -> Dataset:
    """The same without what is in blocks, the events in no order."""
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
    return Dataset(
        frame_of(chain(coming(connection, events), more_events), EVENT_COLUMNS),
        frame_of(chain(coming(connection, mentions), more_mentions), MENTION_COLUMNS),
        frame_of(coming(connection, reports), REPORT_COLUMNS),
        name_of(connection) if name is None else name,
    )


def in_parts(connection: Connection, parts: Iterable[tuple[str, Sequence[Column]]]) -> Iterator[pd.DataFrame]:
    """All that is shown, consolidated: of each of these tables these columns, one after the other.

    Of what is in blocks no other columns are in memory meanwhile.
    """
    told = _in_rows(connection, None, consolidated=True)
    order = order_of(_with_coded(connection, told.events, _KEYS))
    for table, columns in parts:
        if table == "events":
            yield by_time(_with_coded(connection, told.events, columns), order)
        else:
            yield getattr(told, table)[[each.name for each in columns]]


def _with_coded(
    connection: Connection, told: pd.DataFrame, columns: Sequence[Column], name: str | None = None
) -> pd.DataFrame:
    """These columns of the events, and of those that are in blocks; or of those of the dataset of that name."""
    coded, rows = coded_frame(connection, columns), told[[each.name for each in columns]]
    if name is not None:
        coded = only(coded, (coded["dataset"] == name).to_numpy())
        coded = coded.assign(**{each: coded[each].cat.remove_unused_categories() for each in _OPEN_WORDS})
    if not len(coded) or not len(rows):
        return coded if len(coded) else rows
    return appended(rows, coded, columns)


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
