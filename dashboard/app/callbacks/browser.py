"""What only the browser can do: its size and colours, the address as a link, pictures of the chart, the drawer."""

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboard.app import ids, light, picker
from dashboard.app.light import light_id
from dashboard.app.rail import PICKERS
from dashboard.publish.offered import PAGE

LIGHT = (ids.CHIPS, ids.UNDATED, ids.PRESETS, ids.REPORT, ids.TOTALS, ids.UNREAD)


def register(app: Dash) -> None:
    """Callbacks that run in the page; they are written in assets/page.js."""
    app.clientside_callback(
        _js("screen"), Output(ids.SCREEN, "data"), Input(ids.URL, "search"), State(ids.SCREEN, "data")
    )
    app.clientside_callback(
        _js("wanted"), Output(ids.WANTED, "data"), Input(ids.URL, "search"), State(ids.WANTED, "data")
    )
    app.clientside_callback(
        _js("scheme"),
        Output(ids.PROVIDER, "forceColorScheme"),
        Output(ids.THEME, "children"),
        Input(ids.SCREEN, "data"),
    )
    light.register(app, LIGHT)
    picker.register(app, PICKERS)
    app.clientside_callback(_js("address"), Output(ids.SHARE, "value"), Input(ids.URL, "href"))
    app.clientside_callback(
        _js("repaint"),
        Output(ids.URL, "search", allow_duplicate=True),
        Input(ids.THEME, "n_clicks"),
        State(ids.URL, "search"),
        State(ids.SCREEN, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        _js("drawer"),
        Output(ids.ROOT, "className"),
        Input(ids.RAIL_OPEN, "n_clicks"),
        Input(ids.RAIL_CLOSE, "n_clicks"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        _js("picture"),
        Output(ids.EXPORT_DONE, "data"),
        Input(ids.EXPORT_PNG, "n_clicks"),
        Input(ids.EXPORT_SVG, "n_clicks"),
        State(ids.download(PAGE.suffix), "href"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        _js("reveal"),
        Output(ids.REVEALED, "data"),
        Input(ids.CARD, "children"),
        Input(light_id(ids.REPORT), "data"),
        State(ids.URL, "search"),
    )


def _js(name: str) -> ClientsideFunction:
    return ClientsideFunction(namespace="page", function_name=name)
