"""From a candidate to the mention that is kept: what it says by itself, in which words, and what it contradicts."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from operator import attrgetter

from dashboard.extraction.assemble.ids import Ids
from dashboard.extraction.assemble.row_times import stretch
from dashboard.extraction.attach.candidates import Candidate
from dashboard.extraction.attach.coded import UNSAID, TimeBasis
from dashboard.extraction.attach.when import When
from dashboard.extraction.link.similarity import counts_differ
from dashboard.extraction.model import Event, Field, Mention
from dashboard.temporal.calendar.interval import midnight
from dashboard.text import Span

_ACTORS = ("actor1", "actor1_type", "actor2", "actor2_type")
_NO_FIELDS = frozenset({"event_id", "mentions", "confidence", "doubts", "conflicts", "timezone"})
_HOW = {
    TimeBasis.OWN: "",
    TimeBasis.FORM: ", from its form",
    TimeBasis.ELABORATED: ", from the clause that tells more of it",
    TimeBasis.TAKEN_OVER: ", from a clause before it",
    TimeBasis.STORY: ", the day of the first event of the report",
    TimeBasis.TELLING: ", the day on which it was told",
    TimeBasis.REPORT: "",
}


def mention(candidate: Candidate, ids: Ids, event: Event, alone: Event) -> Mention:
    """The candidate as a mention of an event; ``alone`` is the event that it would be by itself."""
    when, span = candidate.when, candidate.clause.span
    return Mention(
        mention_id=ids.mention(candidate),
        report_id=ids.report_id,
        char_start=span.start,
        char_end=span.end,
        quote=candidate.quote,
        time_text=when.timex.text if when.timex else "",
        time_span=when.timex.span if when.timex else None,
        start=alone.start,
        end=alone.end,
        time_rule=alone.time_rule,
        reference_time=alone.reference_time,
        frame=str(when.frame),
        modality=candidate.modality.modality,
        fields=tuple(_fields(candidate, alone)),
        conflict="; ".join(_conflicts(candidate, event, alone)),
        likeness=candidate.alike,
    )


def reference(when: When) -> datetime | None:
    """The moment its time phrase is counted from."""
    if when.timex and when.timex.reference:
        return when.timex.reference
    return midnight(when.frame.day) if when.frame.day else None


def _fields(candidate: Candidate, alone: Event) -> Iterator[Field]:
    """Every column that the candidate fills, with its words and its rule."""
    read = _sources(candidate, alone)
    for (name, default, group), value in zip(_COLUMNS, _values(alone), strict=True):
        if value != default:
            yield Field(name, value, *read[group])


def _sources(candidate: Candidate, alone: Event) -> dict[str, tuple[Span | None, str]]:
    """The words and the rule behind each group of columns."""
    when, cue, modality = candidate.when, candidate.coding.cue, candidate.modality
    killed, wounded = candidate.casualties.killed, candidate.casualties.wounded
    place = candidate.where.place
    spans = {each.actor.name: each for each in candidate.participants}
    first, second = spans.get(alone.actor1), spans.get(alone.actor2)
    return {
        "time": (when.timex.span if when.timex else None, f"{alone.time_rule}{_HOW[when.basis]}"),
        "type": (candidate.trigger, cue.rule),
        "modality": (
            modality.span and modality.span.moved(candidate.clause.span.start),
            modality.rule or "said plainly",
        ),
        "actor1": (first.actor.span if first else None, first.rule if first else ""),
        "actor2": (second.actor.span if second else None, second.rule if second else ""),
        "assoc": (None, "others named"),
        "place": (place.toponym.span if place else None, _how_placed(candidate)),
        "route": (None, "words of origin and goal"),
        "killed": (killed.span if killed else None, "the dead counted"),
        "injured": (wounded.span if wounded else None, "the wounded counted"),
    }


def _how_placed(candidate: Candidate) -> str:
    place = candidate.where.place
    if place is None:
        return ""
    return f"{place.reason}, told before" if candidate.where.inherited else place.reason


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
_values = attrgetter(*(name for name, _, _ in _COLUMNS))


def _conflicts(candidate: Candidate, event: Event, alone: Event) -> Iterator[str]:
    """What this mention says otherwise than its event, in words."""
    when = candidate.when
    timed = when.basis not in UNSAID and when.start and when.end and event.start and event.end
    if timed and not (when.ongoing and event.ongoing):
        yield from _other_time(candidate, event)
    killed = (event.fatalities_low or 0, event.fatalities_high)
    if (
        alone.fatalities
        and event.fatalities
        and counts_differ((alone.fatalities, alone.fatalities_high), killed)
    ):
        yield f"“{alone.fatalities_text}” killed, not {event.fatalities}"


def _other_time(candidate: Candidate, event: Event) -> Iterator[str]:
    when = candidate.when
    if when.start is None or when.end is None or event.start is None or event.end is None:
        return
    if when.end <= event.start or when.start >= event.end:
        words = when.timex.text if when.timex else candidate.quote
        own, other = stretch(when.start, when.end), stretch(event.start, event.end)
        yield f"“{words}” ({when.frame}) reads {own}, not {other}"
