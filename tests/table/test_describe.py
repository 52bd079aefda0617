import pandas as pd
import pytest

from dashboard.table.describe import clock_words, title, when, zone_words
from tests.sample import ZONE, dataset

# granularity, start, end, certain from, certain to (Damascus wall clock), still so, in words
TOLD = [
    ("minute", "2018-05-21 14:20", "2018-05-21 14:21", "", "", False, "at 14:20 on Monday 21 May 2018"),
    ("minute", "2018-05-21 14:20", "2018-05-21 15:00", "2018-05-21 14:20", "2018-05-21 15:00", False, "from 14:20 to 15:00 on Monday 21 May 2018"),
    ("hour", "2018-05-21 14:00", "2018-05-21 15:00", "", "", False, "between 14:00 and 15:00 on Monday 21 May 2018"),
    ("daypart", "2018-05-21 00:00", "2018-05-21 06:00", "", "", False, "between 00:00 and 06:00 on Monday 21 May 2018"),
    ("daypart", "2018-05-20 18:00", "2018-05-21 00:00", "", "", False, "between 18:00 and 24:00 on Sunday 20 May 2018"),
    ("daypart", "2018-05-20 18:00", "2018-05-21 06:00", "", "", False, "between 18:00 on Sunday 20 May and 06:00 on Monday 21 May 2018"),
    ("daypart", "2017-12-31 18:00", "2018-01-01 06:00", "", "", False, "between 18:00 on Sunday 31 December 2017 and 06:00 on Monday 1 January 2018"),
    ("daypart", "2018-05-19 12:00", "2018-05-21 12:00", "2018-05-19 18:00", "2018-05-21 12:00", True, "since some time between 12:00 and 18:00 on Saturday 19 May 2018, still so at the report"),
    ("day", "2018-05-21 00:00", "2018-05-22 00:00", "", "", False, "on Monday 21 May 2018"),
    ("day", "2018-05-19 00:00", "2018-05-22 00:00", "", "", False, "between Saturday 19 May and Monday 21 May 2018"),
    ("day", "2018-05-19 00:00", "2018-05-22 00:00", "2018-05-19 00:00", "2018-05-22 00:00", False, "from Saturday 19 May to Monday 21 May 2018"),
    ("day", "2018-05-19 00:00", "2018-05-24 00:00", "2018-05-20 00:00", "2018-05-23 00:00", False, "from some time on Saturday 19 May 2018 to some time on Wednesday 23 May 2018"),
    ("week", "2018-05-14 00:00", "2018-05-21 00:00", "", "", False, "in the week of Monday 14 May 2018"),
    ("month", "2018-05-01 00:00", "2018-06-01 00:00", "", "", False, "in May 2018"),
    ("month", "2018-04-01 00:00", "2018-07-01 00:00", "", "", False, "between April and June 2018"),
    ("month", "2018-04-19 00:00", "2018-05-19 00:00", "", "", False, "between about 19 April and 18 May 2018"),
    ("season", "2017-12-01 00:00", "2018-03-01 00:00", "", "", False, "between December 2017 and February 2018"),
    ("year", "2018-01-01 00:00", "2019-01-01 00:00", "", "", False, "in 2018"),
    ("decade", "2010-01-01 00:00", "2020-01-01 00:00", "", "", False, "in the 2010s"),
    ("year", "2012-01-01 00:00", "", "", "", True, "since 2012, still so at the report"),
    ("day", "", "2018-05-22 00:00", "", "", False, "until Tuesday 22 May 2018"),
    ("unknown", "", "", "", "", False, "time not known"),
]  # fmt: skip


def moment(text: str) -> pd.Timestamp | None:
    return pd.Timestamp(text, tz=ZONE) if text else None


@pytest.mark.parametrize(("granularity", "start", "end", "core_start", "core_end", "ongoing", "words"), TOLD)
def test_an_events_time_is_told_in_words(
    granularity: str, start: str, end: str, core_start: str, core_end: str, ongoing: bool, words: str
) -> None:
    times = {"start": start, "end": end, "core_start": core_start, "core_end": core_end}
    event = {"granularity": granularity, "timezone": ZONE, "ongoing": ongoing}
    assert when(event | {name: moment(text) for name, text in times.items()}) == words


def test_hours_move_with_the_clock_and_days_do_not() -> None:
    told = [when(row, "UTC") for _, row in dataset().events.iterrows()]
    assert "at 12:20 on Monday 5 March 2018" in told
    assert "in February 2018 (Damascus time)" in told


@pytest.mark.parametrize(
    "granularity", ["day", "week", "month", "season", "quarter", "year", "decade", "century", "unknown"]
)
@pytest.mark.parametrize("ongoing", [True, False])
def test_no_hour_is_told_of_what_is_only_known_by_the_day(granularity: str, ongoing: bool) -> None:
    times = {"start": moment("2018-05-19 12:00"), "core_start": moment("2018-05-19 18:00"),
             "core_end": moment("2018-05-21 06:00"), "end": moment("2018-05-21 12:00")}  # fmt: skip
    for cored in (times, times | {"core_start": None, "core_end": None}):
        assert ":" not in when({"granularity": granularity, "timezone": ZONE, "ongoing": ongoing, **cored})


def test_a_title_says_what_did_not_surely_happen() -> None:
    assert [title(row) for _, row in dataset().events.iterrows()] == [
        "Armed clash",
        "Denial",
        "Ceasefire",
        "Air/drone strike",
        "Peaceful protest",
        "Shelling/artillery/missile attack",
        "planned: Evacuation",
        "Armed clash",
    ]


ZONES = [("Asia/Damascus", "Damascus, UTC+3"), ("UTC", "UTC"), ("Etc/UTC", "UTC"), ("Europe/London", "London, UTC+1"),
         ("America/St_Johns", "St Johns, UTC-2:30"), ("Asia/Kolkata", "Kolkata, UTC+5:30")]  # fmt: skip


@pytest.mark.parametrize(("zone", "words"), ZONES)
def test_a_zone_is_its_city_and_its_distance(zone: str, words: str) -> None:
    assert zone_words(zone, pd.Timestamp("2018-05-21", tz="UTC")) == words


CLOCKS = [("2018-01-10", "2018-02-20", "Kyiv, UTC+2"), ("2018-01-10", "2018-06-01", "Kyiv, UTC+2, later UTC+3"),
          ("2018-05-21", "2022-04-20", "Kyiv, UTC+2 or UTC+3"), ("2018-05-21", "2018-05-21", "Kyiv, UTC+3")]  # fmt: skip


@pytest.mark.parametrize(("first", "last", "words"), CLOCKS)
def test_a_clock_that_is_changed_says_each_distance(first: str, last: str, words: str) -> None:
    assert clock_words("Europe/Kyiv", *(pd.Timestamp(at, tz="UTC") for at in (first, last))) == words


def test_a_time_that_hangs_on_an_unknown_publication_day_is_told_from_that_day() -> None:
    event = {"granularity": "unknown", "time_notes": "a convention; publication day − 1, 00:00–06:00"}
    assert when(event) == "publication day − 1, 00:00–06:00"
