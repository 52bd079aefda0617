"""Keeping a dataset: what is new in it is written, what it says otherwise replaces what was read before."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from types import MappingProxyType

import pandas as pd
from sqlalchemy import Connection, select

from dashboard.errors import StoreError
from dashboard.store.among import among
from dashboard.store.coded import are_many, coded_rows, ids_of, keep_coded, known_coded
from dashboard.store.kin import add_to_kin, drop_from_kin
from dashboard.store.schema import EVENTS, MENTIONS, READ_BY, REPORTS
from dashboard.store.stamps import queue_up, wait_for
from dashboard.store.told_again import Outdated, forget_rows, never, told_otherwise
from dashboard.store.touched import touch
from dashboard.store.update import Update, update_of
from dashboard.store.writing import insert_frame, next_position
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS, REPORT_COLUMNS, ReviewStatus
from dashboard.table.row_ids import older_ids
from dashboard.table.text_numbers import Ascending

_NAMES = [each.name for each in EVENT_COLUMNS]
_ID, _DATASET = map(_NAMES.index, ("event_id", "dataset"))
_MANY = 10_000  # SQLite takes up to 32,766 values in one statement

NO_MARKS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save did, in events: new ones, ones that were there already, ones read anew."""

    added: int
    already: int
    replaced: int = 0

    def plus(self, other: "Saved") -> "Saved":
        """What both saves did.

        >>> Saved(2, 1).plus(Saved(1, 0, 4))
        Saved(added=3, already=1, replaced=4)
        """
        return Saved(self.added + other.added, self.already + other.already, self.replaced + other.replaced)


def save(
    connection: Connection,
    dataset: Dataset,
    marks: Mapping[str, str] = NO_MARKS,
    outdated: Outdated = never,
) -> Saved:
    """Write what is new in the dataset, or told otherwise; a change is counted only where there is one.

    It costs what the dataset holds, whatever the store holds already. ``marks`` say how reports were read,
    ``outdated`` of rows that rest on no report which are older than those that are there.
    """
    wait_for(connection)
    if not len(dataset.mentions) and not len(dataset.reports):
        saved = _add_coded(connection, dataset, outdated)
        _mark(connection, marks)
        if saved.added or saved.replaced:
            queue_up(connection)
        return saved
    new = update_of(dataset, _known_reports(connection, dataset.reports["report_id"]))
    unreviewed = _forget(connection, new.stale)
    saved = _add(connection, dataset, new, unreviewed, outdated)
    _mark(connection, marks)
    if new.reports or saved.added or saved.replaced:  # what was consolidated holds otherwise
        queue_up(connection)
    return saved


def must_be_as_reported(dataset: Dataset, place: str) -> None:
    """Raise StoreError for an event that rests on several reports: such could not be taken apart again."""
    if not len(dataset.mentions):
        return
    pairs = dataset.mentions[["event_id", "report_id"]].drop_duplicates()
    several = pairs.loc[pairs["event_id"].duplicated(), "event_id"]
    if len(several):
        msg = (
            f"{place}: {several.iloc[0]} rests on several reports; save what each report tells (as_reported)"
        )
        raise StoreError(msg)


def _known_reports(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Fingerprint and date's source of those of the reports that are there."""
    columns = (REPORTS.c.report_id, REPORTS.c.fingerprint, REPORTS.c.published_source)
    return {
        report_id: (fingerprint, source)
        for some in _some(ids)
        for report_id, fingerprint, source in connection.execute(
            select(*columns).where(REPORTS.c.report_id.in_(some))
        )
    }


def _known_events(
    connection: Connection, ids: Collection[str], ordered: Ascending | None = None
) -> frozenset[str]:
    """Those of the events that are there: each is asked for, or where that are fewer all there are looked through."""
    last = next_position(connection, EVENTS)
    coded = known_coded(connection, ids, ordered)
    if last == 0:
        return coded
    if last < len(ids):
        return coded.union(
            frozenset(ids).intersection(connection.execute(select(EVENTS.c.event_id)).scalars())
        )
    there = select(EVENTS.c.event_id).where(among(connection, EVENTS.c.event_id, ids))
    return coded.union(connection.execute(there).scalars())


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
    drop_from_kin(connection, gone)
    touch(connection, gone)
    return frozenset(gone)


def _add(
    connection: Connection, dataset: Dataset, new: Update, before: frozenset[str], outdated: Outdated
) -> Saved:
    known = _known_events(connection, new.events)
    fresh = new.events - known
    events = _rows_of(dataset.events, "event_id", fresh).drop_duplicates("event_id")
    mentions = (
        dataset.mentions[dataset.mentions["event_id"].isin(list(fresh))]
        if len(dataset.mentions)
        else dataset.mentions
    )
    reports = _rows_of(dataset.reports, "report_id", frozenset(new.reports))
    anew = _told_anew(connection, dataset, known & new.coded, outdated)
    insert_frame(connection, EVENTS, events, EVENT_COLUMNS)
    insert_frame(connection, EVENTS, anew, EVENT_COLUMNS)
    insert_frame(connection, MENTIONS, mentions, MENTION_COLUMNS)
    add_to_kin(connection, mentions["event_id"].unique())
    marks = ([dataset.name] * len(reports), [new.reports[each] for each in reports["report_id"]])
    insert_frame(connection, REPORTS, reports, REPORT_COLUMNS, marks)
    touch(connection, fresh | frozenset(anew["event_id"]), new.reports)
    again = len(fresh & before)
    already = len(dataset.events) - len(events) - len(anew)
    return Saved(added=len(events) - again, already=already, replaced=again + len(anew))


def _add_coded(connection: Connection, dataset: Dataset, outdated: Outdated) -> Saved:
    """Rows that rest on no report: many new ones are kept in blocks of columns."""
    dataset = _as_kept(connection, dataset)
    all_rows = dataset.events
    ordered = ids_of(all_rows) if are_many(all_rows) else None
    known = _known_events(connection, all_rows["event_id"], ordered)
    new = all_rows[~all_rows["event_id"].isin(known)] if known else all_rows
    differ = ordered is not None and ordered.all_differ
    fresh = new if differ else new.drop_duplicates("event_id")
    anew = _told_anew(connection, dataset, known, outdated)
    for events in (fresh, anew):
        if are_many(events):
            keep_coded(connection, events, ordered if events is all_rows else None)
        else:
            insert_frame(connection, EVENTS, events, EVENT_COLUMNS)
    touch(connection, pd.concat([fresh["event_id"], anew["event_id"]]).array)
    return Saved(len(fresh), len(dataset.events) - len(fresh) - len(anew), len(anew))


def _as_kept(connection: Connection, dataset: Dataset) -> Dataset:
    """The dataset with the ids under which a store of before kept its rows, as edits and notes name those."""
    older = older_ids(dataset.events["event_id"], dataset.name)
    there = _known_events(connection, older) if len(older) else frozenset[str]()
    own = _of_dataset(connection, there, dataset.name) if there else there
    if not own:
        return dataset
    kept = older[older.isin(list(own))]
    ids = dataset.events["event_id"].where(~dataset.events.index.isin(kept.index), kept)
    return replace(dataset, events=dataset.events.assign(event_id=ids))


def _of_dataset(connection: Connection, ids: Collection[str], name: str) -> frozenset[str]:
    """Those of the events that are there in the dataset of that name."""
    named = select(EVENTS.c.event_id).where(
        among(connection, EVENTS.c.event_id, ids), EVENTS.c.dataset == name
    )
    coded = (row[_ID] for row in coded_rows(connection, ids) if row[_DATASET] == name)
    return frozenset((*connection.execute(named).scalars(), *map(str, coded)))


def _told_anew(
    connection: Connection, dataset: Dataset, ids: frozenset[str], outdated: Outdated
) -> pd.DataFrame:
    """The rows that rest on no report and are there, but told otherwise; what they take the place of goes."""
    if not ids:
        return dataset.events.iloc[:0]
    rows = _rows_of(dataset.events, "event_id", ids).drop_duplicates("event_id", keep="last")
    anew = told_otherwise(connection, rows, outdated)
    forget_rows(connection, anew["event_id"])
    return anew


def _rows_of(frame: pd.DataFrame, column: str, ids: frozenset[str]) -> pd.DataFrame:
    """The rows of these; all of a frame's own where there are as many as rows."""
    return frame if len(ids) == len(frame) else frame[frame[column].isin(list(ids))]


def _mark(connection: Connection, marks: Mapping[str, str]) -> None:
    for ids in _some(marks):
        connection.execute(READ_BY.delete().where(READ_BY.c.report_id.in_(ids)))
        connection.execute(READ_BY.insert(), [{"report_id": each, "mark": marks[each]} for each in ids])


def marks_of(connection: Connection) -> dict[str, str]:
    """How each of the reports was read that are there."""
    there = select(READ_BY).join(REPORTS, REPORTS.c.report_id == READ_BY.c.report_id)
    return {row.report_id: row.mark for row in connection.execute(there)}


def _some(ids: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(ids)
    while some := list(islice(rest, _MANY)):
        yield some
