"""Until when an act went on, what the arms named before it did and whom it harmed are told of one act."""

from datetime import date
from itertools import product

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report

ACT = "Rebels attacked an army post in Kadugli on Tuesday at dawn."
FIGHTS = ("The gun battle", "The fighting", "The exchange of fire", "The shootout", "The clash")
LASTED = ("lasted until {}.", "continued till {}.", "raged on until {}.", "went on intermittently until {}.")
HOURS = ("noon", "about 4am", "2 p.m.")
THROWN = "On Tuesday night gunmen threw a grenade at a police post in Kadugli."
WENT_OFF = (
    "It exploded on the road outside.",
    "It exploded on the road outside, causing no injury.",
    "It went off in the yard.",
    "It landed on the roof.",
    "A neighbour said the grenade exploded in the yard.",
    "Residents say the grenade went off shortly after nine.",
)


def _events(text: str) -> tuple[Event, ...]:
    return tuple(read_report(Report(text, published=date(2024, 3, 14))).events)


@pytest.mark.parametrize("fight", FIGHTS)
def test_until_when_a_fight_went_on_is_told_of_it(fight: str) -> None:
    told = [f"{ACT} {fight} {lasted.format(hour)}" for lasted, hour in product(LASTED, HOURS)]
    assert [text for text in told if len(_events(text)) != 1] == []


def test_what_arms_named_before_did_is_told_of_them() -> None:
    assert [words for words in WENT_OFF if len(_events(f"{THROWN} {words}")) != 1] == []


@pytest.mark.parametrize(
    "words",
    [
        "Six soldiers and four guards were killed, according to the governor.",
        "Ten people lost their lives.",
        "A boy of nine was killed.",
    ],
)
def test_whom_it_harmed_is_told_in_the_next_sentence(words: str) -> None:
    assert len(_events(f"In Dilling, gunmen attacked a mine on Tuesday. {words}\n\nThe road is shut.")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "In Dilling the shelling lasted until noon.",
        "Fighting in Dilling continued until Wednesday evening.",
        "A grenade exploded in Dilling on Wednesday.",
        "Two teachers were killed in Dilling on Wednesday.",
    ],
)
def test_what_was_elsewhere_is_another_act(words: str) -> None:
    assert {each.location for each in _events(f"{ACT} {words}")} == {"Kadugli", "Dilling"}


CONVOY = "Gunmen attacked a convoy of the army near Kadugli on Tuesday, killing six soldiers, officials said."


def test_what_was_struck_and_who_struck_are_known_from_then_on() -> None:
    told = [
        "According to them, a roadside bomb went off at around 9:30am when the convoy was passing.",
        "Residents said rockets were fired at the convoy.",
        "He said the attackers planted a bomb on the road and then opened fire.",
        "According to police, the assailants used a rocket-propelled grenade.",
        "One of the attackers blew himself up and another was killed.",
        "The group attacked the convoy with rockets and machine guns.",
    ]
    assert [words for words in told if len(_events(f"{CONVOY}\n\n{words}\n\nThe road is open.")) != 1] == []


@pytest.mark.parametrize(
    "words",
    [
        "Later a drone hit the convoy in Dilling.",
        "On Wednesday a bomb went off in Dilling when a convoy was passing.",
        "In Dilling, the attackers burned a church.",
        "Troops shelled Dilling on Wednesday, where the convoy was headed.",
    ],
)
def test_an_act_at_a_place_of_its_own_is_another(words: str) -> None:
    assert "Dilling" in {each.location for each in _events(f"{CONVOY}\n\n{words}\n\nThe road is open.")}
