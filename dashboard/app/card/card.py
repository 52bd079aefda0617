"""The card as a part of the page: opened by the address, spoken for those who listen, and shown from its top."""

from importlib.metadata import PackageNotFoundError, version

from dash import Input, Output, State, dcc, html
from dash.development.base_component import Component
from flask import request

from dashboard.app.browser import URL
from dashboard.app.card.dossier import dossier_of
from dashboard.app.card.shown import Setting, card, spoken
from dashboard.app.clock import zone_of
from dashboard.app.light import light_id
from dashboard.app.links import aria
from dashboard.app.part import Answer, PagePart, Script
from dashboard.app.shown_report import REPORT
from dashboard.app.url import View, search_of
from dashboard.table import Dataset

CARD = "card"
LIVE = "live"
REVEALED = "revealed"


def aside() -> list[Component]:
    """Where the card stands, and the line that is read out when it opens."""
    return [
        html.Aside(id=CARD, className="card", **aria(label="The event")),
        html.Div(id=LIVE, className="unseen", role="status", **aria(live="polite")),
    ]


def revealed() -> Component:
    """Where the browser notes which event it has scrolled to."""
    return dcc.Store(id=REVEALED)


def _opened(view: View, dataset: Dataset) -> tuple[object, ...]:
    """The card, and its sentence for those who listen."""
    found, zone = dossier_of(dataset, view.event), zone_of(view, dataset)
    link = f"{request.host_url}{search_of(View(event=view.event))}"
    return (
        card(found, Setting(view, zone, link, _version())),
        spoken(found, zone) if found else "",
    )


def _version() -> str:
    try:
        return version("conflict-timeline")
    except PackageNotFoundError:
        return ""


PART = PagePart(
    answers=(Answer((Output(CARD, "children"), Output(LIVE, "children")), _opened),),
    scripts=(
        Script(
            "reveal",
            (Input(CARD, "children"), Input(light_id(REPORT), "data"), State(URL, "search")),
            (Output(REVEALED, "data"),),
        ),
    ),
)
