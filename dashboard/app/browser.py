"""What only the browser knows: the address, which one the page was drawn for, its size and its colours."""

from typing import Any

from dash import Input, dcc
from dash.development.base_component import Component

from dashboard.app.kinds import is_screen, is_text
from dashboard.app.part import PagePart, Script

URL = "url"
SCREEN = "screen"  # dark or light, and how wide
SHOWN = "shown"  # the address that the page was last drawn for
PROVIDER = "provider"
ROOT = "root"

Screen = dict[str, Any] | None

_NARROWEST, _WIDEST = 280, 8000


def stores() -> list[Component]:
    """Where the page keeps what the browser says."""
    return [dcc.Location(id=URL, refresh=False), dcc.Store(id=SCREEN), dcc.Store(id=SHOWN)]


def is_dark(screen: Screen) -> bool:
    """Whether the page is dark."""
    return bool(screen and screen.get("dark"))


def width_of(screen: Screen, part: str = "width") -> int:
    """How wide a part is, in pixels that a screen can have."""
    return min(max(int((screen or {}).get(part) or 1000), _NARROWEST), _WIDEST)


PART = PagePart(
    scripts=(Script("screen", (Input(URL, "search"),)),),
    kinds={(URL, "search"): is_text, (SHOWN, "data"): is_text, (SCREEN, "data"): is_screen},
)
