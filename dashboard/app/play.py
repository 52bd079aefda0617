"""Going through time on the chart, step by step or at a speed: what is told later is covered. All of it happens in the browser.

The server says with every answer where events may begin; assets/play.js asks nothing more.
"""

from dash import Output, html
from dash.development.base_component import Component

from dashboard.app.clock import zone_of
from dashboard.app.links import aria
from dashboard.app.outlook import looked_through
from dashboard.app.own import Kept
from dashboard.app.part import Answer, PagePart
from dashboard.app.url import View
from dashboard.figures.drawn_window import plausible_bounds
from dashboard.figures.wall_clock import iso, to_local
from dashboard.table import Dataset
from dashboard.table.begun import begun
from dashboard.table.epochs import instant
from dashboard.table.filters import wanted
from dashboard.wording.say import say

PLAY = "play"
DATA = "play-data"
OPEN = "play-open"


def opener() -> Component:
    """The button that opens the row of play."""
    return html.Button(say("Play"), id=OPEN, className="button", title=say("Go through time (p)"), **aria(expanded="false", controls=PLAY))  # fmt: skip


def part() -> list[Component]:
    """Where the row stands once it is opened."""
    return [html.Div(id=PLAY, className="play", hidden=True), Kept(id=DATA, by="play")]


def sent(view: View, dataset: Dataset) -> dict[str, object]:
    """The stops on the page's clock, and how many events may have begun at each."""
    rows, zone = wanted(dataset.index, view.selection), zone_of(view, dataset)
    window = looked_through(view, dataset) or plausible_bounds(rows)
    if window is None:
        return {"stops": [], "counts": []}
    opens, closes = map(instant, window)
    found = dataset.once.lately(("begun", view.selection, window), lambda: begun(rows, opens, closes))
    stops = [each[:19] for each in iso(to_local(found.moments, zone).tolist())]
    return {"stops": stops, "counts": found.counts.tolist()}


def _heeded(view: View) -> object:
    return view.selection, view.zone, view.whole


PART = PagePart(
    answers=(Answer((Output(DATA, "data"),), sent, heeds=_heeded),),
)
