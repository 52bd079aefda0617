"""The columns of the event table, the mention table and the report table: spelled here, nowhere else.

Names follow ACLED where ACLED has one. Texts are never missing (empty instead), numbers may be.
"""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.extraction.acled import EventType
from dashboard.extraction.model import Modality
from dashboard.temporal.calendar.granularity import Granularity

TIME = "datetime64[us, UTC]"
TEXT = "str"
CATEGORY = "category"
WHOLE = "Int64"
REAL = "Float64"
FLAG = "bool"

GRANULARITIES = tuple(each.value for each in Granularity)
MODALITIES = tuple(each.value for each in Modality)
EVENT_TYPES = tuple(each.value for each in EventType)


class ReviewStatus(StrEnum):
    """What a person made of a row."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SECOND_LOOK = "needs a second look"


class Fusing(StrEnum):
    """Whose value the row has when several reports tell of one event."""

    BEST = "that of the surest record"
    FIRST = "that of the first record that says it, the surest first"
    PLACE = "that of the record most exact about the place"
    RULE = "what a rule of its own makes of all (consolidation/fuse.py)"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its dtype and what stands in it; frames, stores, filters, checks and exports follow the row.

    ``words`` a category is held to, from fine to coarse where they are ``ordered``; ``silent`` the one of a row that
    says nothing · ``label`` on the card · ``fused`` over several reports · ``by_mention``: each mention may tell it by
    itself · ``filter`` the selection's field that goes by it · ``searched`` by the words of the search box ·
    ``several`` values a cell, with ; between · ``listed``: a JSON list · ``exported`` · ``by_hand``: a person may set
    it, to no less than ``least`` and no more than ``most`` · ``since`` which form of the store it is there.
    """

    name: str
    dtype: str
    about: str
    words: tuple[str, ...] = ()
    silent: str = ""
    label: str = ""
    fused: Fusing = Fusing.BEST
    by_mention: bool = True
    ordered: bool = False
    searched: bool = False
    several: bool = False
    listed: bool = False
    exported: bool = True
    filter: str = ""
    by_hand: bool = True
    least: float | None = None
    most: float | None = None
    since: int = 1


class Group(StrEnum):
    """The groups of event columns, in the order they are shown."""

    IDENTITY = "identity"
    TIME = "time"
    WHAT = "what"
    WHO = "who"
    WHERE = "where"
    HARM = "harm"
    SOURCE = "source"
    REVIEW = "review"


# One column, one row, however long it is.
# fmt: off
EVENT_GROUPS: dict[Group, tuple[Column, ...]] = {
    Group.IDENTITY: (
        Column("event_id", TEXT, "stable: the same text gives the same id", by_mention=False, fused=Fusing.RULE, by_hand=False),
        Column("dataset", CATEGORY, "the dataset the row came with", by_mention=False, by_hand=False, filter="datasets"),
        Column("n_mentions", WHOLE, "places in reports that tell of it", fused=Fusing.RULE, by_hand=False),
    ),
    Group.TIME: (
        Column("start", TIME, "outer bound, inclusive"),
        Column("end", TIME, "outer bound, exclusive", fused=Fusing.RULE),
        Column("core_start", TIME, "start of the part that is certain"),
        Column("core_end", TIME, "end of the part that is certain", fused=Fusing.RULE),
        Column("timezone", CATEGORY, "IANA name of the zone the words speak of", by_mention=False),
        Column("ongoing", FLAG, "still so when reported"),
        Column("granularity", CATEGORY, "how fine the words are", GRANULARITIES, silent=Granularity.UNKNOWN.value, ordered=True, filter="precisions"),
        Column("time_text", TEXT, "the time phrase", searched=True),
        Column("reference_time", TIME, "the moment the phrase is counted from"),
        Column("reference_source", CATEGORY, "who gave that moment: given, page, text, quoted report, user"),
        Column("time_rule", CATEGORY, "the rule that read the phrase"),
        Column("time_notes", TEXT, "other readings, repairs, offsets not yet resolved"),
    ),
    Group.WHAT: (
        Column("event_type", CATEGORY, "ACLED-compatible, six types", EVENT_TYPES, searched=True, filter="event_types"),
        Column("sub_event_type", CATEGORY, "ACLED-compatible, 25 sub-event types", searched=True, filter="sub_event_types"),
        Column("ext_type", CATEGORY, "what ACLED folds away: ceasefire, evacuation, withdrawal ...", fused=Fusing.FIRST, searched=True, filter="ext_types"),
        Column("modality", CATEGORY, "happened, ongoing, planned, denied, claimed", MODALITIES, silent=Modality.HAPPENED.value, fused=Fusing.RULE, filter="modalities"),
    ),
    Group.WHO: (
        Column("actor1", CATEGORY, "who acts", fused=Fusing.RULE, searched=True, filter="actors"),
        Column("actor1_type", CATEGORY, "kind of the first actor", fused=Fusing.RULE),
        Column("actor2", CATEGORY, "who is acted upon, or the other side", fused=Fusing.RULE, searched=True, filter="actors"),
        Column("actor2_type", CATEGORY, "kind of the second actor", fused=Fusing.RULE),
        Column("assoc_actors", TEXT, "others named, separated by ; ", fused=Fusing.RULE, searched=True),
    ),
    Group.WHERE: (
        Column("location", CATEGORY, "the place, as the gazetteer or else the text names it", fused=Fusing.PLACE, searched=True),
        Column("place_id", CATEGORY, "the gazetteer's id", fused=Fusing.PLACE),
        Column("admin1", CATEGORY, "first-level division", fused=Fusing.PLACE, searched=True),
        Column("admin2", CATEGORY, "second-level division", fused=Fusing.PLACE, searched=True),
        Column("admin3", CATEGORY, "third-level division", fused=Fusing.PLACE),
        Column("country", CATEGORY, "country's English name", fused=Fusing.PLACE),
        Column("iso", CATEGORY, "ISO 3166 two-letter code", fused=Fusing.PLACE),
        Column("latitude", REAL, "degrees, WGS 84", fused=Fusing.PLACE, least=-90, most=90),
        Column("longitude", REAL, "degrees, WGS 84", fused=Fusing.PLACE, least=-180, most=180),
        Column("geo_precision", WHOLE, "1 the place, 2 near it, 3 the region around", fused=Fusing.PLACE, least=1, most=3),
        Column("route_from", TEXT, "where a movement starts", fused=Fusing.FIRST, searched=True),
        Column("route_to", TEXT, "where it goes", fused=Fusing.FIRST, searched=True),
    ),
    Group.HARM: (
        Column("fatalities", WHOLE, "lowest figure reported; missing when nothing is said", fused=Fusing.RULE, least=0),
        Column("fatalities_low", WHOLE, "lowest the words allow", fused=Fusing.RULE, least=0),
        Column("fatalities_high", WHOLE, "highest the words allow", fused=Fusing.RULE, least=0),
        Column("fatalities_text", TEXT, "the words", fused=Fusing.FIRST),
        Column("injured", WHOLE, "wounded, apart from the dead", fused=Fusing.FIRST, label="Injured", least=0),
        Column("missing", WHOLE, "people whose fate is unknown", fused=Fusing.FIRST, label="Missing", least=0),
        Column("captured", WHOLE, "people arrested, abducted or taken prisoner", fused=Fusing.FIRST, label="Captured", least=0),
        Column("displaced", WHOLE, "people who fled or were driven out; households count as they are named", fused=Fusing.FIRST, label="Displaced", least=0),
        Column("harm_text", TEXT, "the words for all but the dead, kind by kind", fused=Fusing.FIRST),
    ),
    Group.SOURCE: (
        Column("source", CATEGORY, "who reported, the best report first, separated by ; ", by_mention=False, fused=Fusing.RULE, searched=True, filter="sources", several=True),
        Column("url", TEXT, "where the report stands", by_mention=False),
        Column("title", TEXT, "the report's headline", by_mention=False, searched=True),
        Column("published", TIME, "when the report was published; local midnight where only the day is known", by_mention=False),
        Column("notes", TEXT, "the quoted sentence", searched=True),
        Column("char_start", WHOLE, "first character of the quote in the report", by_hand=False),
        Column("char_end", WHOLE, "one past its last character", by_hand=False),
    ),
    Group.REVIEW: (
        Column("confidence", REAL, "how likely time, place, type and toll are all right: 0 to 1, measured", by_mention=False, fused=Fusing.RULE, least=0, most=1),
        Column("doubts", TEXT, "what speaks against it, the weightiest first", by_mention=False, label="Doubts", since=4),
        Column("conflicts", TEXT, "what mentions contradict, in words", fused=Fusing.RULE),
        Column("review_status", CATEGORY, "what a person made of it", tuple(each.value for each in ReviewStatus), silent=ReviewStatus.UNREVIEWED.value, by_mention=False, filter="reviews"),
        Column("tags", TEXT, "a person's words, separated by ; ", by_mention=False, fused=Fusing.RULE, searched=True, filter="tags", several=True),
        Column("extra", TEXT, "imported columns with no home here, as JSON", by_mention=False),
    ),
}

EVENT_COLUMNS: tuple[Column, ...] = tuple(column for group in EVENT_GROUPS.values() for column in group)

MENTION_COLUMNS: tuple[Column, ...] = (
    Column("mention_id", TEXT, "stable id"),
    Column("event_id", TEXT, "the event it tells of"),
    Column("report_id", TEXT, "the report it stands in"),
    Column("char_start", WHOLE, "first character of the quote in the report"),
    Column("char_end", WHOLE, "one past its last character"),
    Column("quote", TEXT, "exactly those characters"),
    Column("time_text", TEXT, "the time phrase, empty when the mention has none"),
    Column("time_char_start", WHOLE, "first character of the phrase in the report"),
    Column("time_char_end", WHOLE, "one past its last character"),
    Column("start", TIME, "what this mention says: outer bound, inclusive"),
    Column("end", TIME, "what this mention says: outer bound, exclusive"),
    Column("time_rule", TEXT, "the rule that read the phrase"),
    Column("reference_time", TIME, "the moment it is counted from"),
    Column("frame", TEXT, "whose clock: the report or a quoted report, in words"),
    Column("modality", TEXT, "what this mention makes of it"),
    Column("conflict", TEXT, "how it contradicts the event; empty when it agrees"),
    Column("likeness", TEXT, "why it is taken to be of this event: what agrees, the sum, and how much is enough"),
    Column("fields", TEXT, "what it tells by itself, as a JSON list of {char_start, char_end, rule, told: {column: value}}", listed=True),
)

REPORT_COLUMNS: tuple[Column, ...] = (
    Column("report_id", TEXT, "stable: the same words give the same id"),
    Column("title", TEXT, "headline"),
    Column("source", TEXT, "who published it"),
    Column("url", TEXT, "where it stands: an address or a file name"),
    Column("text", TEXT, "all of it, as received", exported=False),
    Column("published", TIME, "when it was published; local midnight where only the day is known"),
    Column("published_source", TEXT, "who gave it: given, page, text; empty when nothing fixes it"),
    Column("published_evidence", TEXT, "the phrases that prove it, one a line"),
    Column("timezone", TEXT, "IANA name"),
    Column("unread", TEXT, "phrases seen and not turned into events, as a JSON list of {char_start, char_end, text, why}", listed=True),
    Column("notes", TEXT, "what had to be assumed, one a line"),
    Column("sha256", TEXT, "SHA-256 of the bytes it was read from, in hexadecimal; empty where it came as a text", since=5),
    Column("read_at", TIME, "when it was read", since=5),
)
# fmt: on
