"""A month beside its day is no village of that name, and the word that leads to a place is no part of it."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report


@pytest.mark.parametrize(
    "text",
    [
        "CAIRO, Nov 20, 2024 - An Israeli air strike hit a school in Nuseirat on Tuesday, killing two.",
        "JERUSALEM, Mar 3 (Agency) — Rockets killed two in Nuseirat on Monday.",
    ],
)
def test_a_month_is_no_place(text: str) -> None:
    (event,) = read_report(Report(text, published=date(2024, 11, 21))).events
    assert event.location == "Nuseirat"


@pytest.mark.parametrize("lead", ["In", "At", "Near", "Inside"])
def test_the_word_that_leads_to_a_place_is_no_part_of_it(lead: str) -> None:
    (event,) = read_report(
        Report(f"{lead} Rafah, shells killed two people on Monday.", published=date(2024, 11, 21))
    ).events
    assert event.location in {"Rafah", "near Rafah"}
    assert event.country == "Palestine"
