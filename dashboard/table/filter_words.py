"""The filters that are on, in words: for the chips of the page, and for what an export says of itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.table.filters import UNSAID, Selection
from dashboard.table.lanes import NAMELESS
from dashboard.table.place_tree import place_label
from dashboard.temporal.calendar.granularity import Granularity

PLACES, PRECISIONS, TEXT, AREA = "places", "precisions", "text", "area"


@dataclass(frozen=True, slots=True)
class By:
    """What events may be chosen by: a field of the selection, what people call one and many, its key in an address."""

    field: str
    label: str
    many: str
    key: str = ""


BY = (
    By(PLACES, "Place", "places", "place"),
    By("types", "Type", "types"),  # of several levels, as typed on the command line
    By("event_types", "Type", "types", "type"),
    By("sub_event_types", "Sub-type", "sub-types", "subtype"),
    By("ext_types", "Kind", "kinds", "kind"),
    By("actors", "Actor", "actors", "actor"),
    By("sources", "Source", "sources", "source"),
    By(PRECISIONS, "Precision", "precisions", "precision"),
    By("modalities", "Status", "statuses", "status"),
    By("datasets", "Dataset", "datasets", "dataset"),
    By("reviews", "Review", "review statuses", "review"),
    By("tags", "Tag", "tags", "tag"),
)
LABELS = {by.field: by.label for by in BY}
IN_ADDRESS = tuple(by for by in BY if by.key)
_NAMELESS = {
    "event_types": NAMELESS["event_type"],
    "actors": NAMELESS["actor1"],
    "sources": NAMELESS["source"],
    "datasets": NAMELESS["dataset"],
    "tags": "no tag",
}
_PRECISIONS: dict[str, str] = {Granularity.DAYPART: "part of the day", Granularity.UNKNOWN: "no usable time"}


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
            yield Filter(field, value, f"{label}: {word(field, value)}")
    if selection.text:
        yield Filter(TEXT, "", f"Search: “{selection.text}”")
    if selection.area:
        yield Filter(AREA, str(selection.area), f"Area: {selection.area.words}")


def word(field: str, value: str) -> str:
    """What a person calls a value of a filter.

    >>> word("places", "Syria/Homs//Homs"), word("actors", ""), word("precisions", "daypart")
    ('Homs', 'no actor', 'part of the day')
    """
    if field == PLACES:
        return place_label(value)
    if value in ("", UNSAID):
        return _NAMELESS.get(field, "not said")
    return _PRECISIONS.get(value, value) if field == PRECISIONS else value
