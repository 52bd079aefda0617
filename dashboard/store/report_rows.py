"""The reports of a store by themselves: what is there, and taking one out with all that it tells."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, func, select

from dashboard.errors import StoreError
from dashboard.store.kin import drop_from_kin
from dashboard.store.schema import EVENTS, MENTIONS, REPORTS
from dashboard.store.touched import touch
from dashboard.table.columns import ReviewStatus

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report of the store: its id, where it is from, in which dataset, of which day by whose word, how many events it tells.

    ``reviewed`` are those of its events that a person has looked at.
    """

    report_id: str
    url: str
    title: str
    dataset: str
    published: datetime | None
    published_source: str
    events: int
    reviewed: int


def kept_reports(connection: Connection) -> tuple[KeptReport, ...]:
    """Every report, in the order in which they came."""
    events = _counts(connection, select(MENTIONS.c.report_id, func.count(MENTIONS.c.event_id.distinct())))
    looked_at = _counts(
        connection,
        select(MENTIONS.c.report_id, func.count(MENTIONS.c.event_id.distinct()))
        .join(EVENTS, EVENTS.c.event_id == MENTIONS.c.event_id)
        .where(EVENTS.c.review_status != ReviewStatus.UNREVIEWED),
    )
    columns = (
        REPORTS.c.report_id,
        REPORTS.c.url,
        REPORTS.c.title,
        REPORTS.c.dataset,
        REPORTS.c.published,
        REPORTS.c.published_source,
        REPORTS.c.timezone,
    )
    return tuple(
        KeptReport(
            row.report_id,
            row.url or "",
            row.title or "",
            row.dataset or "",
            _local(row.published, row.timezone),
            row.published_source or "",
            events.get(row.report_id, 0),
            looked_at.get(row.report_id, 0),
        )
        for row in connection.execute(select(*columns).order_by(REPORTS.c.position))
    )


def remove_reports(connection: Connection, report_ids: Iterable[str], place: str) -> int:
    """Delete reports, their mentions, and the events that no other mention tells; gives the number of events."""
    wanted = dict.fromkeys(report_ids)
    there = set(connection.execute(select(REPORTS.c.report_id)).scalars())
    for each in wanted:
        if each not in there:
            msg = f"{place}: holds no report {each!r}; 'reports list' shows those it holds"
            raise StoreError(msg)
    events = 0
    for report_id in wanted:
        reported = select(MENTIONS.c.event_id).where(MENTIONS.c.report_id == report_id)
        ids = set(connection.execute(reported.distinct()).scalars())
        connection.execute(REPORTS.delete().where(REPORTS.c.report_id == report_id))
        connection.execute(MENTIONS.delete().where(MENTIONS.c.report_id == report_id))
        left = select(MENTIONS.c.event_id).where(MENTIONS.c.event_id == EVENTS.c.event_id).exists()
        for event_id in ids:
            connection.execute(EVENTS.delete().where((EVENTS.c.event_id == event_id) & ~left))
        drop_from_kin(connection, ids)
        touch(connection, ids, [report_id])
        events += len(ids)
    return events


def _local(microseconds: int | None, zone: str | None) -> datetime | None:
    """The moment on the clocks of the report's place."""
    if microseconds is None:
        return None
    return (_EPOCH + timedelta(microseconds=microseconds)).astimezone(ZoneInfo(zone or "UTC"))


def _counts(connection: Connection, counted: Select[str, int]) -> dict[str, int]:
    return {str(row[0]): int(row[1]) for row in connection.execute(counted.group_by(MENTIONS.c.report_id))}
