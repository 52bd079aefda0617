"""The dead and the hurt of one act in one sentence, however it goes from the ones to the others: who × how they died × how hurt × what act."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

WHO = (
    "Two soldiers",
    "Two members of the Popular Mobilization Forces (PMF)",
    "Two policemen, including an officer,",
    "Two elements of the Mexican Army",
)
DIED = ("were killed", "were shot dead", "embraced martyrdom")
HURT = (
    "and three others were injured",
    "and another five were wounded",
    "while nine others sustained injuries",
)
ACTS = (
    "in a clash in Gao on Tuesday",
    "when militants ambushed a patrol in Gao on Tuesday",
    "when a roadside bomb exploded in Gao on Tuesday",
)


def _rows(text: str) -> list[tuple[str, int]]:
    events = read_report(Report(text, published=date(2024, 5, 16))).events
    return [(each.location, each.fatalities or 0) for each in events]


def test_the_dead_before_the_hurt_are_of_the_act_told_behind_them() -> None:
    told = [" ".join(each) for each in product(WHO, DIED, HURT, ACTS)]
    assert [each for each in told if _rows(f"{each}, officials said.") != [("Gao", 2)]] == []


def test_the_dead_of_another_place_day_or_act_are_not() -> None:
    others = (
        "Two soldiers died in Kidal on Monday and three others were injured in an attack in Gao on Tuesday.",
        "A soldier was shot dead at his home while two policemen were wounded in a bomb attack in Gao on Tuesday.",
        "Nine rebels were killed in a raid near Kidal while three civilians were wounded when a mine exploded in Gao.",
        "Twelve people have died since January, and three were injured in an attack in Gao on Tuesday.",
    )
    assert [each for each in others if _rows(each)[-1] != ("Gao", 0)] == []
