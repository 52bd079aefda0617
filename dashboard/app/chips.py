"""The chips above the chart: the filters that are on, each with a click that lifts it."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from dashboard.app.clock import box_words, zone_of
from dashboard.app.found import searched_in
from dashboard.app.light import listing
from dashboard.app.limits import MOST_CHIPS
from dashboard.app.links import cross, link
from dashboard.app.own import Drawn
from dashboard.app.url import View
from dashboard.table import Dataset
from dashboard.table.filter_words import AREA, LABELS, TEXT, Filter, filters_on
from dashboard.table.filters import Selection
from dashboard.wording.say import say

CHIPS = "chips"
WINDOW = "window"


def chips_row() -> list[Component]:
    """Where the chips stand."""
    return [Drawn(id=CHIPS, className="chips")]


def chips(view: View, zone: str) -> list[Component]:
    """What of the address is passed over, a chip for each filter that is on, and one that lifts them all."""
    notes: list[Component] = [html.Span(each, className="hint") for each in view.notes]
    filters = active(view, zone)
    if not filters:
        return notes
    shown = [_chip(each, view) for each in filters[:MOST_CHIPS]]
    return [*notes, *shown, *_more(len(filters)), link(say("Clear all"), cleared(view), look="clear")]


def lifted(view: View, zone: str) -> list[Component]:
    """A button for each filter that is on, for a view that shows nothing."""
    filters = active(view, zone)
    buttons = [
        link([say("Lift"), " ", html.B(each.words)], without(view, each.field, each.value), look="button")
        for each in filters[:MOST_CHIPS]
    ]
    clear = [link(say("Clear all"), cleared(view), look="button")] if len(filters) > 1 else []
    return [*buttons, *_more(len(filters)), *clear]


def active(view: View, zone: str) -> tuple[Filter, ...]:
    """Every filter that is on, the window last."""
    return tuple(_filters(view, zone))


def without(view: View, field: str, value: str) -> View:
    """The view with one filter lifted."""
    if field == WINDOW:
        return view.choosing(start=None, end=None)
    if field == TEXT:
        return view.choosing(text="")
    if field == AREA:
        return view.choosing(area=None)
    if field not in LABELS:
        return view
    left = tuple(each for each in getattr(view.selection, field) if each != value)
    return view.choosing(**{field: left})


def cleared(view: View) -> View:
    """The view with every filter lifted, the rest as it was."""
    fields = dict.fromkeys(LABELS, ())
    return view.choosing(**fields, start=None, end=None, must=False, text="", area=None)


def _filters(view: View, zone: str) -> Iterator[Filter]:
    selection = view.selection
    yield from filters_on(selection)
    if selection.start or selection.end:
        yield Filter(WINDOW, "", _window_words(selection, zone))


def _window_words(selection: Selection, zone: str) -> str:
    start = box_words(selection.start, zone, last=False)
    end = box_words(selection.end, zone, last=True)
    edges = (
        " – ".join(dict.fromkeys((start, end)))
        if start and end
        else say("from {start}", start=start)
        if start
        else say("until {end}", end=end)
    )
    return (
        say("Must overlap {edges}", edges=edges)
        if selection.must
        else say("May overlap {edges}", edges=edges)
    )


def _more(count: int) -> list[Component]:
    """How many filters are on beside those shown: each link repeats the whole address."""
    left = count - MOST_CHIPS
    return [html.Span(say("and {left} more", left=left), className="hint")] if left > 0 else []


def _chip(each: Filter, view: View) -> Component:
    words = [
        html.Span([say("Lift"), " "], className="unseen"),
        html.Span(each.words, className="words"),
        cross(),
    ]
    return link(words, without(view, each.field, each.value), look="chip", hint=say("Lift this filter"))


def _listed(view: View, dataset: Dataset) -> list[Component]:
    """The chips, and where what is searched for was found."""
    said = searched_in(view, dataset)
    hint: list[Component] = [html.Span(said, className="hint")] if said else []
    return [*chips(view, zone_of(view, dataset)), *hint]


PART = listing(CHIPS, _listed)
