"""The top bar: what is looked at, how much of it, on which clock, and how to take it away."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.app import ids
from dashboard.app.clock import zone_choices
from dashboard.app.links import aria
from dashboard.exchange.formats import FORMATS, Format
from dashboard.figures.picture import Picture
from dashboard.publish.offered import PAGE, PICTURES
from dashboard.table import Dataset


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
    data = {ids.download(each.suffix): f"/export/events{each.suffix}" for each in FORMATS}
    return {ids.download(PAGE.suffix): "/export/timeline.html"} | data


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
        dmc.MenuItem(PICTURES[Picture.PNG].label, id=ids.EXPORT_PNG),
        dmc.MenuItem(PICTURES[Picture.SVG].label, id=ids.EXPORT_SVG),
    ]
    data = map(_saved, FORMATS)
    lines = [dmc.MenuLabel("The chart"), *pictures, _saved(PAGE), dmc.MenuLabel("The events in it"), *data]
    opener = dmc.Button("Export", size="compact-sm", variant="default", id="export")
    part: Component = dmc.Menu(
        [dmc.MenuTarget(opener), dmc.MenuDropdown(lines)],
        position="bottom-end",
        keepMounted=True,
        shadow="md",
    )
    return part


def _saved(form: Format) -> Component:
    part: Component = dmc.MenuItem(form.label, id=ids.download(form.suffix), href="#", refresh=True)
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
