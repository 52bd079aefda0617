"""The page as it is first asked for: filled at once, where the browser says its address and its size with the question."""

import json
from typing import Any

from dash.development.base_component import Component
from flask import has_request_context, request

from dashboard.app import shell
from dashboard.app.ahead import made_ready
from dashboard.app.case import Case
from dashboard.app.kinds import is_screen


def first_page(case: Case) -> Component:
    """The page with all that it shows; empty where nothing is said that it could be drawn for."""
    screen = _screen() if has_request_context() else None
    if screen is None:
        return shell.blank(case)
    page = shell.drawn(case, request.args.get("search", ""), screen)
    made_ready(case.dataset())
    return page


def _screen() -> dict[str, Any] | None:
    """What assets/first.js says of the screen; None where that is no screen."""
    try:
        said = json.loads(request.args.get("screen", ""))
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) and is_screen(said) else None
