"""Whom an act hurt, told a sentence behind it, and kin that fight each other."""

from datetime import date
from itertools import product

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report


def _events(text: str, day: date = date(2024, 7, 5)) -> tuple[Event, ...]:
    return read_report(Report(text, published=day)).events


_HURT = ("A woman", "A 71-year-old woman", "Two farmers", "An elderly couple", "A taxi driver")
_HARM = (
    "{was} wounded in the leg", "{was} taken to hospital", "sustained shrapnel wounds", "lost a leg",
    "{is} in hospital in a serious condition", "suffered a concussion",
)  # fmt: skip
_ASIDES = ("", " who {was} in the yard", ", aged 45,")


def test_a_sentence_behind_an_act_says_whom_it_hurt() -> None:
    told = []
    for who, harm, aside in product(_HURT, _HARM, _ASIDES):
        many = who.startswith("Two") or who.endswith("couple")
        words = f"{who}{aside} {harm}.".format(
            was="were" if many else "was", **{"is": "are" if many else "is"}
        )
        told.append(f"KHERSON – On Monday Russian forces shelled Beryslav. {words}")
    missed = [each for each in told if _events(each)[0].actor2 != "Civilians"]
    assert not missed


@pytest.mark.parametrize(
    "behind",
    [
        "A woman escaped unharmed.",
        "Two soldiers were wounded in the leg.",
        "In Kherson, a woman was taken to hospital on Sunday.",
        "A woman said she had heard it.",
    ],
)
def test_who_came_to_no_harm_or_elsewhere_is_no_victim(behind: str) -> None:
    event = _events(f"KHERSON – On Monday Russian forces shelled Beryslav. {behind}")[0]
    assert event.actor2 != "Civilians"


_SIDES = ("two clans", "rival tribes", "two families", "neighbouring villages", "members of two communities")
_FIGHTS = ("clashes", "fighting", "a gunfight", "violence")


def test_kin_that_fight_are_communal_militias() -> None:
    told = [
        f"At least five men were killed in {fight} between {sides} in Nyala, Sudan, on Monday."
        for fight, sides in product(_FIGHTS, _SIDES)
    ]
    missed = [each for each in told if _events(each)[0].actor1 != "Communal Militia"]
    assert not missed


def test_kin_that_do_not_fight_are_none() -> None:
    told = "A farmer was shot dead on the road between two villages near Nyala, Sudan, on Monday."
    assert _events(told)[0].actor1 == ""
