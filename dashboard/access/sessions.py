"""Who is signed in, and who tries passwords, in a small SQLite file that all workers of one server share.

A session is a word that only its browser has; the file knows its hash. It ends when it was idle too long, when it is too
old, when its person signs out, and when that person is taken out or given another password or role.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe

from dashboard.access.people import People, Person

IDLE_S = 12 * 3600
OLDEST_S = 7 * 24 * 3600
TRIED_S = 15 * 60
MOST_TRIES, MOST_FROM, MOST_OF = 5, 30, 100
"""Wrong passwords in fifteen minutes: of one name from one address, from one address, of one name from anywhere."""
_SEEN_EVERY_S = 60  # a page asks often: not every question is noted

_SCHEMA = """
CREATE TABLE IF NOT EXISTS session (token TEXT PRIMARY KEY, name TEXT, stamp TEXT, begun REAL, seen REAL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tried (name TEXT, origin TEXT, at REAL);
CREATE INDEX IF NOT EXISTS tried_at ON tried (at);
"""


@dataclass(frozen=True, slots=True)
class Book:
    """The sessions of one server; ``now`` gives seconds."""

    file: Path
    now: Callable[[], float] = time.time

    def begin(self, person: Person) -> str:
        """A new session; gives the word that the browser is to keep."""
        token, now = token_urlsafe(32), self.now()
        with self._open() as book:
            book.execute("DELETE FROM session WHERE begun < ? OR seen < ?", (now - OLDEST_S, now - IDLE_S))
            book.execute(
                "INSERT INTO session VALUES (?, ?, ?, ?, ?)",
                (_kept(token), person.name, person.stamp, now, now),
            )
        return token

    def person(self, token: str, people: People) -> Person | None:
        """Whose session it is; None where it has ended."""
        now = self.now()
        with self._open() as book:
            row = book.execute(
                "SELECT name, stamp, begun, seen FROM session WHERE token = ?", (_kept(token),)
            ).fetchone()
            if row is None:
                return None
            name, stamp, begun, seen = row
            person = people.get(name)
            if person is None or person.stamp != stamp or begun < now - OLDEST_S or seen < now - IDLE_S:
                book.execute("DELETE FROM session WHERE token = ?", (_kept(token),))
                return None
            if seen < now - _SEEN_EVERY_S:
                book.execute("UPDATE session SET seen = ? WHERE token = ?", (now, _kept(token)))
            return person

    def end(self, token: str) -> None:
        """End a session."""
        with self._open() as book:
            book.execute("DELETE FROM session WHERE token = ?", (_kept(token),))

    def may_try(self, name: str, origin: str) -> int:
        """For how many seconds no password of that name is looked at from there; 0 where one is, which is noted at once.

        Of many that come together none slips through: looking and noting are one transaction.
        """
        now = self.now()
        with self._open() as book:
            book.execute("BEGIN IMMEDIATE")
            book.execute("DELETE FROM tried WHERE at < ?", (now - TRIED_S,))
            wait = _wait(book, name, origin, now - TRIED_S)
            if not wait:
                book.execute("INSERT INTO tried VALUES (?, ?, ?)", (name, origin, now))
            book.execute("COMMIT")
        return wait

    def forget(self, name: str, origin: str) -> None:
        """The password was right: the tries before it were slips."""
        with self._open() as book:
            book.execute("DELETE FROM tried WHERE name = ? AND origin = ?", (name, origin))

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else of this server writes meanwhile: for what is read and then written."""
        with self._open() as book:
            book.execute("BEGIN IMMEDIATE")
            try:
                yield
            finally:
                book.execute("ROLLBACK")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        book = sqlite3.connect(self.file, timeout=10, isolation_level=None)
        try:
            yield book
        finally:
            book.close()


def open_book(file: Path) -> Book:
    """The book in a file, which is made where it is not there, readable by its owner alone."""
    file.touch(mode=0o600)
    with Book(file)._open() as book:  # noqa: SLF001 - of this module
        book.executescript(_SCHEMA)
    return Book(file)


def _wait(book: sqlite3.Connection, name: str, origin: str, since: float) -> int:
    rows = book.execute(
        "SELECT name = ?, origin = ?, at FROM tried WHERE name = ? OR origin = ? ORDER BY at DESC",
        (name, origin, name, origin),
    ).fetchall()
    both = [at for of, there, at in rows if of and there]
    from_there = [at for _, there, at in rows if there]
    of_name = [at for of, _, at in rows if of]
    limits = ((both, MOST_TRIES), (from_there, MOST_FROM), (of_name, MOST_OF))
    return max(_left(tries, most, since) for tries, most in limits)


def _left(tries: list[float], most: int, since: float) -> int:
    """Seconds until there are fewer than that many tries again.

    >>> _left([90.0, 50.0, 40.0], 2, 30.0), _left([90.0], 2, 30.0)
    (21, 0)
    """
    return int(tries[most - 1] - since) + 1 if len(tries) >= most else 0


def _kept(token: str) -> str:
    return sha256(token.encode()).hexdigest()
