"""The day on which somebody was under way, or at work, is that of what was done to them then; no other day behind "while" is."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

_PUBLISHED = date(2024, 3, 7)


def _day(text: str) -> str:
    (event,) = read_report(Report(text, published=_PUBLISHED)).events
    return f"{event.start:%m-%d}"


@pytest.mark.parametrize(
    "text",
    [
        "Two clerks were kidnapped near Bannu while they were going to the Gomal Zam dam on Monday morning.",
        "A teacher was shot dead in Bannu while returning home on Monday.",
        "A farmer was shot dead in Jos while he was on his way to a wedding on Monday, police said on Tuesday.",
        "Two brothers were killed by a landmine in Minbya while herding cattle on 4 March.",
    ],
)
def test_the_day_is_that_on_which_they_were_under_way(text: str) -> None:
    assert _day(text) == "03-04"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed the mayor in Jos while he was preparing for elections next week.",
        "Two workers were abducted in Gao while they were building a road opened in January.",
        "Police killed a man in Lagos while investigating a robbery on Sunday.",
        "Gunmen attacked villagers in Anka while mourning those killed on Saturday.",
        "Gunmen abducted a bishop in Owerri while he was returning from a burial held last week.",
        "Two policemen were killed in Kano while on duty in elections due on Saturday.",
    ],
)
def test_another_day_is_not(text: str) -> None:
    assert _day(text) == "03-07"
