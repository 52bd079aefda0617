"""The wires: each module registers the callbacks of one subject."""

from collections.abc import Callable

from dash import Dash

from dashboard.app.callbacks import browser, draw, explain, narrow, point, steer
from dashboard.table import Dataset

__all__ = ["register"]


def register(app: Dash, load: Callable[[], Dataset]) -> None:
    """Every callback of the page, over one dataset."""
    for subject in (steer, point, narrow, draw, explain):
        subject.register(app, load)
    browser.register(app)
