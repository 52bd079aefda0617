import pytest

from dashboard.errors import SelectionError
from dashboard.figures.overview import moments, over, overview
from dashboard.table import Dataset
from dashboard.table.bins import bins
from tests.sample import ZONE, dataset


def test_certain_is_solid_and_uncertain_hatched_on_top() -> None:
    figure = overview(dataset().events, zone=ZONE)
    certain, uncertain = figure["data"]
    counted = bins(dataset().events, zone=ZONE)
    assert certain["y"] == counted["certain"].tolist()
    assert uncertain["y"] == counted["uncertain"].tolist()
    assert "pattern" not in certain["marker"]
    assert uncertain["marker"]["pattern"]["shape"] == "/"
    assert figure["layout"]["barmode"] == "stack"


def test_the_strip_is_64_pixels_and_drawn_on_by_our_own_hand() -> None:
    layout = overview(dataset().events, zone=ZONE)["layout"]
    assert (layout["height"], layout["dragmode"]) == (64, False)


def test_the_window_is_shown_where_it_is_on_the_clock() -> None:
    window = moments("2018-03-04", "2018-03-07T06:00", ZONE)
    shown = over(dataset().events, zone=ZONE, window=window, opened=window)
    assert shown["window"] == ["2018-03-04T00:00:00.000", "2018-03-07T06:00:00.000"]
    assert "opened" not in shown
    assert over(dataset().events, zone=ZONE, opened=window)["opened"] == shown["window"]


def test_what_lies_over_the_strip_is_measured_as_its_bars() -> None:
    events = dataset().events
    assert over(events, zone=ZONE)["whole"] == overview(events, zone=ZONE)["layout"]["xaxis"]["range"]


def test_a_dragged_window_comes_back_as_it_was_given() -> None:
    window = moments("2018-03-04 01:02:03", "2018-03-07 06:00", ZONE)
    first, last = over(dataset().events, zone=ZONE, window=window)["window"]
    assert moments(first, last, ZONE) == window


def test_words_that_are_no_moment_are_refused() -> None:
    with pytest.raises(SelectionError, match="'yesterday-ish' to '2018' is no stretch of time"):
        moments("yesterday-ish", "2018", ZONE)


def test_nothing_dated_is_an_empty_strip() -> None:
    nothing = Dataset.from_rows([{"event_id": "e"}]).events
    assert overview(nothing, zone=ZONE)["data"] == []
    assert over(nothing, zone=ZONE) == {}
