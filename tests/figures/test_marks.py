"""Time is drawn as surely as it is known: one test for each row of the design's table."""

from itertools import pairwise

import pandas as pd
import pytest

from dashboard.figures.undrawn import undated
from dashboard.table import Dataset
from tests.figures.drawn import (
    at,
    bars,
    boxes,
    frame,
    lines,
    names,
    picture,
    pointed_at,
    points,
    row,
    shapes,
    traces,
)

WIDE = (at("19 00:00").to_pydatetime(), at("24 00:00").to_pydatetime())


def test_an_exact_moment_is_a_diamond_of_nine_pixels_and_no_bar() -> None:
    figure = picture(
        row(
            start="21 14:20", end="21 14:21", core_start="21 14:20", core_end="21 14:21", granularity="minute"
        )
    )
    assert points(figure) == [("diamond", 9)]
    assert not any(boxes(figure, style) for style in ("solid", "hatch", "hollow"))


def test_a_known_interval_is_a_solid_bar_with_a_darker_edge() -> None:
    figure = picture(row(start="21 06:00", end="22 06:00", core_start="21 06:00", core_end="22 06:00"))
    assert bars(figure, "solid") == [("21 06:00", "22 06:00")]
    (solid,) = shapes(figure, "solid")
    assert solid["fillcolor"] == "#0072B2"
    assert solid["line"] == {"color": "#004a74", "width": 1}
    assert not traces(figure, "hatch")


def test_a_known_interval_is_at_least_three_pixels_wide() -> None:
    span = {"core_start": "21 06:00", "core_end": "21 06:10", "granularity": "minute"}
    figure = picture(row(start="21 06:00", end="21 06:10", **span), window=WIDE, width_px=1000)
    layout = figure["layout"]
    whole = 1000 - layout["margin"]["l"] - layout["margin"]["r"]
    pixel = pd.Timedelta(days=5) / (whole * (1 - layout["xaxis"]["domain"][0]))
    (corners,) = boxes(figure, "solid")
    first, last = (pd.Timestamp(edge[0]) for edge in (min(corners), max(corners)))
    assert (last - first) / pixel == pytest.approx(3, rel=1e-3)


def test_fuzzy_ends_are_hatched_with_a_dashed_edge_around_a_solid_core() -> None:
    figure = picture(row(start="20 06:00", end="22 18:00", core_start="21 00:00", core_end="22 06:00"))
    assert bars(figure, "solid") == [("21 00:00", "22 06:00")]
    assert bars(figure, "hatch") == [("20 06:00", "21 00:00"), ("22 06:00", "22 18:00")]
    edges = {tuple(corners) for dash, corners in lines(figure) if dash != "solid"}
    assert edges == {
        ("21 00:00", "20 06:00", "20 06:00", "21 00:00"),
        ("22 06:00", "22 18:00", "22 18:00", "22 06:00"),
    }


def test_hatch_runs_at_45_degrees() -> None:
    figure = picture(row(start="20 06:00", end="22 18:00", core_start="21 00:00", core_end="22 06:00"))
    assert traces(figure, "hatch")[0]["fillpattern"]["shape"] == "/"


def test_a_short_event_in_a_window_is_hatch_between_bracket_caps_and_nothing_solid() -> None:
    figure = picture(row(start="21 00:00", end="21 06:00"), window=WIDE)
    assert bars(figure, "hatch") == [("21 00:00", "21 06:00")]
    assert not boxes(figure, "solid")
    assert not points(figure)
    left, right = [corners for dash, corners in lines(figure) if dash == "solid"]
    assert (left[1], left[2]) == ("21 00:00", "21 00:00")
    assert left[0] == left[3] > "21 00:00"
    assert (right[1], right[2]) == ("21 06:00", "21 06:00")
    assert right[0] == right[3] < "21 06:00"


def test_what_goes_on_is_drawn_to_the_report_and_then_an_arrow() -> None:
    figure = picture(
        row(
            start="19 12:00",
            end="21 12:00",
            core_start="19 18:00",
            core_end="21 12:00",
            ongoing=True,
            modality="ongoing",
        )
    )
    assert bars(figure, "hatch") == [("19 12:00", "19 18:00")]
    assert bars(figure, "solid") == [("19 18:00", "21 12:00")]
    assert [symbol for symbol, _ in points(figure)] == ["triangle-right"]
    assert names(figure) == ["<b>B</b> Armed clash (ongoing as of 21 May)"]


def test_what_goes_on_until_the_end_of_a_day_goes_on_as_of_that_day_not_of_the_next() -> None:
    figure = picture(row(start="19 12:00", end="22 00:00", ongoing=True))
    assert names(figure) == ["<b>B</b> Armed clash (ongoing as of 21 May)"]
    (said,) = set(pointed_at(figure).values())
    assert "ongoing as of Monday 21 May 2018" in said
    assert "as of Tuesday" not in said


def test_what_goes_on_without_a_certain_part_is_hatch_and_an_arrow() -> None:
    figure = picture(row(start="19 12:00", end="21 12:00", ongoing=True))
    assert bars(figure, "hatch") == [("19 12:00", "21 12:00")]
    assert [symbol for symbol, _ in points(figure)] == ["triangle-right"]


@pytest.mark.parametrize("modality", ["planned", "denied", "hypothetical"])
def test_what_is_planned_or_denied_is_hollow_and_says_so(modality: str) -> None:
    figure = picture(row(start="22 00:00", end="22 06:00", modality=modality))
    assert bars(figure, "hollow") == [("22 00:00", "22 06:00")]
    (hollow,) = shapes(figure, "hollow")
    assert hollow["fillcolor"] == "#ffffff"
    assert not boxes(figure, "solid")
    assert not boxes(figure, "hatch")
    assert names(figure) == [f"<b>B</b> {modality}: Armed clash"]


def test_a_planned_moment_is_a_hollow_diamond() -> None:
    figure = picture(row(start="21 14:20", end="21 14:21", granularity="minute", modality="planned"))
    assert points(figure) == [("diamond-open", 9)]


def mentions(*stated: tuple[str, str, str]) -> pd.DataFrame:
    rows = [
        {"mention_id": f"m{n}", "event_id": "e", "start": at(start), "end": at(end), "conflict": conflict}
        for n, (start, end, conflict) in enumerate(stated)
    ]
    return Dataset.from_rows(mentions=rows).mentions


def test_readings_that_conflict_are_two_thin_bars_joined_by_a_bracket() -> None:
    stated = mentions(("20 00:00", "20 06:00", ""), ("21 00:00", "21 06:00", "says a day later"))
    figure = picture(row(start="20 00:00", end="20 06:00", conflicts="says a day later"), mentions=stated)
    assert bars(figure, "hatch") == [("20 00:00", "20 06:00"), ("21 00:00", "21 06:00")]
    (low, high), (other_low, other_high) = (
        (min(y for _, y in corners), max(y for _, y in corners)) for corners in boxes(figure, "hatch")
    )
    assert max(high - low, other_high - other_low) < 0.3
    assert high < other_low
    bracket = [
        corners for _, corners in lines(figure) if corners[0] == "20 00:00" and corners[3] == "21 00:00"
    ]
    assert len(bracket) == 1
    assert bracket[0][1] == bracket[0][2] < "20 00:00"
    assert names(figure) == ["<b>B</b> Armed clash (contradicted)"]


def test_a_rejected_event_that_is_shown_says_so() -> None:
    figure = picture(row(start="20 00:00", end="20 06:00", review_status="rejected"))
    assert names(figure) == ["<b>B</b> Armed clash (rejected)"]


def test_a_mention_at_another_time_that_contradicts_nothing_is_not_drawn_apart() -> None:
    stated = mentions(("20 00:00", "20 06:00", ""), ("19 00:00", "20 00:00", ""))
    figure = picture(row(start="20 00:00", end="20 06:00"), mentions=stated)
    assert bars(figure, "hatch") == [("20 00:00", "20 06:00")]


def test_an_undated_event_is_in_the_tray_and_not_in_the_chart() -> None:
    events = frame(row(start="21 00:00", end="21 06:00"), row(event_id="u"))
    assert undated(events)["event_id"].tolist() == ["u"]
    figure = picture(row(start="21 00:00", end="21 06:00"), row(event_id="u"))
    assert list(pointed_at(figure)) == ["e"]


def test_an_event_begun_before_anyone_says_runs_out_of_view_with_an_arrow() -> None:
    figure = picture(row(end="21 12:00"), window=WIDE)
    ((first, last),) = bars(figure, "hatch")
    assert first < "19 00:00"
    assert last == "21 12:00"
    assert [symbol for symbol, _ in points(figure)] == ["triangle-left"]


def test_an_event_of_unknown_end_runs_to_its_report() -> None:
    figure = picture(row(start="20 00:00", published="22 00:00"))
    assert bars(figure, "hatch") == [("20 00:00", "22 00:00")]
    assert [symbol for symbol, _ in points(figure)] == ["triangle-right"]


def test_every_mark_is_pointed_at_by_its_events_id() -> None:
    figure = picture(
        row(event_id="window", start="21 00:00", end="21 06:00"),
        row(event_id="known", start="21 06:00", end="22 06:00", core_start="21 06:00", core_end="22 06:00"),
        row(event_id="moment", start="21 14:20", end="21 14:21", granularity="minute"),
    )
    assert set(pointed_at(figure)) == {"window", "known", "moment"}


@pytest.mark.parametrize(
    ("start", "end"), [("21 00:00", "21 00:30"), ("20 00:00", "22 12:00"), ("01 00:00", "29 00:00")]
)
def test_a_pointer_meets_a_mark_wherever_it_is_put_on_it(start: str, end: str) -> None:
    figure = picture(row(start=start, end=end), window=WIDE, width_px=1000)
    layout = figure["layout"]
    whole = (1000 - layout["margin"]["l"] - layout["margin"]["r"]) * (1 - layout["xaxis"]["domain"][0])
    pixel = pd.Timedelta(days=5) / whole
    first, last = max(at(start), at("19 00:00")), min(at(end), at("24 00:00"))
    hits = [pd.Timestamp(x, tz=first.tz) for x in traces(figure, "events")[0]["x"]]
    ends = [first - 12 * pixel, *hits, last + 12 * pixel]
    assert all((after - before) / pixel <= 30 for before, after in pairwise(ends))


def test_only_unseen_points_are_pointed_at() -> None:
    figure = picture(row(start="21 00:00", end="21 06:00"))
    assert [trace["name"] for trace in figure["data"] if trace["hoverinfo"] != "skip"] == ["events", "lanes"]


def test_a_thousand_marks_are_few_elements() -> None:
    events = [
        row(event_id=f"{n}", start=f"{19 + n % 4} {n % 24:02}:00", end=f"{20 + n % 4} {n % 24:02}:00", location=f"P{n % 50}",
            core_start=f"{19 + n % 4} {n % 24:02}:30" if n % 2 else None, core_end=f"{20 + n % 4} {n % 24:02}:00" if n % 2 else None)
        for n in range(1000)
    ]  # fmt: skip
    figure = picture(*events)
    seen = [each for each in figure["data"] if each["mode"] not in ("none", "text")]
    assert len(figure["data"]) + len(figure["layout"]["shapes"]) + len(figure["layout"]["annotations"]) <= 20
    assert not [each for each in seen if len(each["x"]) > 1], "no element a mark"
