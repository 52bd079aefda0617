"""Towns that somebody only left or was brought to: what they are beside, found in one walk over the places."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report
from tests.benchmarks.hostile import costs, ratio

STEEP = 20
"""Eight times the text at most so many times the cost; a square is 64, a cube 512."""


def _read(text: str) -> object:
    return read_report(Report(text, published=date(2024, 3, 7)))


@pytest.mark.parametrize(
    "piece", ["en route to Goma, ", "took off from Goma ", "He fled to Goma. ", "He returned from Goma; "]
)
def test_a_text_of_ways_takes_twice_as_long_when_it_is_twice_as_long(piece: str) -> None:
    _read("Gunmen killed two people in Goma and wounded one on Monday.")
    assert ratio(costs(_read, piece, 700)) < STEEP


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The jet took off from Goma on Monday and bombed Sake, killing two.", ["Sake"]),
        ("Gunmen attacked a bus coming from Goma on Monday, killing two.", ["Goma"]),
        ("Rebels bombed Sake on Monday. The wounded were rushed to Goma. Two men were killed.", ["Sake"]),
    ],
)
def test_a_town_set_out_from_is_the_place_where_no_other_is_told(text: str, places: list[str]) -> None:
    rows = read_report(Report(text, published=date(2024, 3, 7))).events
    assert {event.location for event in rows} == set(places)
