"""What a report tells at large beside the acts it tells one by one: summaries, links to other stories, fighting that goes on, who fled."""

from datetime import date
from itertools import product

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

LEAD = "Rebels shelled the market of Kadugli on Tuesday, killing four traders."
BELOW = "In Dilling, gunmen shot dead a teacher on Monday evening."


def _places(text: str) -> list[str]:
    events = read_report(Report(text, published=date(2024, 3, 14))).events
    return sorted(each.location for each in events)


SIDES = ("the army and the rebels", "the Sudanese Armed Forces (SAF) and the Rapid Support Forces (RSF)")
GOES_ON = (
    "Fighting between {} continued west of El Obeid.",
    "Clashes between {} have continued on several fronts.",
    "The confrontation between {} goes on around El Obeid.",
    "Hostilities between {} persisted in North Kordofan.",
    "Clashes between {} were recorded in 62 places of Sudan.",
)
FLED = (
    "An estimated 1,400 households were displaced to open areas.",
    "Some 700,000 people are internally displaced.",
    "Between 7 and 10 March, some 1,100 people returned.",
    "All 63 households fled to the forest.",
)
LINKS = (
    "Also read: Rebels burn church in Babanusa",
    "[ Also read: Factions clash in El Obeid, 12 injured ]",
    "Also Read | Drone kills five in El Obeid",
    "Listen also: El Obeid, five weeks under siege",
    "Topics: airstrikes, El Obeid, RSF",
)
SUMMARIES = (
    "IN SHORT: Rebels burned houses in Kadugli.",
    "22:50 Summary so far: 1 blockade, 1 clash with two dead in Dilling.",
    "We are closing this page. The headlines: soldiers shot dead a man in Dilling.",
    "Key points\n- Two trucks with food were looted on the road to Dilling.",
    "Key points\n- Two trucks with food were looted.",
    "IN THIS ISSUE\nFishermen murdered in the camp of Kadugli",
    "HIGHLIGHTS\n• A shell killed four traders in Babanusa.",
)
TOLD_IN_SUMMARIES_ONLY = (
    "HIGHLIGHTS\n• Armed men attacked a camp in Babanusa, killing eight people.",
    "KEY POINTS\n• Gunmen kidnapped 12 pupils in Babanusa.",
    "Week in brief: Bandits killed nine villagers in Babanusa.",
    "Key highlights\n• A strike killed nine in Babanusa.\n• Clashes displaced 3,000 people in El Fula.",
)


@pytest.mark.parametrize(
    "words", [*(each.format(side) for side, each in product(SIDES, GOES_ON)), *FLED, *LINKS]
)
def test_what_is_told_at_large_is_no_act_beside_those_told_one_by_one(words: str) -> None:
    assert _places(f"{LEAD}\n\n{BELOW}\n\n{words}\n\nThe road is open.") == ["Dilling", "Kadugli"]


@pytest.mark.parametrize("words", SUMMARIES)
def test_a_summary_that_tells_no_day_is_no_act(words: str) -> None:
    assert _places(f"{words}\n\n{LEAD}\n\n{BELOW}") == ["Dilling", "Kadugli"]


@pytest.mark.parametrize("words", TOLD_IN_SUMMARIES_ONLY)
def test_a_summary_is_an_act_where_nothing_below_may_be_the_same(words: str) -> None:
    assert "Babanusa" in _places(f"{words}\n\n{LEAD}\n\n{BELOW}")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Clashes between the army and the rebels continued on Wednesday in Babanusa.", "Babanusa"),
        ("Clashes between the army and the rebels continued in Babanusa, killing two.", "Babanusa"),
        ("Clashes between the army and the rebels continued in Babanusa.", "Babanusa"),
        ("Fierce clashes between the army and the rebels went on at Babanusa.", "Babanusa"),
        ("Fighting continues between the army and the rebels in Babanusa.", "Babanusa"),
        ("Some 300 families fled Babanusa on Wednesday.", "Babanusa"),
        ("Hundreds of residents fled the town of Babanusa.", "Babanusa"),
        ("Rebels violated the ceasefire in Babanusa, wounding two soldiers.", "Babanusa"),
        ("On Wednesday 80 inmates fled from a jail in Babanusa.", "Babanusa"),
        ("Rebels besieged Babanusa on Wednesday.", "Babanusa"),
        ("Related to this, gunmen burned a church in Babanusa on Wednesday.", "Babanusa"),
        ("In short order, gunmen burned a church in Babanusa on Wednesday.", "Babanusa"),
    ],
)
def test_what_has_a_day_or_dead_of_its_own_is_an_act(words: str, place: str) -> None:
    assert place in _places(f"{LEAD}\n\n{BELOW}\n\n{words}\n\nThe road is open.")


def test_a_summary_with_a_day_of_its_own_is_an_act_where_nothing_below_tells_it() -> None:
    assert "Babanusa" in _places(
        f"Key points\n- On 12 March gunmen burned a church in Babanusa.\n\n{LEAD}\n\n{BELOW}"
    )


def test_who_was_attacked_in_flight_is_an_act() -> None:
    flight = "On Wednesday residents fleeing to the forest were attacked on the road and three died."
    assert len(_places(f"{LEAD}\n\n{BELOW}\n\n{flight}\n\nThe road is open.")) == 3


def test_who_fled_is_an_act_where_no_other_is_told() -> None:
    assert _places("Some 300 families fled Babanusa. They need food.") == ["Babanusa"]


def test_fighting_that_goes_on_is_an_act_in_a_post_of_its_hour() -> None:
    posts = "21:10\nClashes between the army and the rebels go on in Babanusa.\n\n20:05\nA shell killed three in Kadugli."
    assert "Babanusa" in _places(f"Sudan live, 14 March 2024\n\n{posts}")


def test_a_truce_that_is_violated_is_no_agreement() -> None:
    assert _places(f"Rebels violate ceasefire in Babanusa\n\n{LEAD}\n\n{BELOW}") == ["Dilling", "Kadugli"]
