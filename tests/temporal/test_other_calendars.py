"""The calendars that are computed, against days that are known."""

from datetime import date, timedelta

import pytest

from dashboard.temporal import read_time
from dashboard.temporal.calendar.hebrew import hebrew_day
from dashboard.temporal.calendar.moon import chinese_day, hindu_day

NEW_YEARS_IN_CHINA = "1949-01-29 1968-01-30 1976-01-31 1985-02-20 1996-02-19 2007-02-18 2014-01-31 2024-02-10 2033-01-31 2034-02-19"
NEW_YEARS_IN_ISRAEL = (
    "1948-10-04 1967-10-05 1973-09-27 1995-09-25 2000-09-30 2013-09-05 2020-09-19 2023-09-16"
)
DIWALIS = "2001-11-14 2005-11-01 2008-10-28 2012-11-13 2015-11-11 2019-10-27 2020-11-14 2022-10-24 2023-11-12"


def days(told: str) -> list[date]:
    return [date.fromisoformat(day) for day in told.split()]


@pytest.mark.parametrize("known", days(NEW_YEARS_IN_CHINA))
def test_a_chinese_new_year_is_on_the_day_it_was_kept(known: date) -> None:
    assert chinese_day(known.year, 1, 1) == known


@pytest.mark.parametrize("known", days(NEW_YEARS_IN_ISRAEL))
def test_a_hebrew_new_year_is_on_the_day_it_was_kept(known: date) -> None:
    assert hebrew_day(known.year, 0) == known


@pytest.mark.parametrize("known", days(DIWALIS))
def test_diwali_is_on_the_day_it_was_kept(known: date) -> None:
    assert hindu_day(known.year, 7, 30, 18) == known


@pytest.mark.parametrize("year", range(1900, 2100))
def test_a_hebrew_new_year_is_never_on_a_day_that_puts_it_off(year: int) -> None:
    day = hebrew_day(year, 0)
    assert day.strftime("%a") in {"Mon", "Tue", "Thu", "Sat"}
    assert (hebrew_day(year, 9) - day, day.month in {9, 10}) == (timedelta(days=9), True)


def test_a_feast_by_the_moon_says_how_sure_its_day_is() -> None:
    notes = read_time("Shots were fired on Diwali 2023.", date(2024, 3, 20)).timexes[0].notes
    assert any("a day earlier or later" in note for note in notes)
