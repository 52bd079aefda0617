"""A sentence with a day of its own tells no harm of an event on another day."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report


def _dead(text: str) -> int | None:
    return read_report(Report(text, published=date(2023, 2, 2))).events[0].fatalities


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Shells hit Sarh in Chad on Tuesday. Six people had died there on 3 January.", None),
        ("Shells hit Sarh in Chad on Tuesday. Six people died.", 6),
        ("Shells hit Sarh in Chad on Tuesday. Six people died in the morning.", 6),
        ("Shells hit Sarh in Chad on Tuesday. Six people died on Tuesday, doctors said.", 6),
    ],
)
def test_the_dead_of_another_day_are_not_counted(text: str, dead: int | None) -> None:
    assert _dead(text) == dead
