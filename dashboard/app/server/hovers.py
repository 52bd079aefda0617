"""What a pointer is told of an event on the chart, put into words once somebody points at it."""

from dash import Dash
from flask import Flask, Response, jsonify, request

from dashboard.app.case import Case
from dashboard.app.clock import zone_of
from dashboard.app.editing.wording import row_of
from dashboard.app.url import View, known_zone
from dashboard.figures.texts import hover_lines

HOVER = "/hover"


def add_hovers(app: Dash, case: Case) -> None:
    """A route that gives the lines of one event (``of``) on the clock of a zone; none where there is no such event."""
    server: Flask = app.server

    @server.get(HOVER)
    def hover() -> Response:
        dataset = case.mine().dataset()
        zone = zone_of(View(zone=known_zone(request.args.get("zone", ""))), dataset)
        row = row_of(dataset, request.args.get("of", ""))
        answer = jsonify([] if row is None else hover_lines(row.to_dict(), zone))
        answer.headers["Cache-Control"] = "no-store"
        return answer
