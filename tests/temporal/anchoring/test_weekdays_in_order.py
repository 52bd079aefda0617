"""Weekdays told one after the other: which week they are of."""

from datetime import date

import pytest

from dashboard.temporal import read_time

TUESDAY = date(2022, 9, 20)


def days(text: str, published: date = TUESDAY) -> list[str]:
    return [f"{each.start:%m-%d}" for each in read_time(text, published).timexes if each.start]


@pytest.mark.parametrize(
    "text",
    [
        "Artillery shelled Sotk on Tuesday. Vardenis was shelled on Wednesday.",
        "A clash near Shusha on Tuesday left one dead, and another, near Lachin, left two dead on Wednesday.",
        "Shells fell on Horlivka on Tuesday and on Bakhmut on Wednesday.",
        "Teachers marched in La Paz on Tuesday; miners marched in Potosi on Wednesday.",
        "Gunmen killed a farmer in Anka on Tuesday. The next day troops shot two gunmen in Maru.",
    ],
)
def test_a_weekday_of_today_that_leads_to_the_next_is_of_last_week(text: str) -> None:
    assert days(text) == ["09-13", "09-14"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two people in Goma on Tuesday. On Monday they had killed four in Beni.",
        "Police said on Tuesday that gunmen had killed two people. Four people died on Wednesday.",
        "Thousands marched on Tuesday to mourn four students whom police shot dead on Wednesday.",
        "Students marched on Tuesday, after police shot a boy on Wednesday.",
        "Gunmen killed a candidate on Tuesday. The vote is on Wednesday.",
        "Gunmen killed a candidate on Tuesday. He will be buried on Wednesday.",
        "Gunmen killed a farmer in Anka on Tuesday. Voters go to the polls the next day.",
        "Gunmen killed a farmer in Anka on Tuesday, hours after troops had shot two gunmen.",
    ],
)
def test_a_weekday_of_today_stays_where_what_follows_came_before_or_is_to_come(text: str) -> None:
    assert days(text)[0] == "09-20"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Wednesday: gunmen kill two in Sokoto. Thursday: gunmen kill one in Gusau.", ["09-14", "09-15"]),
        ("12 September: gunmen killed two. On Tuesday they killed one in Gusau.", ["09-12", "09-13"]),
        ("14 September: troops killed three men who had raided Anka on Monday.", ["09-14", "09-12"]),
    ],
)
def test_a_weekday_within_an_entry_is_the_one_nearest_to_its_day(text: str, read: list[str]) -> None:
    assert days(text) == read
