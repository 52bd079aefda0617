"""The day in front of a story, with its place or its agency in brackets, dates the telling and no act."""

from datetime import date

import pytest

from dashboard.temporal import Bearing, read_time


@pytest.mark.parametrize(
    "head",
    [
        "KHARTOUM, 15 February 2024 (Agency) - ",
        "February 15, 2024 (EL FULA) – ",
        "February 15, 2024 (EL FULA/PORT SUDAN) - ",
        "15 February 2024 (EL FULA) — ",
        "Srinagar, Feb 15 (PTI) ",
        "Poonch/Jammu, Feb 15 (Agency) ",
        "Srinagar, Feb 15 (PTI): ",
    ],
)
def test_a_dateline_dates_the_telling(head: str) -> None:
    day, act = read_time(f"Shells hit the town\n\n{head}Three died on Tuesday.", date(2024, 2, 15)).timexes
    assert (day.bearing, act.bearing) == (Bearing.REPORTING, Bearing.AT)
    assert act.interval is not None
    assert act.interval.start is not None
    assert act.interval.start.date() == date(2024, 2, 13)


@pytest.mark.parametrize(
    "words",
    [
        "On February 3, 2024 (Saturday) shells hit the town.",
        "Shells hit Bama on Feb 3 (Saturday) and Gwoza on Feb 5.",
        "Kobani, Feb 3 (a Saturday) was hit.",
    ],
)
def test_a_day_with_other_words_in_brackets_dates_the_act(words: str) -> None:
    assert read_time(words, date(2024, 2, 15)).timexes[0].bearing is Bearing.AT
