"""The page: Dash wires only. Controls write the address, everything drawn is drawn from the address.

A part of the page is a module that holds what it shows, its ids, and what it answers to (a ``PagePart``); ``shell`` puts the
parts together, ``url`` holds the view, ``server`` the other doors. A new part is a module and a row in ``shell.PARTS``; a
new tab a module in ``tabs/`` and a row in ``tabs/every.py``.
"""

from collections.abc import Callable, Collection

from dash import Dash

from dashboard.app import shell
from dashboard.app.case import Case, KeptCase, case_of
from dashboard.app.first import first_page
from dashboard.app.server.adding import add_adding
from dashboard.app.server.bounds import LOCAL, add_bounds, add_doorkeeper
from dashboard.app.server.compression import add_compression
from dashboard.app.server.doors_of_people import PeopleDoors
from dashboard.app.server.downloads import add_downloads
from dashboard.app.server.drawing import PLOTLY, add_drawing
from dashboard.app.server.gate import person_at_hand
from dashboard.app.server.headers import add_headers
from dashboard.app.server.health import add_health
from dashboard.app.server.hovers import add_hovers
from dashboard.app.server.news import add_news
from dashboard.app.server.origins import add_origins
from dashboard.app.server.questions import add_questions
from dashboard.app.server.scripts import Page, add_scripts
from dashboard.app.server.sealing import add_sealing
from dashboard.app.server.shown_pages import add_shown_pages
from dashboard.app.server.speaking import add_languages
from dashboard.app.shared import Shared
from dashboard.table import Dataset

__all__ = ["Case", "KeptCase", "create_app"]


def create_app(
    load: Dataset | Callable[[], Dataset] | Case,
    *,
    hosts: Collection[str] | None = LOCAL,
    shared: PeopleDoors | None = None,
    mark: str = "",
    frames: Collection[str] = (),
) -> Dash:
    """A page over a dataset, over whatever a function gives each time it is asked, or over a case that can be put right.

    It answers only those who call it by one of the ``hosts`` (None: by any name), and with ``shared`` only those who are signed
    in, each as her role lets her; its view in a frame may stand in those of the sites in ``frames``. Of several workers each has a ``mark`` of its own, by which its jobs are known.
    ``create_app(dataset).server`` is a WSGI application; ``/healthz`` answers when it is up.
    """
    case = case_of(load)
    if shared is not None:
        case = Shared(whole=case, who=person_at_hand)
    app = Page(
        __name__,
        title="conflict-timeline",
        update_title="",
        serve_locally=True,
        enable_mcp=False,
        add_log_handler=False,
        external_scripts=[PLOTLY],
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    app.layout = lambda: first_page(case.mine())
    add_languages(app)
    shell.register(app, case)
    add_drawing(app)
    add_scripts(app)
    add_downloads(app, case)
    add_shown_pages(app, case, frames, shared=shared is not None)
    add_compression(app)
    add_headers(app)
    if hosts is not None:
        add_doorkeeper(app, hosts)
    if shared is not None:
        shared.gate.stand_before(app.server)
        shared.add_to(app.server)
    add_bounds(app)
    add_origins(app)
    add_adding(app, case, mark)
    add_news(app, case)
    add_sealing(app, case)
    add_hovers(app, case)
    add_questions(app, shell.kinds())
    add_health(app, case)
    return app
