"""Shells and aircraft of nobody's in a report where one army alone strikes: who strikes × where it is told × what is told without a doer."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

STRIKES = (
    ("Russian troops shelled Kherson on Monday.", "Beryslav", "Military Forces of Russia"),
    ("Russian drones attacked Kherson on Monday, killing a man.", "Beryslav", "Military Forces of Russia"),
    ("An Israeli airstrike hit a car in Tyre on Monday.", "Nabatieh", "Military Forces of Israel"),
    ("Turkish jets bombed Penjwen on Monday.", "Amedi", "Military Forces of Turkey"),
)
OPEN = (
    "During shelling in {0} on Tuesday a gas pipe was damaged.",
    "The town of {0} was shelled twice on Tuesday evening.",
    "A drone hit a bus in {0} on Tuesday, wounding the driver.",
    "On Tuesday a missile strike on a house in {0} killed two people.",
    "A woman was killed on Tuesday when a shell fell on a yard in {0}.",
)


def _doer(text: str) -> str:
    """Who did what the last day tells, Tuesday."""
    events = read_report(Report(text, published=date(2024, 9, 26))).events
    return next((each.actor1 for each in events if each.start and each.start.day == 24), "no row")


def test_they_are_those_of_the_army_that_strikes() -> None:
    told = [(told, where, army, each.format(where)) for (told, where, army), each in product(STRIKES, OPEN)]
    wrong = [(first, last) for first, where, army, last in told if _doer(f"{first}\n\n{last}") != army]
    assert wrong == []


def test_they_are_nobodys_where_another_side_strikes_too_or_the_army_denies_it() -> None:
    last = "A woman was killed on Tuesday when a shell fell on a yard in Beryslav."
    others = (
        f"Russian troops shelled Kherson on Monday. Ukrainian forces shelled Kakhovka on Monday.\n\n{last}",
        f"Russian troops shelled Kherson on Monday.\n\n{last} Russia denied that its forces had fired.",
        f"The mayor of Kherson resigned on Monday.\n\n{last}",
        f"Russian troops dug trenches near Kherson on Monday.\n\n{last}",
    )
    assert [each for each in others if _doer(each)] == []


def test_an_army_is_not_struck_by_itself() -> None:
    told = "Turkish jets bombed Penjwen on Monday.\n\nA shell fell on Turkish soldiers in Amedi on Tuesday."
    assert _doer(told) != "Military Forces of Turkey"
