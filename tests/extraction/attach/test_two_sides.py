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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Twenty people were killed, most of them women, when two bombs exploded in Jolo on Sunday.", [("Jolo", 20)]),
        ("Twelve people were killed in Kaya on Monday, where gunmen attacked a market.", [("Kaya", 12)]),
        ("Fighting in El Geneina on Sunday left 74 people dead; the figure has since climbed to 89.", [("El Geneina", 89)]),
        ("Shells hit Idlib on Sunday, and they killed two traders in Idlib, the army also shelled Saraqib.", [("Idlib", 2), ("Saraqib", None)]),
    ],
)  # fmt: skip
def test_a_count_goes_with_the_act_that_the_sentence_tells(
    text: str, told: list[tuple[str, int | None]]
) -> None:
    events = read_report(Report(text, published=date(2024, 3, 6))).events
    assert [(each.location, each.fatalities) for each in events] == told
