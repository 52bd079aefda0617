"""The day that an undated story gets from what it says further on, or from when it was told."""

from datetime import date

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report

PUBLISHED = date(2024, 3, 14)  # a Thursday


def events(text: str) -> tuple[Event, ...]:
    return tuple(read_report(Report(text, published=PUBLISHED)).events)


LEAD = "At least 21 people were killed by gunmen who stormed Kadugli."
BETWEEN = "Survivors spoke of houses in flames.\n\nThe governor visited the hospital and promised help."


@pytest.mark.parametrize(
    ("later", "day"),
    [
        ("The attack, which took place on Saturday night, was claimed by nobody.", "2024-03-09"),
        ("A day of mourning was declared after the carnage. The massacre was carried out on Sunday.", "2024-03-10"),
        ("Weeks before Tuesday's assault, the army had left the town.", "2024-03-12"),
        ("The incident, it was learnt, occurred on Monday between the hours of 10 and 12.", "2024-03-11"),
    ],
)  # fmt: skip
def test_the_day_may_be_told_at_the_end_of_the_story(later: str, day: str) -> None:
    (event,) = events(f"{LEAD}\n\n{BETWEEN}\n\n{later}")
    assert (f"{event.start:%F}", event.fatalities) == (day, 21)


@pytest.mark.parametrize(
    ("aside", "day"),
    [
        ("at 9 p.m. on Tuesday in Gao, a day before the president's visit on Wednesday", "2024-03-12"),
        ("on Saturday night in Gao, hours before a church service on Sunday", "2024-03-09"),
        ("late on Monday in Gao, two days before a by-election on Wednesday", "2024-03-11"),
    ],
)
def test_a_day_beside_its_own_is_not_that_of_the_act(aside: str, day: str) -> None:
    (event,) = events(f"The blast happened {aside}.")
    assert f"{event.start:%F}" == day


@pytest.mark.parametrize(
    "later",
    [
        "The raid came days after Sunday's attack on Dilling.",
        "On Sunday, in another attack, rebels shelled Dilling.",
        "It was the first assault since Sunday's bloodshed in Dilling.",
    ],
)
def test_the_day_of_another_act_is_not_taken(later: str) -> None:
    found = events(f"{LEAD}\n\n{BETWEEN}\n\n{later}")
    assert [f"{each.start:%F}" for each in found if each.location == "Kadugli"] == ["2024-03-14"]


@pytest.mark.parametrize(
    "text",
    [
        "Thousands fled after gunmen attacked Kadugli on Tuesday, killing 12 people.",
        "Residents fled their homes as the army shelled Kadugli on Tuesday.",
        "Some 300 families were displaced when rebels stormed Kadugli on Tuesday.",
    ],
)
def test_who_fled_and_what_they_fled_from_are_two_acts_of_one_day(text: str) -> None:
    fled, act = events(text)
    assert (fled.ext_type, act.ext_type) == ("displacement", "")
    assert {f"{each.start:%F}" for each in (fled, act)} == {"2024-03-12"}


def test_a_post_with_its_hour_in_brackets_counts_from_there() -> None:
    (event,) = events("(09:00) Mine kills shepherd. He stepped on it yesterday near Kadugli.")
    assert f"{event.start:%F}" == "2024-03-13"


def test_what_was_told_on_a_day_was_not_on_the_next() -> None:
    told, beside = events(
        "Soldiers killed six rebels in an ambush near Kadugli, the army said on Wednesday.\n\n"
        "In another operation, in Dilling, troops shot two rebels dead."
    )
    assert [f"{each.start:%F}" for each in (told, beside)] == ["2024-03-13", "2024-03-13"]


@pytest.mark.parametrize("said", ["officials said on Thursday", "the army said"])
def test_a_telling_on_the_day_itself_moves_nothing(said: str) -> None:
    (event,) = events(f"Soldiers killed six rebels in an ambush near Kadugli, {said}.")
    assert f"{event.start:%F}" == "2024-03-14"


def test_what_stands_before_a_later_telling_is_not_of_its_day() -> None:
    (event,) = events("Shells hit Kadugli. People hid.\n\nHelp was on its way, the mayor said on Wednesday.")
    assert f"{event.start:%F}" == "2024-03-14"


def test_an_entry_keeps_its_day_where_its_words_lead_to_none() -> None:
    text = "Key dates\n\n2013\n\nMay 7: Four days before the general election, a bomb outside an office in Landhi kills six people."
    (event,) = read_report(Report(text, published=date(2013, 10, 21))).events
    assert event.start is not None
    assert event.start.date() == date(2013, 5, 7)
