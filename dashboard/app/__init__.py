"""The page: Dash wires only. Controls write the address, everything drawn is drawn from the address."""

from collections.abc import Callable

from dash import Dash

from dashboard.app.callbacks import register
from dashboard.app.layout import layout
from dashboard.app.server import add_downloads, add_headers
from dashboard.table import Dataset

__all__ = ["create_app"]


def create_app(load: Dataset | Callable[[], Dataset]) -> Dash:
    """A page over a dataset, or over whatever a function gives each time it is asked.

    ``create_app(dataset).server`` is a WSGI application; ``/healthz`` answers when it is up.
    """
    given = load if callable(load) else lambda: load
    app = Dash(
        __name__,
        title="conflict-timeline",
        update_title="",
        serve_locally=True,
        health_endpoint="healthz",
        enable_mcp=False,
        add_log_handler=False,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    app.layout = lambda: layout(given())
    register(app, given)
    add_downloads(app, given)
    add_headers(app)
    return app
