"""The tab of the map: where the events of the view were; a click or a box on it narrows the view to what is there.

Drawn by assets/map.js with the plotly.js that the chart has brought: nothing of it is loaded or worked out before the
tab is open.
"""

from dataclasses import replace
from functools import partial

from dash import Input, Output, html, no_update
from dash.development.base_component import Component

from dashboard.app.browser import SCREEN, Screen, is_dark
from dashboard.app.clock import zone_of
from dashboard.app.kinds import is_pointed
from dashboard.app.light import light
from dashboard.app.links import aria, data, link
from dashboard.app.own import Drawn, Kept
from dashboard.app.part import Answer, Gesture, PagePart, Said
from dashboard.app.tabs.tab import Tab
from dashboard.app.url import View
from dashboard.figures.atlas.map import event_map, unplaced
from dashboard.figures.atlas.projection import Projection
from dashboard.figures.atlas.routes import MOST, movements
from dashboard.figures.atlas.spotted import Leads
from dashboard.table import Dataset
from dashboard.table.area import Area, area_of
from dashboard.table.filters import wanted
from dashboard.table.ways import NO_PLACE
from dashboard.wording.say import say, so_many, to_say
from dashboard.wording.spoken import spoken

MAP = "map"
FIGURE = "map-figure"
POINTED = "map-pointed"
NOTE = "map-note"

_TOOLS = (
    ("in", "+", to_say("Zoom in")),
    ("out", "−", to_say("Zoom out")),
    ("all", to_say("All"), to_say("Show all places of this view")),
    (
        "box",
        to_say("Choose an area"),
        to_say("Draw a box: only what happened in it is then shown everywhere"),
    ),
    ("png", "PNG", to_say("Save the map as a picture")),
    ("svg", "SVG", to_say("Save the map as a drawing")),
)
_KEY = to_say(
    "● a place, as large as its events are many · ○ near it · hatched: somewhere in the region · coloured by the commonest type"
)


def drawn(view: View, dataset: Dataset, screen: Screen) -> object:
    """The figure, where somebody sees it."""
    if view.tab != MAP:
        return no_update
    rows, zone, selection = wanted(dataset.index, view.selection), zone_of(view, dataset), view.selection
    make = partial(event_map, rows, zone=zone, area=selection.area, selected=view.event, dark=is_dark(screen))
    return dataset.once.lately(("map", selection, zone, view.event, is_dark(screen), spoken().code), make)


def note(view: View, dataset: Dataset) -> list[Component]:
    """How to read the map, and what of the view is not on it."""
    if view.tab != MAP:
        return []
    rows = wanted(dataset.index, view.selection)
    nameless, pointless = unplaced(rows)
    parts: list[Component] = []
    if nameless:
        words = so_many("{count} event has no place:", "{count} events have no place:", nameless)
        parts.append(
            html.Span([words, " ", link(say("show"), view.choosing(places=(NO_PLACE,)), look="quiet")])
        )
    if pointless:
        words = so_many(
            "{count} event has a place whose point on the map nobody knows",
            "{count} events have a place whose point on the map nobody knows",
            pointless,
        )
        parts.append(html.Span(words, className="hint"))
    told = movements(rows)
    if told > MOST:
        words = say(
            "of {told} movements the {most} commonest are drawn, where both places are known",
            told=told,
            most=MOST,
        )
        parts.append(html.Span(words, className="hint"))
    return [*parts, html.Span(say(_KEY), className="hint")]


def pointed(view: View, said: Said, _: Dataset) -> View:
    """The view after a click, on an event or a place, or after a box was drawn; a place that is chosen already is lifted."""
    found = said or {}
    leads, box = found.get("leads"), found.get("box")
    if box:
        area = _boxed(*box)
        return view.choosing(area=area) if area else view
    what, which = leads or ("", "")
    if what == Leads.EVENT:
        return replace(view, event=which)
    if what == Leads.PLACE:
        return view.choosing(places=() if view.selection.places == (which,) else (which,))
    area = area_of(which) if what == Leads.AREA else None
    return view.choosing(area=area) if area else view


def _boxed(west: float, south: float, east: float, north: float, parallel: float) -> Area | None:
    """The area of a box in kilometres on the plane that is true along a parallel; what reaches beyond the world ends at its edge."""
    plane = Projection.around(parallel, parallel)
    (left, right), (low, high) = plane.globe(sorted((west, east)), sorted((south, north)))
    edges = (max(float(left), -180.0), float(low), min(float(right), 180.0), float(high))
    return area_of(",".join(f"{each:.3f}" for each in edges))


def _place() -> list[Component]:
    return [
        Drawn(id=NOTE, className="map-bar"),
        html.Div(id=MAP, className="map", role="group", tabIndex=0, **aria(label=say("Map"))),
        Kept(id=FIGURE, by="map"),
        Kept(id=POINTED),
    ]


def _bar(view: View, dataset: Dataset) -> list[Component]:
    """The map's buttons, and the note beside them."""
    buttons = [
        html.Button(
            say(words),
            title=say(title),
            className="button",
            **data(map=name),
            **aria(label=f"{say(words)}: {say(title)}" if words[0].isalnum() else say(title)),
        )
        for name, words, title in _TOOLS
    ]
    return [html.Div(buttons, className="buttons"), html.Div(note(view, dataset), className="map-note")]


def _heeded(view: View) -> object:
    """What of a view the figure hangs on."""
    return view.tab == MAP, view.selection, view.zone, view.event


TAB = Tab(
    MAP,
    to_say("Map"),
    above=_place,
    part=PagePart(
        answers=(
            Answer((Output(FIGURE, "data"),), drawn, (Input(SCREEN, "data"),), heeds=_heeded),
            Answer((Output(NOTE, "data"),), lambda view, dataset: light(_bar(view, dataset)), heeds=_heeded),
        ),
        gestures=(Gesture(POINTED, "data", is_pointed, pointed),),
    ),
    look="panel map-panel",
)  # fmt: skip
