"""Pages that stand alone, shown in the browser and not saved: the view in a frame of others, and the report to print."""

from dash import Dash
from flask import Flask, Response

from dashboard.app import export
from dashboard.app.case import Case
from dashboard.app.export import Exported
from dashboard.app.server.downloads import asked_view, moment
from dashboard.app.server.headers import ANY_FRAME, NO_FRAME
from dashboard.publish.pages.alone import Alone

EMBED = "/embed"


def add_shown_pages(app: Dash, case: Case) -> None:
    """Routes whose query string is the view's own; each answer lets nothing run but the page's own scripts."""
    server: Flask = app.server

    @server.get(EMBED)
    def embedded() -> Response:
        return _shown(export.embedded(Exported.of(case), asked_view(), moment()), ANY_FRAME)

    @server.get("/export/report.html")
    def report() -> Response:
        return _shown(export.report_page(Exported.of(case), asked_view(), moment()), NO_FRAME)


def _shown(page: Alone, frames: str) -> Response:
    response = Response(page.markup.encode("utf-8", "xmlcharrefreplace"), mimetype="text/html")
    response.headers["Content-Security-Policy"] = f"{page.policy}; {frames}"
    response.headers["Cache-Control"] = "no-store"
    return response
