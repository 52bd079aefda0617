"""What ``serve`` is asked about sharing: who may come in, over which proxies, under which names; and the doors that follow."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dashboard.access import People, Shares, open_book, people_now, shares_now, write_people, write_shares
from dashboard.app.server.doors_of_people import PeopleDoors
from dashboard.app.server.gate import Gate
from dashboard.app.server.proxies import Behind
from dashboard.app.server.share_doors import ShareDoors
from dashboard.cli.output import note
from dashboard.errors import ServeError

_SITE = re.compile(r"\*|https?://(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sharing:
    """How a page is shared. ``auth`` is the file of people; None where nobody signs in."""

    auth: Path | None = None
    proxies: Sequence[str] = ()
    user_header: str = ""
    names: Sequence[str] = ()
    insecure: bool = False
    frames: Sequence[str] = ()

    def checked(self, *, own: bool) -> None:
        """Raise ServeError where it can't be meant: open to a network that nobody asked to be open to, say."""
        if self.user_header and not (self.proxies and self.auth):
            msg = "--user-header needs --proxy, the address that may send it, and --auth, the file that says who may do what"
            raise ServeError(msg)
        for each in self.frames:
            if not _SITE.fullmatch(each):
                msg = (
                    f"--embed-in {each}: is no site; name it like https://news.example.org, or say * for any"
                )
                raise ServeError(msg)
        if self.auth is not None:
            people = people_now(self.auth)
            if not len(people.by_name):
                msg = f"{self.auth}: nobody is in it; 'conflict-timeline people add NAME --auth {self.auth}' lets somebody in"
                raise ServeError(msg)
        elif not own and not self.insecure:
            msg = (
                "others on the network could see and change everything; let people sign in with --auth FILE "
                "('conflict-timeline people add' makes it), or say --insecure"
            )
            raise ServeError(msg)


@contextmanager
def session_file(sharing: Sharing) -> Iterator[Path | None]:
    """Where sessions are kept as long as the server runs; None where nobody signs in."""
    if sharing.auth is None:
        yield None
        return
    with TemporaryDirectory(prefix="conflict-timeline-sessions-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "sessions.db"
        open_book(file)
        yield file


def doors_of(sharing: Sharing, sessions: Path | None) -> PeopleDoors | None:
    """The gate and the doors behind it; None where nobody signs in."""
    if sharing.auth is None or sessions is None:
        return None
    book = open_book(sessions)

    def keep(file: Path, changed: Callable[[People], People]) -> None:
        with book.alone():
            write_people(file, changed(people_now(file)))

    links = sharing.auth.with_name(f"{sharing.auth.name}.links")

    def keep_links(changed: Callable[[Shares], Shares]) -> None:
        with book.alone():
            write_shares(links, changed(shares_now(links)))

    gate = Gate(
        partial(people_now, sharing.auth),
        book,
        by_proxy=bool(sharing.user_header),
        shares=partial(shares_now, links),
        frames=tuple(sharing.frames),
    )
    return PeopleDoors(gate, partial(keep, sharing.auth), (ShareDoors(gate, keep_links),))


def behind(sharing: Sharing, application: Any) -> Behind:
    """The application, with what trusted proxies say of who asks; what anybody else says of that is not heard."""
    return Behind(application, frozenset(sharing.proxies), sharing.user_header)


def tell_of(sharing: Sharing, host: str, *, own: bool) -> None:
    """Say who can reach the page, where others can."""
    if own:
        return
    if sharing.auth is None:
        note(f"{host} can be reached by others on the network; there is no password")
    elif not sharing.proxies:
        note("passwords travel as they are typed: put a server with https in front, and name it with --proxy")
