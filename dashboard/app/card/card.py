"""The card as a part of the page: opened by the address, spoken for those who listen, and shown from its top."""

from importlib.metadata import PackageNotFoundError, version

from dash import Input, Output, State, html
from dash.development.base_component import Component
from flask import request

from dashboard.app.browser import CHANGED, URL
from dashboard.app.card.dossier import Dossier, dossier_of
from dashboard.app.card.hands import alone, gone, with_alike, with_hands
from dashboard.app.card.shown import Setting, card, spoken
from dashboard.app.case import Case
from dashboard.app.clock import zone_of
from dashboard.app.editing.mode import ALONE
from dashboard.app.light import light
from dashboard.app.links import aria
from dashboard.app.own import Drawn, Kept
from dashboard.app.part import Answer, PagePart, Script
from dashboard.app.shown_report import REPORT
from dashboard.app.url import View, search_of
from dashboard.table import Dataset
from dashboard.wording.say import say

CARD = "card"
LIVE = "live"
REVEALED = "revealed"


def aside() -> list[Component]:
    """Where the card stands, and the line that is read out when it opens."""
    return [
        Drawn(id=CARD, tag="aside", className="card", **aria(label=say("The event"))),
        html.Div(id=LIVE, className="unseen", role="status", **aria(live="polite")),
    ]


def revealed() -> Component:
    """Where the browser notes which event it has scrolled to."""
    return Kept(id=REVEALED)


def _opened(view: View, dataset: Dataset, case: Case, _: object = None) -> tuple[object, ...]:
    """The card, and its sentence for those who listen; drawn anew after every change: a note makes no other dataset."""
    found, zone = dossier_of(dataset, view.event), zone_of(view, dataset)
    link = f"{request.host_url}{search_of(View(event=view.event))}"
    return (
        light(_shown(found, Setting(view, zone, link, _version()), dataset, case)),
        spoken(found, zone) if found else "",
    )


def _shown(found: Dossier | None, setting: Setting, dataset: Dataset, case: Case) -> list[object]:
    """The card, with what may be done with its event, and what was done."""
    view, store = setting.view, case.store
    if store is None:
        if view.edit in ALONE:
            return [html.P(case.only_shown)]
        parts = with_alike(card(found, setting), view, dataset, hands=False)
        return [*parts, html.P(case.locked, className="hint")] if case.locked and parts else parts
    if view.edit in ALONE:
        return [alone(view, dataset, case)]
    if found is None:
        return gone(view, dataset, case) or list(card(found, setting))
    return with_hands(found, setting, dataset, case, store)


def _version() -> str:
    try:
        return version("conflict-timeline")
    except PackageNotFoundError:
        return ""


PART = PagePart(
    answers=(
        Answer(
            (Output(CARD, "data"), Output(LIVE, "children")),
            _opened,
            (Input(CHANGED, "data"),),
            of_case=True,
        ),
    ),
    scripts=(
        Script(
            "reveal",
            (Input(CARD, "data"), Input(REPORT, "data"), State(URL, "search")),
            (Output(REVEALED, "data"),),
        ),
    ),
)
