"""From a draft to the mention that is kept: what it tells by itself, in which words, and what it contradicts."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime

from dashboard.extraction.assemble.ids import Naming
from dashboard.extraction.attach.candidates import Draft
from dashboard.extraction.attach.when import When
from dashboard.extraction.link.similarity import tolls_differ
from dashboard.extraction.model import Event, Field, Mention
from dashboard.temporal.calendar.interval import midnight
from dashboard.text import Span

NO_TIME = "no time told"
_ACTORS = ("actor1", "actor1_type", "actor2", "actor2_type")
_NO_FIELDS = frozenset({"event_id", "mentions", "confidence", "conflicts", "timezone"})
_HOW = {
    "own": "",
    "elaborated": ", from the clause that tells more of it",
    "taken over": ", from a clause before it",
    "report": "",
}


def mention(draft: Draft, naming: Naming, event: Event, alone: Event) -> Mention:
    """The draft as a mention of an event; ``alone`` is the event that it would be by itself."""
    when, span = draft.when, draft.clause.span
    return Mention(
        mention_id=naming.mention(draft),
        report_id=naming.report_id,
        char_start=span.start,
        char_end=span.end,
        quote=draft.quote,
        time_text=when.timex.text if when.timex else "",
        time_span=when.timex.span if when.timex else None,
        start=when.start,
        end=when.end,
        time_rule=alone.time_rule,
        reference_time=alone.reference_time,
        frame=str(when.frame),
        modality=draft.modality.word,
        conflict="; ".join(_conflicts(draft, event, alone)),
        fields=tuple(_fields(draft, alone)),
        likeness=str(draft.likeness) if draft.likeness else "",
    )


def reference(when: When) -> datetime | None:
    """The moment its time phrase is counted from."""
    if when.timex and when.timex.reference:
        return when.timex.reference
    return midnight(when.frame.day) if when.frame.day else None


def _fields(draft: Draft, alone: Event) -> Iterator[Field]:
    """Every column that the draft fills, with its words and its rule."""
    read = _sources(draft, alone)
    for name, default, group in _COLUMNS:
        value = getattr(alone, name)
        if value != default:
            yield Field(name, value, *read[group])


def _sources(draft: Draft, alone: Event) -> dict[str, tuple[Span | None, str]]:
    """The words and the rule behind each group of columns."""
    when, cue, mood, toll = draft.when, draft.coding.cue, draft.modality, draft.toll
    place = draft.where.place
    spans = {actor.name: actor for actor in draft.actors}
    first, second = spans.get(alone.actor1), spans.get(alone.actor2)
    return {
        "time": (when.timex.span if when.timex else None, f"{alone.time_rule}{_HOW[when.told]}"),
        "type": (draft.trigger, cue.rule),
        "modality": (mood.span and _moved(mood.span, draft.clause.span.start), mood.rule or "said plainly"),
        "actor1": (first.span if first else None, first.category if first else ""),
        "actor2": (second.span if second else None, second.category if second else ""),
        "assoc": (None, "others named"),
        "place": (place.toponym.span if place else None, _how_placed(draft)),
        "route": (None, "words of origin and goal"),
        "killed": (toll.killed.span if toll.killed else None, "the dead counted"),
        "injured": (toll.wounded.span if toll.wounded else None, "the wounded counted"),
    }


def _how_placed(draft: Draft) -> str:
    place = draft.where.place
    if place is None:
        return ""
    return f"{place.reason}, told before" if draft.where.inherited else place.reason


def _group_of(column: str) -> str:
    if column in _ACTORS:
        return column[:6]
    return next((group for group, names in _GROUPS.items() if column in names), "place")


_GROUPS = {
    "time": ("start", "end", "core_start", "core_end", "ongoing", "granularity", "time_text", "time_rule",
             "time_notes", "reference_time", "reference_source"),
    "type": ("event_type", "sub_event_type", "ext_type"),
    "modality": ("modality",),
    "assoc": ("assoc_actors",),
    "route": ("route_from", "route_to"),
    "killed": ("fatalities", "fatalities_low", "fatalities_high", "fatalities_text"),
    "injured": ("injured",),
}  # fmt: skip
_COLUMNS = tuple(
    (field.name, field.default, _group_of(field.name))
    for field in fields(Event)
    if field.name not in _NO_FIELDS
)


def _conflicts(draft: Draft, event: Event, alone: Event) -> Iterator[str]:
    """What this mention says otherwise than its event, in words."""
    when = draft.when
    timed = when.told != "report" and when.start and when.end and event.start and event.end
    if timed and not (when.ongoing and event.ongoing):
        yield from _other_time(draft, event)
    killed = (event.fatalities_low or 0, event.fatalities_high)
    if (
        alone.fatalities
        and event.fatalities
        and tolls_differ((alone.fatalities, alone.fatalities_high), killed)
    ):
        yield f"“{alone.fatalities_text}” killed, not {event.fatalities}"


def _other_time(draft: Draft, event: Event) -> Iterator[str]:
    when = draft.when
    if when.start is None or when.end is None or event.start is None or event.end is None:
        return
    if when.end <= event.start or when.start >= event.end:
        words = when.timex.text if when.timex else draft.quote
        told, other = stretch(when.start, when.end), stretch(event.start, event.end)
        yield f"“{words}” ({when.frame}) reads {told}, not {other}"


def stretch(start: datetime, end: datetime) -> str:
    """A stretch of time for people.

    >>> stretch(datetime(2018, 5, 20), datetime(2018, 5, 20, 6))
    '20 May 2018 00:00–06:00'
    """
    first = f"{start.day} {start:%B %Y %H:%M}"
    same = end.date() == start.date()
    return f"{first}–{end:%H:%M}" if same else f"{first} – {end.day} {end:%B %Y %H:%M}"


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
