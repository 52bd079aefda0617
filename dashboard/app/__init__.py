"""The page: Dash wires only. Controls write the address, everything drawn is drawn from the address."""

from collections.abc import Callable, Collection

from dash import Dash

from dashboard.app.asked import add_questions
from dashboard.app.callbacks import register
from dashboard.app.compressed import add_compression
from dashboard.app.layout import layout
from dashboard.app.server import LOCAL, add_bounds, add_doorkeeper, add_downloads, add_headers
from dashboard.table import Dataset

__all__ = ["create_app"]


def create_app(load: Dataset | Callable[[], Dataset], *, hosts: Collection[str] | None = LOCAL) -> Dash:
    """A page over a dataset, or over whatever a function gives each time it is asked.

    It answers only those who call it by one of the ``hosts`` (None: by any name).
    ``create_app(dataset).server`` is a WSGI application; ``/healthz`` answers when it is up.
    """
    asked: object = load
    if not callable(load) and not isinstance(asked, Dataset):
        msg = f"create_app takes a Dataset, as read_dataset and dataset_from give it, or a function that gives one, not {type(load).__name__}"
        raise TypeError(msg)
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
    add_compression(app)
    add_headers(app)
    if hosts is not None:
        add_doorkeeper(app, hosts)
    add_bounds(app)
    add_questions(app)
    return app
