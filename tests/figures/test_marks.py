"""Time is drawn as surely as it is known: one test for each row of the design's table."""

import pandas as pd
import pytest

from dashboard.figures.undrawn import undated
from dashboard.table import Dataset
from tests.figures.drawn import at, bars, frame, lines, names, picture, points, row, traces

WIDE = (at("19 00:00").to_pydatetime(), at("24 00:00").to_pydatetime())


def test_an_exact_moment_is_a_diamond_of_nine_pixels_and_no_bar() -> None:
    figure = picture(
        row(
            start="21 14:20", end="21 14:21", core_start="21 14:20", core_end="21 14:21", granularity="minute"
        )
    )
    assert points(figure) == [("diamond", 9)]
    assert not any(traces(figure, style) for style in ("solid", "hatch", "hollow"))


def test_a_known_interval_is_a_solid_bar_with_a_darker_edge() -> None:
    figure = picture(row(start="21 06:00", end="22 06:00", core_start="21 06:00", core_end="22 06:00"))
    assert bars(figure, "solid") == [("21 06:00", "22 06:00")]
    (solid,) = traces(figure, "solid")
    assert solid["marker"]["color"] == ["#0072B2"]
    assert solid["marker"]["line"] == {"color": ["#004a74"], "width": 1}
    assert not traces(figure, "hatch")


def test_a_known_interval_is_at_least_three_pixels_wide() -> None:
    span = {"core_start": "21 06:00", "core_end": "21 06:10", "granularity": "minute"}
    figure = picture(row(start="21 06:00", end="21 06:10", **span), window=WIDE, width_px=1000)
    axis = figure["layout"]["margin"]
    pixel = pd.Timedelta(days=5) / (1000 - axis["l"] - axis["r"])
    (solid,) = traces(figure, "solid")
    assert pd.Timedelta(milliseconds=solid["x"][0]) / pixel == pytest.approx(3, rel=1e-3)


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
    assert traces(figure, "hatch")[0]["marker"]["pattern"]["shape"] == "/"


def test_a_short_event_in_a_window_is_hatch_between_bracket_caps_and_nothing_solid() -> None:
    figure = picture(row(start="21 00:00", end="21 06:00"), window=WIDE)
    assert bars(figure, "hatch") == [("21 00:00", "21 06:00")]
    assert not traces(figure, "solid")
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


def test_what_goes_on_without_a_certain_part_is_hatch_and_an_arrow() -> None:
    figure = picture(row(start="19 12:00", end="21 12:00", ongoing=True))
    assert bars(figure, "hatch") == [("19 12:00", "21 12:00")]
    assert [symbol for symbol, _ in points(figure)] == ["triangle-right"]


@pytest.mark.parametrize("modality", ["planned", "denied", "hypothetical"])
def test_what_is_planned_or_denied_is_hollow_and_says_so(modality: str) -> None:
    figure = picture(row(start="22 00:00", end="22 06:00", modality=modality))
    assert bars(figure, "hollow") == [("22 00:00", "22 06:00")]
    (hollow,) = traces(figure, "hollow")
    assert hollow["marker"]["color"] == ["#ffffff"]
    assert not traces(figure, "solid")
    assert not traces(figure, "hatch")
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
    (hatch,) = traces(figure, "hatch")
    assert bars(figure, "hatch") == [("20 00:00", "20 06:00"), ("21 00:00", "21 06:00")]
    assert max(hatch["width"]) < 0.3
    own, other = hatch["y"]
    assert own + hatch["width"][0] / 2 < other - hatch["width"][1] / 2
    bracket = [
        corners for _, corners in lines(figure) if corners[0] == "20 00:00" and corners[3] == "21 00:00"
    ]
    assert len(bracket) == 1
    assert bracket[0][1] == bracket[0][2] < "20 00:00"
    assert names(figure) == ["<b>B</b> Armed clash (contradicted)"]


def test_a_mention_at_another_time_that_contradicts_nothing_is_not_drawn_apart() -> None:
    stated = mentions(("20 00:00", "20 06:00", ""), ("19 00:00", "20 00:00", ""))
    figure = picture(row(start="20 00:00", end="20 06:00"), mentions=stated)
    assert bars(figure, "hatch") == [("20 00:00", "20 06:00")]


def test_an_undated_event_is_in_the_tray_and_not_in_the_chart() -> None:
    events = frame(row(start="21 00:00", end="21 06:00"), row(event_id="u"))
    assert undated(events)["event_id"].tolist() == ["u"]
    figure = picture(row(start="21 00:00", end="21 06:00"), row(event_id="u"))
    assert traces(figure, "events")[0]["customdata"] == ["e"]


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


def test_every_visible_mark_and_what_is_pointed_at_carries_the_events_id() -> None:
    figure = picture(
        row(event_id="window", start="21 00:00", end="21 06:00"),
        row(event_id="known", start="21 06:00", end="22 06:00", core_start="21 06:00", core_end="22 06:00"),
        row(event_id="moment", start="21 14:20", end="21 14:21", granularity="minute"),
    )
    found = {trace["name"]: trace["customdata"] for trace in figure["data"] if "customdata" in trace}
    assert found == {
        "hatch": ["window"],
        "solid": ["known"],
        "point": ["moment"],
        "events": ["window", "known", "moment"],
    }


def test_only_the_unseen_bars_are_pointed_at() -> None:
    figure = picture(row(start="21 00:00", end="21 06:00"))
    assert [trace["name"] for trace in figure["data"] if trace["hoverinfo"] != "skip"] == ["events"]
