"""Links that show one view to whoever has them, as a file beside that of the people keeps them: a line each.

    5f2b…:Ann:2026-11-29:place=Syria%2FHoms

First the hash of the word in the link, which stands nowhere else; then who made it, on which day, and the view it shows. A link shows
no other view and changes nothing. It ends when its line is taken out, and with its maker: when she is taken out or is an editor no more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe
from typing import Self

from dashboard.access.own_file import keep, text_of
from dashboard.access.people import People, Role
from dashboard.errors import AccessError

MOST = 200
_HEAD = "# links that show a view to whoever has them: hash:who:day:view. Take one back at /shares, or take its line out.\n"
_LINE = re.compile(r"(?P<kept>[0-9a-f]{64}):(?P<who>[^:\n]*):(?P<made>\d{4}-\d\d-\d\d):(?P<query>\S*)")


@dataclass(frozen=True, slots=True)
class Share:
    """A link: the hash of its word, who made it, when, and the query of the view that it shows."""

    kept: str
    who: str
    made: date
    query: str


@dataclass(frozen=True, slots=True)
class Shares:
    """The links there are, in the order in which they were made."""

    links: tuple[Share, ...] = ()

    def __iter__(self) -> Iterator[Share]:
        return iter(self.links)

    def opened(self, word: str, people: People) -> Share | None:
        """The link with that word, as long as who made it may still make one."""
        kept = sha256(word.encode()).hexdigest()
        found = next((each for each in self.links if each.kept == kept), None)
        maker = people.get(found.who) if found else None
        return found if maker and maker.role.may(Role.EDITOR) else None

    def with_link(self, link: Share) -> Self:
        """With one more; raises AccessError where there are too many to keep an eye on."""
        if len(self.links) >= MOST:
            msg = f"there are {MOST} links already; take some back first"
            raise AccessError(msg)
        return replace(self, links=(*self.links, link))

    def without(self, kept: str) -> Self:
        """Without the one of that hash."""
        return replace(self, links=tuple(each for each in self.links if each.kept != kept))


def share_of(query: str, who: str, made: date) -> tuple[str, Share]:
    """A new link: the word that it holds, which is kept nowhere, and what is kept of it."""
    word = token_urlsafe(32)
    return word, Share(sha256(word.encode()).hexdigest(), who, made, query)


def shares_now(file: Path) -> Shares:
    """The links of a file as it is now, none where there is no file; raises AccessError for one that can't be read."""
    try:
        about = file.stat()
    except FileNotFoundError:
        return Shares()
    except OSError as error:
        msg = f"{file}: can't be read ({error.strerror})"
        raise AccessError(msg) from error
    return _read_as(file, about.st_mtime_ns, about.st_size, about.st_ino)


def write_shares(file: Path, shares: Shares) -> None:
    """Keep them in a file that only its owner can read, all or, where the disk is full, as they were before."""
    lines = (f"{each.kept}:{each.who}:{each.made}:{each.query}\n" for each in shares)
    keep(file, _HEAD + "".join(lines))


@lru_cache(maxsize=2)
def _read_as(file: Path, *_about: int) -> Shares:
    lines = text_of(file).splitlines()
    return Shares(tuple(_link(line, f"{file}:{number}") for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")))  # fmt: skip


def _link(line: str, where: str) -> Share:
    found = _LINE.fullmatch(line)
    try:
        made = date.fromisoformat(found["made"]) if found else None
    except ValueError:
        made = None
    if found is None or made is None:
        msg = f"{where}: a line is hash:who:day:view; take it out"
        raise AccessError(msg)
    return Share(found["kept"], found["who"], made, found["query"])
