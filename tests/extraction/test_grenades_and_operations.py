"""What hand grenades, rifles and operations on intelligence do, however the sentence opens."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

OPENS = ("Three days later, ", "On Monday, ", "In Gao, two men were seen when ", "")
GRENADES = (
    "hand grenades were thrown at stalls in Gao.",
    "militants hurled hand grenades at a shop in Gao.",
    "five men lobbed a hand grenade at a bar in Gao.",
)


def _kinds(text: str) -> list[str]:
    return [each.sub_event_type for each in read_report(Report(text, published=date(2024, 5, 16))).events]


def test_hand_grenades_thrown_are_grenades() -> None:
    told = ["".join(each) for each in product(OPENS, GRENADES)]
    assert [each for each in told if _kinds(each) != ["Grenade"]] == []


def test_grenades_handed_over_are_not() -> None:
    assert _kinds("Fighters of the group handed over grenades in Gao on Monday.") == ["Disrupted weapons use"]


def test_rifles_strike_from_no_aircraft() -> None:
    assert _kinds("The suspects pulled over in Gao on Monday and strafed them with M16 rifles.") == ["Attack"]
    assert _kinds("A jet strafed a column near Gao on Monday.") == ["Air/drone strike"]


def test_those_killed_in_an_operation_on_intelligence_fought_the_army_that_tells_of_it() -> None:
    text = "The military's media wing said five khwarij were killed in an intelligence-based operation in Azam Warsak, Pakistan, on Monday."
    (event,) = read_report(Report(text, published=date(2024, 5, 16))).events
    assert (event.sub_event_type, event.fatalities) == ("Armed clash", 5)
    assert {event.actor1, event.actor2} == {"Military Forces of Pakistan", "Tehrik-i-Taliban Pakistan"}
