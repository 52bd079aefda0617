"""Keeping a dataset: what is new in it is written, what it says otherwise replaces what was read before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, select

from dashboard.errors import StoreError
from dashboard.store.rows import insert_rows, rows_of
from dashboard.store.schema import EVENTS, MENTIONS, REPORTS
from dashboard.store.stamps import queue_up, wait_for
from dashboard.store.update import Update, update_of
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS, REPORT_COLUMNS, ReviewStatus

_MANY = 10_000  # SQLite takes up to 32,766 values in one statement


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save did, in events: new ones, ones that were there already, ones read anew."""

    added: int
    already: int
    replaced: int = 0


def save(connection: Connection, dataset: Dataset) -> Saved:
    """Write what is new in the dataset; a change is counted only where there is one."""
    wait_for(connection)
    new = update_of(dataset, _known_reports(connection))
    unreviewed = _forget(connection, new.stale)
    saved = _add(connection, dataset, new, unreviewed)
    if new.reports or saved.added or saved.replaced:  # what was consolidated holds otherwise
        queue_up(connection)
    return saved


def must_be_as_reported(dataset: Dataset, place: str) -> None:
    """Raise StoreError for an event that rests on several reports: such could not be taken apart again."""
    pairs = dataset.mentions[["event_id", "report_id"]].drop_duplicates()
    several = pairs.loc[pairs["event_id"].duplicated(), "event_id"]
    if len(several):
        msg = (
            f"{place}: {several.iloc[0]} rests on several reports; save what each report tells (as_reported)"
        )
        raise StoreError(msg)


def _known_reports(connection: Connection) -> dict[str, tuple[str, str]]:
    rows = connection.execute(select(REPORTS.c.report_id, REPORTS.c.fingerprint, REPORTS.c.published_source))
    return {report_id: (fingerprint, source) for report_id, fingerprint, source in rows}


def _forget(connection: Connection, reports: Iterable[str]) -> frozenset[str]:
    """Delete the reports and their unreviewed events; gives those events' ids."""
    gone: set[str] = set()
    for some in _some(reports):
        of_them = select(MENTIONS.c.event_id).where(MENTIONS.c.report_id.in_(some))
        unreviewed = EVENTS.c.event_id.in_(of_them) & (EVENTS.c.review_status == ReviewStatus.UNREVIEWED)
        gone.update(connection.execute(select(EVENTS.c.event_id).where(unreviewed)).scalars())
        connection.execute(REPORTS.delete().where(REPORTS.c.report_id.in_(some)))
    for some in _some(gone):
        connection.execute(EVENTS.delete().where(EVENTS.c.event_id.in_(some)))
        connection.execute(MENTIONS.delete().where(MENTIONS.c.event_id.in_(some)))
    return frozenset(gone)


def _add(connection: Connection, dataset: Dataset, new: Update, before: frozenset[str]) -> Saved:
    there = set(connection.execute(select(EVENTS.c.event_id)).scalars())
    fresh = dataset.events["event_id"].isin(list(new.events - there))
    events = dataset.events[fresh].drop_duplicates("event_id")
    ids = set(events["event_id"])
    mentions = dataset.mentions[dataset.mentions["event_id"].isin(list(ids))]
    reports = dataset.reports[dataset.reports["report_id"].isin(list(new.reports))]
    insert_rows(connection, EVENTS, rows_of(events, EVENT_COLUMNS))
    insert_rows(connection, MENTIONS, rows_of(mentions, MENTION_COLUMNS))
    marks = [(dataset.name, new.reports[report_id]) for report_id in reports["report_id"]]
    lines = [(*row, *mark) for row, mark in zip(rows_of(reports, REPORT_COLUMNS), marks, strict=True)]
    insert_rows(connection, REPORTS, lines)
    replaced = len(ids & before)
    return Saved(added=len(ids) - replaced, already=len(dataset.events) - len(ids), replaced=replaced)


def _some(ids: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(ids)
    while some := list(islice(rest, _MANY)):
        yield some
