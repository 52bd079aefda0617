"""The last stage: the events of a report as rows, with all that was left unread."""

from dataclasses import replace

from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.assemble.daylight import Daylight
from dashboard.extraction.assemble.event_rows import Setting, event_row
from dashboard.extraction.assemble.ids import Ids
from dashboard.extraction.assemble.left_unread import left_unread
from dashboard.extraction.assemble.notes import notes
from dashboard.extraction.link.linked import Linked
from dashboard.extraction.model import Event
from dashboard.extraction.reading import Reading
from dashboard.temporal import PublicationDate
from dashboard.text import Report
from dashboard.text.report import DateSource

_NO_ZONE = "UTC"


def assemble(annotations: Annotations, linked: Linked) -> Reading:
    """The reading: an event a group, what was left, and what had to be assumed."""
    published, zone, ids = (
        annotations.time.published,
        annotations.zone or _NO_ZONE,
        Ids.of(annotations.told),
    )
    setting = Setting(zone, bool(annotations.zone), published, Daylight.of(annotations))
    events = tuple(event_row(group, ids, setting) for group in linked.groups)
    unread = left_unread(annotations, linked)
    if annotations.told.text != annotations.report.text:
        events = tuple(_as_told(each, annotations.told.text) for each in events)
        unread = tuple(replace(each, text=each.span.of(annotations.told.text)) for each in unread)
    return Reading(
        report=replace(annotations.told, timezone=zone),
        published=published.day,
        published_source=published.source,
        evidence=_evidence(annotations.told, published),
        timezone=zone,
        events=events,
        unread=unread,
        notes=tuple(notes(annotations, events)),
    )


def _evidence(report: Report, published: PublicationDate) -> tuple[str, ...]:
    """What proves the day: the page's own words where it is the page that tells it."""
    return report.published_evidence if published.source == DateSource.PAGE else published.evidence


def _as_told(event: Event, text: str) -> Event:
    """The event with its sentences as they stand in the report."""
    mentions = (replace(each, quote=text[each.char_start : each.char_end]) for each in event.mentions)
    return replace(event, mentions=tuple(mentions))
