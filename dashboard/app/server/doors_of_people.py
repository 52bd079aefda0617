"""The doors of a page that several share: signing in and out, and for an admin who else may come in.

Plain pages of their own, which need no script: what is typed there goes nowhere else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urlsplit

from flask import Flask, Response, render_template_string, request

from dashboard.access import People, Person, Role
from dashboard.access.people import LONGEST_NAME, LONGEST_PASSWORD, hashed, person_of
from dashboard.app.server.gate import (
    OPEN,
    PEOPLE,
    SHARES,
    SIGN_IN,
    SIGN_OUT,
    Gate,
    cookie_name,
    led,
    person_at_hand,
)
from dashboard.app.server.pages import PEOPLE_PAGE, SIGN_IN_PAGE
from dashboard.errors import AccessError
from dashboard.wording.retold import retold
from dashboard.wording.say import say, so_many, term, to_say
from dashboard.wording.spoken import spoken

_WRONG = to_say("name and password do not fit")
_BODY_BYTES = 8 * 1024
_LONG = frozenset({"next", "view"})
_LANDINGS = frozenset({"/", PEOPLE, SHARES})
OWN_DOORS = OPEN | {SIGN_OUT, PEOPLE, SHARES}
Keep = Callable[[Callable[[People], People]], None]
"""Changes who may come in, one after the other: it is given what makes the new people of those there are."""


class Doors(Protocol):
    """Doors that can be added to a server."""

    def add_to(self, server: Flask) -> None:
        """All of them."""


@dataclass(frozen=True, slots=True)
class PeopleDoors:
    """The doors behind one gate; ``keep`` changes who may come in, ``others`` are what else only they see."""

    gate: Gate
    keep: Keep
    others: tuple[Doors, ...] = ()

    def add_to(self, server: Flask) -> None:
        """All of them; with a proxy that asks for names, there is nothing to sign in or out of."""
        for each in self.others:
            each.add_to(server)
        server.add_url_rule(PEOPLE, "people", self.people, methods=["GET"])
        server.add_url_rule(PEOPLE, "change_people", self.change, methods=["POST"])
        if not self.gate.by_proxy:
            server.add_url_rule(SIGN_IN, "ask_who", _ask, methods=["GET"])
            server.add_url_rule(SIGN_IN, "sign_in", self.sign_in, methods=["POST"])
            server.add_url_rule(SIGN_OUT, "sign_out", self.sign_out, methods=["POST"])

    def sign_in(self) -> Response:
        """Begin a session, where name and password fit; guessing is slowed."""
        form = form_of()
        name, password = form.get("name", "").strip(), form.get("password", "")
        origin = request.remote_addr or ""
        wait = self.gate.book.may_try(name[:LONGEST_NAME], origin)
        if wait:
            minutes = -(-wait // 60)
            words = so_many(
                "too many tries; wait {count} minute and try again",
                "too many tries; wait {count} minutes and try again",
                minutes,
            )
            answer = _asked(form, words, 429)
            answer.headers["Retry-After"] = str(wait)
            return answer
        person = self.gate.people().signed_in(name, password)
        if person is None:
            return _asked(form, say(_WRONG), 401)
        self.gate.book.forget(name, origin)
        return self._begun(person, _landing(form.get("next", "")))

    def sign_out(self) -> Response:
        """End the session, on the server too."""
        self.gate.book.end(request.cookies.get(cookie_name(), ""))
        answer = led(SIGN_IN)
        answer.delete_cookie(cookie_name(), secure=request.is_secure, httponly=True, samesite="Lax")
        return answer

    def people(self) -> Response:
        """Who may come in, for an admin."""
        return self._shown()

    def change(self) -> Response:
        """Somebody more or less, another role, another password."""
        form = form_of()
        try:
            self.keep(_asked_for(form))
        except AccessError as error:
            return self._shown(retold(str(error)), 422)
        return led(PEOPLE)

    def _begun(self, person: Person, landing: str) -> Response:
        answer = led(landing)
        token = self.gate.book.begin(person)
        answer.set_cookie(
            cookie_name(), token, secure=request.is_secure, httponly=True, samesite="Lax", path="/"
        )
        return answer

    def _shown(self, words: str = "", status: int = 200) -> Response:
        people = sorted(self.gate.people(), key=lambda each: each.name.casefold())
        mine = person_at_hand().name
        return plain_page(
            PEOPLE_PAGE,
            status,
            people=people,
            roles=list(Role),
            words=words,
            mine=mine,
            by_proxy=self.gate.by_proxy,
        )


def _ask() -> Response:
    return _asked({"next": request.args.get("next", "")})


def _asked(form: dict[str, str], words: str = "", status: int = 200) -> Response:
    name, landing = form.get("name", "")[:LONGEST_NAME], _landing(form.get("next", ""))
    return plain_page(SIGN_IN_PAGE, status, name=name, next=landing, words=words)


def _asked_for(form: dict[str, str]) -> Callable[[People], People]:
    """What was asked for, as what makes the new people of the old; raises AccessError for what makes no sense."""
    name, verb = form.get("name", ""), form.get("verb", "")
    password = form.get("password") or None
    if verb == "remove":
        return lambda people: people.without(name)
    if verb == "password":
        new = hashed(password or "")
        return lambda people: people.with_person(Person(name, people.must_have(name).role, new))
    role = form.get("role", "")
    if role not in set(Role) or verb not in {"add", "role"}:
        msg = say("there is no such role, or nothing of that kind can be asked for")
        raise AccessError(msg)
    if verb == "role":
        return lambda people: people.in_role(name, Role(role))
    new_person = person_of(name, Role(role), password)
    return lambda people: _added(people, new_person)


def _added(people: People, person: Person) -> People:
    if people.get(person.name):
        msg = say("{name} is there already", name=person.name)
        raise AccessError(msg)
    return people.with_person(person)


def _landing(said: str) -> str:
    """Where to go once signed in: a page of ours, and no other server's.

    >>> _landing("/?event=525a"), _landing("//elsewhere.example/")
    ('/?event=525a', '/')
    """
    try:
        parts = urlsplit(said)
    except ValueError:
        return "/"
    own = not (parts.scheme or parts.netloc) and parts.path in _LANDINGS
    return f"{parts.path}{'?' if parts.query else ''}{parts.query}" if own and said.isprintable() else "/"


def form_of() -> dict[str, str]:
    """What was typed into a form of a plain page, no longer than it can be."""
    request.max_content_length = _BODY_BYTES
    return {
        name: value if name in _LONG else value[: LONGEST_PASSWORD + 1]
        for name, value in request.form.items()
    }


def plain_page(template: str, status: int, **given: Any) -> Response:
    """A plain page in the language at hand."""
    answer = Response(
        render_template_string(template, say=say, term=term, spoken=spoken(), **given),
        status,
        mimetype="text/html",
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer
