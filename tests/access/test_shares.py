"""Links that show a view: kept without their word, and ended with whoever made them."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.access import People, Person, Role, Shares, shares_now, write_shares
from dashboard.access.shares import MOST, share_of
from dashboard.errors import AccessError

DAY = date(2026, 11, 29)
ANN = Person("Ann", Role.EDITOR)
WORD, LINK = share_of("place=Syria%2FHoms&q=%22", "Ann", DAY)


def people(*several: Person) -> People:
    return People({each.name: each for each in several})


def test_a_file_keeps_all_of_a_link_but_its_word(tmp_path: Path) -> None:
    file = tmp_path / "people.txt.links"
    write_shares(file, Shares((LINK,)))
    assert tuple(shares_now(file)) == (LINK,)
    assert WORD not in file.read_text()
    assert file.stat().st_mode & 0o077 == 0


def test_where_there_is_no_file_there_is_no_link(tmp_path: Path) -> None:
    assert tuple(shares_now(tmp_path / "nowhere")) == ()


@pytest.mark.parametrize(
    ("by", "opens"),
    [
        (people(ANN), True),
        (people(Person("Ann", Role.ADMIN)), True),
        (people(Person("Ann", Role.READER)), False),
        (people(Person("Ben", Role.ADMIN)), False),
    ],
)
def test_a_link_lasts_as_long_as_who_made_it_may_make_one(by: People, opens: bool) -> None:
    assert (Shares((LINK,)).opened(WORD, by) == LINK) is opens


@pytest.mark.parametrize(
    "word",
    ["", WORD[:-1], LINK.kept, f"{WORD}x", "\x00", "ä" * 500],
    ids=["none", "one sign less", "what is kept", "one sign more", "a NUL", "long"],
)
def test_no_other_word_opens_it(word: str) -> None:
    assert Shares((LINK,)).opened(word, people(ANN)) is None


def test_what_was_taken_back_opens_nothing() -> None:
    assert Shares((LINK,)).without(LINK.kept).opened(WORD, people(ANN)) is None


def test_there_are_never_more_than_can_be_kept_an_eye_on() -> None:
    with pytest.raises(AccessError, match="take some back"):
        Shares((LINK,) * MOST).with_link(LINK)


@pytest.mark.parametrize(
    "line",
    ["nonsense", f"{LINK.kept}:Ann:2026-13-01:", f"{LINK.kept}:Ann:2026-11-29:a b"],
    ids=["nonsense", "no such day", "a blank in the view"],
)
def test_a_line_that_is_none_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "links"
    file.write_text(f"# head\n{line}\n")
    with pytest.raises(AccessError, match=r"links:2: a line is hash:who:day:view"):
        shares_now(file)
