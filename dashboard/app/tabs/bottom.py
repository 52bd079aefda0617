"""The row of tabs: which is open, and what the open one shows."""

from dataclasses import replace

from dash import Input, Output, html
from dash.development.base_component import Component

from dashboard.app.browser import URL
from dashboard.app.kinds import is_text
from dashboard.app.light import light
from dashboard.app.links import aria
from dashboard.app.own import Drawn, TabHead, TabPanel, Tabs
from dashboard.app.part import Answer, Control, PagePart, Script
from dashboard.app.tabs.every import OTHER_TABS, TABS
from dashboard.app.tabs.tab import Tab
from dashboard.app.url import View
from dashboard.table import Dataset
from dashboard.wording.say import say, term

OPEN = "tabs"
SPLITTER = "splitter"
CLOSE = "tabs-close"

_FIRST = TABS[0].name
_LISTS = tuple((each, each.shown) for each in TABS if each.shown)
_COUNTS = tuple(each for each in TABS if each.counted)


def bottom() -> Component:
    """The tabs before anything is listed."""
    heads = html.Div([_head(each) for each in TABS], role="tablist", className="heads")
    within = [heads, _closer(), *(_panel(each) for each in TABS)]
    return Tabs(children=within, id=OPEN, value=_FIRST, className="bottom")


def splitter() -> Component:
    """What parts chart and tabs: drawn with a pointer or moved with the keys."""
    words = aria(
        label=say("Height of the tabs"),
        orientation="horizontal",
        controls=OPEN,
        valuemin="0",
        valuemax="80",
        valuenow="32",
    )
    return html.Div(id=SPLITTER, role="separator", tabIndex=0, className="splitter", **words)


def _closer() -> Component:
    return html.Button(
        say("Close"), id=CLOSE, className="quiet close-tabs", **aria(controls=OPEN, expanded="true")
    )


def _head(tab: Tab) -> Component:
    return TabHead(children=term(tab.words), value=tab.name, id=f"{tab.name}-tab")


def _panel(tab: Tab) -> Component:
    listed = [Drawn(id=tab.name)] if tab.shown else []
    return TabPanel(children=[*tab.above(), *listed], value=tab.name, className=tab.look)


def _listed(view: View, dataset: Dataset) -> list[object]:
    """What the open tab shows, nothing for the others, and how much there is in each."""
    lists = (light(shown(view, dataset)) if view.tab == tab.name else [] for tab, shown in _LISTS)
    return [*lists, *(each.label(dataset) for each in _COUNTS)]


def _open(view: View, name: str | None, _: Dataset) -> View:
    """The tab, opened; the one that is open already changes nothing."""
    tab = name if name in OTHER_TABS else ""
    return view if tab == view.tab else replace(view, tab=tab, split=view.split or None)


PART = PagePart(
    answers=(
        Answer(
            (
                *(Output(tab.name, "data") for tab, _ in _LISTS),
                *(Output(f"{each.name}-tab", "children") for each in _COUNTS),
            ),
            _listed,
        ),
    ),
    controls=(Control(OPEN, "value", is_text, lambda view, _: view.tab or _FIRST, _open),),
    scripts=(
        # with another input than page.screen has: Dash tells scripts that fill nothing apart by their inputs alone
        Script("draw", (Input(URL, "search"), Input(OPEN, "value")), room="split"),
    ),
)
PARTS = (PART, *(each.part for each in TABS))
