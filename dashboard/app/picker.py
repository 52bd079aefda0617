"""Choices with counts: what may be ticked, as data that assets/picker.js draws, flat or as a tree.

A picker keeps four things: what is ticked, the names, sent once, their version, and the counts, sent with every answer.
Nothing of it is a component: a country has 20,000 places.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.app.links import aria
from dashboard.app.own import Kept


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
    return html.Details(
        [html.Summary(words), boxes, Kept(id=part, by="picker", data=[])],
        id=f"{part}-section",
        open=True,
        className="facet",
    )
