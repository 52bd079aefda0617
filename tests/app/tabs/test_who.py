"""The tab of who says what: nothing before it is open, and the same in words."""

from dash import dcc, no_update

from dashboard.app.address import view_of
from dashboard.app.tabs.who import drawn, listed, note
from dashboard.app.url import View, search_of
from dashboard.table import Dataset
from tests.app.words import parts_of, words_of
from tests.sample import dataset
from tests.told import MONITOR, event, told

OPEN = View(tab="who")


def test_nothing_is_worked_out_before_the_tab_is_open() -> None:
    assert drawn(View(), told(), None) is no_update
    assert (note(View(), told()), listed(View(), told())) == ([], [])


def test_the_tab_stands_in_the_address() -> None:
    assert view_of(search_of(OPEN)) == OPEN


def test_each_source_is_told_of_in_words_and_leads_to_what_it_tells_alone() -> None:
    said = listed(OPEN, told())
    words = words_of(said)
    assert "14 days, usually every day" in words
    assert (
        "silent for 10 days, 13 March 2018 to 22 March 2018" not in words
    )  # the days are those of the reports
    assert "silent for 10 days, 14 March 2018 to 23 March 2018" in words
    first = parts_of(said, dcc.Link)[0]
    assert view_of(str(vars(first)["href"])).selection.sources == (MONITOR,)


def test_what_is_not_drawn_is_said_with_its_number() -> None:
    many = Dataset.from_rows([event(each, f"source {each % 50}") for each in range(230)])
    words = words_of(note(OPEN, many))
    assert "30 more are in view" in words
    assert "10 more sources are not drawn" in words
    assert "1 event without a time has no column" in words_of(note(OPEN, dataset()))
