"""Who may change something: the page itself, and no page from elsewhere that is open in the same browser.

A browser says of every request that writes where it comes from, and no page can make it say otherwise.
"""

from urllib.parse import urlsplit

from dash import Dash
from flask import Flask, Response, request

from dashboard.app.server.bounds import said
from dashboard.wording.say import say

_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN = frozenset({"same-origin", "none"})


def add_origins(app: Dash) -> None:
    """Requests that write are refused when another page sends them."""
    server: Flask = app.server

    @server.before_request
    def check() -> Response | None:
        if request.method in _READING or is_own(request.headers, request.host):
            return None
        return said(say("only the page itself may change something here; open it under its own address"), 403)


def is_own(headers: "dict[str, str] | object", host: str) -> bool:
    """Whether a request comes from a page of this server, or from no page at all.

    >>> (
    ...     is_own({"Sec-Fetch-Site": "cross-site"}, "localhost:8050"),
    ...     is_own({"Origin": "http://localhost:8050"}, "localhost:8050"),
    ... )
    (False, True)
    """
    get = headers.get  # type: ignore[union-attr]
    site, origin = get("Sec-Fetch-Site"), get("Origin")
    if site is not None:
        return site in _OWN
    return origin is None or urlsplit(origin).netloc == host
