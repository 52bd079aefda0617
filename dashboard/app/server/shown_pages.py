"""Pages that stand alone, shown in the browser and not saved: the view in a frame of others, and the report to print."""

from collections.abc import Collection

from dash import Dash
from flask import Flask, Response, request

from dashboard.app import export
from dashboard.app.address import view_of
from dashboard.app.case import Case
from dashboard.app.export import Exported
from dashboard.app.server.downloads import asked_title, asked_view, moment
from dashboard.app.server.gate import EMBED, framed, is_framed, share_at_hand
from dashboard.app.server.headers import NO_FRAME, frames_of
from dashboard.app.server.origins import is_own
from dashboard.publish.pages.alone import Alone
from dashboard.wording.say import say, to_say

_NOT_HERE = to_say(
    "Whoever runs this server lets no other site show it in a frame; serve --embed-in names the sites that may."
)


def add_shown_pages(app: Dash, case: Case, sites: Collection[str] = (), *, shared: bool = False) -> None:
    """Routes whose query string is the view's own; each answer lets nothing run but the page's own scripts.

    A view stands in frames of the ``sites``, where none is named in any or, where it is ``shared`` by people who sign in, in none.
    """
    server: Flask = app.server
    frames = frames_of(sites, shared=shared)

    @server.get(EMBED)
    def embedded() -> Response:
        if shared and not sites and is_framed() and not is_own(request.headers, request.host):
            return framed(say(_NOT_HERE), 403)
        share = share_at_hand()
        view = asked_view() if share is None else view_of(share.query)
        return _shown(
            export.embedded(Exported.of(case, asked_title()), view, moment(), whole=share is None), frames
        )

    @server.get("/export/report.html")
    def report() -> Response:
        return _shown(export.report_page(Exported.of(case, asked_title()), asked_view(), moment()), NO_FRAME)


def _shown(page: Alone, frames: str) -> Response:
    response = Response(page.markup.encode("utf-8", "xmlcharrefreplace"), mimetype="text/html")
    response.headers["Content-Security-Policy"] = f"{page.policy}; {frames}"
    response.headers["Cache-Control"] = "no-store"
    return response
