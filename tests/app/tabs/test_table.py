"""The table: a page of rows, sorted on the server, with what was searched for marked."""

from typing import Any, cast

import pytest

from dashboard.app.address import view_of
from dashboard.app.tabs.table import PAGE, listed
from dashboard.app.url import View, search_of
from dashboard.table import Dataset
from tests.sample import dataset

BASES = [f"e{at}" for at in range(250)]
MANY = Dataset.from_rows(
    [{"event_id": name, "location": f"Town {at % 7}", "fatalities": at or None, "start": f"2018-05-{at % 28 + 1:02}"} for at, name in enumerate(BASES)]
)  # fmt: skip


def ids(view: View, of: Dataset = MANY) -> list[str]:
    """The events of the page, in order."""
    return [each[0] for each in listed(view, of)["rows"]]  # type: ignore[attr-defined]  # rows are lists


def test_a_page_holds_so_many_rows_and_the_last_what_is_left() -> None:
    pages = [ids(View(page=at)) for at in range(3)]
    assert [len(each) for each in pages] == [PAGE, PAGE, 50]
    assert len({each for page in pages for each in page}) == 250
    assert ids(View(page=9)) == pages[2], "beyond the last page is the last"


@pytest.mark.parametrize("sort", ["when", "event", "status", "place", "region", "actors", "killed", "source"])
def test_backwards_is_the_other_way_round_and_what_is_not_said_stays_last(sort: str) -> None:
    column = {"when": "start", "place": "location", "killed": "fatalities"}.get(sort)
    forth, back = ids(View(sort=sort)), ids(View(sort=f"-{sort}"))
    assert len(forth) == len(back) == PAGE
    if column:
        values = MANY.events.set_index("event_id")[column].astype(str)
        assert values[forth[0]] != values[back[0]]
        assert "<NA>" not in set(values[back]), "the one of no known toll is on the last page"


def test_the_deadliest_stand_first_after_one_click_on_killed() -> None:
    (head,) = [each for each in listed(View(), MANY)["heads"] if each["words"] == "Killed"]  # type: ignore[attr-defined]  # a list
    assert head["next"] == "-killed"
    assert ids(View(sort="-killed"))[:2] == ["e249", "e248"]


def test_what_was_searched_for_is_marked_and_a_tag_in_it_is_text() -> None:
    (row,) = cast(Any, listed(View().choosing(text="SCRIPT"), dataset())["rows"])
    assert row[-1][:2] == ["<", ["mark", {"class": "hit"}, "script"]]


@pytest.mark.parametrize(
    "search", ["?sort=colour&page=0", "?sort=--killed&page=-1", "?page=1e9&sort=", "?page=99999999"]
)
def test_what_makes_no_sense_is_passed_over(search: str) -> None:
    assert view_of(search) == View()


def test_sort_and_page_are_in_the_address_and_another_filter_begins_at_the_first_page() -> None:
    view = View(sort="-killed", page=2)
    assert view_of(search_of(view)) == view
    assert view.choosing(text="Homs").page == 0
    assert view.choosing(text="").page == 2
