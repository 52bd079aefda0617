"""The people of a case, as a file keeps them: a line each, with name, role, and the hash of a password.

    ann:editor:scrypt:32768:8:1$Zk9…$5f…
    desk:reader:-

A dash stands for no password: such a person comes in only by the header of a proxy that is trusted. Passwords are hashed by
werkzeug (scrypt, with a salt each), which comes with the server.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Self

from werkzeug.security import check_password_hash, generate_password_hash

from dashboard.access.own_file import keep, text_of
from dashboard.errors import AccessError

NO_PASSWORD = "-"  # noqa: S105 - the sign that there is none
SHORTEST_PASSWORD, LONGEST_PASSWORD = 8, 256
LONGEST_NAME = 60
_NAME = re.compile(r"[^\s:#\x00-\x1f\x7f][^:\x00-\x1f\x7f]*")
_HEAD = "# who may see and change a case: name:role:hash. Change it with 'conflict-timeline people', or take a line out.\n"


class Role(StrEnum):
    """What somebody may do; each may what those before may."""

    READER = "reader"  # see and export
    EDITOR = "editor"  # correct, review, add
    ADMIN = "admin"  # take reports out, and say who else may

    def may(self, needed: "Role") -> bool:
        """Whether it is enough for what needs another.

        >>> Role.EDITOR.may(Role.READER), Role.EDITOR.may(Role.ADMIN)
        (True, False)
        """
        return _ORDER.index(self) >= _ORDER.index(needed)


_ORDER = tuple(Role)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may come in; ``hashed`` is what the password is held against."""

    name: str
    role: Role
    hashed: str = field(default=NO_PASSWORD, repr=False)

    @property
    def stamp(self) -> str:
        """Another word with every new password or role: sessions of before end with it."""
        return sha256(f"{self.name}:{self.role}:{self.hashed}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class People:
    """Everybody who may come in, by name."""

    by_name: Mapping[str, Person] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Person]:
        return iter(self.by_name.values())

    def get(self, name: str) -> Person | None:
        """Who is called so."""
        return self.by_name.get(name)

    def signed_in(self, name: str, password: str) -> Person | None:
        """Who it is, where the password is right. Of a name that is not there as much is reckoned: time tells nothing."""
        person = self.get(name)
        hashed = person.hashed if person and person.hashed != NO_PASSWORD else _nobodys()
        right = len(password) <= LONGEST_PASSWORD and check_password_hash(hashed, password)
        return person if right and person and hashed == person.hashed else None

    def with_person(self, person: Person) -> Self:
        """With somebody more, or somebody changed."""
        return replace(self, by_name={**self.by_name, person.name: person})

    def without(self, name: str) -> Self:
        """Without somebody; raises AccessError for who is not there, and for the last who may say who else may."""
        self.must_have(name)
        left = {each: person for each, person in self.by_name.items() if each != name}
        return self._with_admin(left, f"{name} is the last admin; make somebody else one first")

    def in_role(self, name: str, role: Role) -> Self:
        """With somebody in another role; raises AccessError as ``without`` does."""
        changed = {**self.by_name, name: replace(self.must_have(name), role=role)}
        return self._with_admin(changed, f"{name} is the last admin; make somebody else one first")

    def must_have(self, name: str) -> Person:
        """Who is called so; raises AccessError where nobody is."""
        person = self.get(name)
        if person is None:
            msg = f"nobody is called {name!r}; there are: {', '.join(sorted(self.by_name)) or 'none'}"
            raise AccessError(msg)
        return person

    def _with_admin(self, changed: Mapping[str, Person], words: str) -> Self:
        had = any(each.role is Role.ADMIN for each in self)
        if had and not any(each.role is Role.ADMIN for each in changed.values()):
            raise AccessError(words)
        return replace(self, by_name=changed)


def person_of(name: str, role: Role, password: str | None) -> Person:
    """Somebody new; without a password one who comes by a proxy. Raises AccessError for what can't be a name or password.

    >>> person_of("Ann", Role.READER, None)
    Person(name='Ann', role=<Role.READER: 'reader'>)
    """
    name = name.strip()
    if not _NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        msg = f"{name[:LONGEST_NAME]!r} can't be a name: 1 to {LONGEST_NAME} letters, no colon, no # in front"
        raise AccessError(msg)
    return Person(name, role, NO_PASSWORD if password is None else hashed(password))


def hashed(password: str) -> str:
    """The hash of a password, with a salt of its own; raises AccessError for one too short or too long."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        msg = (
            f"a password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} letters; this one has {len(password)}"
        )
        raise AccessError(msg)
    return generate_password_hash(password)


def read_people(file: Path) -> People:
    """The people of a file; raises AccessError for one that can't be read, naming the line."""
    try:
        text = text_of(file)
    except FileNotFoundError as error:
        msg = f"{file}: there is no such file; 'conflict-timeline people add NAME --auth {file}' makes it"
        raise AccessError(msg) from error
    people = People()
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            person = _person(line, f"{file}:{number}")
            if people.get(person.name):
                msg = f"{file}:{number}: {person.name} is there already; take one of the two lines out"
                raise AccessError(msg)
            people = people.with_person(person)
    return people


def people_now(file: Path) -> People:
    """The people of a file as it is now; read again only where it was changed. Raises AccessError as read_people does."""
    try:
        about = file.stat()
    except OSError:
        return read_people(file)
    return _read_as(file, about.st_mtime_ns, about.st_size, about.st_ino)


@lru_cache(maxsize=2)
def _read_as(file: Path, *_about: int) -> People:
    return read_people(file)


def write_people(file: Path, people: People) -> None:
    """Keep them in a file that only its owner can read, all or, where the disk is full, as they were before."""
    lines = (f"{each.name}:{each.role}:{each.hashed}\n" for each in people)
    keep(file, _HEAD + "".join(lines))


def _person(line: str, where: str) -> Person:
    name, _, rest = line.strip().partition(":")
    role, _, kept = rest.partition(":")
    if role not in set(Role):
        msg = f"{where}: {role!r} is no role; it is one of {', '.join(Role)}"
        raise AccessError(msg)
    if not _NAME.fullmatch(name) or not (kept == NO_PASSWORD or "$" in kept):
        msg = f"{where}: a line is name:role:hash; 'conflict-timeline people add' writes such"
        raise AccessError(msg)
    return Person(name, Role(role), kept)


@cache
def _nobodys() -> str:
    """A hash that no password fits, of the same cost as a real one."""
    return generate_password_hash(os.urandom(16).hex())
