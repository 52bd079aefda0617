"""Amounts of time in figures with commas, in long figures, in thousands and millions."""

from datetime import date

import pytest

from dashboard.temporal import read_time

DAY = date(2024, 3, 16)


@pytest.mark.parametrize(
    ("text", "words", "starts"),
    [
        ("Troops left 1,500 days ago.", "1,500 days ago", "2020-02-06"),
        ("The siege began 1,000 days ago.", "1,000 days ago", "2021-06-20"),
        ("It was signed 150000 days ago.", "150000 days ago", "1613-07-09"),
        ("The road was shut two thousand days ago.", "two thousand days ago", "2018-09-24"),
        ("The well was dug a thousand years ago.", "a thousand years ago", "1024-01-01"),
        ("Rain came in the last 1,000 days.", "the last 1,000 days", "2021-06-20"),
    ],
)
def test_a_great_amount_is_counted_back(text: str, words: str, starts: str) -> None:
    (timex,) = read_time(text, DAY).timexes
    assert timex.text == words
    assert timex.interval is not None
    assert timex.interval.start is not None
    assert timex.interval.start.date().isoformat() == starts


@pytest.mark.parametrize(
    "words",
    [
        "a million years ago",
        "1,000,000 years ago",
        "5000000 years ago",
        "three billion years ago",
        "90,000 years ago",
    ],
)
def test_what_lies_before_the_calendar_has_no_day_and_the_reason(words: str) -> None:
    (timex,) = read_time(f"The hills rose {words}.", DAY).timexes
    assert (timex.text, timex.interval) == (words, None)
    assert timex.notes == ("beyond the calendar, which has the years 2 to 9998",)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a 1,500-day siege", "P1500D"),
        ("after 10,000 days of war", "P10000D"),
        ("for two million years", "P2000000Y"),
    ],
)
def test_a_great_length_is_written_in_full(text: str, value: str) -> None:
    assert [timex.value for timex in read_time(text, DAY).timexes] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "1,500 people fled.",
        "A million people fled.",
        "It cost 2,000,000 dollars.",
        "Call 5551234567.",
        "Two billion saw it.",
    ],
)
def test_great_numbers_of_other_things_tell_no_time(text: str) -> None:
    assert not read_time(text, DAY).timexes
