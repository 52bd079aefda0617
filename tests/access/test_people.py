"""The file of people: who is in it, and what it refuses."""

import stat
from pathlib import Path

import pytest

from dashboard.access.people import (
    NO_PASSWORD,
    People,
    Person,
    Role,
    hashed,
    people_now,
    person_of,
    read_people,
    write_people,
)
from dashboard.errors import AccessError

PASSWORD = "correct horse"
ANN = Person("Ann", Role.ADMIN, hashed(PASSWORD))
REX = Person("Rex", Role.READER, hashed("another one"))
BOTH = People({"Ann": ANN, "Rex": REX})


def test_who_knows_the_password_is_let_in() -> None:
    assert BOTH.signed_in("Ann", PASSWORD) == ANN


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("Ann", "wrong horse"),
        ("Rex", PASSWORD),
        ("Eve", PASSWORD),
        ("Ann", ""),
        ("", ""),
        ("Ann", PASSWORD * 100),
    ],
)
def test_nobody_else_is(name: str, password: str) -> None:
    assert BOTH.signed_in(name, password) is None


def test_somebody_without_a_password_comes_by_no_password() -> None:
    desk = Person("desk", Role.READER)
    people = BOTH.with_person(desk)
    assert [people.signed_in("desk", each) for each in ("", NO_PASSWORD, desk.hashed)] == [None, None, None]


def test_what_is_written_is_read_again_and_only_by_its_owner(tmp_path: Path) -> None:
    file = tmp_path / "people.txt"
    write_people(file, BOTH)
    assert read_people(file) == BOTH
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["people.txt"]


def test_a_file_that_was_changed_is_read_anew(tmp_path: Path) -> None:
    file = tmp_path / "people.txt"
    write_people(file, BOTH)
    assert people_now(file) == BOTH
    write_people(file, BOTH.without("Rex"))
    assert people_now(file).get("Rex") is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Ann:boss:-", "people.txt:2: 'boss' is no role; it is one of reader, editor, admin"),
        ("Ann", "people.txt:2: '' is no role"),
        ("Ann:reader:secret", "people.txt:2: a line is name:role:hash"),
        (":reader:-", "people.txt:2: a line is name:role:hash"),
        ("Ann:reader:-\nAnn:admin:-", "people.txt:3: Ann is there already"),
    ],
)
def test_a_line_that_makes_no_sense_is_named(tmp_path: Path, line: str, words: str) -> None:
    file = tmp_path / "people.txt"
    file.write_text(f"# people\n{line}\n", encoding="utf-8")
    with pytest.raises(AccessError) as caught:
        read_people(file)
    assert words in str(caught.value)


def test_a_file_that_is_not_there_says_how_it_is_made(tmp_path: Path) -> None:
    with pytest.raises(AccessError, match="people add NAME --auth"):
        read_people(tmp_path / "none.txt")


@pytest.mark.parametrize("name", ["", " ", "a:b", "#a", "a\nb", "x" * 61])
def test_what_can_be_no_name_is_refused(name: str) -> None:
    with pytest.raises(AccessError, match="can't be a name"):
        person_of(name, Role.READER, None)


@pytest.mark.parametrize("password", ["", "short", "x" * 257])
def test_a_password_is_neither_short_nor_endless(password: str) -> None:
    with pytest.raises(AccessError, match="a password has 8 to 256 letters"):
        hashed(password)


def test_the_last_admin_stays() -> None:
    with pytest.raises(AccessError, match="Ann is the last admin"):
        BOTH.without("Ann")
    with pytest.raises(AccessError, match="Ann is the last admin"):
        BOTH.in_role("Ann", Role.EDITOR)


def test_another_role_or_password_is_another_stamp() -> None:
    stamps = {
        ANN.stamp,
        Person("Ann", Role.READER, ANN.hashed).stamp,
        Person("Ann", Role.ADMIN, hashed(PASSWORD)).stamp,
    }
    assert len(stamps) == 3
