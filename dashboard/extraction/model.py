"""What a report tells: mentions in the text, events in the world.

Field names are the table's column names (dashboard.table.columns); times are wall-clock in the
event's place, in the zone named beside them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dashboard.text import Report, Span


class Modality(StrEnum):
    """What words make of an event, in the order in which people choose among them."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    DENIED = "denied"
    CLAIMED = "claimed"
    HYPOTHETICAL = "hypothetical"

    @classmethod
    def surest(cls, several: Iterable[str]) -> "Modality":
        """The one that holds where mentions of an event differ: a plan that was carried out happened.

        >>> Modality.surest(["planned", "claimed"])
        <Modality.CLAIMED: 'claimed'>
        """
        return min(map(cls, several), key=_SUREST_FIRST.index)


_SUREST_FIRST = (
    Modality.HAPPENED, Modality.ONGOING, Modality.CLAIMED, Modality.PLANNED, Modality.DENIED, Modality.HYPOTHETICAL,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """What one mention tells for a column of the event: the value, the words it stands in, the rule that read it.

    ``span`` are characters of the report, None where no words tell it (a default, a sum of all the rest).
    """

    column: str
    value: object
    span: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in one report that tells of an event.

    ``quote`` is exactly ``text[char_start:char_end]``; ``time_span`` is the time phrase that counts
    for it, as characters of the whole report, or None. ``frame`` says from which reference the time
    was counted ("report of Monday 21 May 2018", "quoted report of Sunday 20 May 2018").
    ``conflict`` is empty when the mention agrees with its event. ``fields`` are all that it tells by itself:
    the event it would be if it were the only mention. ``likeness`` says why it is told to be of this event.
    """

    mention_id: str
    report_id: str
    char_start: int
    char_end: int
    quote: str
    time_text: str = ""
    time_span: Span | None = None
    start: datetime | None = None
    end: datetime | None = None
    time_rule: str = ""
    reference_time: datetime | None = None
    frame: str = ""
    modality: str = "happened"
    conflict: str = ""
    fields: tuple[Field, ...] = ()
    likeness: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The mention and the field of it that a column of an event rests on."""

    mention: Mention
    field: Field


@dataclass(frozen=True, slots=True)
class Event:
    """One event in the world, with everything a row of the table says of it.

    ``start``/``end`` are the outer bounds the text supports, half-open; ``core_start``/``core_end``
    the part that is certain, None for a short event somewhere in a window.
    """

    event_id: str
    mentions: tuple[Mention, ...]
    start: datetime | None = None
    end: datetime | None = None
    core_start: datetime | None = None
    core_end: datetime | None = None
    timezone: str = "UTC"
    ongoing: bool = False
    granularity: str = "unknown"
    time_text: str = ""
    reference_time: datetime | None = None
    reference_source: str = ""
    time_rule: str = ""
    time_notes: str = ""
    event_type: str = ""
    sub_event_type: str = ""
    ext_type: str = ""
    modality: str = "happened"
    actor1: str = ""
    actor1_type: str = ""
    actor2: str = ""
    actor2_type: str = ""
    assoc_actors: str = ""
    location: str = ""
    place_id: str = ""
    admin1: str = ""
    admin2: str = ""
    admin3: str = ""
    country: str = ""
    iso: str = ""
    latitude: float | None = None
    longitude: float | None = None
    geo_precision: int | None = None
    route_from: str = ""
    route_to: str = ""
    fatalities: int | None = None
    fatalities_low: int | None = None
    fatalities_high: int | None = None
    fatalities_text: str = ""
    injured: int | None = None
    missing: int | None = None
    captured: int | None = None
    displaced: int | None = None
    harm_text: str = ""
    confidence: float | None = None
    conflicts: str = ""

    def evidence(self) -> dict[str, Evidence]:
        """What each column rests on: the first mention that tells the value it has."""
        found: dict[str, Evidence] = {}
        for mention in self.mentions:
            for told in mention.fields:
                if told.value == getattr(self, told.column):
                    found.setdefault(told.column, Evidence(mention, told))
        return found


@dataclass(frozen=True, slots=True)
class Unread:
    """A phrase that was seen and not turned into an event, and why."""

    span: Span
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one report.

    ``published`` is the day used as the reference, whoever told it (``published_source``: given,
    page, text, or empty when nothing fixes it); ``evidence`` are the phrases that prove it.
    """

    report: Report
    published: date | datetime | None
    published_source: str
    evidence: tuple[str, ...]
    timezone: str
    events: tuple[Event, ...]
    unread: tuple[Unread, ...]
    notes: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        """The marked text and the events, in a notebook."""
        from dashboard.extraction.marked import marked  # noqa: PLC0415 - only notebooks ask

        return marked(self)
