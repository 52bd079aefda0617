"""What one side says of a fight, when its dead were found and what was taken there: no acts of their own."""

from datetime import date
from itertools import product

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report

THURSDAY = date(2025, 6, 5)
OVERRUN = (
    "Militants overran the army base at Hombori on June 1, killing at least 40 soldiers, officials said."
)
ATTACK = "Gunmen attacked the village of Nkoe on Monday evening and killed three farmers, residents said."


def events(text: str) -> tuple[Event, ...]:
    return read_report(Report(text, published=THURSDAY)).events


def test_what_one_side_says_of_a_fight_is_told_with_it() -> None:
    who = ("JNIM", "The group", "Al-Shabaab, through its radio,", "The army")
    says = (
        "claimed to have killed",
        "said it had killed",
        "claims it killed",
        "said its fighters had wounded",
    )
    tails = (".", " and published footage on June 2.", " in a statement on Tuesday.", ", which was denied.")
    stories = [f"{OVERRUN} {' '.join(parts)} 60 soldiers{tail}" for *parts, tail in product(who, says, tails)]
    failed = [each for each in stories if len(events(each)) != 1]
    assert len(stories) == 64
    assert failed == []


def test_the_dead_of_an_act_are_found_later_and_are_no_other_act() -> None:
    found = (
        "The bodies were found",
        "Their bodies were recovered",
        "A boat found the bodies",
        "The corpses were picked up",
        "His body was discovered",
        "Villagers recovered their remains",
        "The farmers' bodies were found",
    )
    days = ("on Wednesday", "at first light on Wednesday", "the next morning", "two days later")
    tails = (".", ", a relative said.", " and buried at once.")
    stories = [f"{ATTACK} {one} {day}{tail}" for one, day, tail in product(found, days, tails)]
    failed = [
        each
        for each in stories
        if [(one.start and one.start.day, one.fatalities) for one in events(each)] != [(2, 3)]
    ]
    assert len(stories) == 84
    assert failed == []


@pytest.mark.parametrize(
    "more",
    [
        "The army said it killed 12 militants in Timbuktu on Tuesday.",
        "JNIM said it killed two soldiers on June 3.",
        "The bodies of two teachers were found near Arbinda on Tuesday.",
        "The bodies of five unidentified men were found at the roadside on Wednesday.",
        "On Wednesday police seized 40 rifles in Gao.",
    ],
)
def test_what_has_its_own_place_or_day_stays_an_act(more: str) -> None:
    assert [len(events(f"{first} {more}")) for first in (OVERRUN, ATTACK)] == [2, 2]
