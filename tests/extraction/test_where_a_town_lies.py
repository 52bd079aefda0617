"""How far off a place is that tells where a town lies is no place of an act, and who was taken is no dead."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

_PUBLISHED = date(2024, 3, 7)
_LEAD = "Gunmen went on the rampage in Pont-Sondé on Monday. {} Prosecutors called the attack a massacre in which 70 died."


@pytest.mark.parametrize(
    "lies",
    [
        "The town lies in the central Artibonite region, some 71km (44 miles) to the north-west of Port-au-Prince, the capital.",
        "The town is located about 95 kilometres north of Port-au-Prince.",
        "The village sits 20 miles from Gonaïves.",
    ],
)
def test_where_a_town_lies_is_no_place_of_an_act(lies: str) -> None:
    events = read_report(Report(_LEAD.format(lies), published=_PUBLISHED)).events
    assert {each.location for each in events} == {"Pont-Sondé"}


def test_what_was_done_so_far_from_a_town_is_placed_by_it() -> None:
    text = "Gunmen killed nine people some 20 km north of Port-au-Prince on Monday."
    assert [each.location for each in read_report(Report(text, published=_PUBLISHED)).events] == [
        "some 20 km north of Port-au-Prince"
    ]


@pytest.mark.parametrize("done", ["taken", "Taken", "abducted", "injured"])
def test_a_number_of_those_otherwise_harmed_is_no_toll(done: str) -> None:
    text = f"Four dead, 50 {done} in bandit raid in Zamfara\n\nPolice told of it on Monday."
    assert 50 not in {each.fatalities for each in read_report(Report(text, published=_PUBLISHED)).events}
