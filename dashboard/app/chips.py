"""The filters that are on, in words: for the chips above the chart, and for what an export says of itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.app.clock import box_words
from dashboard.app.url import View
from dashboard.table.filters import UNSAID, Selection
from dashboard.table.lanes import NAMELESS
from dashboard.table.places import place_label

LABELS = {
    "places": "Place",
    "event_types": "Type",
    "sub_event_types": "Sub-type",
    "ext_types": "Kind",
    "actors": "Actor",
    "sources": "Source",
    "precisions": "Precision",
    "modalities": "Status",
}
WINDOW, TEXT = "window", "text"


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter that is on: its field, the value it holds and what a person reads."""

    field: str
    value: str
    words: str


def active(view: View, zone: str) -> tuple[Filter, ...]:
    """Every filter that is on, the window last."""
    return tuple(_filters(view, zone))


def without(view: View, field: str, value: str) -> View:
    """The view with one filter lifted."""
    if field == WINDOW:
        return view.choosing(start=None, end=None)
    if field == TEXT:
        return view.choosing(text="")
    if field not in LABELS:
        return view
    left = tuple(each for each in getattr(view.selection, field) if each != value)
    return view.choosing(**{field: left})


def cleared(view: View) -> View:
    """The view with every filter lifted, the rest as it was."""
    fields = dict.fromkeys(LABELS, ())
    return view.choosing(**fields, start=None, end=None, must=False, text="")


def word(field: str, value: str) -> str:
    """What a person calls a value of a filter.

    >>> word("places", "Syria/Homs//Homs"), word("actors", ""), word("precisions", "daypart")
    ('Homs', 'no actor', 'part of the day')
    """
    if field == "places":
        return place_label(value)
    if value in ("", UNSAID):
        return _NAMELESS.get(field, "not said")
    return _PRECISIONS.get(value, value) if field == "precisions" else value


_NAMELESS = {
    "event_types": NAMELESS["event_type"],
    "actors": NAMELESS["actor1"],
    "sources": NAMELESS["source"],
}
_PRECISIONS = {"daypart": "part of the day", "unknown": "no usable time"}


def _filters(view: View, zone: str) -> Iterator[Filter]:
    selection = view.selection
    for field, label in LABELS.items():
        for value in getattr(selection, field):
            yield Filter(field, value, f"{label}: {word(field, value)}")
    if selection.text:
        yield Filter(TEXT, "", f"Search: “{selection.text}”")
    if selection.start or selection.end:
        yield Filter(WINDOW, "", _window_words(selection, zone))


def _window_words(selection: Selection, zone: str) -> str:
    start = box_words(selection.start, zone, last=False)
    end = box_words(selection.end, zone, last=True)
    edges = (
        " – ".join(dict.fromkeys((start, end)))
        if start and end
        else f"from {start}"
        if start
        else f"until {end}"
    )
    return f"{'Must' if selection.must else 'May'} overlap {edges}"
