"""Whether the server is well: for whoever watches over it, and without a word about what it shows."""

from dash import Dash
from flask import Flask, Response

from dashboard.app.case import Case
from dashboard.app.server.bounds import said
from dashboard.errors import TimelineError


def add_health(app: Dash, case: Case) -> None:
    """``/healthz`` answers 200 while what is shown can be read, and 503 when it can't."""
    server: Flask = app.server

    @server.get("/healthz")
    def health() -> Response:
        try:
            case.dataset()
        except TimelineError:
            return said("the store can't be read", 503)
        answer = Response("OK", mimetype="text/plain")
        answer.headers["Cache-Control"] = "no-store"
        return answer
