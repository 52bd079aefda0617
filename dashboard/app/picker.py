"""Choices with counts: what may be ticked, as data that assets/picker.js draws, flat or as a tree.

Four stores make a picker: what is ticked (under the picker's own id, like the value of any control), the names,
sent once, their version, and the counts, sent with every answer. Nothing of it is a component: a country has 20,000 places.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from dash import Input, dcc, html
from dash.development.base_component import Component

from dashboard.app.links import aria
from dashboard.app.part import Script


@dataclass(frozen=True, slots=True)
class Names:
    """What can be ticked, in order: keys, words, how deep each lies, a letter and its colour, and what is left out.

    ``version`` changes with the names, so that they are sent again only then.
    """

    version: str
    keys: Sequence[str]
    words: Sequence[str]
    levels: Sequence[int] = ()
    letters: Sequence[str] = ()
    paints: Sequence[str] = ()
    more: str = ""

    def as_data(self) -> dict[str, object]:
        """For the store."""
        return asdict(self)


def picker(part: str, words: str, *, tree: bool = False) -> Component:
    """The section of a picker, empty."""
    boxes = html.Div(id=f"{part}-boxes", className="picker tree" if tree else "picker", **aria(label=words))
    ids = (names_id(part), version_id(part), counts_id(part))
    stores = [dcc.Store(id=part, data=[]), *(dcc.Store(id=each) for each in ids)]
    return html.Details(
        [html.Summary(words), boxes, *stores], id=f"{part}-section", open=True, className="facet"
    )


def names_id(part: str) -> str:
    """The id of the store of a picker's names."""
    return f"{part}-names"


def version_id(part: str) -> str:
    """The id of the store of which names the page has: that alone goes back to the server."""
    return f"{part}-version"


def counts_id(part: str) -> str:
    """The id of the store of a picker's counts."""
    return f"{part}-counts"


def drawn_picker(part: str) -> Script:
    """The browser draws the picker whenever its data changes."""
    asked = (Input(names_id(part), "data"), Input(counts_id(part), "data"), Input(part, "data"))
    return Script("draw", asked, room="picker")
