"""Deals, withdrawals and moves of troops kill nobody: dead told beside them are those of another act."""

from datetime import date
from itertools import product

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

_ACTS = (
    "On Saturday clan elders in Matabaan, Somalia, signed a peace agreement.",
    "On Saturday the rebels withdrew from Karuba in Congo.",
    "On Saturday the two ministries of defense agreed on a ceasefire in Hermel, Lebanon.",
)
_BESIDE = (
    "Nine people had died in the fighting.",
    "At least ten people were killed.",
    "Three of the dead were children, and nine were men.",
)


def test_dead_told_beside_a_deal_or_a_withdrawal_are_not_its_own() -> None:
    wrong = {}
    for act, beside in product(_ACTS, _BESIDE):
        first = read_report(Report(f"{act} {beside}", published=date(2024, 3, 7))).events[0]
        if first.fatalities and str(first.sub_event_type) in (
            "Agreement",
            "Non-violent transfer of territory",
        ):
            wrong[act, beside] = first.fatalities
    assert not wrong


def test_a_fight_keeps_its_dead_of_the_next_sentence() -> None:
    text = "On Saturday rebels clashed with the army in Karuba in Congo. At least ten people were killed."
    assert read_report(Report(text, published=date(2024, 3, 7))).events[0].fatalities == 10


@pytest.mark.parametrize("act", [*_ACTS, "Troops deployed to Jos in Nigeria on Saturday."])
@pytest.mark.parametrize(
    ("beside", "dead"),
    [
        ("At least 20 people were killed.", 20),
        ("Before that they killed ten villagers.", 10),
        ("Four people were shot dead.", 4),
        ("Residents said 12 people had died.", 12),
    ],
)
def test_dead_that_are_not_its_own_have_a_row(act: str, beside: str, dead: int) -> None:
    events = read_report(Report(f"{act} {beside}", published=date(2024, 3, 7))).events
    assert [each.fatalities for each in events] == [None, dead]
    assert events[1].location == events[0].location


def test_dead_told_in_no_words_of_an_act_stay_where_they_are_told() -> None:
    text = "Troops deployed to Jos on Monday after the violence, in which there were 14 fatalities."
    assert [each.fatalities for each in read_report(Report(text, published=date(2024, 3, 7))).events] == [14]


def test_dead_told_behind_the_coming_of_attackers_are_those_of_the_attack() -> None:
    text = (
        "Insurgents overran a base in Marte in Nigeria, killing at least 14 people, a source said on Wednesday.\n\n"
        "The fighters, riding in gun trucks and on motorcycles, reached the town at around 10 p.m. on Monday. Eleven soldiers were killed, one of the sources said."
    )
    dead = [each.fatalities for each in read_report(Report(text, published=date(2024, 9, 11))).events]
    assert dead == [14]
