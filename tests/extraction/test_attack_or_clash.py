"""Whether an attack was on people or on armed men, whatever stands beside it: a station's area, a police report, who is suspected."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

PUBLISHED = date(2024, 2, 14)  # a Wednesday


def kinds(text: str) -> list[str]:
    return [str(each.sub_event_type) for each in read_report(Report(text, published=PUBLISHED)).events]


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


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Gunmen targeted a checkpoint in Awapalli with an RPG on Sunday.", "Armed clash"),
        (
            "Two outposts in Awapalli were attacked on Sunday with rockets and automatic weapons.",
            "Armed clash",
        ),
        ("An ambush near Awapalli on Sunday destroyed a military truck.", "Armed clash"),
        ("Rebels fired rockets at Awapalli on Sunday.", "Shelling/artillery/missile attack"),
        ("Masked men petrol-bombed a bus in Awapalli on Sunday.", "Looting/property destruction"),
        ("They killed a farmer in Awapalli on Sunday and destroyed crops.", "Attack"),
        ("Herders destroyed crops in Awapalli on Sunday.", "Looting/property destruction"),
    ],
)
def test_what_was_struck_and_with_what_tells_the_kind(told: str, kind: str) -> None:
    assert kinds(told) == [kind]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Protesters beat a man with umbrellas in Awapalli on Sunday.", "Violent demonstration"),
        ("A youth was beaten by hooded demonstrators in Awapalli on Sunday.", "Violent demonstration"),
        (
            "On Sunday angry youths marched to the council in Awapalli and smashed windows.",
            "Violent demonstration",
        ),
        ("Protesters beat drums outside the council in Awapalli on Sunday.", "Peaceful protest"),
        ("Police beat protesters with batons in Awapalli on Sunday.", "Protest with intervention"),
    ],
)
def test_a_crowd_that_beats_or_wrecks_is_not_peaceful(told: str, kind: str) -> None:
    assert kinds(told) == [kind]
