"""The top bar: what is looked at, how much of it, on which clock, and how to take it away."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.app import ids
from dashboard.app.clock import zone_choices
from dashboard.app.links import aria
from dashboard.exchange import SUFFIXES
from dashboard.table import Dataset

_KINDS = {
    ".csv": "CSV",
    ".json": "JSON",
    ".geojson": "GeoJSON",
    ".xlsx": "Excel",
    ".parquet": "Parquet",
}


def topbar(dataset: Dataset) -> Component:
    """The bar; its count, clock and links are filled in as the view changes."""
    return html.Header(
        [
            html.Button(
                "Filters", id=ids.RAIL_OPEN, className="button only-phone", **aria(controls=ids.RAIL)
            ),
            html.H1(dataset.name or "Timeline", dir="auto", title=dataset.name or None),
            _search(),
            html.Div(id=ids.COUNT, className="events", role="status"),
            html.Div([html.Span(id=ids.ZONE_NOTE, className="label"), _zone(dataset)], className="clock"),
            html.Div([_share(), _export(), _theme()], className="tools"),
        ],
        className="topbar",
    )


def export_lines() -> dict[str, str]:
    """Where each line of the export menu leads, by the id of the line; the view's query string follows."""
    data = {ids.download(suffix): f"/export/events{suffix}" for suffix in SUFFIXES}
    return {ids.download(".html"): "/export/timeline.html"} | data


def _search() -> Component:
    part: Component = dmc.TextInput(
        id=ids.SEARCH,
        placeholder="Search words, places, actors",
        debounce=350,
        size="xs",
        className="search",
        **aria(label="Search"),
    )
    return part


def _zone(dataset: Dataset) -> Component:
    part: Component = dmc.Select(
        id=ids.ZONE,
        data=zone_choices(dataset),
        searchable=True,
        allowDeselect=False,
        limit=40,
        size="xs",
        className="zone",
        nothingFoundMessage="No such zone",
        **aria(label="Time zone"),
    )
    return part


def _share() -> Component:
    part: Component = dmc.CopyButton(
        "Share link",
        id=ids.SHARE,
        value="",
        copiedChildren="Link copied",
        size="compact-sm",
        variant="default",
        copiedColor="teal",
    )
    return part


def _export() -> Component:
    pictures = [
        dmc.MenuItem("PNG picture", id=ids.EXPORT_PNG),
        dmc.MenuItem("SVG drawing", id=ids.EXPORT_SVG),
    ]
    pages = [_saved("HTML page, works offline", ".html")]
    data = [_saved(_KINDS.get(suffix, suffix), suffix) for suffix in SUFFIXES]
    lines = [dmc.MenuLabel("The chart"), *pictures, *pages, dmc.MenuLabel("The events in it"), *data]
    opener = dmc.Button("Export", size="compact-sm", variant="default", id="export")
    part: Component = dmc.Menu(
        [dmc.MenuTarget(opener), dmc.MenuDropdown(lines)],
        position="bottom-end",
        keepMounted=True,
        shadow="md",
    )
    return part


def _saved(words: str, suffix: str) -> Component:
    part: Component = dmc.MenuItem(words, id=ids.download(suffix), href="#", refresh=True)
    return part


def _theme() -> Component:
    part: Component = dmc.Button(
        "Dark",
        id=ids.THEME,
        size="compact-sm",
        variant="default",
        **aria(label="Switch between light and dark"),
    )
    return part
