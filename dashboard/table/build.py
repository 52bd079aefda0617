"""From readings of reports to a dataset."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from dashboard.extraction import Event, Mention, Reading
from dashboard.extraction.assemble.row_times import is_far
from dashboard.table.columns import EVENT_COLUMNS, TIME, ReviewStatus
from dashboard.table.dataset import Dataset, Row
from dashboard.temporal.calendar.interval import midnight
from dashboard.text.report import DateSource

CHECK_THE_YEAR = "check the year"
_OF_EVENT = {field.name for field in fields(Event)}
_SAME, _MOMENTS = (
    tuple(each.name for each in EVENT_COLUMNS if each.name in _OF_EVENT and (each.dtype == TIME) is moments)
    for moments in (False, True)
)


def as_reported(readings: Iterable[Reading], name: str = "") -> Dataset:
    """One dataset of all readings, each report's events by themselves, as a store keeps them.

    A report read twice counts once: with the date that was given, else with the earlier one.
    """
    by_date = sorted(readings, key=_dated, reverse=True)
    once = {reading.report.report_id: reading for reading in by_date}.values()
    return Dataset.from_rows(
        events=[_event_row(event, reading, name) for reading in once for event in reading.events],
        mentions=[row for reading in once for event in reading.events for row in _mention_rows(event)],
        reports=[_report_row(reading) for reading in once],
        name=name,
    )


def _dated(reading: Reading) -> tuple[bool, str]:
    """The surest date first: one that was given, then the earlier."""
    return reading.published_source != DateSource.GIVEN, str(reading.published or "unknown")


def to_utc(moment: date | datetime | None, zone: str) -> datetime | None:
    """A wall-clock moment of a zone as UTC; a day is its first moment.

    >>> to_utc(datetime(2018, 5, 21), "Asia/Damascus").isoformat()
    '2018-05-20T21:00:00+00:00'
    """
    if moment is None:
        return None
    local = moment if isinstance(moment, datetime) else midnight(moment)
    return local.replace(tzinfo=ZoneInfo(zone or "UTC")).astimezone(UTC)


def _event_row(event: Event, reading: Reading, dataset: str) -> Row:
    row: dict[str, object] = {name: getattr(event, name) for name in _SAME}
    row |= {name: to_utc(getattr(event, name), event.timezone) for name in _MOMENTS}
    first = event.mentions[0]
    report = reading.report
    return row | {
        "dataset": dataset,
        "n_mentions": len(event.mentions),
        "source": report.source,
        "url": report.url,
        "title": report.title,
        "published": to_utc(reading.published, reading.timezone),
        "notes": first.quote,
        "char_start": first.char_start,
        "char_end": first.char_end,
        "review_status": ReviewStatus.UNREVIEWED.value,
        "tags": CHECK_THE_YEAR if is_far(reading.published, event.start, event.end) else "",
    }


def _mention_rows(event: Event) -> Iterator[Row]:
    for mention in event.mentions:
        yield _mention_row(mention, event)


def _mention_row(mention: Mention, event: Event) -> Row:
    span = mention.time_span
    return {
        "mention_id": mention.mention_id,
        "event_id": event.event_id,
        "report_id": mention.report_id,
        "char_start": mention.char_start,
        "char_end": mention.char_end,
        "quote": mention.quote,
        "time_text": mention.time_text,
        "time_char_start": span.start if span else None,
        "time_char_end": span.end if span else None,
        "start": to_utc(mention.start, event.timezone),
        "end": to_utc(mention.end, event.timezone),
        "time_rule": mention.time_rule,
        "reference_time": to_utc(mention.reference_time, event.timezone),
        "frame": mention.frame,
        "modality": mention.modality,
        "conflict": mention.conflict,
        "likeness": mention.likeness,
        "fields": _fields(mention, event.timezone),
    }


def _fields(mention: Mention, zone: str) -> str:
    """What a mention tells by itself, as JSON; columns that rest on the same words stand together."""
    groups: defaultdict[tuple[tuple[int | None, int | None], str], dict[str, object]] = defaultdict(dict)
    for field in mention.fields:
        value = to_utc(field.value, zone) if isinstance(field.value, datetime) else field.value
        span = (field.span.start, field.span.end) if field.span else (None, None)
        groups[span, field.rule][field.column] = value
    listed = [
        {"char_start": start, "char_end": end, "rule": rule, "told": stated}
        for ((start, end), rule), stated in groups.items()
    ]
    return json.dumps(listed, ensure_ascii=False, default=str) if listed else ""


def _report_row(reading: Reading) -> Row:
    report = reading.report
    unread = [
        {"char_start": each.span.start, "char_end": each.span.end, "text": each.text, "why": each.why}
        for each in reading.unread
    ]
    return {
        "report_id": report.report_id,
        "title": report.title,
        "source": report.source,
        "url": report.url,
        "text": report.text,
        "published": to_utc(reading.published, reading.timezone),
        "published_source": reading.published_source,
        "published_evidence": "\n".join(reading.evidence),
        "timezone": reading.timezone,
        "unread": json.dumps(unread, ensure_ascii=False),
        "notes": "\n".join((*report.made, *report.notes, *reading.notes)),
        "sha256": report.sha256,
    }
