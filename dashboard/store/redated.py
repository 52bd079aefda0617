"""A report's day of publication, or its zone, set by a person: the report is read again, and the times of its events move."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select, update

from dashboard.errors import ConflictError, EditError, StoreError
from dashboard.extraction import Reading
from dashboard.store.edit_rows import history, write
from dashboard.store.edits import Act, Change, Draft, Edit, EditKind, Value, moment
from dashboard.store.rows import frame_of
from dashboard.store.saving import save
from dashboard.store.schema import CHANGES, EDITS, REPORTS
from dashboard.store.stamps import wait_for
from dashboard.store.values import plain_values
from dashboard.table import Dataset, as_reported
from dashboard.table.columns import REPORT_COLUMNS
from dashboard.text import Report
from dashboard.text.report import DateSource

Reread = Callable[[Report], Reading]
_OWN = frozenset({DateSource.GIVEN, DateSource.PAGE})  # days that do not follow from the text
_FIELDS = ("published", "published_source", "timezone")
_MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class Kept:
    """A report as the store keeps it: what can be read again, what was noted of it, and in which dataset it is."""

    report: Report
    notes: tuple[str, ...]
    dataset: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class GivenDate:
    """The day a person gave a report, and the zone; either may be missing."""

    published: date | datetime | None
    timezone: str


def kept_report(connection: Connection, report_id: str, place: str) -> Kept:
    """The report of that id; raises StoreError where there is none."""
    row = connection.execute(select(REPORTS).where(REPORTS.c.report_id == report_id)).one_or_none()
    if row is None:
        msg = f"{place}: holds no report {report_id!r}; 'reports list' shows those it holds"
        raise StoreError(msg)
    frame = frame_of([[getattr(row, column.name) for column in REPORT_COLUMNS]], REPORT_COLUMNS)
    values = {name: plain_values(frame, name, [0])[0] for name in _FIELDS}
    source = row.published_source or ""
    report = Report(
        row.text or "",
        row.source or "",
        row.title or "",
        row.url or "",
        local(row.published, row.timezone or "") if source in _OWN else None,
        source if source in _OWN else "",
        row.timezone or "",
        sha256=row.sha256 or "",
        known_as=report_id,
    )
    return Kept(report, tuple((row.notes or "").splitlines()), row.dataset or "", values)


def local(since: int | None, zone: str) -> date | datetime | None:
    """A kept moment on the clocks of the report's place; the day alone where it is its first moment."""
    if since is None:
        return None
    there = moment(since).astimezone(ZoneInfo(zone or "UTC")).replace(tzinfo=None)
    return there.date() if there.time() == _MIDNIGHT else there


def read_again(kept: Kept, given: GivenDate, reread: Reread, at: datetime) -> Dataset:
    """All that the report tells, when it is of that day and zone."""
    before = reread(kept.report)
    of_file = tuple(each for each in kept.notes if each not in set(before.notes))
    report = replace(kept.report.given(given.published, given.timezone), notes=of_file)
    dataset = as_reported([reread(report)], kept.dataset)
    return replace(dataset, reports=dataset.reports.assign(read_at=_utc(at)))


def _utc(at: datetime) -> datetime:
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


def keep_date(connection: Connection, kept: Kept, dataset: Dataset, act: Act) -> int:
    """Put the new reading in the place of the old, and write who set the day; gives the edit's number."""
    report_id = kept.report.report_id
    wait_for(connection)
    _must_be_the_same(connection, kept)
    replace_reading(connection, dataset)
    after = {name: plain_values(dataset.reports, name, [0])[0] for name in _FIELDS}
    changes = [
        Change(report_id, name, kept.values[name], after[name])
        for name in _FIELDS
        if kept.values[name] != after[name]
    ]
    if not changes:
        msg = f"{report_id}: nothing would change; it is of that day and zone already"
        raise EditError(msg)
    return write(connection, Draft(EditKind.DATE, changes), act)


def _must_be_the_same(connection: Connection, kept: Kept) -> None:
    """Raise ConflictError where somebody else gave the report another day while it was read again."""
    report_id = kept.report.report_id
    now = kept_report(connection, report_id, "the store").values
    name = next((each for each in _FIELDS if now[each] != kept.values[each]), "")
    if name:
        msg = f"{report_id}: in between somebody else set its {name} to {now[name]!r}; nothing was written; look, and say it again"
        raise ConflictError(
            msg, event_id=report_id, field=name, theirs=now[name], mine=kept.values[name], revision=0
        )


def must_be_the_last(connection: Connection, edit: Edit) -> None:
    """Raise EditError where the day of a report was set again after the edit that is to be undone."""
    later = connection.execute(
        select(EDITS.c.number).where(
            EDITS.c.kind == EditKind.DATE,
            EDITS.c.undone.is_(None),
            EDITS.c.number > edit.number,
            EDITS.c.number.in_(select(CHANGES.c.edit).where(CHANGES.c.subject == edit.subjects[0])),
        )
    ).scalar()
    if later is not None:
        msg = f"{edit.number}: the report's day was set again by edit {later}; undo that first"
        raise EditError(msg)


def before_it(kept: Kept, edit: Edit) -> Kept:
    """The report with the day and the zone it had before an edit set others."""
    was = {change.field: change.before for change in edit.changes}
    values = {**kept.values, **was}
    source, zone = str(values["published_source"] or ""), str(values["timezone"] or "")
    published = values["published"] if source in _OWN else None
    since = (
        (datetime.fromisoformat(str(published)) - moment(0)) // timedelta(microseconds=1)
        if published
        else None
    )
    report = replace(
        kept.report,
        published=local(since, zone),
        published_source=source if source in _OWN else "",
        timezone=zone,
    )
    return replace(kept, report=report)


def replace_reading(connection: Connection, dataset: Dataset) -> None:
    """Put a reading of a report in the place of whatever was read of it."""
    wait_for(connection)
    of_report = REPORTS.c.report_id.in_(dataset.reports["report_id"].tolist())
    # a day that was given before is above one that is read: what a person says now is above both
    connection.execute(update(REPORTS).where(of_report).values(fingerprint="", published_source=""))
    save(connection, dataset)


def given_dates(connection: Connection) -> Mapping[str, GivenDate]:
    """The days and zones that a person gave, by report: whoever reads reports again passes them on."""
    columns = (REPORTS.c.report_id, REPORTS.c.published, REPORTS.c.timezone)
    given = connection.execute(select(*columns).where(REPORTS.c.published_source == DateSource.GIVEN))
    days = {
        row.report_id: GivenDate(local(row.published, row.timezone or ""), row.timezone or "")
        for row in given
    }
    return {**_zones(connection), **days}


def _zones(connection: Connection) -> dict[str, GivenDate]:
    """Of reports of which a person set the zone alone."""
    numbers = connection.execute(
        select(EDITS.c.number).where(EDITS.c.kind == EditKind.DATE, EDITS.c.undone.is_(None))
    ).scalars()
    return {
        change.subject: GivenDate(None, str(change.after or ""))
        for edit in history(connection, tuple(numbers))
        for change in edit.changes
        if change.field == "timezone"
    }
