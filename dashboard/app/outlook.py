"""How the chart opens where nothing is asked for: on the stretch of nearly all events, in the lanes that tell most."""

from dash import html
from dash.development.base_component import Component

from dashboard.app.light import listing
from dashboard.app.links import link
from dashboard.app.own import Drawn
from dashboard.app.url import View
from dashboard.figures.drawn_window import DrawnWindow, drawn_window
from dashboard.figures.first_view import FirstView, first_view
from dashboard.table import Dataset
from dashboard.table.filters import Selection, wanted
from dashboard.table.lanes import LanesBy, lanes_for
from dashboard.wording.say import say

OUTSIDE = "outside"


def opens_on(view: View, dataset: Dataset) -> FirstView | None:
    """The stretch that holds nearly all events of the view; None where one is asked for, or all may as well be shown."""
    if view.window != (None, None):
        return None
    selection = view.selection
    return dataset.once.lately(
        ("first view", selection), lambda: first_view(wanted(dataset.index, selection))
    )


def looked_through(view: View, dataset: Dataset) -> DrawnWindow | None:
    """The stretch that is drawn: the one asked for, else the one that holds nearly all events; None for all of them."""
    opened = None if view.whole else opens_on(view, dataset)
    if opened:
        return opened.first, opened.last
    return drawn_window(wanted(dataset.index, view.selection), view.window)


def lanes_of(view: View, dataset: Dataset) -> LanesBy:
    """What the lanes go by: as asked, else what tells most of the places that are looked at."""
    if view.lanes_by:
        return LanesBy(view.lanes_by)
    places = Selection(places=view.selection.places)
    return dataset.once.lately(("lanes for", places), lambda: lanes_for(wanted(dataset.index, places)))


def outside_part() -> list[Component]:
    """Where it is said what lies outside."""
    return [Drawn(id=OUTSIDE, className="outside", role="status")]


def outside(view: View, dataset: Dataset) -> list[Component]:
    """How many events lie outside of what is drawn, and a click that shows them, or that leads back."""
    opened = opens_on(view, dataset)
    if opened is None:
        return []
    if view.whole:
        return [link(say("Back to where nearly all events are"), view.through(None, None), look="quiet")]
    said = html.Span(f"{opened.words}:", className="hint")
    return [said, link(say("show all"), view.entire(), look="quiet")]


PART = listing(OUTSIDE, outside)
