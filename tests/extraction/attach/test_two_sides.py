"""The dead of both sides are added up, told in two sentences; a retelling is not."""

from datetime import date

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report


def _first(text: str) -> Event:
    return read_report(Report(text, published=date(2024, 3, 6))).events[0]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Soldiers killed 12 fighters of Boko Haram in Bama on Sunday. Two soldiers died.", 14),
        ("Soldiers killed 12 fighters of Boko Haram in Bama on Sunday. Two other fighters died.", 12),
        ("Rebels stormed a post in Bama on Sunday. Nine policemen were killed. The ministry spoke of four policemen and 27 rebels killed.", 9),
        ("Two soldiers died in clashes in Bama on Sunday. Thirty rebels were killed, which could not be verified.", 2),
    ],
)  # fmt: skip
def test_the_dead_of_both_sides_are_one_toll(text: str, dead: int) -> None:
    assert _first(text).fatalities == dead


def test_those_counted_in_another_clause_suffered() -> None:
    text = "Coalition aircraft bombed Sanaa on Saturday. Officials said eight people, among them five children, were killed."
    event = _first(text)
    assert (event.actor1, event.actor2, event.fatalities) == ("Saudi-led Coalition", "Civilians", 8)


def test_a_clause_that_says_when_has_the_dead_told_before_it() -> None:
    event = _first(
        "In Bannu, four people were killed, two policemen among them, when gunmen waylaid a car on Monday."
    )
    assert (event.actor1, event.fatalities) == ("Unidentified Armed Group", 4)


def test_two_accounts_that_contradict_widen_the_toll() -> None:
    text = "Nine farmers were killed in an attack on Kadugli on Tuesday.\n\nThe attack left 14 people dead, the hospital said."
    event = _first(text)
    assert (event.fatalities, event.fatalities_low, event.fatalities_high) == (9, 9, 14)
    assert event.conflicts
