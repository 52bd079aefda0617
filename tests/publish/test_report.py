"""The report to print: the chart in readable sheets, the table, the sources and the methods."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest

from dashboard.figures import plotly_js
from dashboard.publish.extract import Wanted, extract_of
from dashboard.publish.pages.report import report
from dashboard.publish.pages.sheets import MOST_A_SHEET, sheets
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


def test_it_holds_every_sheet_the_table_and_the_methods() -> None:
    markup = report(extract_of(told(160), Wanted(Selection()), MADE)).markup.replace(plotly_js.script(), "")
    figures = re.search(r"const figures = (.*);\n", markup)
    assert figures
    captions = re.findall(r"<figcaption>(.*?)</figcaption>", markup)
    assert len(json.loads(figures[1])) == len(captions) == markup.count('<div id="figure-')
    assert captions[:2] == ["All of it", "March 2018: 20 events that may begin then"]
    assert markup.count("<tr><td><span") == len(told(160).events)
    for heading in ("The reports", "What read it", "How to read it"):
        assert f"<h2>{heading}</h2>" in markup
    assert "<b>" not in markup


def test_it_is_of_what_is_wanted_and_says_so() -> None:
    markup = report(extract_of(told(), Wanted(Selection(sources=("The radio",))), MADE)).markup
    assert "Source: The radio" in markup
    assert "8 of 19 events" in markup
