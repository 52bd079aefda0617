"""The page before anything is drawn: where each part stands."""

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.app import ids
from dashboard.app.grid import grid
from dashboard.app.light import light_part
from dashboard.app.links import aria
from dashboard.app.rail import rail
from dashboard.app.topbar import topbar
from dashboard.figures.render import config
from dashboard.table import Dataset
from dashboard.table.lanes import LANES

LANE_WORDS = {"location": "Place", "event_type": "Type", "actor1": "Actor", "source": "Source"}
FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "Liberation Sans", sans-serif'

_KEYS = "Timeline. Left and right arrow keys go from event to event; the table below says the same in words."

_BLANK = {
    "data": [],
    "layout": {
        "xaxis": {"visible": False},
        "yaxis": {"visible": False},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
    },
}


def layout(dataset: Dataset) -> Component:
    """The whole page."""
    page = [
        html.A("Skip to the timeline", href=f"#{ids.TIMELINE}-section", className="skip"),
        topbar(dataset),
        rail(),
        html.Main([_window(), _timeline(), *light_part(ids.UNDATED), _bottom()]),
        html.Aside(id=ids.CARD, className="card", **aria(label="The event")),
        html.Div(id=ids.LIVE, className="unseen", role="status", **aria(live="polite")),
    ]
    part: Component = dmc.MantineProvider(
        [
            dcc.Location(id=ids.URL, refresh=False),
            dcc.Store(id=ids.SCREEN),
            dcc.Store(id=ids.WANTED),
            dcc.Store(id=ids.EXPORT_DONE),
            dcc.Store(id=ids.REVEALED),
            html.Div(page, id=ids.ROOT, className="page"),
        ],
        id=ids.PROVIDER,
        defaultColorScheme="auto",
        theme={
            "fontFamily": FONT,
            "primaryColor": "blue",
            "defaultRadius": "sm",
            "respectReducedMotion": True,
        },
    )
    return part


def _window() -> Component:
    counted = html.Div(
        [
            _edge(ids.FROM, "From", "19 May 2018"),
            _edge(ids.TO, "To", "yesterday"),
            *light_part(ids.PRESETS, className="presets", role="group", **aria(label="Windows")),
            _choice(ids.MUST, "Overlap", (("may", "may overlap"), ("must", "must overlap"))),
        ],
        className="window-bar",
    )
    strip = dcc.Graph(
        id=ids.OVERVIEW,
        figure=_BLANK,
        config=_settings(displayModeBar=False, doubleClick=False, responsive=False),
        className="strip",
        responsive=False,
    )
    box = html.Div(strip, className="strip-box")
    return html.Section([counted, box], className="window", **aria(label="Window in time"))


def _settings(**own: object) -> Any:
    """The drawing's settings with a few of the page's own; Dash's type of them is narrower than plotly.js."""
    return config() | own


def _edge(name: str, words: str, example: str) -> Component:
    part: Component = dmc.TextInput(
        id=name,
        label=words,
        placeholder=example,
        debounce=True,
        size="xs",
        className="edge",
        inputWrapperOrder=["label", "input", "error"],
        **aria(label=words),
    )
    return part


def _choice(name: str, words: str, pairs: tuple[tuple[str, str], ...]) -> Component:
    part: Component = dmc.SegmentedControl(
        id=name,
        data=[{"value": value, "label": label} for value, label in pairs],
        value=pairs[0][0],
        size="xs",
        className="switch",
        **aria(label=words),
    )
    return part


def _timeline() -> Component:
    lanes = _choice(ids.LANES_BY, "Lanes by", tuple((lane, LANE_WORDS[lane]) for lane in LANES))
    folded = dmc.MultiSelect(
        id=ids.FOLDED,
        data=[],
        value=[],
        placeholder="Fold lanes",
        searchable=True,
        clearable=True,
        hidePickedOptions=True,
        size="xs",
        className="fold",
        **aria(label="Folded lanes"),
    )
    head = html.Div(
        [html.Span("Lanes by", className="label"), lanes, folded, *light_part(ids.CHIPS, className="chips")],
        className="lanes-bar",
    )
    graph = dcc.Graph(
        id=ids.TIMELINE,
        figure=_BLANK,
        # a slow hand, or a busy machine, takes longer than the 300 ms that plotly.js allows
        config=_settings(doubleClick="autosize", doubleClickDelay=700, responsive=False),
        responsive=False,
    )
    return html.Section(
        [head, html.Div(id=ids.EMPTY), html.Div(graph, className="drawing")],
        id=f"{ids.TIMELINE}-section",
        className="timeline",
        tabIndex=0,
        **aria(label=_KEYS),
    )


def _bottom() -> Component:
    pick = dmc.Select(
        id=ids.REPORT_PICK,
        data=[],
        allowDeselect=False,
        searchable=True,
        # the server has found what is typed among all reports: whatever it sends is shown
        filter={"function": "anyOption"},
        size="xs",
        className="pick",
        **aria(label="Report"),
    )
    picked = html.Div(pick, id=ids.REPORT_PICKED, className="gone")
    part: Component = dmc.Tabs(
        [
            dmc.TabsList(
                [
                    dmc.TabsTab("Table", value="table"),
                    dmc.TabsTab("Report", value="report"),
                    dmc.TabsTab("Running totals", value="totals", id=ids.TOTALS_TAB),
                    dmc.TabsTab("Not read", value="unread", id=ids.UNREAD_TAB),
                ]
            ),
            dmc.TabsPanel(
                [html.Div(id=ids.TABLE_NOTE), grid()], value="table", className="panel table-panel"
            ),
            dmc.TabsPanel([picked, *light_part(ids.REPORT)], value="report", className="panel"),
            dmc.TabsPanel(light_part(ids.TOTALS), value="totals", className="panel"),
            dmc.TabsPanel(light_part(ids.UNREAD), value="unread", className="panel"),
        ],
        id=ids.TABS,
        value="table",
        className="bottom",
    )
    return part
