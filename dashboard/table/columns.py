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

GRANULARITIES = tuple(str(each) for each in Granularity)
MODALITIES = tuple(each.value for each in Modality)
EVENT_TYPES = tuple(each.value for each in EventType)
REVIEW_STATUSES = ("unreviewed", "confirmed", "corrected", "rejected")


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name, its dtype, what stands in it, and the words a category is held to."""

    name: str
    dtype: str
    about: str
    words: tuple[str, ...] = ()


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


EVENT_GROUPS: dict[Group, tuple[Column, ...]] = {
    Group.IDENTITY: (
        Column("event_id", TEXT, "stable: the same text gives the same id"),
        Column("dataset", CATEGORY, "the dataset the row came with"),
        Column("n_mentions", WHOLE, "places in reports that tell of it"),
    ),
    Group.TIME: (
        Column("start", TIME, "outer bound, inclusive"),
        Column("end", TIME, "outer bound, exclusive"),
        Column("core_start", TIME, "start of the part that is certain"),
        Column("core_end", TIME, "end of the part that is certain"),
        Column("timezone", CATEGORY, "IANA name of the zone the words speak of"),
        Column("ongoing", FLAG, "still so when reported"),
        Column("granularity", CATEGORY, "how fine the words are", GRANULARITIES),
        Column("time_text", TEXT, "the time phrase"),
        Column("reference_time", TIME, "the moment the phrase is counted from"),
        Column("reference_source", CATEGORY, "who told that moment: given, page, text, quoted report, user"),
        Column("time_rule", CATEGORY, "the rule that read the phrase"),
        Column("time_notes", TEXT, "other readings, repairs, offsets not yet resolved"),
    ),
    Group.WHAT: (
        Column("event_type", CATEGORY, "ACLED-compatible, six types", EVENT_TYPES),
        Column("sub_event_type", CATEGORY, "ACLED-compatible, 25 sub-event types"),
        Column("ext_type", CATEGORY, "what ACLED folds away: ceasefire, evacuation, withdrawal ..."),
        Column("modality", CATEGORY, "happened, ongoing, planned, denied, claimed", MODALITIES),
    ),
    Group.WHO: (
        Column("actor1", CATEGORY, "who acts"),
        Column("actor1_type", CATEGORY, "kind of the first actor"),
        Column("actor2", CATEGORY, "who is acted upon, or the other side"),
        Column("actor2_type", CATEGORY, "kind of the second actor"),
        Column("assoc_actors", TEXT, "others named, separated by ; "),
    ),
    Group.WHERE: (
        Column("location", CATEGORY, "the place, as the gazetteer or else the text names it"),
        Column("place_id", CATEGORY, "the gazetteer's id"),
        Column("admin1", CATEGORY, "first-level division"),
        Column("admin2", CATEGORY, "second-level division"),
        Column("admin3", CATEGORY, "third-level division"),
        Column("country", CATEGORY, "country's English name"),
        Column("iso", CATEGORY, "ISO 3166 two-letter code"),
        Column("latitude", REAL, "degrees, WGS 84"),
        Column("longitude", REAL, "degrees, WGS 84"),
        Column("geo_precision", WHOLE, "1 the place, 2 near it, 3 the region around"),
        Column("route_from", TEXT, "where a movement starts"),
        Column("route_to", TEXT, "where it goes"),
    ),
    Group.HARM: (
        Column("fatalities", WHOLE, "lowest figure reported; missing when nothing is said"),
        Column("fatalities_low", WHOLE, "lowest the words allow"),
        Column("fatalities_high", WHOLE, "highest the words allow"),
        Column("fatalities_text", TEXT, "the words"),
        Column("injured", WHOLE, "wounded, apart from the dead"),
        Column("missing", WHOLE, "people whose fate is unknown"),
        Column("captured", WHOLE, "people arrested, abducted or taken prisoner"),
        Column("displaced", WHOLE, "people who fled or were driven out; households count as told"),
        Column("harm_text", TEXT, "the words for all but the dead, kind by kind"),
    ),
    Group.SOURCE: (
        Column("source", CATEGORY, "who reported, the best report first, separated by ; "),
        Column("url", TEXT, "where the report stands"),
        Column("title", TEXT, "the report's headline"),
        Column(
            "published", TIME, "when the report was published; local midnight where only the day is known"
        ),
        Column("notes", TEXT, "the quoted sentence"),
        Column("char_start", WHOLE, "first character of the quote in the report"),
        Column("char_end", WHOLE, "one past its last character"),
    ),
    Group.REVIEW: (
        Column("confidence", REAL, "0 to 1"),
        Column("conflicts", TEXT, "what mentions contradict, in words"),
        Column("review_status", CATEGORY, "what a person made of it", REVIEW_STATUSES),
        Column("tags", TEXT, "a person's words, separated by ; "),
        Column("extra", TEXT, "imported columns with no home here, as JSON"),
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
    Column(
        "likeness", TEXT, "why it is told to be of this event: what agrees, the sum, and how much is enough"
    ),
    Column(
        "fields",
        TEXT,
        "what it tells by itself, as a JSON list of {char_start, char_end, rule, told: {column: value}}",
    ),
)

REPORT_COLUMNS: tuple[Column, ...] = (
    Column("report_id", TEXT, "stable: the same words give the same id"),
    Column("title", TEXT, "headline"),
    Column("source", TEXT, "who published it"),
    Column("url", TEXT, "where it stands: an address or a file name"),
    Column("text", TEXT, "all of it, as received"),
    Column("published", TIME, "when it was published; local midnight where only the day is known"),
    Column("published_source", TEXT, "who told: given, page, text; empty when nothing fixes it"),
    Column("published_evidence", TEXT, "the phrases that prove it, one a line"),
    Column("timezone", TEXT, "IANA name"),
    Column(
        "unread",
        TEXT,
        "phrases seen and not turned into events, as a JSON list of {char_start, char_end, text, why}",
    ),
    Column("notes", TEXT, "what had to be assumed, one a line"),
)
