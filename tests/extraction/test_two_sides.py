"""A fight between two sides on a day of a month is an act of that day, and no sum between two days."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Clashes broke out between government forces and rebels in Aleppo on 5 March 2018, leaving 3 fighters dead.", 3),
        ("Clashes between government forces and rebels in Aleppo on 5 March 2018 killed 3 fighters.", 3),
        ("Shelling between the army and rebels in Homs on 3 March killed two civilians.", 2),
    ],
)  # fmt: skip
def test_a_fight_between_two_sides_counts_its_own_dead(text: str, killed: int) -> None:
    (event,) = read_report(Report(text, published=date(2018, 3, 7))).events
    assert event.fatalities == killed


@pytest.mark.parametrize(
    "text",
    [
        "Between 1 and 15 March, 34 civilians were killed in Homs.",
        "Between the 1st and the 15th of March, 34 civilians were killed in Homs.",
        "Between 1 January and 15 March 2018, 34 civilians were killed in Homs.",
        "Between January and March 34 civilians were killed in Homs.",
    ],
)
def test_what_is_counted_between_two_days_is_a_sum(text: str) -> None:
    assert read_report(Report(text, published=date(2018, 3, 20))).events == ()
