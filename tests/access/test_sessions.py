"""Sessions end, and guessing is slowed."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.access.people import People, Person, Role
from dashboard.access.sessions import (
    IDLE_S,
    MOST_FROM,
    MOST_OF,
    MOST_TRIES,
    OLDEST_S,
    TRIED_S,
    Book,
    open_book,
)

ANN = Person("Ann", Role.EDITOR, "scrypt$a$b")
PEOPLE = People({"Ann": ANN})


class Clock:
    """A clock that a test sets."""

    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(tmp_path: Path, clock: Clock) -> Book:
    return replace(open_book(tmp_path / "sessions.db"), now=clock)


def test_a_session_is_its_persons(book: Book) -> None:
    token = book.begin(ANN)
    assert book.person(token, PEOPLE) == ANN
    assert book.person(token[:-1], PEOPLE) is None
    assert book.person("", PEOPLE) is None


def test_the_file_does_not_know_the_word_itself(book: Book) -> None:
    assert book.begin(ANN).encode() not in book.file.read_bytes()


def test_it_ends_when_she_signs_out(book: Book) -> None:
    token, other = book.begin(ANN), book.begin(ANN)
    book.end(token)
    assert (book.person(token, PEOPLE), book.person(other, PEOPLE)) == (None, ANN)


@pytest.mark.parametrize(
    "people",
    [
        People(),
        People({"Ann": replace(ANN, role=Role.READER)}),
        People({"Ann": replace(ANN, hashed="scrypt$c$d")}),
    ],
)
def test_it_ends_with_her_password_her_role_and_herself(book: Book, people: People) -> None:
    token = book.begin(ANN)
    assert book.person(token, people) is None
    assert book.person(token, PEOPLE) is None


def test_it_ends_when_idle_and_when_old(book: Book, clock: Clock) -> None:
    idle, used = book.begin(ANN), book.begin(ANN)
    for _ in range(OLDEST_S // (IDLE_S // 2)):
        clock.now += IDLE_S // 2
        last = book.person(used, PEOPLE)
    assert (book.person(idle, PEOPLE), last) == (None, ANN)
    clock.now += 10
    assert book.person(used, PEOPLE) is None


@pytest.mark.parametrize(
    ("tries", "who"),
    [
        (MOST_TRIES, lambda _: ("Ann", "192.0.2.1")),
        (MOST_FROM, lambda number: (f"name {number}", "192.0.2.1")),
        (MOST_OF, lambda number: ("Ann", f"192.0.2.{number}")),
    ],
)
def test_guessing_is_slowed(
    book: Book, clock: Clock, tries: int, who: Callable[[int], tuple[str, str]]
) -> None:
    waits = [book.may_try(*who(number)) for number in range(tries + 1)]
    assert (waits[:-1], waits[-1] > 0) == ([0] * tries, True)
    clock.now += waits[-1]
    assert book.may_try(*who(tries)) == 0


def test_others_are_let_try_meanwhile(book: Book) -> None:
    for _ in range(MOST_TRIES + 3):
        book.may_try("Ann", "192.0.2.1")
    assert (book.may_try("Ann", "192.0.2.2"), book.may_try("Bo", "192.0.2.1")) == (0, 0)


def test_a_right_password_forgets_the_slips(book: Book) -> None:
    for _ in range(MOST_TRIES - 1):
        book.may_try("Ann", "192.0.2.1")
    book.forget("Ann", "192.0.2.1")
    assert book.may_try("Ann", "192.0.2.1") == 0


def test_many_tries_at_once_are_as_many_as_one_after_the_other(book: Book) -> None:
    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(lambda _: book.may_try("Ann", "192.0.2.1"), range(40)))
    assert waits.count(0) == MOST_TRIES


def test_waiting_is_never_longer_than_the_stretch_looked_at(book: Book) -> None:
    waits = [book.may_try("Ann", "192.0.2.1") for _ in range(MOST_TRIES + 1)]
    assert waits[-1] <= TRIED_S + 1
