"""Days of entries that have their month from the line above, and figures that are no days."""

from datetime import date, timedelta
from itertools import product

import pytest

from dashboard.temporal import read_time
from dashboard.temporal.lexing.lexicon import lexicon
from dashboard.temporal.lexing.under_months import days_under_months

_MONTHS = ("JULY", "July", "July 2022", "## July 2022", "July:", "**July**", "- JULY -", "Jul.")
_DAYS = (
    "02 – ",
    "2: ",
    "• 2 – ",
    "2nd – ",
    "- 2: ",
    "**2** – ",
    "2 - ",
    "02 — ",
    "2-3 – ",
    "2–3: ",
    "2 & 3 – ",
)
_TOLD = ("Tourou: armed men enter two hamlets.", "an ambush near Mora, two dead.")
_RANGED = (2, 3)


def test_an_entry_has_the_month_of_the_line_above() -> None:
    failing = []
    for month, day, told in product(_MONTHS, _DAYS, _TOLD):
        text = f"Chronology of incidents\n\n{month}\n{day}{told}\n14 – Mora: a shop is looted.\n\nAUGUST\n09 – Darak: a raid."
        expected = [(7, each) for each in _RANGED[: 2 if "3" in day else 1]] + [(7, 14), (8, 9)]
        found = [(each.month, each.day) for _, each in days_under_months(text, lexicon("en")).values()]
        failing += [text] if found != expected else []
    assert not failing


@pytest.mark.parametrize(
    "text",
    [
        "JULY\n12 – Aleppo\n40 – Idlib\n7 – Homs",
        "JULY\n12 – people killed in Aleppo\n7 – in Idlib\n9 – in Homs",
        "JULY\nDead and wounded\n12 – Aleppo",
        "JULY\n10:30 – shelling of Douma\n11:15 – a strike on Harasta",
        "JULY\n12 people were killed in Aleppo.",
        "In July\n12 – Aleppo: a raid.",
        "JULY\n02.30 – shelling of Douma",
        "12 – Aleppo: a raid.",
        "JULY\n1,200 – displaced from Aleppo",
        "JULY\n4–1\n",
    ],
)
def test_other_figures_are_no_days(text: str) -> None:
    assert not days_under_months(text, lexicon("en"))


def test_the_year_is_that_of_the_month_or_the_nearest() -> None:
    text = "JULY 2021\n02 – Tourou: a raid.\n\nAUGUST\n11-12 – Hitawa: fighting."
    told = [
        each.interval for each in read_time(text, date(2022, 1, 4)).timexes if each.text in ("02", "11-12")
    ]
    assert [(each.start.date(), each.end.date()) for each in told if each and each.start and each.end] == [
        (date(2021, 7, 2), date(2021, 7, 3)),
        (date(2021, 8, 11), date(2021, 8, 13)),
    ]


@pytest.mark.parametrize("days", ["9 and 10", "9 & 10", "9th and 10th", "9 et 10", "9-10"])
def test_two_days_that_head_an_entry_are_both_told(days: str) -> None:
    text = f"FEBRUARY 2024\n04 – Tourou: a raid.\n{days} – Hitawa: fighting.\n12 – Mora: a raid."
    told = [
        (each.start.day, each.end.day)
        for each in read_time(text, date(2024, 3, 7)).timexes
        if each.start and each.end
    ]
    assert told[-3:] == [(4, 5), (9, 11), (12, 13)]


def test_two_days_apart_are_none_between() -> None:
    text = "FEBRUARY 2024\n04 – Tourou: a raid.\n9 and 12 – Hitawa: fighting.\n14 – Mora: a raid."
    told = read_time(text, date(2024, 3, 7)).timexes
    assert all(each.end - each.start == timedelta(1) for each in told[1:] if each.start and each.end)


@pytest.mark.parametrize("month", ["JULY\n02 – ", "2022\n\nJuly 2: ", "2022\n\n• 2 July – "])
@pytest.mark.parametrize("part", ["at night", "in the night", "during the night"])
def test_the_night_of_an_entry_begins_on_its_day(month: str, part: str) -> None:
    mark = month.rsplit("\n", maxsplit=1)[-1].replace("02", "14").replace("2", "14")
    text = f"Chronology\n\n{month}Militants attacked a post {part}.\n\n{mark}A raid on Mora."
    told = next(each for each in read_time(text, date(2022, 10, 4)).timexes if "night" in each.text)
    assert told.start is not None
    assert told.start.date() == date(2022, 7, 2)


def test_the_night_told_under_a_page_s_day_is_the_one_before() -> None:
    text = "2 July 2022\nA house was burnt at night."
    told = next(each for each in read_time(text, date(2022, 7, 2)).timexes if "night" in each.text)
    assert told.start is not None
    assert told.start.date() == date(2022, 7, 1)
