"""The report to print: the chart in readable sheets, the table, the sources and the methods."""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from dashboard.figures import plotly_js
from dashboard.publish.extract import Wanted, extract_of
from dashboard.publish.pages.report import COUNTED_WHOLE, MOST_PX, report
from dashboard.publish.pages.sheets import MOST_A_SHEET, by_lanes, sheets
from dashboard.table import Dataset
from dashboard.table.counted import Per
from dashboard.table.filters import Selection
from tests.told import MONITOR, day, event, told

MADE = datetime(2026, 11, 1, tzinfo=UTC)


def rows(count: int, apart: float) -> Dataset:
    """So many events, so many days apart."""
    begins = [day(0) + timedelta(days=each * apart) for each in range(count)]
    return Dataset.from_rows(
        [
            event(0, MONITOR) | {"event_id": f"e{at}", "start": begin, "end": begin + timedelta(hours=1), "published": begin}
            for at, begin in enumerate(begins)
        ]
    )  # fmt: skip


CASES = [
    (MOST_A_SHEET, 1, None, "one chart holds them all"),
    (MOST_A_SHEET + 1, 30, Per.YEAR, "some years apart"),
    (200, 1, Per.MONTH, "thirty a month"),
    (200, 1 / 5, Per.WEEK, "five a day: 35 a week"),
    (500, 1 / 50, Per.DAY, "fifty a day"),
    (500, 1 / 200, Per.DAY, "no stretch is shorter than a day"),
]


@pytest.mark.parametrize(("count", "apart", "per", "why"), CASES)
def test_a_sheet_is_as_long_as_can_be_read(count: int, apart: float, per: Per | None, why: str) -> None:
    found = sheets(rows(count, apart).index.everything, "UTC")
    assert {each.per for each in found} == ({per} if per else set()), why
    assert sum(each.events for each in found) == (count if per else 0)


def test_a_stretch_without_an_event_has_no_sheet() -> None:
    early, late = rows(40, 1).events, rows(40, 1).events.assign(
        start=lambda each: each["start"] + timedelta(days=3000), end=lambda each: each["end"] + timedelta(days=3000)
    )  # fmt: skip
    found = sheets(Dataset.from_rows([*early.to_dict("records"), *late.to_dict("records")]).index.everything, "UTC")  # type: ignore[list-item]  # fmt: skip
    assert [each.window[0].year for each in found] == [2018, 2026]


def test_in_a_window_open_on_one_side_no_sheet_lies_before_it() -> None:
    long = event(0, MONITOR) | {"event_id": "long", "start": day(-9999)}
    events = [long, *(event(each % 24, MONITOR) | {"event_id": f"e{each}"} for each in range(70))]
    everything = Dataset.from_rows(events).index.everything
    assert sheets(everything, "UTC")[0].window[0].year < 2018
    assert {each.window[0].year for each in sheets(everything, "UTC", (day(0), None))} == {2018}


def scattered(count: int, places: int, days: float) -> Dataset:
    """So many events of an hour at so many places within so many days."""
    rows = [
        event(0, MONITOR) | {"event_id": f"e{at}", "start": begin, "end": begin + timedelta(hours=1), "location": f"Place {at % places}"}
        for at in range(count)
        for begin in [day(0) + timedelta(days=days * at / count)]
    ]  # fmt: skip
    return Dataset.from_rows(rows, name="Scattered")


def drawn(data: Dataset, lanes_by: str = "location") -> list[tuple[str, dict[str, Any]]]:
    """The sheets of a report: what stands above each, and its figure."""
    markup = report(extract_of(data, Wanted(Selection(), lanes_by=lanes_by), MADE)).markup
    figures = re.search(
        r"const figures = (.*), tallest = \d+, config", markup.replace(plotly_js.script(), "")
    )
    assert figures
    return list(
        zip(re.findall(r"<figcaption>(.*?)</figcaption>", markup), json.loads(figures[1]), strict=True)
    )


def events_of(figure: dict[str, Any]) -> set[str]:
    return {each for trace in figure["data"] if trace["name"] == "events" for each in trace["customdata"]}


MANY = [(200, 40, 30, "many places"), (45, 45, 3, "one chart, but a lane for each event"), (300, 3, 2, "many in a lane"), (90, 90, 0.5, "all on a day")]  # fmt: skip


@pytest.mark.parametrize(("count", "places", "days", "why"), MANY)
def test_on_every_sheet_names_can_be_read_and_no_event_is_lost(
    count: int, places: int, days: float, why: str
) -> None:
    data = scattered(count, places, days)
    sheets_drawn = drawn(data)
    for caption, figure in sheets_drawn:
        lanes = {each[1] for trace in figure["data"] if trace["name"] == "lanes" for each in trace.get("customdata", ())}  # fmt: skip
        assert figure["layout"]["height"] <= MOST_PX or len(lanes) == 1, (why, caption)
    counted = {trace["name"] for _, figure in sheets_drawn for trace in figure["data"]} >= {"counts"}
    found = {each for _, figure in sheets_drawn for each in events_of(figure)}
    assert found == set(data.events["event_id"]) or counted, why


def test_all_of_many_is_drawn_as_counts_in_few_lanes() -> None:
    caption, figure = drawn(scattered(200, 40, 30))[0]
    names = next(trace for trace in figure["data"] if trace["name"] == "lanes" and "text" in trace)
    assert caption == "All of it, counted"
    assert len(names["text"]) == COUNTED_WHOLE.lanes
    assert any("29 others" in each for each in names["text"])
    assert events_of(figure) == set()
    assert "counts – the table lists each" in figure["layout"]["xaxis"]["title"]["text"]


def test_a_stretch_with_many_lanes_stands_on_several_sheets_that_say_so() -> None:
    captions = [caption for caption, _ in drawn(scattered(45, 45, 3))]
    assert captions == [f"All of it ({number} of 3)" for number in (1, 2, 3)]


def test_what_there_are_too_many_sheets_for_is_counted_to_the_last_event(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = scattered(200, 40, 3)
    monkeypatch.setattr("dashboard.publish.pages.report.MOST_SHEETS", 3)
    sheets_drawn = drawn(data)
    markup = report(extract_of(data, Wanted(Selection(), lanes_by="location"), MADE)).markup
    assert [caption for caption, _ in sheets_drawn[1:]] == ["1 March 2018: 67 events that may begin then (1 of 4)", "1 March 2018: 67 events that may begin then (2 of 4)"]  # fmt: skip
    assert "3 more stretches with 200 events" in markup, "the day that is drawn in part is none that is drawn"


def test_lanes_are_parted_in_the_order_in_which_they_begin_and_none_twice() -> None:
    rows = scattered(30, 10, 5).index.everything
    parts = by_lanes(rows, "location", 9.0)
    places = [list(dict.fromkeys(each.frame()["location"])) for each in parts]
    assert [name for names in places for name in names] == [f"Place {at}" for at in range(10)]
    assert {len(names) for names in places} == {2}, "two lanes of three rows each, and the space between them"
    assert sum(map(len, parts)) == len(rows)


def test_it_holds_every_sheet_the_table_and_the_methods() -> None:
    markup = report(extract_of(told(160), Wanted(Selection()), MADE)).markup.replace(plotly_js.script(), "")
    figures = re.search(r"const figures = (.*), tallest = \d+, config", markup)
    assert figures
    captions = re.findall(r"<figcaption>(.*?)</figcaption>", markup)
    assert len(json.loads(figures[1])) == len(captions) == markup.count('<div id="figure-')
    assert captions[:2] == ["All of it, counted", "March 2018: 20 events that may begin then"]
    assert markup.count("<tr><td><span") == len(told(160).events)
    for heading in ("The reports", "What read it", "How to read it"):
        assert f"<h2>{heading}</h2>" in markup
    assert "<b>" not in markup


def test_it_is_of_what_is_wanted_and_says_so() -> None:
    markup = report(extract_of(told(), Wanted(Selection(sources=("The radio",))), MADE)).markup
    assert "Source: The radio" in markup
    assert "8 of 19 events" in markup
