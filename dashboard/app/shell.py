"""The page put together: where each part stands, and what all of them answer to."""

from collections.abc import Iterator, Mapping

from dash import Dash, html, no_update
from dash.development.base_component import Component

from dashboard.access import Person
from dashboard.app import (
    browser,
    chart,
    chips,
    export,
    hidden,
    key,
    outlook,
    pins,
    play,
    rail,
    report_days,
    strip,
    topbar,
    tray,
)
from dashboard.app.browser import Screen
from dashboard.app.card import card
from dashboard.app.case import Case, edition_of
from dashboard.app.change import Changes
from dashboard.app.editing import verbs
from dashboard.app.kinds import Kind
from dashboard.app.part import Control, PagePart
from dashboard.app.tabs import bottom
from dashboard.app.turn import Turn
from dashboard.app.wiring import wire
from dashboard.table import Dataset
from dashboard.wording.say import say

PARTS: tuple[PagePart, ...] = (
    browser.PART,
    topbar.PART,
    export.PART,
    rail.PART,
    strip.PART,
    chart.PART,
    pins.PART,
    play.PART,
    outlook.PART,
    hidden.PART,
    key.PART,
    chips.PART,
    tray.PART,
    card.PART,
    report_days.PART,
    *bottom.PARTS,
    verbs.PART,
)
CONTROLS: Mapping[str, Control] = {each.part: each for part in PARTS for each in part.controls}


def register(app: Dash, case: Case) -> None:
    """Every wire of the page, over one case."""
    wire(app, case, PARTS)


def kinds() -> dict[tuple[str, str], Kind]:
    """What the browser may send for each property that a callback of ours is asked with."""
    controls = {(each.part, each.prop): each.kind for each in CONTROLS.values()}
    gestures = {(each.part, each.prop): each.kind for part in PARTS for each in part.gestures}
    wish = {(browser.WISH, "data"): Changes.of(PARTS).is_wish}
    return controls | gestures | wish | {name: kind for part in PARTS for name, kind in part.kinds.items()}


def drawn(case: Case, search: str, screen: Screen) -> Component:
    """The whole page as a browser is to show it first, at an address and of its size: it then has nothing left to ask."""
    dataset, page = case.dataset(), blank(case)
    filled: dict[tuple[str, str], object] = dict(Turn.of(PARTS).first(search, screen, dataset, case))
    filled |= {
        (browser.URL, "search"): search,
        (browser.SCREEN, "data"): screen,
        (browser.EDITION, "data"): edition_of(dataset),
    }
    parts = dict(_named(page))
    for (part, prop), value in filled.items():
        if value is not no_update:
            setattr(parts[part], prop, value)
    return page


def _named(shown: object) -> Iterator[tuple[str, Component]]:
    """Every part of the page that has an id, by it; Dash would look through the page for each."""
    if isinstance(shown, (list, tuple)):
        for each in shown:
            yield from _named(each)
    elif isinstance(shown, Component):
        said = vars(shown)
        if "id" in said:
            yield said["id"], shown
        yield from _named(said.get("children"))


def blank(case: Case) -> Component:
    """The whole page over a case, before anything is drawn."""
    return layout(case.dataset(), kept=case.store is not None, locked=case.locked, signed=case.signed)


def layout(
    dataset: Dataset, *, kept: bool = False, locked: str = "", signed: Person | None = None
) -> Component:
    """The whole page, before anything is drawn; ``kept`` where it can be added to, ``locked`` why it can't, ``signed`` who is signed in."""
    page = [
        html.A(say("Skip to the timeline"), href=f"#{chart.SECTION}", className="skip"),
        topbar.topbar(dataset, kept=kept, locked=locked, signed=signed),
        rail.rail(),
        html.Main([strip.strip(), chart.chart(), *tray.tray_below(), bottom.splitter(), bottom.bottom()]),
        *card.aside(),
        *browser.said(),
    ]
    stores = [*browser.stores(), export.done(), card.revealed()]
    root = html.Div(page, id=browser.ROOT, className="page signed" if signed else "page")
    return html.Div([*stores, root])
