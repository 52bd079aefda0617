"""The script that draws: a third of plotly.js, in the place of the whole that Dash would send."""

from dash import Dash, dcc
from flask import Flask, Response

from dashboard.app.server.headers import FOR_A_YEAR
from dashboard.figures import plotly_js

PLOTLY = f"/scripts/plotly-{plotly_js.version()}.js"


def add_drawing(app: Dash) -> None:
    """Our script has an address, and Dash's own list of scripts names the whole of plotly.js no more.

    The list is Dash's private matter: a test sees that the page asks for one script of plotly and can draw with it.
    """
    server: Flask = app.server
    dcc._js_dist[:] = [each for each in dcc._js_dist if each.get("namespace") != "plotly"]  # noqa: SLF001

    @server.get(PLOTLY)
    def plotly() -> Response:
        answer = Response(plotly_js.script(), mimetype="text/javascript")
        answer.headers["Cache-Control"] = FOR_A_YEAR  # the version is in its address
        return answer
