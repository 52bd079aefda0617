"""What a report says: mentions in the text, events in the world, and what was seen and made no event.

Field names are the table's column names (dashboard.table.columns); times are wall-clock in the
event's place, in the zone named beside them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dashboard.text import Span


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


class Harm(StrEnum):
    """The kinds of harm to people that are counted."""

    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    CAPTURED = "captured"
    DISPLACED = "displaced"


class UnreadReason(StrEnum):
    """Why words that were seen made no event, as people read it."""

    DENIAL = "a denial, not an event"
    CLAIM = "a claim, not an event"
    FORECAST = "a forecast, not an event"
    UNTIMED_FORECAST = "a forecast with no time of its own"
    SUPPOSED = "only supposed"
    LULL = "a lull, not an event"
    BREACH = "what the event told beside it broke"
    SUM_OF_LIST = "a sum of the events listed after it"
    EVIDENCE = "what was seen of the event told just before"
    RUNNING_TOTAL = "a running total, not an event"
    SHARE_OF_TOTAL = "a share of a running total"
    HARM_BESIDE = "harm of the event told beside it"
    HARM_BEFORE = "harm of the event told just before"
    NOBODY_HARMED = "only that nobody was harmed"
    TITLE = "a title over what follows"
    HEADLINE = "a headline: what it sums up is told below"
    FURNITURE = "page furniture"
    BACKGROUND = "an act of another month, only named"
    MENTIONED = "an act that is only mentioned"
    ON_TRIAL = "an act that a court judges"
    CALLED_FOR = "only called for, or to an end"
    UNPLACED = "told with neither a time nor a place"
    CORRECTION = "a correction: it sets the day of an act right"
    NO_DAY = "told with a time that leads to no day"
    NO_SUCH_DAY = "a date on no calendar"
    DATES_NOTHING = "a time that dates no event"
    FORM_FIELD = "a field of a form"
    FORM_MORE = "more of the incident that its form tells"
    OFF_MAP = "a place that is not on our map"
    NO_SCENE = "a place where nothing is told to happen"

    @property
    def is_total(self) -> bool:
        """Whether the words count over days, towns or a war."""
        return self in {UnreadReason.RUNNING_TOTAL, UnreadReason.SHARE_OF_TOTAL}

    @classmethod
    def of(cls, why: str) -> "UnreadReason | None":
        """The reason that a kept ``Unread.why`` begins with; None for one that this version does not give.

        >>> UnreadReason.of("only supposed: might")
        <UnreadReason.SUPPOSED: 'only supposed'>
        """
        return next((each for each in cls if why.startswith(each)), None)


@dataclass(frozen=True, slots=True)
class Field:
    """What one mention says for a column of the event: the value, the words it stands in, the rule that read it.

    ``span`` are characters of the report, None where no words say it (a default, a sum of all the rest).
    """

    column: str
    value: object
    span: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in one report that speaks of an event.

    ``quote`` is exactly ``text[char_start:char_end]``; ``time_span`` is the time phrase that counts
    for it, as characters of the whole report, or None. ``frame`` says from which reference the time
    was counted ("report of Monday 21 May 2018", "quoted report of Sunday 20 May 2018").
    ``conflict`` is empty when the mention agrees with its event. ``fields`` are all that it says by itself:
    the event it would be if it were the only mention. ``likeness`` says why it is taken to be of this event.
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
    modality: Modality = Modality.HAPPENED
    conflict: str = ""
    fields: tuple[Field, ...] = ()
    likeness: str = ""

    def said(self, column: str) -> object:
        """What it says for a column, None where it says nothing."""
        return next((field.value for field in self.fields if field.column == column), None)


@dataclass(frozen=True, slots=True)
class Basis:
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
    modality: Modality = Modality.HAPPENED
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
    doubts: str = ""
    conflicts: str = ""

    def evidence(self) -> dict[str, Basis]:
        """What each column rests on: the first mention that says the value it has."""
        found: dict[str, Basis] = {}
        for mention in self.mentions:
            for field in mention.fields:
                if field.value == getattr(self, field.column):
                    found.setdefault(field.column, Basis(mention, field))
        return found


@dataclass(frozen=True, slots=True)
class Unread:
    """A phrase that was seen and not turned into an event, and why; ``detail`` is of this phrase alone."""

    span: Span
    text: str
    reason: UnreadReason
    detail: str = ""

    @property
    def why(self) -> str:
        """The reason and the detail, for people.

        >>> Unread(Span(0, 5), "might", UnreadReason.SUPPOSED, "might").why
        'only supposed: might'
        """
        if not self.detail:
            return self.reason.value
        bracketed = self.reason is UnreadReason.DATES_NOTHING
        return f"{self.reason} ({self.detail})" if bracketed else f"{self.reason}: {self.detail}"
