"""Shells and aircraft of nobody's in a report where one army alone strikes: who strikes × where it is told × what is told without a doer."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

SHELLED = ("Russian troops shelled Kherson on Monday.", "Beryslav", "Military Forces of Russia")
BOMBED = (
    ("Russian drones attacked Kherson on Monday, killing a man.", "Beryslav", "Military Forces of Russia"),
    ("An Israeli airstrike hit a car in Tyre on Monday.", "Nabatieh", "Military Forces of Israel"),
    ("Turkish jets bombed Penjwen on Monday.", "Amedi", "Military Forces of Turkey"),
)
SHELLS = (
    "During shelling in {0} on Tuesday a gas pipe was damaged.",
    "The town of {0} was shelled twice on Tuesday evening.",
    "A woman was killed on Tuesday when a shell fell on a yard in {0}.",
)
BOMBS = (
    "A house in {0} was hit in an air strike on Tuesday, wounding a man.",
    "On Tuesday an air strike on a house in {0} killed two people.",
)
TOLD = (*product((SHELLED,), SHELLS), *product(BOMBED, BOMBS))


def _doer(text: str) -> str:
    """Who did what the last day tells, Tuesday."""
    events = read_report(Report(text, published=date(2024, 9, 26))).events
    return next((each.actor1 for each in events if each.start and each.start.day == 24), "no row")


def test_they_are_those_of_the_army_that_strikes_by_the_same_arms() -> None:
    told = [(f"{first} {last.format(where)}", army) for (first, where, army), last in TOLD]
    assert [text for text, army in told if _doer(text) != army] == []


def test_a_drone_is_its_where_it_flew_one() -> None:
    first, where, army = BOMBED[0]
    assert _doer(f"{first} A drone hit a bus in {where} on Tuesday, wounding the driver.") == army


def test_in_another_paragraph_they_are_its_at_the_same_place_alone() -> None:
    told = [(f"{first}\n\n{last.format(where)}", army) for (first, where, army), last in TOLD]
    assert [text for text, army in told if _doer(text) == army] == []
    same = f"{SHELLED[0]}\n\nThe town of Kherson was shelled twice on Tuesday evening."
    assert _doer(same) == SHELLED[2]


def test_other_arms_are_anybodys() -> None:
    told = [f"{first} {last.format(where)}" for (first, where, _), last in product(BOMBED, SHELLS)]
    rockets = (
        "Iranian missiles hit Panjgur on Monday. On Tuesday a rocket hit a gas plant in Sui.",
        "Turkish warplanes bombed Mount Metina in Duhok on Monday. A drone hit the Khor Mor gas field on Tuesday.",
        "Israeli warplanes struck Khiam on Monday. On Tuesday a rocket launched from Tyre hit Nahariya.",
        "Turkish drones struck Sinjar on Monday. Katyusha rockets hit the Green Zone in Baghdad on Tuesday.",
        "A US drone strike killed a militia leader in Baghdad on Monday. Rockets hit Erbil on Tuesday.",
        "Israeli artillery shelled Khiam on Monday. A rocket fell on Hermel from Syria on Tuesday.",
    )
    assert [each for each in (*told, *rockets) if "Military" in _doer(each)] == []


def test_an_army_at_home_has_the_warplanes_and_no_drone() -> None:
    jets = "Myanmar's military bombed Mindat on Monday. Jets bombed a school in Falam on Tuesday."
    assert _doer(jets) == "Military Forces of Myanmar"
    drones = (
        "Ukrainian aircraft struck a command post in Oleshky on Monday. On Tuesday a drone hit a bus in Nikopol, killing two.",
        "Myanmar's military bombed Mindat on Monday. On Tuesday a drone attack on the airport in Naypyidaw damaged two planes.",
        "Colombia's air force bombed a camp in Guaviare on Monday. On Tuesday a drone dropped a grenade on a field in Argelia.",
    )
    assert [each for each in drones if "Military" in _doer(each)] == []


def test_they_are_nobodys_where_none_knows_or_an_occupation_tells_it() -> None:
    told = (
        "Beryslav was shelled on Tuesday, and it was not clear who did it.",
        "Unidentified artillery shelled Beryslav on Tuesday.",
        "A shell fell on a market in Oleshky on Tuesday, killing two, the Russian-installed governor said.",
        "The occupation authorities said that shelling in Oleshky damaged a school on Tuesday.",
    )
    assert [each for each in told if "Military" in _doer(f"{SHELLED[0]} {each}")] == []


def test_they_are_nobodys_where_another_side_strikes_too_or_the_army_denies_it() -> None:
    last = "A woman was killed on Tuesday when a shell fell on a yard in Beryslav."
    others = (
        f"Russian troops shelled Kherson on Monday. Ukrainian forces shelled Kakhovka on Monday. {last}",
        f"Russian troops shelled Kherson on Monday. {last} Russia denied that its forces had fired.",
        f"The mayor of Kherson resigned on Monday. {last}",
        f"Russian troops dug trenches near Kherson on Monday. {last}",
    )
    assert [each for each in others if _doer(each)] == []


def test_an_army_is_not_struck_by_itself() -> None:
    told = "Turkish jets bombed Penjwen on Monday. A shell fell on Turkish soldiers in Amedi on Tuesday."
    assert _doer(told) != "Military Forces of Turkey"
