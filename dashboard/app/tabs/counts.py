"""The tab of counts: events and dead per day, week, month or year, between what is certain and what is possible."""

from dataclasses import replace
from functools import partial

from dash import Input, Output, html, no_update
from dash.development.base_component import Component

from dashboard.app.browser import SCREEN, Screen, is_dark, width_of
from dashboard.app.clock import zone_of
from dashboard.app.editing.mode import has_card
from dashboard.app.kinds import is_pointed
from dashboard.app.light import light
from dashboard.app.links import aria, link
from dashboard.app.outlook import looked_through
from dashboard.app.own import Drawn, Kept
from dashboard.app.part import Answer, Gesture, PagePart, Said
from dashboard.app.tabs.tab import Tab
from dashboard.app.url import View
from dashboard.figures.counts import counts_figure
from dashboard.figures.overview import moments
from dashboard.table import Dataset
from dashboard.table.counted import Counted, Per, counted
from dashboard.table.filters import wanted
from dashboard.table.lanes import LanesBy
from dashboard.wording.say import say, so_many, to_say

COUNTS = "counts"
FIGURE = "counts-figure"
POINTED = "counts-pointed"
NOTE = "counts-note"

_BY = (
    ("", to_say("together")),
    (LanesBy.TYPE.value, to_say("by type")),
    (LanesBy.SIDE.value, to_say("by side")),
)
_PER = {
    Per.DAY: to_say("per day"),
    Per.WEEK: to_say("per week"),
    Per.MONTH: to_say("per month"),
    Per.YEAR: to_say("per year"),
}
_KEY = to_say(
    "solid: certain · hatched: possible. Of the dead: at least as told of events that lie within, at most as told of all that may reach there; "
    "nothing is added where nobody tells, and “at least 3” counts as 3."
)


def bands(view: View, dataset: Dataset) -> Counted:
    """What the view asks to be counted, within the stretch that the chart shows."""
    rows, zone, window = wanted(dataset.index, view.selection), zone_of(view, dataset), looked_through(view, dataset)  # fmt: skip
    per, by = Per(view.per) if view.per else None, LanesBy(view.by) if view.by else None
    make = partial(counted, rows, zone=zone, per=per, by=by, window=window)
    return dataset.once.lately(("counted", view.selection, zone, per, by, window), make)


def drawn(view: View, dataset: Dataset, screen: Screen) -> object:
    """The figure, where somebody sees it."""
    if view.tab != COUNTS:
        return no_update
    zone, width = zone_of(view, dataset), width_of(screen, view)
    return counts_figure(bands(view, dataset), zone=zone, dark=is_dark(screen), width_px=width)


def note(view: View, dataset: Dataset) -> list[Component]:
    """How long a bin is, what is counted apart, what is in no bin, and how to read it."""
    if view.tab != COUNTS:
        return []
    shown = bands(view, dataset)
    pers = [
        link(say(_PER[each]), replace(view, per=each.value), look=_look(on=each is shown.per)) for each in Per
    ]
    bys = [link(say(words), replace(view, by=by), look=_look(on=view.by == by)) for by, words in _BY]
    outside = [html.Span(so_many("{count} without a time in this stretch", "{count} without a time in this stretch", shown.outside), className="hint")] if shown.outside else []  # fmt: skip
    return [
        html.Div(pers, className="presets"),
        html.Div(bys, className="presets"),
        *outside,
        html.Span(say(_KEY), className="hint"),
    ]


def pointed(view: View, said: Said, dataset: Dataset) -> View:
    """The view after a click on a bin: its window."""
    first, last = (said or {}).get("leads") or ("", "")
    return view.through(*moments(first, last, zone_of(view, dataset))) if first else view


def _look(*, on: bool) -> str:
    return "preset on" if on else "preset"


def _place() -> list[Component]:
    return [
        Drawn(id=NOTE, className="map-note counts-note"),
        html.Div(id=COUNTS, className="counts", role="group", tabIndex=0, **aria(label=say("Counts"))),
        Kept(id=FIGURE, by="counts"),
        Kept(id=POINTED),
    ]


def _heeded(view: View) -> object:
    return view.tab == COUNTS, view.selection, view.zone, view.whole, view.per, view.by, has_card(view)


TAB = Tab(
    COUNTS,
    to_say("Counts"),
    above=_place,
    part=PagePart(
        answers=(
            Answer((Output(FIGURE, "data"),), drawn, (Input(SCREEN, "data"),), heeds=_heeded),
            Answer((Output(NOTE, "data"),), lambda view, dataset: light(note(view, dataset))),
        ),
        gestures=(Gesture(POINTED, "data", is_pointed, pointed),),
    ),
)
