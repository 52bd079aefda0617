"""The tab of counts: its bands, its words, and what a click does."""

from typing import Any

from dash import no_update

from dashboard.app.address import view_of
from dashboard.app.tabs.counts import drawn, note, pointed
from dashboard.app.url import View, search_of
from tests.app.words import words_of
from tests.sample import dataset

OPEN = View(tab="counts", per="day", by="event_type")


def figure(view: View) -> Any:
    return drawn(view, dataset(), None)


def test_nothing_is_counted_before_the_tab_is_open() -> None:
    assert figure(View()) is no_update


def test_each_type_has_a_band_of_events_and_one_of_dead_and_no_line_in_between() -> None:
    lines = [each for each in figure(OPEN)["data"] if each["mode"] == "lines"]
    assert [each["name"] for each in lines] == ["certain", "possible"] * 8
    assert {each["line"]["shape"] for each in lines} == {"hv"}
    assert all(max(sure["y"]) <= max(may["y"]) for sure, may in zip(lines[::2], lines[1::2], strict=True))


def test_how_it_is_counted_stands_in_the_address() -> None:
    assert search_of(OPEN) == "?tab=counts&per=day&by=event_type"
    assert view_of(search_of(OPEN)) == OPEN
    assert view_of("?tab=counts&per=second&by=colour") == View(tab="counts")


def test_the_note_says_what_has_no_time() -> None:
    assert "1 without a time in this stretch" in words_of(note(View(tab="counts", whole=True), dataset()))


def test_a_click_on_a_bin_looks_through_it() -> None:
    bars = [each for each in figure(OPEN)["data"] if each["name"] == "bins"]
    view = pointed(OPEN, {"leads": bars[0]["customdata"][0]}, dataset())
    start, end = view.window
    assert start
    assert end
    assert (end - start).days == 1
    assert pointed(OPEN, None, dataset()) == OPEN
