"""The gate of a page that several share: who is not signed in sees nothing, and who may only read changes nothing.

It stands before every address, those of tomorrow too; only the sign-in and the health of the server are open.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from flask import Flask, Response, g, has_app_context, render_template_string, request

from dashboard.access import Book, People, Person, Role, Share, Shares
from dashboard.access.people import LONGEST_NAME
from dashboard.app.server.bounds import said
from dashboard.app.server.headers import ANY_FRAME, PLAIN
from dashboard.app.server.pages import FRAMED_PAGE
from dashboard.app.server.proxies import SIGNED_IN
from dashboard.errors import AccessError
from dashboard.wording.say import say, to_say
from dashboard.wording.spoken import spoken

SIGN_IN, SIGN_OUT, PEOPLE, SHARES, EMBED = "/sign-in", "/sign-out", "/people", "/shares", "/embed"
SHARE = "share"
"""By what the address of a view in a frame names the word of its link."""
COOKIE = "conflict-timeline"
OPEN = frozenset({SIGN_IN, "/healthz"})
_PAGES = frozenset({"/", EMBED, PEOPLE, SHARES})
_FRAMES = frozenset({"iframe", "frame", "embed", "object"})
_NEEDS = {
    PEOPLE: (Role.ADMIN, to_say("only an admin may say who else may see this")),
    SHARES: (Role.EDITOR, to_say("only an editor may show this to others")),
}
_NOBODY = Person("", Role.READER)
_CLOSED = to_say("who may come in can't be read just now; ask whoever runs this server")
_SIGN_IN_FIRST = to_say("you are not signed in; open the page again and sign in")
_FOR_SIGNED = to_say(
    "This view is shown to people who are signed in, and no browser says within another site who is. An editor can make a link that shows it here."
)
_ENDED = to_say("The link of this view was taken back, or never was one.")


@dataclass(frozen=True, slots=True)
class Gate:
    """Who is let in: ``people`` as they are now, by a session of the ``book`` or, with ``by_proxy``, by a proxy's word.

    Of the views in frames of other sites one is shown to whoever has its link, of the ``shares``; ``frames`` are the sites that may.
    """

    people: Callable[[], People]
    book: Book
    by_proxy: bool = False
    shares: Callable[[], Shares] = Shares
    frames: tuple[str, ...] = ()

    def stand_before(self, server: Flask) -> None:
        """Ask at every address."""
        server.before_request(self.check)

    def check(self) -> Response | None:
        """Refuse who is not signed in; of everybody else note who it is."""
        try:
            return self._checked()
        except AccessError:  # the words name files, and are for whoever runs the server
            logging.getLogger(__name__).exception("who may come in")
            return said(say(_CLOSED), 503)

    def _checked(self) -> Response | None:
        person = g.person = self.known()
        if request.path in OPEN:
            return None
        if request.path == EMBED and SHARE in request.args:
            g.share = self.shares().opened(request.args[SHARE], self.people())
            return None if g.share else framed(say(_ENDED), 403)
        if person is None:
            return self._before_signing_in()
        needed, why = _NEEDS.get(request.path, (Role.READER, ""))
        return None if person.role.may(needed) else said(say(why), 403)

    def _before_signing_in(self) -> Response:
        if request.path == EMBED and is_framed():
            return framed(say(_FOR_SIGNED), 401)
        if request.method == "GET" and request.path in _PAGES and not self.by_proxy:
            return led(f"{SIGN_IN}?next={quote(request.full_path.rstrip('?'), safe='')}")
        return said(say(_SIGN_IN_FIRST), 401)

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


def share_at_hand() -> Share | None:
    """The link by which a view is asked for; None where who asks is signed in, or nobody has to be."""
    found: Share | None = g.get("share")
    return found


def is_framed() -> bool:
    """Whether a browser asks for what it shows in a frame."""
    return request.headers.get("Sec-Fetch-Dest") in _FRAMES


def framed(words: str, status: int) -> Response:
    """An answer for a frame of any site, that says why it shows nothing and holds nothing else."""
    markup = render_template_string(FRAMED_PAGE, say=say, spoken=spoken(), words=words)
    answer = Response(markup, status, mimetype="text/html")
    answer.headers["Content-Security-Policy"] = f"{PLAIN}; {ANY_FRAME}"
    answer.headers["Cache-Control"] = "no-store"
    return answer


def cookie_name() -> str:
    """Where the connection is safe a cookie that no other host and no unsafe page can set."""
    return f"__Host-{COOKIE}" if request.is_secure else COOKIE


def led(where: str) -> Response:
    """An answer that leads to another page of ours."""
    return Response("", 303, {"Location": where, "Cache-Control": "no-store"})
