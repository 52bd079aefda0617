"""An act told by its distance from another is an event of its own: "on Monday, ten days after troops took the town"."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Jets bombed Idlib on Monday, six days after rebels seized Saraqib.",
            {"Idlib": "2020-03-02", "Saraqib": "2020-02-25"},
        ),
        (
            "Six days after rebels seized Saraqib, jets bombed Idlib on Monday.",
            {"Idlib": "2020-03-02", "Saraqib": "2020-02-25"},
        ),
        (
            "The bombing of Idlib on Monday came six days after rebels had seized Saraqib.",
            {"Idlib": "2020-03-02", "Saraqib": "2020-02-25"},
        ),
        ("Jets bombed Idlib on Monday, six days after the fall of Saraqib.", {"Idlib": "2020-03-02"}),
        ("Jets bombed Idlib on Monday, six days after a truce.", {"Idlib": "2020-03-02"}),
    ],
)
def test_each_act_has_its_own_place_and_day(text: str, days: dict[str, str]) -> None:
    events = read_report(Report(text, published=date(2020, 3, 4))).events
    assert {each.location: f"{each.start:%F}" for each in events if each.start} == days


def test_the_dead_of_the_older_act_are_not_those_of_the_newer_one() -> None:
    text = "A bomb hit Quetta on 12 March 2021, a year after gunmen killed 11 miners in Mach."
    events = read_report(Report(text, published=date(2021, 3, 13))).events
    assert {each.location: each.fatalities for each in events} == {"Quetta": None, "Mach": 11}


def test_what_is_a_bound_dates_no_act() -> None:
    text = "Jets bombed Idlib on Monday, less than a week after rebels seized Saraqib."
    events = read_report(Report(text, published=date(2020, 3, 4))).events
    assert [f"{each.start:%F}" for each in events if each.start] == ["2020-03-02"]
