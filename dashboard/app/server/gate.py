"""The gate of a page that several share: who is not signed in sees nothing, and who may only read changes nothing.

It stands before every address, those of tomorrow too; only the sign-in and the health of the server are open.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from flask import Flask, Response, g, has_app_context, request

from dashboard.access import Book, People, Person, Role
from dashboard.access.people import LONGEST_NAME
from dashboard.app.server.bounds import said
from dashboard.app.server.proxies import SIGNED_IN
from dashboard.errors import AccessError
from dashboard.wording.say import say, to_say

SIGN_IN, SIGN_OUT, PEOPLE = "/sign-in", "/sign-out", "/people"
COOKIE = "conflict-timeline"
OPEN = frozenset({SIGN_IN, "/healthz"})
_PAGES = frozenset({"/", "/embed", PEOPLE})
_NOBODY = Person("", Role.READER)
_CLOSED = to_say("who may come in can't be read just now; ask whoever runs this server")
_SIGN_IN_FIRST = to_say("you are not signed in; open the page again and sign in")


@dataclass(frozen=True, slots=True)
class Gate:
    """Who is let in: ``people`` as they are now, by a session of the ``book`` or, with ``by_proxy``, by a proxy's word."""

    people: Callable[[], People]
    book: Book
    by_proxy: bool = False

    def stand_before(self, server: Flask) -> None:
        """Ask at every address."""
        server.before_request(self.check)

    def check(self) -> Response | None:
        """Refuse who is not signed in; of everybody else note who it is."""
        try:
            person = self.known()
        except AccessError:  # the words name files, and are for whoever runs the server
            logging.getLogger(__name__).exception("who may come in")
            return said(say(_CLOSED), 503)
        g.person = person
        if request.path in OPEN:
            return None
        if person is None:
            if request.method == "GET" and request.path in _PAGES and not self.by_proxy:
                return led(f"{SIGN_IN}?next={quote(request.full_path.rstrip('?'), safe='')}")
            return said(say(_SIGN_IN_FIRST), 401)
        if request.path == PEOPLE and not person.role.may(Role.ADMIN):
            return said(say("only an admin may say who else may see this"), 403)
        return None

    def known(self) -> Person | None:
        """Who asks; None where nobody is signed in. Whom only the proxy knows may read."""
        people = self.people()
        if self.by_proxy:
            name = str(request.environ.get(SIGNED_IN) or "")[:LONGEST_NAME]
            return (people.get(name) or Person(name, Role.READER)) if name else None
        token = request.cookies.get(cookie_name())
        return self.book.person(token, people) if token else None


def person_at_hand() -> Person:
    """Whose question this is; the gate has let her in. Where nobody asked, as when Dash tries the page, nobody's."""
    if not has_app_context():
        return _NOBODY
    return g.get("person") or _NOBODY


def cookie_name() -> str:
    """Where the connection is safe a cookie that no other host and no unsafe page can set."""
    return f"__Host-{COOKIE}" if request.is_secure else COOKIE


def led(where: str) -> Response:
    """An answer that leads to another page of ours."""
    return Response("", 303, {"Location": where, "Cache-Control": "no-store"})
