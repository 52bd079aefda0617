"""Who struck, and whom it hurt, where the words of a strike tell neither.

A strike is laid on the only army that strikes so in the report, or that has such arms over the country; each way of telling stands
against those in which nobody is to be blamed.
"""

from datetime import date
from itertools import product

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report


def _events(text: str, day: date = date(2024, 7, 5)) -> tuple[Event, ...]:
    return read_report(Report(text, published=day)).events


_ARMS = (  # what struck, where, and whose alone it is there
    ("a fighter jet bombed a market in Nyala, Sudan", "Military Forces of Sudan"),
    ("warplanes bombed the outskirts of Marte, Nigeria", "Military Forces of Nigeria"),
    ("an air strike hit a clinic in Loikaw, Myanmar", "Military Forces of Myanmar"),
    ("a drone hit a school in Bure, Ethiopia", "Military Forces of Ethiopia"),
    ("a drone struck a car in Nabatieh, Lebanon", "Military Forces of Israel"),
    ("two guided bombs fell on Kharkiv, Ukraine", "Military Forces of Russia"),
    ("howitzers shelled the edge of Datu Piang, Philippines", "Military Forces of Philippines"),
)
_FRAMES = (
    "On Tuesday {}.",
    "Residents said that {} on Tuesday.",
    "{} early on Tuesday, killing three people.",
)


@pytest.mark.parametrize(("strike", "army"), _ARMS)
def test_arms_that_one_army_has_are_that_army_s(strike: str, army: str) -> None:
    told = [frame.format(strike if frame[0] != "{" else strike[0].upper() + strike[1:]) for frame in _FRAMES]
    assert {each: _events(each)[0].actor1 for each in told} == dict.fromkeys(told, army)


def test_the_only_army_that_strikes_in_a_report_struck_where_nobody_is_named() -> None:
    first = "On Monday Russian forces shelled Beryslav, Ukraine. "
    told = [
        f"{first}\n\n{strike}"
        for strike in (
            "On Tuesday shelling killed a woman in Bilozerka.",
            "On Tuesday artillery shells fell on Stanislav.",
        )
    ]
    assert {each: _events(each)[1].actor1 for each in told} == dict.fromkeys(
        told, "Military Forces of Russia"
    )


@pytest.mark.parametrize(
    "told",
    [
        "On Tuesday an unidentified aircraft bombed a market in Nyala, Sudan.",
        "On Tuesday a fighter jet bombed a market in Idlib, Syria.",
        "On Tuesday a drone dropped explosives on an army post in Tibu, Colombia.",
        "On Tuesday a roadside bomb killed a shepherd near Marte, Nigeria.",
    ],
)
def test_what_several_have_or_nobody_knows_is_nobody_s(told: str) -> None:
    assert _events(told)[0].actor1 in ("", "Unidentified Aircraft")


def test_two_that_strike_leave_it_open() -> None:
    both = (
        "On Monday Russian forces shelled Donetsk, Ukraine.\n\nOn Monday Ukrainian forces shelled Horlivka."
    )
    open_one = _events(f"{both}\n\nOn Tuesday a shell killed a woman in Avdiivka.")[-1]
    assert open_one.actor1 == ""


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
