"""The words in From and To, and the zone that times are shown in."""

from datetime import UTC, datetime

import pytest

from dashboard.app.clock import box_words, home_zone, latest, moment_of, reference_of, zone_of
from dashboard.app.url import View
from dashboard.table import Dataset
from dashboard.temporal import read_moment
from tests.sample import ZONE, dataset

SPOKEN = datetime(2018, 5, 21, 10, 0)


@pytest.mark.parametrize("last", [False, True], ids=["From", "To"])
@pytest.mark.parametrize(
    ("moment", "why"),
    [
        (datetime(2018, 5, 18, 21, tzinfo=UTC), "a local midnight is a day"),
        (datetime(2018, 5, 19, 11, 20, tzinfo=UTC), "a clock time stays one"),
        (datetime(2018, 10, 25, 22, tzinfo=UTC), "the last day of summer time"),
        (datetime(2018, 12, 31, 22, tzinfo=UTC), "the turn of the year"),
    ],
)
def test_what_stands_in_a_box_reads_back_as_the_same_moment(moment: datetime, why: str, last: bool) -> None:
    words = box_words(moment, ZONE, last=last)
    assert moment_of(read_moment(words, SPOKEN), ZONE, last=last) == moment, why


@pytest.mark.parametrize(
    ("words", "from_", "to"),
    [
        ("19 May 2018", "2018-05-18T21:00", "2018-05-19T21:00"),
        ("yesterday", "2018-05-19T21:00", "2018-05-20T21:00"),
        ("May 2018", "2018-04-30T21:00", "2018-05-31T21:00"),
        ("19 May 2018 14:20", "2018-05-19T11:20", "2018-05-19T11:20"),
    ],
)
def test_from_takes_where_words_start_and_to_where_they_end(words: str, from_: str, to: str) -> None:
    interval = read_moment(words, SPOKEN)
    edges = [moment_of(interval, ZONE, last=last) for last in (False, True)]
    assert [f"{edge:%Y-%m-%dT%H:%M}" for edge in edges if edge] == [from_, to]


def test_the_page_tells_times_as_the_dataset_does_until_another_zone_is_chosen() -> None:
    sample = dataset()
    assert home_zone(sample) == zone_of(View(), sample) == ZONE
    assert zone_of(View(zone="Asia/Tokyo"), sample) == "Asia/Tokyo"


def test_a_dataset_without_events_is_told_in_utc() -> None:
    assert home_zone(Dataset.from_rows()) == "UTC"
    assert latest(Dataset.from_rows()) is None


def test_yesterday_in_a_box_is_counted_from_the_last_report() -> None:
    assert reference_of(dataset(), ZONE) == datetime(2018, 3, 6)
