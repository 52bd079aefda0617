"""``people`` and what ``serve`` says of sharing."""

import json
from pathlib import Path

import pytest

from dashboard.access import people_now
from dashboard.cli.sharing import Sharing
from dashboard.errors import ServeError
from tests.cli.conftest import Run


def let_in(run: Run, file: Path, name: str, role: str) -> None:
    ran = run(
        "people", "add", name, "--role", role, "--auth", file, "--password-stdin", stdin=b"long enough\n"
    )
    assert ran.code == 0, ran.err


def test_people_are_let_in_changed_and_taken_out(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "people.txt"
    let_in(run, file, "Ann", "admin")
    let_in(run, file, "Rex", "reader")
    assert run("people", "add", "desk", "--no-password", "--auth", file).code == 0
    assert run("people", "role", "Rex", "editor", "--auth", file).code == 0
    changed = run("people", "password", "Rex", "--auth", file, "--password-stdin", stdin=b"another one\n")
    assert changed.code == 0
    assert people_now(file).signed_in("Rex", "another one")
    rows = [json.loads(line) for line in run("people", "list", "--auth", file, "--json").out.splitlines()]
    assert rows == [
        {"name": "Ann", "role": "admin", "password": True},
        {"name": "Rex", "role": "editor", "password": True},
        {"name": "desk", "role": "reader", "password": False},
    ]
    assert run("people", "remove", "Rex", "--auth", file).code == 0
    assert people_now(file).get("Rex") is None


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("people", "remove", "Eve"), "nobody is called 'Eve'; there are: Ann"),
        (("people", "remove", "Ann"), "Ann is the last admin; make somebody else one first"),
        (("people", "add", "a:b", "--no-password"), "'a:b' can't be a name"),
        (("people", "add", "Bo"), "there is nobody to ask for a password; give it with --password-stdin"),
    ],
)
def test_what_can_not_be_is_said_and_changes_nothing(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    file = tmp_path / "people.txt"
    let_in(run, file, "Ann", "admin")
    before = file.read_bytes()
    ran = run(*arguments, "--auth", file)
    assert (ran.code, words in ran.err) == (1, True), ran.err
    assert file.read_bytes() == before


def test_a_list_of_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    ran = run("people", "list", "--auth", tmp_path / "none.txt")
    assert (ran.code, "there is no such file" in ran.err) == (1, True)


def test_the_network_is_not_let_in_unasked(run: Run) -> None:
    ran = run("serve", "--host", "0.0.0.0", "--port", "0", "--no-browser")
    assert (ran.code, "let people sign in with --auth FILE" in ran.err, "or say --insecure" in ran.err) == (
        1,
        True,
        True,
    )


def test_who_says_so_may_let_everybody_in() -> None:
    Sharing(insecure=True).checked(own=False)


@pytest.mark.parametrize(
    "sharing",
    [Sharing(user_header="X-Remote-User"), Sharing(user_header="X-Remote-User", proxies=("127.0.0.1",))],
)
def test_a_header_needs_somebody_to_be_trusted(sharing: Sharing) -> None:
    with pytest.raises(ServeError, match="--user-header needs --proxy"):
        sharing.checked(own=True)


def test_an_empty_file_lets_nobody_in(tmp_path: Path) -> None:
    file = tmp_path / "people.txt"
    file.write_text("# nobody\n", encoding="utf-8")
    with pytest.raises(ServeError, match="nobody is in it"):
        Sharing(auth=file).checked(own=True)
