"""An act told by its distance from another is an event of its own: "on Monday, ten days after troops took the town"."""

from datetime import date
from itertools import product

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


_HEADS = (
    "Gunmen kill 11 in western Niger\n\nNIAMEY, Oct 25, 2022 - ",
    "Gunmen kill 11 in western Niger\n\nOctober 25, 2022 4:12 PM GMT\n\nNIAMEY, Oct 25 - ",
)
_SUBJECTS = ("It came", "This came", "The raid came", "The facts come", "The violence came", "It happened")
_DISTANCES = (("three days after", 20), ("a week after", 16))
_ACTS = (
    "an army vehicle struck an explosive device near Ouallam",
    "three stores were set on fire in Ouallam",
)


def test_what_came_days_after_another_act_counts_from_the_act_told_last() -> None:
    wrong = []
    for head, subject, (distance, day), act in product(_HEADS, _SUBJECTS, _DISTANCES, _ACTS):
        lead = "Armed men killed at least 11 people on Sunday in Tera, an official said on Tuesday."
        text = f"{head}{lead}\n\nThe ministry has yet to comment.\n\n{subject} {distance} {act}."
        events = read_report(Report(text, published=date(2022, 10, 25))).events
        days = [each.start.day for each in events if each.start and "Ouallam" in each.location]
        wrong += [text] if days != [day] or len(events) != len((lead, act)) else []
    assert wrong == []


def test_hours_below_a_dateline_of_the_day_are_of_the_day_of_the_act() -> None:
    hours = ("in the afternoon", "at dusk", "at around 4 p.m.", "shortly after the afternoon prayer")
    lead = "Armed men killed 11 people on Sunday in western Niger, an official said on Tuesday."
    texts = [
        f"{head}{lead}\n\nThe attackers rode into Ouallam {hour} and opened fire, the official said."
        for head, hour in product(_HEADS, hours)
    ]
    read = [read_report(Report(text, published=date(2022, 10, 25))).events for text in texts]
    days = [
        [each.start.day for each in events if each.start and each.location == "Ouallam"] for events in read
    ]
    assert days == [[23]] * len(texts)
