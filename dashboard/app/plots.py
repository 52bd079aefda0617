"""What the page's plots and switches share."""

from typing import Any

from dash.development.base_component import Component

from dashboard.app.links import aria
from dashboard.app.own import Switch
from dashboard.figures.render import config

BLANK = {
    "data": [],
    "layout": {
        "xaxis": {"visible": False},
        "yaxis": {"visible": False},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
    },
}


def settings(**own: object) -> Any:
    """The drawing's settings with a few of the page's own; Dash's type of them is narrower than plotly.js."""
    return config() | own


def choice(name: str, words: str, pairs: tuple[tuple[str, str], ...]) -> Component:
    """A switch between a few values, each with its label; the first is on."""
    data = [{"value": value, "label": label} for value, label in pairs]
    return Switch(id=name, data=data, value=pairs[0][0], className="switch", **aria(label=words))
