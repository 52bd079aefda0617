"""The named windows, and what is drawn for a window with an open side."""

from datetime import UTC, datetime

import pytest

from dashboard.app.strip import presets
from dashboard.app.url import View
from dashboard.figures.drawn_window import drawn_window
from dashboard.table import Dataset
from dashboard.table.filters import Selection
from tests.sample import dataset

FROM = datetime(2018, 3, 5, tzinfo=UTC)


def named() -> dict[str, tuple[datetime | None, datetime | None]]:
    sample = dataset()
    report = str(sample.reports["report_id"].iloc[0])
    return {each.words: (each.start, each.end) for each in presets(sample, report)}


def test_a_window_for_all_for_the_report_and_for_its_last_day_and_week() -> None:
    assert list(named()) == ["All", "This report", "24 h", "7 days"]
    assert named()["All"] == (None, None)


def test_the_last_day_is_the_day_of_the_last_report() -> None:
    assert named()["24 h"] == (datetime(2018, 3, 5, 22, tzinfo=UTC), datetime(2018, 3, 6, 22, tzinfo=UTC))


def test_the_reports_own_window_reaches_from_its_first_event_to_its_last() -> None:
    events = dataset().events
    assert named()["This report"] == (events["start"].min(), events["end"].max())


def test_without_events_only_all_is_offered() -> None:
    assert [each.words for each in presets(Dataset.from_rows(), "")] == ["All"]


def test_an_open_side_of_the_window_ends_a_little_beyond_the_events() -> None:
    events = dataset().events
    assert drawn_window(events, (None, None)) is None
    start, last = drawn_window(events, View(Selection(start=FROM)).window) or (FROM, FROM)
    assert start == FROM
    assert last - events["end"].max() == 0.03 * (events["end"].max() - FROM)
    first, end = drawn_window(events, View(Selection(end=FROM)).window) or (FROM, FROM)
    assert end == FROM
    assert events["start"].min() - first == 0.03 * (FROM - events["start"].min())


def test_a_half_open_window_beyond_all_events_is_still_one() -> None:
    late = datetime(2030, 1, 1, tzinfo=UTC)
    drawn = drawn_window(dataset().events, View(Selection(start=late)).window)
    assert drawn is None or drawn[0] < drawn[1]


FARTHEST = (datetime(2, 1, 1, tzinfo=UTC), datetime(9998, 12, 31, tzinfo=UTC))


@pytest.mark.parametrize("edge", FARTHEST)
def test_a_window_as_wide_as_the_calendar_stays_on_it(edge: datetime) -> None:
    events = dataset().events
    for selection in (Selection(start=edge), Selection(end=edge)):
        first, last = drawn_window(events, View(selection).window) or FARTHEST
        assert datetime(2, 1, 1, tzinfo=UTC) <= first < last <= datetime(9999, 1, 1, tzinfo=UTC)
