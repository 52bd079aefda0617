"""Parts of a day that take their day from what is told after them."""

from datetime import date

import pytest

from dashboard.temporal import read_time


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("A bomb killed two in Kirkuk in the morning and one in Daquq at night on 5 May 2021.", "2021-05-05"),
        ("Shells fell at dawn and again at 6 p.m. on Friday.", "2021-04-30"),
        ("Shells fell at dawn and the army left on 5 May 2021.", "2021-05-06"),  # its day is its own
        ("Shells fell at dawn. At night on 5 May 2021 the army left.", "2021-05-06"),  # another sentence
        ("On 3 May shells fell at dawn and again at night on 5 May 2021.", "2021-05-03"),  # told before
    ],
)
def test_hours_joined_to_hours_of_a_day_are_of_that_day(text: str, first: str) -> None:
    part = next(each for each in read_time(text, date(2021, 5, 6)).timexes if "T" in each.value)
    assert part.value.startswith(first)
