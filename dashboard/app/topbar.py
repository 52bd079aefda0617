"""The top bar: what is looked at, how much of it, on which clock, in which colours, and how to take it away."""

from dataclasses import replace

from dash import Input, Output, State, html
from dash.development.base_component import Component

from dashboard.access import Person, Role
from dashboard.access.people import NO_PASSWORD
from dashboard.app.browser import SCREEN, URL
from dashboard.app.clock import home_zone, zone_choices, zone_note, zone_of
from dashboard.app.export import export_menu
from dashboard.app.hidden import shown_of
from dashboard.app.kinds import is_text
from dashboard.app.languages import chooser
from dashboard.app.links import aria, data
from dashboard.app.own import ListBox, TextBox
from dashboard.app.part import Answer, Control, PagePart, Script
from dashboard.app.rail import opener
from dashboard.app.url import View, known_zone
from dashboard.table import Dataset
from dashboard.table.filters import wanted
from dashboard.wording.say import say, so_many, term, to_say

SEARCH = "search"
COUNT = "count"
WORKING = "working"
ZONE = "zone"
ZONE_NOTE = "zone-note"
SHARE = "share"
THEME = "theme"
ADD = "add-open"
SIGN_OUT = "sign-out"
_REST = 350  # milliseconds after the last key
_MOST_ZONES = 40
_COUNTED = to_say(
    "Events that pass the filters, of all: each counts once, however many reports tell it, and those with no usable time count too"
)


def topbar(
    dataset: Dataset, *, kept: bool = False, locked: str = "", signed: Person | None = None
) -> Component:
    """The bar; its count, clock and links are filled in as the view changes.

    What is ``kept`` can be added to, what is ``locked`` says why not; where several share the page it says who is ``signed`` in.
    """
    return html.Header(
        [
            opener(),
            html.H1(dataset.name or say("Timeline"), dir="auto", title=dataset.name or None),
            _search(),
            html.Div(id=COUNT, className="events", role="status", title=say(_COUNTED)),
            html.Div(id=WORKING, className="working", role="status"),
            html.Div([html.Span(id=ZONE_NOTE, className="label"), _zone(dataset)], className="clock"),
            html.Div(
                [
                    *(_add() if kept else ()),
                    *(_locked(locked) if locked else ()),
                    _share(),
                    export_menu(),
                    chooser(),
                    _theme(),
                    *(_who(signed) if signed else ()),
                ],
                className="tools",
            ),
        ],
        className="topbar",
    )


def counted(wanted: int, of: int) -> str:
    """How much is shown of how much.

    >>> counted(143, 1208)
    '143 of 1,208 events'
    """
    return so_many("{wanted} of {count} event", "{wanted} of {count} events", of, wanted=wanted)


def _search() -> Component:
    words = say("Search words, places, actors")
    return TextBox(id=SEARCH, placeholder=words, rest=_REST, className="search", **aria(label=say("Search")))


def _zone(dataset: Dataset) -> Component:
    return ListBox(
        id=ZONE,
        data=zone_choices(dataset),
        searched=True,
        most=_MOST_ZONES,
        none=say("No such zone"),
        className="zone",
        **aria(label=say("Time zone")),
    )


def _add() -> list[Component]:
    """assets/adding.js answers to it; files may be dropped anywhere on the page where it is there."""
    return [html.Button(say("Add"), id=ADD, className="button primary", title=say("Add reports or tables"))]


def _who(person: Person) -> list[Component]:
    """assets/signed.js answers to it: leaving ends the session, unless a proxy let her in."""
    name = html.Bdi(person.name)
    may = html.A(say("People"), href="/people", className="quiet")
    out = html.Button(say("Sign out"), id=SIGN_OUT, className="button")
    return [
        html.Span([name, f" · {term(person.role)}"], className="who", title=say("Signed in")),
        *((may,) if person.role.may(Role.ADMIN) else ()),
        *((out,) if person.hashed != NO_PASSWORD else ()),
    ]


def _locked(why: str) -> list[Component]:
    """Opened, it says why nothing can be corrected."""
    summary = html.Summary(say("Only to look at"), title=why)
    return [html.Details([summary, html.P(why)], className="locked")]


def _share() -> Component:
    """assets/hand.js copies the address as it is then."""
    return html.Button(say("Share link"), id=SHARE, className="button", **data(copy=""))


def _theme() -> Component:
    words = aria(label=say("Switch between light and dark"))
    return html.Button(say("Dark"), id=THEME, className="button", **words)


def _filled(view: View, dataset: Dataset) -> tuple[str, str]:
    left = len(wanted(dataset.index, view.selection))
    return counted(left, shown_of(view, dataset)), say("Times in {zone}", zone=zone_note(view, dataset))


def _choose_zone(view: View, name: str | None, dataset: Dataset) -> View:
    zone = known_zone(name or "")
    return replace(view, zone="" if zone == home_zone(dataset) else zone)


PART = PagePart(
    answers=(Answer((Output(COUNT, "children"), Output(ZONE_NOTE, "children")), _filled),),
    controls=(
        Control(
            SEARCH,
            "value",
            is_text,
            lambda view, _: view.selection.text,
            lambda view, words, _: view.choosing(text=(words or "").strip()),
        ),
        Control(ZONE, "value", is_text, zone_of, _choose_zone),
    ),
    scripts=(
        Script("scheme", (Input(SCREEN, "data"),), (Output(THEME, "children"),)),
        Script(
            "repaint",
            (Input(THEME, "n_clicks"), State(URL, "search"), State(SCREEN, "data")),
            (Output(URL, "search", allow_duplicate=True), Output(SCREEN, "data")),
            waits=True,
        ),
    ),
)
