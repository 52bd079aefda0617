"""What a side says that it had done, of the fight told just before: a grid of how it says so and what it had done."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

FIGHT = "On Thursday, insurgents stormed an army base in Xitaxi. Seven soldiers died.\n\n"
SAYS = (
    "In a statement on Saturday, the group said that it had {}.",
    "The Islamic State claimed the attack in its channel on Saturday, saying that it had {}.",
    "A spokesman denied the figure and claimed that his group had {}.",
    "Islamic State, which claimed the attack, said it had {}.",
)
DEEDS = (
    "killed seven soldiers",
    "slain seven men",
    "burned eleven houses",
    "overrun the base",
    "destroyed a vehicle",
    "taken control of the village",
)


def _days(told: str) -> list[object]:
    events = read_report(Report(FIGHT + told, published=date(2024, 10, 28))).events
    return [each.start.day if each.start else None for each in events]


def test_what_a_side_says_it_had_done_is_the_fight_just_told() -> None:
    told = [says.format(deed) for says, deed in product(SAYS, DEEDS)]
    assert [each for each in told if _days(each) != [24]] == []


def test_a_claim_with_a_place_or_a_day_of_its_own_is_another_act() -> None:
    own = (
        "The group said that it had killed two soldiers in Chibok on Friday.",
        "The group said that it had ambushed a patrol near Chibok.",
    )
    assert [each for each in own if len(_days(each)) != 2] == []
