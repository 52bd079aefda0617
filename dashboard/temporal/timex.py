"""Time expressions of a text, as read."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dashboard.temporal.calendar.granularity import Granularity
from dashboard.temporal.calendar.interval import Interval
from dashboard.temporal.calendar.sun import BySun
from dashboard.temporal.calendar.timex_types import TimexType
from dashboard.temporal.expressions import Other
from dashboard.text import Span


class Bearing(StrEnum):
    """How the words before a time expression make it bear on what is reported."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    FOR = "for"
    COMPARISON = "comparison"
    REPORTING = "reporting"
    APART = "apart"
    DENIED = "denied"
    INQUIRY = "inquiry"

    @property
    def dates_nothing(self) -> bool:
        """Whether it only compares with that time, says that it was another one, or when those who tell asked and looked."""
        return self in {Bearing.COMPARISON, Bearing.DENIED, Bearing.INQUIRY}


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: its words, what they say, why.

    ``interval`` is the time named, None where the words are on no calendar (a bare duration, "once") or
    where the publication date is missing; then ``offset`` tells the reading in words, counted from that
    day. ``fault`` says why words that name a date name no day of the calendar ("31 April"). ``type`` and ``value`` are TIMEX3's. ``frame`` says whose clock counts, in words.
    ``sun`` is what the sun tells of it, until a place makes an interval of that. ``dayless``: a part of a day or a clock time
    with no day beside it. ``counted_from`` is the time named in it that it counts from: Thursday, in "a month before Thursday".
    """

    span: Span
    text: str
    type: TimexType
    value: str
    interval: Interval | None
    rule: str
    reference: datetime | None
    frame: str
    frame_number: int = 0
    bearing: Bearing = Bearing.AT
    future: bool = False
    offset: str = ""
    notes: tuple[str, ...] = ()
    others: tuple[Other, ...] = ()
    parts: tuple["Timex", ...] = ()
    fault: str = ""
    sun: BySun | None = None
    dayless: bool = False
    counted_from: Interval | None = None

    @property
    def start(self) -> datetime | None:
        """Where what is reported begins: open for "until" and "before"."""
        if self.interval is None or self.bearing in (Bearing.UNTIL, Bearing.BEFORE):
            return None
        return self.interval.end if self.bearing is Bearing.AFTER and self._named else self.interval.start

    @property
    def end(self) -> datetime | None:
        """Where what is reported ends: open for "since" and "after"."""
        if (
            self.interval is None
            or self.bearing is Bearing.SINCE
            or (self.bearing is Bearing.AFTER and self._named)
        ):
            return None
        return self.interval.start if self.bearing is Bearing.BEFORE else self.interval.end

    @property
    def granularity(self) -> Granularity:
        """How fine the words are."""
        return self.interval.granularity if self.interval else Granularity.UNKNOWN

    @property
    def _named(self) -> bool:
        return self.type != TimexType.DURATION


class FrameKind(StrEnum):
    """Whose day a frame counts from, as people read it."""

    REPORT = "report"
    CARRIED_OVER = "carried-over text"
    ENTRY = "entry"
    QUOTED = "quoted report"


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of text with one reference day: the report itself, an older report quoted in it, or an entry.

    ``parent`` is the number of the frame it stands in, None for the report. ``opened_by`` are the words
    that open it. ``latest`` is where its moment ends, where a clock tells it. ``carried`` marks a paragraph that may have been carried over from an older report,
    ``datelined`` an entry or an item with a day or a clock time written over it.
    """

    number: int
    span: Span
    parent: int | None
    day: date | None
    opened_by: str = ""
    carried: bool = False
    datelined: bool = False
    latest: datetime | None = None

    @property
    def kind(self) -> FrameKind:
        """What it is."""
        if self.parent is None:
            return FrameKind.REPORT
        return (
            FrameKind.CARRIED_OVER
            if self.carried
            else FrameKind.ENTRY
            if self.datelined
            else FrameKind.QUOTED
        )

    def __str__(self) -> str:
        return (
            f"{self.kind} of {self.day:%A} {self.day.day} {self.day:%B %Y}"
            if self.day
            else f"{self.kind} of unknown date"
        )


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """When a report was published, who said so, and the words that prove it.

    ``source`` is given, page, text or empty; ``worked_out`` is what the text itself tells, even where
    somebody else's word was taken; ``notes`` say where the two disagree.
    """

    day: date | datetime | None
    source: str
    evidence: tuple[str, ...] = ()
    worked_out: date | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NarrativePassage:
    """Lines that count their bare dates alike: from the publication, or from the date last mentioned in a chronicle.

    ``why`` is the evidence in words.
    """

    span: Span
    chronicle: bool
    why: str


@dataclass(frozen=True, slots=True)
class TimeReading:
    """Every time expression of a text, in order, with the frames they were counted in.

    ``passages`` part the text into news and chronicle.
    """

    timexes: tuple[Timex, ...]
    frames: tuple[Frame, ...]
    published: PublicationDate
    latest: datetime | None = None
    passages: tuple[NarrativePassage, ...] = ()
