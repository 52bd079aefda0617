from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pandas as pd
import pytest

from dashboard.table import Dataset
from dashboard.table.bins import SIZES, bins
from dashboard.table.filters import Selection, select
from tests.sample import ZONE, dataset


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def events(*spans: tuple[str, str]) -> pd.DataFrame:
    return Dataset.from_rows(
        [{"event_id": f"{n}", "start": at(first), "end": at(last)} for n, (first, last) in enumerate(spans)]
    ).events


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("zone", ["UTC", ZONE, "America/New_York"])
def test_a_bin_counts_what_may_and_what_must_overlap_it(size: str, zone: str) -> None:
    sample = dataset().events
    counted = bins(sample, zone=zone, size=size)
    columns = [counted[name].tolist() for name in ("start", "end", "certain", "uncertain")]
    for start, end, certain, uncertain in list(zip(*columns, strict=True))[:: 1 + len(counted) // 20]:
        may = Selection(start=start, end=end)
        assert certain + uncertain == len(select(sample, may))
        assert certain == len(select(sample, replace(may, must=True)))


def test_bins_follow_each_other_from_the_first_event_to_the_last() -> None:
    sample = dataset().events
    counted = bins(sample, zone=ZONE)
    assert counted["start"].iloc[1:].tolist() == counted["end"].iloc[:-1].tolist()
    assert counted["start"].iloc[0] <= sample["start"].min()
    assert counted["end"].iloc[-2] < sample["end"].max() <= counted["end"].iloc[-1]


def test_edges_are_those_of_local_days_also_where_clocks_change() -> None:
    counted = bins(events(("2018-03-23 12:00", "2018-03-26 12:00")), zone="Asia/Damascus", size="D")
    local = counted["start"].dt.tz_convert("Asia/Damascus")
    assert [f"{edge:%d %H:%M}" for edge in local] == ["23 00:00", "24 00:00", "25 00:00", "26 00:00"]


SPANS = [
    (timedelta(hours=5), "h"),
    (timedelta(days=20), "6h"),
    (timedelta(days=100), "D"),
    (timedelta(days=900), "W-MON"),
    (timedelta(days=3000), "MS"),
    (timedelta(days=30000), "YS"),
]


@pytest.mark.parametrize(("span", "size"), SPANS)
def test_the_size_fits_the_span(span: timedelta, size: str) -> None:
    one = events(("2018-01-01", str((at("2018-01-01") + span).replace(tzinfo=None))))
    pd.testing.assert_frame_equal(bins(one), bins(one, size=size))
    assert len(bins(one)) <= 240


def test_undated_events_are_in_no_bin() -> None:
    assert bins(Dataset.from_rows([{"event_id": "e"}]).events).empty


def test_an_open_side_reaches_to_the_last_moment_known() -> None:
    rows = [
        {"event_id": "1", "start": at("2018-01-01")},
        {"event_id": "2", "start": at("2018-01-03"), "end": at("2018-01-04")},
    ]
    counted = bins(Dataset.from_rows(rows).events, size="D")
    assert (counted["certain"] + counted["uncertain"]).tolist() == [1, 1, 2]
