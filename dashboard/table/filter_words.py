"""The filters that are on, in words: for the chips of the page, and for what an export says of itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.table.filters import UNSAID, Selection
from dashboard.table.lanes import NAMELESS
from dashboard.table.place_tree import NO_PLACE_LABEL, place_label
from dashboard.table.ways import NO_PLACE
from dashboard.temporal.calendar.granularity import Granularity
from dashboard.wording.say import say, term, to_say

PLACES, PRECISIONS, TEXT, AREA = "places", "precisions", "text", "area"


@dataclass(frozen=True, slots=True)
class By:
    """What events may be chosen by: a field of the selection, what people call one and many, its key in an address."""

    field: str
    label: str
    many: str
    key: str = ""


BY = (
    By(PLACES, to_say("Place"), to_say("places"), "place"),
    By("types", "Type", "types"),  # of several levels, as typed on the command line
    By("event_types", to_say("Type"), to_say("types"), "type"),
    By("sub_event_types", to_say("Sub-type"), to_say("sub-types"), "subtype"),
    By("ext_types", to_say("Kind"), to_say("kinds"), "kind"),
    By("actors", to_say("Actor"), to_say("actors"), "actor"),
    By("sources", to_say("Source"), to_say("sources"), "source"),
    By(PRECISIONS, to_say("Precision"), to_say("precisions"), "precision"),
    By("modalities", to_say("Status"), to_say("statuses"), "status"),
    By("datasets", to_say("Dataset"), to_say("datasets"), "dataset"),
    By("reviews", to_say("Review"), to_say("review statuses"), "review"),
    By("tags", to_say("Tag"), to_say("tags"), "tag"),
)
LABELS = {by.field: by.label for by in BY}
IN_ADDRESS = tuple(by for by in BY if by.key)
_NAMELESS = {
    "event_types": NAMELESS["event_type"],
    "actors": NAMELESS["actor1"],
    "sources": NAMELESS["source"],
    "datasets": NAMELESS["dataset"],
    "tags": to_say("no tag"),
}
_CODED = frozenset({"types", "event_types", "sub_event_types", "ext_types", "modalities", "reviews"})
_PRECISIONS: dict[str, str] = {
    Granularity.DAYPART: to_say("part of the day"),
    Granularity.UNKNOWN: to_say("no usable time"),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter that is on: its field, the value it holds and what a person reads."""

    field: str
    value: str
    words: str


def filters_on(selection: Selection) -> Iterator[Filter]:
    """Every filter that is on but the window, which is told on some clock."""
    for field, label in LABELS.items():
        for value in getattr(selection, field):
            yield Filter(field, value, say("{label}: {value}", label=term(label), value=word(field, value)))
    if selection.text:
        yield Filter(TEXT, "", say("Search: “{words}”", words=selection.text))
    if selection.area:
        yield Filter(AREA, str(selection.area), say("Area: {area}", area=selection.area.words))


def word(field: str, value: str) -> str:
    """What a person calls a value of a filter.

    >>> word("places", "Syria/Homs//Homs"), word("actors", ""), word("precisions", "daypart")
    ('Homs', 'no actor', 'part of the day')
    """
    if field == PLACES:
        return term(NO_PLACE_LABEL) if value == NO_PLACE else place_label(value)
    if value in ("", UNSAID):
        return term(_NAMELESS[field]) if field in _NAMELESS else say("not said")
    if field == PRECISIONS:
        return term(_PRECISIONS.get(value, value))
    return term(value) if field in _CODED else value
