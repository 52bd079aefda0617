"""What only the browser knows: the address, which one the page was drawn for, its size and its colours."""

from typing import Any

from dash import Input, dcc, html
from dash.development.base_component import Component

from dashboard.app.editing.mode import has_card
from dashboard.app.kinds import is_any, is_screen, is_text
from dashboard.app.own import Kept
from dashboard.app.part import PagePart, Script
from dashboard.app.url import View

URL = "url"
SCREEN = "screen"  # dark or light, and how wide
SHOWN = "shown"  # the address that the page was last drawn for
EDITION = "edition"  # and which state of the dataset
WISH = "wish"  # what a person wants changed, as assets/hand.js says it
DONE = "done"  # what became of it
CHANGED = "changed"  # another after every change: all is then drawn anew
SAID = "said"
NEWS = "news"
ROOT = "root"

Screen = dict[str, Any] | None

_NARROWEST, _WIDEST = 280, 8000


def stores() -> list[Component]:
    """Where the page keeps what the browser says."""
    named = (SCREEN, SHOWN, EDITION, WISH, DONE, CHANGED)
    return [dcc.Location(id=URL, refresh=False), *(Kept(id=each) for each in named)]


def said() -> list[Component]:
    """Where the page says what became of a change, and that another person made one; read out to those who listen."""
    return [
        html.Div(id=SAID, className="said", role="status"),
        html.Div(id=NEWS, className="said news", role="status"),
    ]


def is_dark(screen: Screen) -> bool:
    """Whether the page is dark."""
    return bool(screen and screen.get("dark"))


def width_of(screen: Screen, view: View, part: str = "width") -> int:
    """How wide a part is drawn for a view, in pixels that a screen can have: an open card takes of it.

    >>> (
    ...     width_of({"width": 1100, "card": 360}, View()),
    ...     width_of({"width": 1100, "card": 360}, View(event="e1")),
    ... )
    (1100, 740)
    """
    said = screen or {}
    beside = said.get("card") or 0 if has_card(view) else 0
    return min(max(int((said.get(part) or 1000) - beside), _NARROWEST), _WIDEST)


PART = PagePart(
    scripts=(
        Script("screen", (Input(URL, "search"),)),
        Script("told", (Input(DONE, "data"),), waits=True, room="hand"),
        Script("drawn", (Input(EDITION, "data"),), room="news"),
    ),
    kinds={
        (URL, "search"): is_text,
        (SHOWN, "data"): is_text,
        (EDITION, "data"): is_text,
        (CHANGED, "data"): is_any,
        (SCREEN, "data"): is_screen,
    },
)
