"""The day that the first words of a post tell of as a whole is that of what it then lists."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

_LISTED = "The occupiers carried out 9 airstrikes on Huliaipole. A man was wounded in a drone attack on Stepnohirsk."


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Seven hundred strikes in a day: so the region lived through 5 March.", 5),
        ("On Tuesday the region counted 31 attacks, the head of the region says.", 5),
        ("The head of the region spoke about schools on 4 February.", 6),  # long ago
        ("The head of the region speaks about schools today.", 6),
        ("On Monday and Tuesday, 4 and 5 March, the region was under fire.", 6),  # which of them?
    ],
)
def test_a_list_is_of_the_day_that_opens_it(opening: str, day: int) -> None:
    report = Report(f"{opening}\n\n{_LISTED}", published=date(2024, 3, 6))
    assert {each.start.day for each in read_report(report).events if each.start} == {day}
