"""Long lists as data: what a part of the page shows, without a component for each item.

Mounting N Dash components costs about N² × 1.8 µs in the browser, so whatever may be long (rows, phrases, report
text) is built from components on the server, where it is easy to read and to test, and travels as plain data
that assets/light.js turns into elements. Only tags and attributes that it knows are drawn; text stays text.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dash import Output, dcc
from dash.development.base_component import Component

from dashboard.app.part import Answer, PagePart
from dashboard.app.url import View
from dashboard.table import Dataset

Light = str | list[Any]
_ATTRIBUTES = {
    "className": "class",
    "title": "title",
    "href": "href",
    "dir": "dir",
    "open": "open",
    "tabIndex": "tabindex",
    "name": "name",
    "type": "type",
    "value": "value",
    "placeholder": "placeholder",
    "autoComplete": "autocomplete",
    "src": "src",
    "alt": "alt",
    "role": "role",
    "id": "id",
    "target": "target",
}


@dataclass(frozen=True, slots=True)
class Tag:
    """An element that Dash has no component for without an id of its own: a field of a form, say."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    within: Sequence[object] = ()


def light(shown: object) -> list[Light]:
    """Components as plain data: a text, or a list of tag, attributes and what stands within.

    >>> from dash import html
    >>> light(html.P(["calm in ", html.B("Douma")], className="hint"))
    [['p', {'class': 'hint'}, 'calm in ', ['b', {}, 'Douma']]]
    """
    if shown is None:
        return []
    if isinstance(shown, Tag):
        return [[shown.name, dict(shown.attributes), *light(shown.within)]]
    if isinstance(shown, Sequence) and not isinstance(shown, str):
        return [each for part in shown for each in light(part)]
    return [_element(shown) if isinstance(shown, Component) else str(shown)]


def listing(part: str, shown: Callable[[View, Dataset], object]) -> PagePart:
    """A part that lists what a view gives."""
    return PagePart(
        answers=(Answer((Output(part, "data"),), lambda view, dataset: light(shown(view, dataset))),)
    )


def _element(component: Component) -> list[Any]:
    said = vars(component)
    tag = "a" if isinstance(component, dcc.Link) else type(component).__name__.lower()
    attributes = {
        name: said[given]
        for given, name in _ATTRIBUTES.items()
        if said.get(given) not in (None, "", False)
        or (name == "alt" and "alt" in said)  # a picture that says nothing
    }
    attributes |= {name: value for name, value in said.items() if name.startswith(("aria-", "data-"))}
    paint = (said.get("style") or {}).get("--paint")
    if paint:
        attributes["paint"] = paint
    return [tag, attributes, *light(said.get("children"))]
