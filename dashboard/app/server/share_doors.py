"""The page of links that show a view to whoever has them, for those who may change the case: made, listed, taken back.

A plain page of its own, which needs no script. The word of a link is shown once, when it is made.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import escape

from flask import Flask, Response, request

from dashboard.access import Role
from dashboard.access.shares import Share, Shares, share_of
from dashboard.app.address import view_of
from dashboard.app.server.doors_of_people import form_of, plain_page
from dashboard.app.server.gate import EMBED, SHARES, Gate, led, person_at_hand
from dashboard.app.server.pages import SHARES_PAGE
from dashboard.app.url import search_of
from dashboard.errors import AccessError
from dashboard.table.filter_words import filters_on
from dashboard.wording.dates import Form, dated
from dashboard.wording.languages import ARGUMENT
from dashboard.wording.retold import retold
from dashboard.wording.say import say
from dashboard.wording.spoken import spoken

Keep = Callable[[Callable[[Shares], Shares]], None]
"""Changes which links there are, one after the other: it is given what makes the new ones of those there are."""


@dataclass(frozen=True, slots=True)
class ShareDoors:
    """The page and what it changes; ``keep`` changes which links there are."""

    gate: Gate
    keep: Keep

    def add_to(self, server: Flask) -> None:
        """Both doors."""
        server.add_url_rule(SHARES, "shares", self.listed, methods=["GET"])
        server.add_url_rule(SHARES, "change_shares", self.change, methods=["POST"])

    def listed(self) -> Response:
        """The links there are, and a button that makes one of the view that was come from."""
        return self._shown(view=_query(request.args.get("view", "")))

    def change(self) -> Response:
        """One link more, whose word is shown, or one less: her own, or for an admin anybody's."""
        form = form_of()
        try:
            if form.get("verb") == "make":
                return self._made(_query(form.get("view", "")))
            self._take_back(form.get("kept", ""))
        except AccessError as error:
            return self._shown(words=retold(str(error)), status=422)
        return led(SHARES)

    def _made(self, query: str) -> Response:
        word, link = share_of(query, person_at_hand().name, datetime.now(tz=UTC).date())
        self.keep(lambda shares: shares.with_link(link))
        address = f"{request.host_url.rstrip('/')}{EMBED}?share={word}&{ARGUMENT}={spoken().code}"
        return self._shown(address=address, code=_frame(address))

    def _take_back(self, kept: str) -> None:
        link = next((each for each in self.gate.shares() if each.kept == kept), None)
        if link is not None and _may_take_back(link):
            self.keep(lambda shares: shares.without(kept))

    def _shown(
        self,
        *,
        view: str | None = None,
        words: str = "",
        status: int = 200,
        address: str = "",
        code: str = "",
    ) -> Response:
        people = self.gate.people()
        links = [
            {
                "link": each,
                "words": _words(each.query),
                "day": dated(each.made, Form.DAY),
                "mine": _may_take_back(each),
                "ended": not ((maker := people.get(each.who)) and maker.role.may(Role.EDITOR)),
            }
            for each in reversed(tuple(self.gate.shares()))
        ]
        return plain_page(
            SHARES_PAGE,
            status,
            links=links,
            view=view,
            words=words,
            address=address,
            code=code,
            frames=self.gate.frames,
        )


def _may_take_back(link: Share) -> bool:
    person = person_at_hand()
    return person.name == link.who or person.role.may(Role.ADMIN)


def _query(said: str) -> str:
    """A view as its address says it, whatever was sent; what only the page itself shows is left out."""
    return search_of(replace(view_of(said), event="", report="", tab="", edit="")).removeprefix("?")


def _words(query: str) -> str:
    """What a view shows: its filters, and from when to when."""
    view = view_of(query)
    days = (dated(each, Form.SHORT) if each else "…" for each in view.window)
    window = (" – ".join(days),) if view.window != (None, None) else ()
    return " · ".join((*(each.words for each in filters_on(view.selection)), *window)) or say("everything")


def _frame(address: str) -> str:
    title = escape(say("Timeline"))
    return f'<iframe src="{escape(address)}" title="{title}" width="100%" height="640" style="border:0" loading="lazy" referrerpolicy="no-referrer"></iframe>'
