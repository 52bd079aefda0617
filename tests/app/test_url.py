"""The address says all of a view, and nothing in an address can break the page."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.app.address import view_of
from dashboard.app.tabs.every import OTHER_TABS
from dashboard.app.url import View, search_of
from dashboard.table.filters import Selection
from dashboard.table.lanes import LANES

NOON = datetime(2018, 5, 21, 9, 0, tzinfo=UTC)
EVENING = datetime(2018, 5, 21, 18, 30, 15, tzinfo=UTC)

VIEWS = {
    "everything as it was": View(),
    "a place with a slash in its name": View(Selection(places=("Syria/Homs/A%2FB & C",))),
    "several values of every list": View(
        Selection(
            event_types=("Battles", "Riots"),
            sub_event_types=("Armed clash",),
            ext_types=("ceasefire",),
            actors=("-", "Protesters"),
            sources=("Sample Monitor",),
            precisions=("day",),
            modalities=("planned",),
        )
    ),
    "a window, to be overlapped for certain": View(Selection(start=NOON, end=EVENING, must=True)),
    "a window open to one side": View(Selection(end=NOON)),
    "words in Arabic": View(Selection(text="دوما & 100% “sure”")),
    "all that is open": View(lanes_by="source", folded=("Douma", "no place"), zone="UTC", event="e1", report="r1", tab="report", theme="dark"),
}  # fmt: skip


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
def test_a_view_comes_back_from_its_address(view: View) -> None:
    assert view_of(search_of(view)) == view


def test_the_plain_view_has_a_plain_address() -> None:
    assert search_of(View()) == ""


@pytest.mark.parametrize(
    ("search", "is_passed_over"),
    [
        ("?from=yesterday-ish", View()),
        ("?from=0001-01-01T00:00%2B14:00", View()),
        ("?from=2018-05-21T12:00Z&to=2018-05-20T12:00Z", View()),
        ("?zone=Atlantis/Sunken", View()),
        ("?zone=../../etc/passwd", View()),
        ("?lanes=colour&tab=globe&theme=pink&must=perhaps", View()),
        ("?place=&q=", View()),
        (None, View()),
    ],
)
def test_what_makes_no_sense_in_an_address_is_passed_over(search: str | None, is_passed_over: View) -> None:
    assert view_of(search) == is_passed_over


def test_a_value_said_twice_counts_once() -> None:
    assert view_of("?type=Riots&type=Riots").selection.event_types == ("Riots",)


@given(st.text())
def test_any_text_at_all_is_some_view(search: str) -> None:
    view = view_of(search)
    assert view.lanes_by in ("", *LANES)
    assert view.tab in ("", *OTHER_TABS)
    assert view_of(search_of(view)) == view


def test_a_window_that_ends_before_it_starts_changes_nothing() -> None:
    view = View(Selection(start=NOON))
    assert view.through(EVENING, NOON) == view
