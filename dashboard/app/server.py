"""The page's other doors: downloads, and what every answer tells the browser it may do."""

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from urllib.parse import urlsplit

from dash import Dash
from flask import Flask, Response, jsonify, request

from dashboard.app import export
from dashboard.app.limits import LONGEST_ADDRESS
from dashboard.app.url import View, view_of
from dashboard.errors import ExportError, SelectionError, TimelineError
from dashboard.publish.parcel import Parcel
from dashboard.table import Dataset

Load = Callable[[], Dataset]

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
}

_FOR_A_YEAR = "public, max-age=31536000, immutable"


def add_downloads(app: Dash, load: Load) -> None:
    """Routes that give the wanted events as files; the query string is the view's own.

    An address that makes no sense, or chooses more than is used, is refused (400) rather than answered with
    a file of something else.
    """
    server: Flask = app.server

    @server.get("/export/events.<kind>")
    def events_file(kind: str) -> Response:
        try:
            return _sent(export.data_file(load(), _view(), f".{kind}", _now()))
        except ExportError as error:
            return _said(str(error), 404)

    @server.get("/export/timeline.html")
    def timeline_page() -> Response:
        return _sent(export.chart_page(load(), _view(), _now()))

    @server.get("/export/timeline.json")
    def timeline_figure() -> Response:
        return jsonify(export.picture(load(), _view(), _now()))


def add_bounds(app: Dash) -> None:
    """Addresses that are too long, lead nowhere or can't be meant are refused, each in one line."""
    server: Flask = app.server

    @server.before_request
    def check() -> Response | None:
        if len(request.query_string) > LONGEST_ADDRESS:
            return _said(f"the address is longer than {LONGEST_ADDRESS:,} characters", 414)
        if request.path == "/" or request.url_rule is None or not request.url_rule.rule.startswith("/<path:"):
            return None
        return _said("there is nothing under this address; the page is at /", 404)  # Dash would show the page

    @server.errorhandler(TimelineError)
    def refuse(error: TimelineError) -> Response:
        return _said(str(error), 400)


def add_headers(app: Dash) -> None:
    """Every answer says: nothing from elsewhere, no script but ours, no frame around us."""
    policy = _policy(app)

    server: Flask = app.server

    @server.after_request
    def guard(response: Response) -> Response:
        for name, value in (_HEADERS | {"Content-Security-Policy": policy}).items():
            response.headers.setdefault(name, value)
        if request.path.startswith("/assets/") and "m" in request.args and response.status_code == 200:
            response.headers["Cache-Control"] = _FOR_A_YEAR  # the stamp in the address changes with the file
        return response


def add_doorkeeper(app: Dash, hosts: Collection[str]) -> None:
    """Requests that call us by any other name are refused.

    A page from elsewhere can point a name of its own at this machine and then read what we answer (DNS
    rebinding); the name it calls us by gives it away. Flask's TRUSTED_HOSTS knows no IPv6 addresses.
    """
    known = {host.lower() for host in hosts}

    server: Flask = app.server

    @server.before_request
    def check() -> Response | None:
        name = called(request.headers.get("Host", ""))
        if name in known:
            return None
        said = f"this page is not served as {name!r}; open it under the address that serve printed, or name the host with --host"
        return _said(said, 421)


def called(host: str) -> str:
    """The name in a Host header, without its port; empty when it makes no sense.

    >>> called("LocalHost:8050"), called("[::1]:8050"), called("[")
    ('localhost', '::1', '')
    """
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _policy(app: Dash) -> str:
    """Scripts of ours only; styles in line, which plotly and the controls need; pictures made in the page."""
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", *app.csp_hashes()]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _view() -> View:
    view = view_of(request.query_string.decode("utf-8", "replace"))
    if view.notes:
        raise SelectionError("; ".join(view.notes))
    return view


def _said(words: str, status: int) -> Response:
    return Response(f"{words}\n", status, mimetype="text/plain")


def _sent(parcel: Parcel) -> Response:
    response = Response(parcel.content, mimetype=parcel.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{parcel.name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _now() -> datetime:
    return datetime.now(tz=UTC)
