"""An event's time as archives write it."""

from datetime import datetime

import pandas as pd
import pytest

from dashboard.exchange.edtf import with_edtf
from dashboard.table import Dataset

ZONE = "Asia/Damascus"
MIDDAY = "2018-05-20 12:00"

# start, end, core start, core end, granularity, goes on: what it is, in the zone of the event
TIMES = [
    ("2018-05-21", "2018-05-22", "2018-05-21", "2018-05-22", "day", False, "2018-05-21"),
    ("2018-05-21", "2018-05-22", "", "", "day", False, "2018-05-21"),
    ("2018-05-21 14:20", "2018-05-21 14:21", "", "", "minute", False, "2018-05-21"),
    ("2018-05-01", "2018-06-01", "", "", "month", False, "2018-05-XX"),
    ("2018-05-01", "2018-06-01", "2018-05-01", "2018-06-01", "month", False, "2018-05"),
    ("2018-12-01", "2019-01-01", "", "", "month", False, "2018-12-XX"),
    ("2018-01-01", "2019-01-01", "", "", "year", False, "2018-XX-XX"),
    ("2018-01-01", "2019-01-01", "2018-01-01", "2019-01-01", "year", False, "2018"),
    ("2010-01-01", "2020-01-01", "", "", "decade", False, "201X"),
    ("1900-01-01", "2000-01-01", "", "", "century", False, "19XX"),
    ("2018-05-20", "2018-05-23", "", "", "day", False, "[2018-05-20..2018-05-22]"),
    ("2018-05-20", "2018-05-23", "2018-05-20", "2018-05-23", "day", False, "2018-05-20/2018-05-22"),
    ("2018-05-20", "2018-05-26", "2018-05-21", "2018-05-24", "day", False, "2018-05-20~/2018-05-25~"),
    ("2018-05-20 18:00", "2018-05-21 06:00", "", "", "daypart", False, "[2018-05-20..2018-05-21]"),
    ("2018-05-20", MIDDAY, "2018-05-20", MIDDAY, "day", True, "2018-05-20/.."),
    ("2018-05-15", "2018-05-23", "2018-05-18", "2018-05-23", "day", True, "2018-05-15~/.."),
    ("2018-05-20", "", "", "", "day", False, "2018-05-20/"),
    ("", "2018-05-20", "", "", "day", False, "/2018-05-19"),
    ("", "", "", "", "unknown", False, ""),
    ("0002-01-01", "0003-01-01", "0002-01-01", "0003-01-01", "year", False, "0002"),
]


def at(words: str) -> datetime | None:
    return pd.Timestamp(words, tz=ZONE).to_pydatetime() if words else None


@pytest.mark.parametrize(("start", "end", "first", "last", "grain", "ongoing", "word"), TIMES)
def test_a_time_is_as_fine_as_it_was_told(
    start: str, end: str, first: str, last: str, grain: str, ongoing: bool, word: str
) -> None:
    told = {"start": at(start), "end": at(end), "core_start": at(first), "core_end": at(last)}
    row = told | {"granularity": grain, "ongoing": ongoing, "timezone": ZONE}
    assert with_edtf(Dataset.from_rows(events=[row]).events)["edtf"].tolist() == [word]


def test_no_events_have_the_column_too() -> None:
    assert with_edtf(Dataset.from_rows().events)["edtf"].tolist() == []
