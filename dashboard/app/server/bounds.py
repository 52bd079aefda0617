"""Who is answered, and to which addresses: the rest is refused, each in one line."""

from collections.abc import Collection
from urllib.parse import urlsplit

from dash import Dash
from flask import Flask, Response, request

from dashboard.app.limits import LONGEST_ADDRESS
from dashboard.errors import TimelineError
from dashboard.wording.retold import retold
from dashboard.wording.say import say

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


def add_bounds(app: Dash) -> None:
    """Addresses that are too long, lead nowhere or can't be meant are refused, each in one line."""
    server: Flask = app.server

    @server.before_request
    def check() -> Response | None:
        if len(request.query_string) > LONGEST_ADDRESS:
            return said(say("the address is longer than {most} characters", most=LONGEST_ADDRESS), 414)
        if request.path == "/" or request.url_rule is None or not request.url_rule.rule.startswith("/<path:"):
            return None
        return said(
            say("there is nothing under this address; the page is at /"), 404
        )  # Dash would show the page

    @server.errorhandler(TimelineError)
    def refuse(error: TimelineError) -> Response:
        return said(retold(str(error)), 400)


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
        words = say(
            "this page is not served as {name}; open it under the address that serve printed, or name the host with --host",
            name=repr(name),
        )
        return said(words, 421)


def called(host: str) -> str:
    """The name in a Host header, without its port; empty when it makes no sense.

    >>> called("LocalHost:8050"), called("[::1]:8050"), called("[")
    ('localhost', '::1', '')
    """
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def said(words: str, status: int) -> Response:
    """An answer in one line."""
    return Response(f"{words}\n", status, mimetype="text/plain")
