"""What made no event: running totals by themselves, all else by reason."""

from datetime import date

from dash import dcc, html

from dashboard.app.tabs.phrases import unread_of
from dashboard.app.tabs.totals import totals
from dashboard.app.tabs.unread import unread
from dashboard.app.url import View
from dashboard.consolidation import dataset_from
from dashboard.extraction import read_report
from dashboard.table import Dataset
from dashboard.text import Report
from tests.app.words import parts_of, words_of

TOLLS = "The death toll in Douma has risen to 219 since Sunday."
CALM = "Artillery shelled Arbin on Tuesday. A cautious calm prevails in Homs."


def two() -> Dataset:
    return dataset_from(
        read_report(Report(text, source=source, published=date(2018, 3, 7)))
        for text, source in ((TOLLS, "A monitor"), (CALM, "The radio"))
    )


def test_a_running_total_is_listed_apart_with_who_reported_it() -> None:
    both = two()
    assert [each.text for each in unread_of(both).totals] == [TOLLS]
    said = " ".join(map(words_of, totals(View(), both)))
    assert "never events themselves" in said
    assert "A monitor" in said
    assert TOLLS not in " ".join(map(words_of, unread(View(), both)))


def test_a_running_total_leads_to_its_report() -> None:
    both = two()
    (shown,) = parts_of(totals(View(), both), dcc.Link)
    assert f"report={unread_of(both).totals[0].report_id}" in str(vars(shown)["href"])


def test_all_else_is_listed_under_its_reason() -> None:
    headings = map(words_of, parts_of(unread(View(), two()), html.H3))
    assert "A lull, not an event (1)" in list(headings)


def test_where_nothing_is_left_out_that_is_said() -> None:
    both = Dataset.from_rows()
    assert "no running total" in words_of(totals(View(), both))
    assert "belongs to an event" in words_of(unread(View(), both))
