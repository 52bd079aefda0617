"""Whether what a page shows is still so: another person may have changed the case since it was drawn."""

from dash import Dash
from flask import Flask, Response, jsonify

from dashboard.app.case import Case


def add_news(app: Dash, case: Case) -> None:
    """A route that gives the edition there is now; a page that was drawn for another one offers to show it."""
    server: Flask = app.server

    @server.get("/news")
    def news() -> Response:
        answer = jsonify({"edition": case.edition()})
        answer.headers["Cache-Control"] = "no-store"
        return answer
