"""``people``: who may come in, kept in a file."""

import getpass
import json
import sys
from dataclasses import replace
from pathlib import Path

from dashboard.access.people import NO_PASSWORD, People, Role, hashed, person_of, read_people, write_people
from dashboard.cli.output import note, say
from dashboard.errors import AccessError


def add_person(file: Path, name: str, role: Role, *, asks: bool, reads: bool) -> int:
    """Let somebody in; the password is asked for unless a proxy signs her in."""
    people = read_people(file) if file.exists() else People()
    person_of(name, role, None)  # a name that can't be is told of before a password is asked for
    person = person_of(name, role, _password(name, reads=reads) if asks else None)
    there = people.get(person.name) is not None
    write_people(
        file,
        people.with_person(person) if not there else people.in_role(person.name, role).with_person(person),
    )
    note(f"{file}: {person.name} is {role}{', with another password' if there and asks else ''}")
    if role is not Role.ADMIN and not any(each.role is Role.ADMIN for each in people):
        note("nobody is admin yet: only an admin can take reports out on the page")
    return 0


def set_role(file: Path, name: str, role: Role) -> int:
    """Give somebody another role."""
    write_people(file, read_people(file).in_role(name, role))
    note(f"{file}: {name} is {role}")
    return 0


def set_password(file: Path, name: str, *, reads: bool) -> int:
    """Give somebody another password."""
    people = read_people(file)
    person = people.must_have(name)
    write_people(file, people.with_person(replace(person, hashed=hashed(_password(name, reads=reads)))))
    note(f"{file}: {name} has another password")
    return 0


def remove_person(file: Path, name: str) -> int:
    """Let somebody in no more."""
    write_people(file, read_people(file).without(name))
    note(f"{file}: {name} is taken out")
    return 0


def print_people(file: Path, *, as_json: bool) -> int:
    """Show who may come in."""
    for each in read_people(file):
        password = each.hashed != NO_PASSWORD
        row = {"name": each.name, "role": each.role, "password": password}
        words = "\t".join((each.name, each.role, *(() if password else ("by proxy",))))
        say(json.dumps(row, ensure_ascii=False) if as_json else words)
    return 0


def _password(name: str, *, reads: bool) -> str:
    """The password that is typed, twice; or the first line of standard input."""
    if reads:
        return sys.stdin.readline().rstrip("\n")
    if not sys.stdin.isatty():
        msg = "there is nobody to ask for a password; give it with --password-stdin"
        raise AccessError(msg)
    first = getpass.getpass(f"Password of {name}: ")
    hashed(first)
    if getpass.getpass("Once more: ") != first:
        msg = "the two are not the same; nothing was changed"
        raise AccessError(msg)
    return first
