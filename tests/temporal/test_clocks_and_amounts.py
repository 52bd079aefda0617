"""Clock times and amounts in the ways people write them, and what only looks like one; each row of the tables is a test."""

from datetime import date, datetime
from pathlib import Path

import pytest

from dashboard.temporal import read_time
from tests.benchmarks.adapters import tag
from tests.tables import Row, rows

HERE = Path(__file__).parent
VALUES = list(rows(HERE / "values_of_amounts.md"))
NOT_TIMES = list(rows(HERE / "clocks_not_times.md"))
PUBLISHED = date(2024, 3, 20)


def starts(text: str) -> list[str]:
    found = (timex.interval for timex in read_time(text, PUBLISHED).timexes)
    return [f"{each.start:%d %H:%M}" for each in found if each and each.start]


@pytest.mark.parametrize("row", VALUES, ids=lambda row: f"{row.place} {row['expression']}")
def test_an_amount_has_the_value_in_its_row(row: Row) -> None:
    found = list(tag(row["expression"], date.fromisoformat(row.moment)))
    assert found, "nothing was read"
    assert found[-1][2:] == (row["type"], row["value"])


@pytest.mark.parametrize("row", NOT_TIMES, ids=lambda row: f"{row.place} {row['text']}")
def test_what_only_looks_like_a_time_is_not_read(row: Row) -> None:
    assert [timex.text for timex in read_time(row["text"], PUBLISHED).timexes] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Blasts at 3:15, 3:40 and 4:05 pm on Sunday.", ["17 15:15", "17 15:40", "17 16:05"]),
        ("Strikes hit at 10 and 11 pm on Monday.", ["18 22:00", "18 23:00"]),
        ("at 1 am, 3 am and 5 am yesterday", ["19 01:00", "19 03:00", "19 05:00"]),
        ("at 11:50 and 12:10 pm on Monday", ["18 11:50", "18 12:10"]),
        ("at 6.15, 6.30 and 7 am on Friday", ["15 06:15", "15 06:30", "15 07:00"]),
        ("at 8:05 and 8:20 last night", ["19 20:05", "19 20:20"]),
        ("On Tuesday at 2:07, 2:19 and 2:31 am", ["19 02:07", "19 02:19", "19 02:31"]),
    ],
)
def test_clocks_of_a_list_share_their_day_and_its_half(text: str, expected: list[str]) -> None:
    assert starts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Last night at 9 checkpoints people were searched.",
        "on Monday afternoon at 3 villages",
        "Arrivals rose from 1340 on Monday to 1520 on Tuesday.",
        "The number of dead was put at 1120 on Friday.",
        "The worst attack since 2015 on Monday killed two.",
        "killed 5 last week",
        "arrested ten last Monday",
        "three people were held for two hours and 3 others left on Monday",
    ],
)
def test_a_count_beside_a_day_is_no_hour_of_it(text: str) -> None:
    hours = [timex.text for timex in read_time(text, PUBLISHED).timexes if ":" in timex.value]
    assert hours == []


def test_a_pair_of_years_stays_one() -> None:
    assert [timex.text for timex in read_time("the war of 1957-60", PUBLISHED).timexes] == ["1957-60"]


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose in the quarter.",
        "The company expects profits in the quarter.",
        "Revenue for the quarter fell.",
    ],
)
def test_the_quarter_of_a_business_report_is_three_months(text: str) -> None:
    assert [timex.text for timex in read_time(text, PUBLISHED).timexes] == ["the quarter"]


@pytest.mark.parametrize(
    "text", ["the 2017 elections", "He marked 2014 protests", "The 2019 floods", "In 2015 attacks rose."]
)
def test_a_year_before_what_happened_in_it_stays_one(text: str) -> None:
    assert [timex.value for timex in read_time(text, PUBLISHED).timexes] == [text[text.index("20") :][:4]]


def test_a_low_end_is_told_in_the_unit_of_the_high_one() -> None:
    found = list(tag("The siege lasted between three and four weeks.", PUBLISHED))
    assert [value for *_, value in found] == ["P3W", "P4W"]


def test_a_year_behind_a_lone_vowel_sign_is_read() -> None:
    assert [timex.value for timex in read_time("\u064b 2016", PUBLISHED).timexes] == ["2016"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("A shell fell at half past three.", "20 15:30"),
        ("A shell fell at a quarter to four.", "20 15:45"),
        ("A shell fell at four o'clock.", "20 16:00"),
        ("A shell fell at half past six.", "20 06:30"),
        ("A shell fell at half past three in the morning.", "20 03:30"),
        ("A shell fell at 3:30.", "20 03:30"),
        ("A shell fell on Tuesday at half past three.", "19 03:30"),
    ],
)
def test_an_hour_in_words_is_the_one_gone_by_last_when_it_was_said(text: str, start: str) -> None:
    said = datetime(2024, 3, 20, 17, 20)
    found = [each.interval.start for each in read_time(text, said).timexes if each.interval]
    assert [f"{each:%d %H:%M}" for each in found if each] == [start]


def test_a_list_of_counts_is_read_however_long_it_is() -> None:
    assert read_time("They brought 2010 mats, 2011 cups and 2012 cans.", PUBLISHED).timexes == ()
    long = read_time("They brought " + ", ".join(["2010 mats"] * 1500) + ".", PUBLISHED)
    assert all(timex.text == "2010" for timex in long.timexes)
