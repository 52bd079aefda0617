"""The day on which somebody tells a named paper or agency is no day of the deed."""

from datetime import date

import pytest

from dashboard.temporal import read_time
from dashboard.temporal.timex import Bearing

TOLD = [
    "Bandits killed 14 women, residents told Reuters on Tuesday; the raid was bloody.",
    "Bandits killed 14 women, a clerk told the BBC on Tuesday.",
    "Bandits killed 14 women, General Ali Diallo said in Bamako on Tuesday.",
    "Bandits killed 14 women, police told the news agency AFP by phone on Tuesday.",
]
DONE = [
    "He said bandits struck Bamako on Tuesday.",
    "The men told of by Ali were killed in Bamako on Tuesday.",
    "Ali Khan was told in Bamako on Tuesday.",
]


@pytest.mark.parametrize(
    ("text", "reports"), [*((text, True) for text in TOLD), *((text, False) for text in DONE)]
)
def test_only_the_day_of_telling_is_set_apart(text: str, reports: bool) -> None:
    (tuesday,) = (each for each in read_time(text, date(2021, 8, 12)).timexes if each.text == "Tuesday")
    assert (tuesday.bearing is Bearing.REPORTING) is reports
