"""Whether an attack was on people or on armed men, whatever stands beside it: a station's area, a police report, who is suspected."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

PUBLISHED = date(2024, 2, 14)  # a Wednesday


def kinds(text: str) -> list[str]:
    return [each.sub_event_type.value for each in read_report(Report(text, published=PUBLISHED)).events]


@pytest.mark.parametrize("who", ["A man", "A teacher", "A village head", "Two traders"])
@pytest.mark.parametrize(
    "told",
    [
        "{} {were} axed to death by Maoists in Awapalli police station area on Sunday.",
        "{} {were} stabbed to death in Awapalli under the limits of the police station on Sunday.",
        "On Sunday {} died of blows from a group of militiamen in Awapalli.",
        "{} {were} shot dead by gunmen, suspected to be rebels, in Awapalli on Sunday.",
        "{} {were} shot at from a car in Awapalli on Sunday.",
        "{} who {were} abducted by suspected militants last month {were} found dead near Awapalli on Sunday.",
    ],
)
def test_people_are_attacked_whoever_is_named_beside(who: str, told: str) -> None:
    were = "were" if who.startswith("Two") else "was"
    who = who if told.startswith("{}") else who[0].lower() + who[1:]
    assert kinds(told.format(who, were=were)) == ["Attack"]


@pytest.mark.parametrize(
    "told",
    [
        "A policeman was axed to death by Maoists in Awapalli on Sunday.",
        "Gunmen shot at soldiers in Awapalli on Sunday.",
        "Rebels attacked the police station of Awapalli on Sunday.",
        "A soldier was stabbed to death by militants in Awapalli on Sunday.",
    ],
)
def test_armed_men_are_fought(told: str) -> None:
    assert kinds(told) == ["Armed clash"]


@pytest.mark.parametrize("convoy", ["motorcycle", "fuel", "aid", "traders'"])
def test_a_convoy_of_no_army_is_no_armed_man(convoy: str) -> None:
    assert kinds(f"Militiamen fired at a {convoy} convoy near Awapalli on Sunday.") == ["Attack"]
    assert kinds("Militiamen fired at an army convoy near Awapalli on Sunday.") == ["Armed clash"]


def test_what_was_agreed_is_no_plan_and_what_could_be_heard_no_guess() -> None:
    for agreed in ("that the market would be secured", "to hand over those responsible", "to open the road"):
        assert kinds(f"On Monday rebels and elders of Awapalli agreed {agreed}.") == ["Agreement"]
    assert kinds("Heavy gunfire could be heard in Awapalli on Monday.") == ["Armed clash"]
    assert kinds("A man was detained in Awapalli on Monday for planning to blow up a car.") == ["Arrests"]


def test_how_they_came_is_not_what_they_did() -> None:
    assert kinds("On Sunday rebels entered Awapalli. They looted the clinic.") == [
        "Looting/property destruction"
    ]
    assert kinds("Rebels entered Awapalli on Sunday.") == ["Non-state actor overtakes territory"]
