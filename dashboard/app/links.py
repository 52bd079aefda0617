"""Links from one view to the next: a click changes the address and nothing else, so it can be copied and undone."""

from collections.abc import Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.app.url import View, search_of

Words = str | Component | Sequence[str | Component]


def href(view: View) -> str:
    """The address of a view on this page.

    >>> href(View())
    '?'
    """
    return search_of(view) or "?"


def link(
    words: Words, view: View, *, look: str = "", hint: str | None = None, style: dict[str, str] | None = None
) -> Component:
    """A link that shows another view without loading the page again."""
    return dcc.Link(words, href=href(view), className=look, title=hint, style=style or {})


def cross() -> Component:
    """A × that is only for the eye."""
    return html.Span("×", **aria(hidden="true"))


def data(**said: str) -> dict[str, Any]:
    """Attributes that our scripts read.

    >>> data(go="{}")
    {'data-go': '{}'}
    """
    return {f"data-{name}": value for name, value in said.items()}


def aria(**said: str) -> dict[str, Any]:
    """Attributes for those who listen to the page.

    >>> aria(label="Filters")
    {'aria-label': 'Filters'}
    """
    return {f"aria-{name}": value for name, value in said.items()}
