"""The room's door: a report in, its events out, with all that was not turned into one."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from dashboard import gazetteer
from dashboard.extraction.assemble import assembled
from dashboard.extraction.facts import Group, merged
from dashboard.extraction.ground import Ground, ground, is_quiet
from dashboard.extraction.heading import headed
from dashboard.extraction.mentions import Draft, drafts, furniture
from dashboard.extraction.model import Event, Reading, Unread
from dashboard.extraction.naming import Naming
from dashboard.gazetteer import Gazetteer
from dashboard.language.languages import ENGLISH, language_of, languages
from dashboard.temporal import TimeReading, read_time
from dashboard.text import Report, Span

_NO_DATE = (
    "no publication date could be worked out: relative times stay relative until you give it (--published)"
)

_NO_DAY = "a date on no calendar"


@dataclass(frozen=True, slots=True)
class Workings:
    """A reading with all that it was made from: what stands in each clause, and what each was read as."""

    reading: Reading
    base: Ground
    read: tuple[Draft | Unread, ...]


def read_report(report: Report, places: Gazetteer | None = None) -> Reading:
    """A report's events, one each, mentions merged; nothing silently dropped.

    ``places`` is the gazetteer to look names up in; without it the one that comes with the product. Times are
    wall-clock in the report's zone: the one given, else its country's, else UTC, which is said.
    """
    return workings(report, places).reading


def workings(report: Report, places: Gazetteer | None = None) -> Workings:
    """The reading of a report, and how it came about."""
    report = headed(report)
    time = read_time(report.text, report.published, report.published_source or "given")
    known = places or gazetteer.load()
    survey = known.survey(report.text)
    zone = report.timezone or known.timezone_of(survey.country)
    base = ground(report.text, time, survey)
    read, groups = _without_headlines(*_without_lulls(tuple(drafts(base))))
    dating, naming = time.published, Naming.of(report)
    events = tuple(assembled(group, naming, zone or "UTC", dating) for group in groups)
    reading = Reading(
        report=replace(report, timezone=zone or "UTC"),
        published=dating.day,
        published_source=dating.source,
        evidence=dating.evidence,
        timezone=zone or "UTC",
        events=events,
        unread=tuple(sorted(_unread(base, read, groups), key=lambda each: each.span)),
        notes=_notes(report.text, time, zone, events),
    )
    return Workings(reading, base, read)


def _without_lulls(read: tuple[Draft | Unread, ...]) -> tuple[tuple[Draft | Unread, ...], list[Group]]:
    """What was read and its groups, without those in which nobody agreed on the quiet that they tell of."""
    groups = merged(draft for draft in read if isinstance(draft, Draft))
    lulls = [group for group in groups if all(is_quiet(draft.coding, draft.quote) for draft in group)]
    return _set_aside(read, groups, lulls, "a lull, not an event")


def _set_aside(
    read: tuple[Draft | Unread, ...], groups: list[Group], aside: list[Group], why: str
) -> tuple[tuple[Draft | Unread, ...], list[Group]]:
    """What was read and its groups, some of them made no events, and why."""
    spans = {draft.clause.span for group in aside for draft in group}
    kept = (
        Unread(each.clause.span, each.quote, why)
        if isinstance(each, Draft) and each.clause.span in spans
        else each
        for each in read
    )
    return tuple(kept), [group for group in groups if group not in aside]


def _without_headlines(
    read: tuple[Draft | Unread, ...], groups: list[Group]
) -> tuple[tuple[Draft | Unread, ...], list[Group]]:
    """The same without headlines that tell no day and are like nothing below, where the like is told below."""
    told = {draft.coding.event_type for group in groups for draft in group if not draft.heading}
    alone = [group for group in groups if all(_is_mere_headline(draft, told) for draft in group)]
    return _set_aside(read, groups, alone, "a headline: what it sums up is told below")


def _is_mere_headline(draft: Draft, told: Set[str]) -> bool:
    timeless = draft.heading and draft.when.told == "report" and not draft.quote.endswith(".")
    return timeless and draft.coding.event_type in told


def _unread(base: Ground, read: Sequence[Draft | Unread], groups: list[Group]) -> list[Unread]:
    """Clauses with an event's words that are none, time phrases that date nothing, places not on the map."""
    left = [each for each in read if isinstance(each, Unread)] + list(furniture(base.text))
    used = {draft.when.timex.span for group in groups for draft in group if draft.when.timex}
    covered = sorted(draft.clause.span for group in groups for draft in group)
    heads = {
        frame.opened_by for frame in base.time.frames if frame.stamped
    }  # the days over entries date those
    for timex in base.time.timexes:
        told = timex.span in used or timex.text in heads or _covers(covered, timex.span)
        if timex.fault or not told:
            why = (
                f"{_NO_DAY}: {timex.fault}"
                if timex.fault
                else f"a time that dates no event ({timex.bearing})"
            )
            left.append(Unread(timex.span, timex.text, why))
    left += [
        Unread(place.toponym.span, place.toponym.text, "a place that is not on our map")
        for place in base.places
        if place.place is None
    ]
    return left


def _covers(spans: Sequence[Span], inner: Span) -> bool:
    """Whether one of the spans, in order and apart, holds the inner one."""
    at = bisect_right(spans, inner.start, key=lambda span: span.start) - 1
    return at >= 0 and spans[at].covers(inner)


def _language_note(text: str) -> Iterator[str]:
    """What is read of a text that is not in English."""
    language = language_of(text)
    if language != ENGLISH:
        read = (
            "only its time expressions are"
            if language in {each.name for each in languages()}
            else "what is found in it is by chance"
        )
        yield f"seems to be in {language}: events are read from English text, of this one {read}"


def _notes(text: str, time: TimeReading, zone: str, events: Sequence[Event]) -> tuple[str, ...]:
    notes = [*_language_note(text), *time.published.notes]
    if time.published.day is None and _hangs(time, events):
        notes.append(_NO_DATE)
    if not zone:
        notes.append("no country was recognised: times are taken as UTC")
    return tuple(notes)


def _hangs(time: TimeReading, events: Sequence[Event]) -> bool:
    """Whether anything told hangs on the day of publication."""
    undated = any(event.start is None and event.end is None for event in events)
    return undated or any(timex.interval is None and timex.offset for timex in time.timexes)
