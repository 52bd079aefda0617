"""The drawings: timeline, overview strip, table."""

from collections.abc import Callable
from typing import Any

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from dashboard.app import ids
from dashboard.app.callbacks.narrow import lifted
from dashboard.app.clock import zone_of
from dashboard.app.grid import AT_MOST, rows
from dashboard.app.url import View, view_of
from dashboard.app.window import span
from dashboard.figures.overview import overview
from dashboard.figures.timeline import timeline
from dashboard.table import Dataset
from dashboard.table.epochs import dated
from dashboard.table.filters import select
from dashboard.table.lanes import NAMELESS, lane_values

Screen = dict[str, Any] | None
_MOST_LANES = 50
_NARROWEST, _WIDEST = 280, 8000


def register(app: Dash, load: Callable[[], Dataset]) -> None:
    """The callbacks that draw."""

    @app.callback(
        Output(ids.TIMELINE, "figure"),
        Output(ids.TIMELINE, "style"),
        Output(ids.EMPTY, "children"),
        Output(ids.FOLDED, "data"),
        Input(ids.URL, "search"),
        Input(ids.SCREEN, "data"),
        prevent_initial_call=True,
    )
    def draw(search: str, screen: Screen) -> tuple[object, ...]:
        view, dataset = view_of(search), load()
        events = select(dataset.events, view.selection)
        figure = timeline(
            events,
            zone=zone_of(view, dataset),
            lanes_by=view.lanes_by,
            window=span(events, view),
            reports=dataset.reports,
            dark=_dark(screen),
            folded=frozenset(view.folded),
            selected=view.event or None,
            width_px=_width(screen),
            mentions=dataset.mentions,
        )
        figure["layout"]["width"] = _width(screen)  # said, not measured: plotly.js draws once
        return (
            figure,
            {} if len(events) else {"display": "none"},
            empty(view, dataset, len(events)),
            lanes(dataset, view),
        )

    @app.callback(
        Output(ids.OVERVIEW, "figure"),
        Input(ids.URL, "search"),
        Input(ids.SCREEN, "data"),
        prevent_initial_call=True,
    )
    def strip(search: str, screen: Screen) -> object:
        view, dataset = view_of(search), load()
        window = span(dataset.events, view)
        figure = overview(dataset.events, zone=zone_of(view, dataset), window=window, dark=_dark(screen))
        figure["layout"]["uirevision"] = repr(
            window
        )  # what was drawn by hand gives way to the window it became
        figure["layout"]["width"] = _width(screen, "strip")
        return figure

    @app.callback(Output(ids.TABLE, "rowData"), Output(ids.TABLE_NOTE, "children"), Input(ids.WANTED, "data"))
    def table(wanted: str) -> tuple[object, object]:
        view, dataset = view_of(wanted), load()
        events = select(dataset.events, view.selection)
        return rows(events, zone_of(view, dataset)), _cut(len(events))


def empty(view: View, dataset: Dataset, left: int) -> Component | None:
    """What stands in place of the chart when nothing is to be drawn, and what to do about it."""
    if left:
        return None
    if dataset.events.empty:
        return html.Div([html.H2("No events yet"), *_how_to_begin(len(dataset.reports))], className="empty")
    offers = lifted(view, zone_of(view, dataset))
    return html.Div(
        [html.H2("No event passes these filters"), html.Div(offers, className="offers")], className="empty"
    )


def lanes(dataset: Dataset, view: View) -> list[str]:
    """The names of the first lanes that can be folded, in the order they are drawn, and of those that are."""
    events = dataset.events  # sorted by start
    values = lane_values(events, view.lanes_by)[dated(events)]
    names = [str(each) or NAMELESS[view.lanes_by] for each in values.unique()]
    return list(dict.fromkeys((*view.folded, *names)))[: max(_MOST_LANES, len(view.folded))]


def _how_to_begin(reports: int) -> list[Component]:
    told = {0: "No report has been read.", 1: "One report was read, and no event was found in it."}
    said = told.get(reports, f"{reports:,} reports were read, and no event was found in them.")
    how = html.Code("python -m dashboard serve PATH…")
    return [html.P(said), html.P(["Read reports with ", how, " and load this page again."])]


def _cut(count: int) -> Component | None:
    if count <= AT_MOST:
        return None
    return html.P(
        f"The first {AT_MOST:,} of {count:,} events are listed. Narrow the view to list others; an export holds all of them.",
        className="hint",
    )


def _dark(screen: Screen) -> bool:
    return bool(screen and screen.get("dark"))


def _width(screen: Screen, part: str = "width") -> int:
    """How wide a part is, in pixels that a screen can have."""
    return min(max(int((screen or {}).get(part) or 1000), _NARROWEST), _WIDEST)
