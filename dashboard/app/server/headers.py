"""What every answer says the browser may do."""

from collections.abc import Collection

from dash import Dash
from flask import Flask, Response, request

from dashboard.app.server.at_once import allowed

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
}

NO_FRAME = "frame-ancestors 'none'"
OWN, ANY_FRAME = "'self'", "frame-ancestors *"
"""In its policy, the one page that others may show in a frame says so: it changes nothing, and takes no word of anybody."""


def frames_of(sites: Collection[str], *, shared: bool) -> str:
    """Which sites may show it: those that are named, else any where nobody signs in, and none but our own where people do.

    >>> frames_of((), shared=True), frames_of(("https://news.example",), shared=True)
    ("frame-ancestors 'self'", "frame-ancestors 'self' https://news.example")
    """
    return f"frame-ancestors {' '.join((OWN, *sites))}" if sites or shared else ANY_FRAME


PLAIN = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""The policy of a page that only says something."""
FOR_A_YEAR = "public, max-age=31536000, immutable"


def add_headers(app: Dash) -> None:
    """Every answer says: nothing from elsewhere, no script but ours, no frame around us but where an answer says so."""
    policy = _policy(app)

    server: Flask = app.server

    @server.after_request
    def guard(response: Response) -> Response:
        for name, value in (_HEADERS | {"Content-Security-Policy": policy}).items():
            response.headers.setdefault(name, value)
        if NO_FRAME not in response.headers["Content-Security-Policy"]:
            del response.headers["X-Frame-Options"]  # what old browsers go by knows no exception
        if _is_stamped() and response.status_code == 200:
            response.headers["Cache-Control"] = FOR_A_YEAR
        return response


def _policy(app: Dash) -> str:
    """Scripts of ours only; styles in line, which plotly and the controls need; pictures made in the page."""
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", *app.csp_hashes(), allowed()]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",  # the sign-in; pages of ours alone take what is typed
    }
    return "; ".join([*(f"{name} {value}" for name, value in rules.items()), NO_FRAME])


def _is_stamped() -> bool:
    """Whether the address says which state of the file is meant: the page's icon would else come anew with every step."""
    return (request.path.startswith("/assets/") and "m" in request.args) or (
        request.path == "/_favicon.ico" and "v" in request.args
    )
