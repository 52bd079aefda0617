import json
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, pairwise

import pytest

from dashboard.consolidation import dataset_from
from dashboard.extraction import read_report
from dashboard.figures.shown import MOST_MARKS
from dashboard.figures.timeline import timeline
from dashboard.figures.undrawn import undrawn
from dashboard.table import Dataset
from dashboard.text import Report
from tests.figures.drawn import (
    Figure,
    at,
    bars,
    boxes,
    clock,
    counted,
    lane_hints,
    lane_names,
    lane_words,
    names,
    paths,
    picture,
    plain,
    pointed_at,
    row,
    shapes,
    traces,
)
from tests.sample import ZONE, dataset

WIDE = (at("19 00:00").to_pydatetime(), at("24 00:00").to_pydatetime())


def sample(**asked: object) -> Figure:
    data = dataset()
    given: dict[str, object] = {"zone": ZONE, "reports": data.reports} | asked
    return timeline(data.events, **given)  # type: ignore[arg-type]  # what is asked is given by name


def test_lanes_are_places_in_the_order_of_their_first_event_with_counts() -> None:
    assert lane_words(sample())[:2] == ["▾ <b>Homs</b>  2", "▾ <b>Misraba</b>  1"]
    assert lane_names(sample()) == ["Homs", "Misraba", "Kafr Batna", "Harasta", "Douma"]


def test_a_click_on_a_lanes_name_folds_it() -> None:
    assert set(lane_hints(sample()).values()) == {f"{lane}: fold the lane" for lane in lane_names(sample())}
    hits = traces(sample(), "lanes")[1]
    assert {tuple(data) for data in hits["customdata"]} == {
        ("lanes", lane, "fold the lane") for lane in lane_names(sample())
    }


def test_a_pointer_meets_a_lanes_name_wherever_it_is_put() -> None:
    _, hits = traces(sample(width_px=1000), "lanes")
    layout = sample(width_px=1000)["layout"]
    gutter = layout["xaxis2"]["domain"][1] * (1000 - layout["margin"]["l"] - layout["margin"]["r"])
    own = sorted(
        x * gutter for x, data in zip(hits["x"], hits["customdata"], strict=True) if data[1] == "Douma"
    )
    assert all(after - before <= 30 for before, after in pairwise([0, *own, gutter]))


@pytest.mark.parametrize(
    ("by", "first"), [("event_type", "Battles"), ("actor1", "no actor"), ("source", "Sample Monitor")]
)
def test_lanes_can_be_types_actors_or_sources(by: str, first: str) -> None:
    assert lane_names(sample(lanes_by=by))[0] == first


def test_times_are_those_of_the_zone_and_told_without_one() -> None:
    event = row(start="21 00:00", end="21 06:00")
    assert bars(picture(event), "hatch") == [("21 00:00", "21 06:00")]
    assert bars(picture(event, zone="UTC"), "hatch") == [("20 21:00", "21 03:00")]
    text = json.dumps(picture(event))
    assert "+00:00" not in text
    assert 'Z"' not in text


def test_the_axis_says_whose_clock_it_shows() -> None:
    event = row(start="21 00:00", end="21 06:00")
    assert plain(picture(event)["layout"]["xaxis"]["title"]["text"]) == "times in Damascus, UTC+3"
    assert plain(picture(event, zone="UTC")["layout"]["xaxis"]["title"]["text"]) == "times in UTC"


def test_a_bar_over_the_change_of_clocks_ends_where_its_clock_says() -> None:
    rows = [{"event_id": "e", "location": "x", "granularity": "day", "start": day.tz_convert("UTC"), "end": end.tz_convert("UTC")}
            for day, end in [(at("21 00:00") - timedelta(days=60), at("21 00:00"))]]  # fmt: skip
    figure = timeline(Dataset.from_rows(rows).events, zone=ZONE, reports=Dataset.from_rows().reports)
    assert bars(figure, "hatch")[0][1] == "21 00:00"


def test_everything_is_in_view_with_a_margin_of_three_percent() -> None:
    figure = picture(
        row(start="19 00:00", end="20 00:00"), row(event_id="f", start="23 00:00", end="24 00:00")
    )
    margin = timedelta(days=5) * 0.03
    first, last = figure["layout"]["xaxis"]["range"]
    assert first == (at("19 00:00") - margin).tz_localize(None).isoformat(timespec="milliseconds")
    assert last == (at("24 00:00") + margin).tz_localize(None).isoformat(timespec="milliseconds")


def test_a_window_is_shown_as_asked_with_the_events_that_may_overlap_it() -> None:
    figure = picture(
        row(event_id="in", start="19 12:00", end="20 00:00"),
        row(event_id="out", start="10 00:00", end="11 00:00"),
        row(event_id="through", start="01 00:00", end="29 00:00", granularity="month"),
        window=WIDE,
    )
    assert [clock(edge) for edge in figure["layout"]["xaxis"]["range"]] == ["19 00:00", "24 00:00"]
    assert set(pointed_at(figure)) == {"in", "through"}


def test_nothing_in_view_is_said_and_not_an_error() -> None:
    for figure in (picture(), picture(row()), picture(row(start="01 00:00", end="02 00:00"), window=WIDE)):
        assert figure["data"] == []
        assert "No event with a known time" in figure["layout"]["annotations"][0]["text"]


def reports(published: str, **given: object) -> object:
    row_ = {"report_id": "r", "title": "A <b>bold</b> claim", "timezone": ZONE, "published": at(published)}
    return Dataset.from_rows(reports=[row_ | given]).reports


def test_a_thin_line_stands_where_a_report_was_published() -> None:
    figure = picture(row(start="20 00:00", end="22 00:00"), reports=reports("21 09:30"), window=WIDE)
    (line,) = shapes(figure, "reports")
    assert [[clock(moment) for moment, _ in corners] for corners in paths(line)] == [["21 09:30", "21 09:30"]]
    (note,) = [note for note in figure["layout"]["annotations"] if "report" in note["text"]]
    assert (
        plain(note["hovertext"])
        == "report published Monday 21 May 2018, 09:30: A &lt;b&gt;bold&lt;/b&gt; claim"
    )


def test_a_report_known_by_its_day_marks_the_whole_day() -> None:
    figure = picture(row(start="20 00:00", end="22 00:00"), reports=reports("21 00:00"), window=WIDE)
    moments = {
        name: [clock(moment) for moment, _ in paths(shapes(figure, name)[0])[0]]
        for name in ("reports", "days")
    }
    assert moments == {"reports": ["21 00:00", "21 00:00"], "days": ["21 00:00", "22 00:00"]}


def test_names_of_reports_do_not_cover_each_other() -> None:
    rows = [
        {"report_id": f"r{n}", "timezone": ZONE, "published": at("21 09:30") + timedelta(minutes=n)}
        for n in range(30)
    ]
    figure = picture(
        row(start="20 00:00", end="22 00:00"), reports=Dataset.from_rows(reports=rows).reports, window=WIDE
    )
    assert len([note for note in figure["layout"]["annotations"] if "report of" in note["text"]]) == 1


def test_report_text_is_shown_as_text() -> None:
    hostile = "<script>alert(1)</script> <a href='javascript:x'>x</a> <b>bold</b> &lt;i&gt; %{x}"
    figure = picture(
        row(
            start="20 00:00",
            end="22 00:00",
            notes=hostile,
            location=hostile,
            actor1=hostile,
            sub_event_type=hostile,
        ),
        mentions=None,
    )
    texts = [*pointed_at(figure).values(), *names(figure), *lane_words(figure), *lane_hints(figure).values()]
    for text in texts:
        bare = text.replace("<b>", "").replace("</b>", "").replace("<br>", "")
        assert "<" not in bare
        assert "&lt;b&gt;bold" in bare or "&lt;script" in bare
    assert "hovertemplate" not in traces(figure, "events")[0]


def test_the_hover_says_name_time_and_sentence() -> None:
    (text,) = pointed_at(picture(row(start="21 00:00", end="21 06:00"))).values()
    assert plain(text).split("<br>") == [
        "<b>Armed clash</b>",
        "between 00:00 and 06:00 on Monday 21 May 2018",
        "Douma",
        "They fought.",
    ]


def test_a_folded_lane_is_one_strip_of_counts() -> None:
    figure = sample(folded=frozenset({"Homs"}))
    assert {lane: max(counts) for lane, counts in counted(figure).items()} == {"Homs": 1}
    assert "zoom in" not in figure["layout"]["xaxis"]["title"]["text"]
    assert len(pointed_at(figure)) == 5
    assert lane_words(figure)[0].startswith("▸")


def test_the_chosen_event_is_framed() -> None:
    def framed(figure: Figure) -> int:
        return len([each for each in shapes(figure, "outline") if each["line"]["color"] == "#1a1c1f"])

    assert framed(sample(selected=dataset().events["event_id"][2])) == 1
    assert framed(sample()) == 0


@pytest.mark.parametrize("width", [390, 700, 1000, 1440])
@pytest.mark.parametrize("dark", [True, False])
def test_marks_and_names_of_a_row_do_not_cover_each_other(width: int, dark: bool) -> None:
    events = [
        row(event_id=f"{n}", start=f"{19 + n % 4} {n % 24:02}:00", end=f"{20 + n % 4} {n % 24:02}:00")
        for n in range(40)
    ]
    figure = picture(*events, width_px=width, dark=dark)
    spans = sorted(
        (min(y for _, y in corners), min(corners)[0], max(corners)[0]) for corners in boxes(figure, "hatch")
    )
    assert len(spans) == 40
    for (y, _, end), (other, start, _) in combinations(spans, 2):
        assert y != other or end <= start


def test_a_phone_has_lane_names_over_their_lanes_and_no_gutter() -> None:
    figure = sample(width_px=390)
    assert figure["layout"]["margin"]["l"] <= 12
    assert traces(figure, "lanes")[0]["y"][0] < min(traces(figure, "events")[0]["y"])
    assert figure["layout"]["dragmode"] is False


def test_the_height_follows_from_the_rows() -> None:
    one = picture(row(start="21 00:00", end="21 06:00"))
    two = picture(row(start="21 00:00", end="21 06:00"), row(event_id="f", start="21 00:00", end="21 06:00"))
    assert two["layout"]["height"] - one["layout"]["height"] == 25


def test_zoom_stays_while_view_and_lanes_are_the_same() -> None:
    same = sample()["layout"]["uirevision"]
    assert sample(selected="e388", dark=True)["layout"]["uirevision"] == same
    assert sample(lanes_by="event_type")["layout"]["uirevision"] != same
    assert sample(zone="UTC")["layout"]["uirevision"] != same


def test_types_are_told_by_letter_and_colour() -> None:
    entries = [trace["name"] for trace in sample()["data"] if trace.get("showlegend")]
    assert entries == [
        "<b>B</b> Battles",
        "<b>E</b> Explosions/Remote violence",
        "<b>P</b> Protests",
        "<b>S</b> Strategic developments",
    ]


def test_the_figure_is_plain_json() -> None:
    assert json.loads(json.dumps(sample())) == sample()


def many(count: int, places: int = 5) -> Dataset:
    rows = [
        {"event_id": f"{n}", "location": f"P{n % places}", "start": at("01 00:00") + timedelta(hours=n % 400),
         "end": at("01 00:00") + timedelta(hours=n % 400 + 1), "granularity": "hour"}
        for n in range(count)
    ]  # fmt: skip
    return Dataset.from_rows(rows)


def test_a_picture_names_the_events_it_has_no_place_for() -> None:
    events = dataset().events
    (said,) = undrawn(events, (None, None))
    assert said.startswith("not drawn: 1 event with no usable time (")
    assert undrawn(events[events["start"].notna() | events["end"].notna()], (None, None)) == ()


def test_above_1200_events_lanes_are_strips_of_counts() -> None:
    data = many(MOST_MARKS + 1)
    figure = timeline(data.events, zone=ZONE, reports=data.reports)
    assert list(counted(figure)) == ["P0", "P1", "P2", "P3", "P4"]
    assert "zoom in for single events" in figure["layout"]["xaxis"]["title"]["text"]
    assert not traces(figure, "events")
    (strips,) = traces(figure, "counts")
    assert isinstance(strips["colorscale"], list)
    assert "customdata" not in strips


def test_zooming_in_brings_the_bars_back() -> None:
    data = many(MOST_MARKS + 1)
    window = (at("03 00:00").to_pydatetime(), at("04 00:00").to_pydatetime())
    figure = timeline(data.events, zone=ZONE, reports=data.reports, window=window)
    assert len(pointed_at(figure)) == 24 * 3


def test_a_strip_counts_every_event_of_its_lane() -> None:
    data = many(MOST_MARKS + 400, places=1)
    window = (at("01 00:00").to_pydatetime(), (at("01 00:00") + timedelta(hours=400)).to_pydatetime())
    figure = timeline(data.events, zone=ZONE, reports=data.reports, window=window)
    assert counted(figure) == {"P0": [4] * 400}


def test_a_great_many_lanes_are_the_largest_and_the_rest() -> None:
    data = many(3000, places=100)
    labels = lane_names(timeline(data.events, zone=ZONE, reports=data.reports))
    assert len(labels) == 60
    assert "41 others" in labels


def test_only_reports_that_tell_of_what_is_shown_have_a_line() -> None:
    published = [
        {"report_id": name, "timezone": ZONE, "published": at(day)}
        for name, day in (("telling", "20 09:30"), ("other", "22 09:30"))
    ]
    both = Dataset.from_rows(
        [row(event_id="e1", start="20 00:00", end="22 00:00")],
        [{"mention_id": "m", "event_id": "e1", "report_id": "telling"}],
        published,
    )

    def lines(**asked: object) -> int:
        figure = timeline(both.events, zone=ZONE, reports=both.reports, window=WIDE, **asked)  # type: ignore[arg-type]  # given by name
        return len(paths(shapes(figure, "reports")[0]))

    assert (lines(mentions=both.mentions), lines()) == (1, 2)


def test_an_event_of_two_sources_stands_in_the_lane_of_the_best() -> None:
    events = Dataset.from_rows(
        [row(event_id="both", start="20 00:00", end="22 00:00") | {"source": "B; A"},
         row(event_id="one", start="21 00:00", end="22 00:00") | {"source": "A"}]
    ).events  # fmt: skip
    figure = timeline(events, zone=ZONE, reports=Dataset.from_rows().reports, lanes_by="source")
    assert lane_names(figure) == ["B", "A"]


def test_the_name_of_a_lane_with_too_many_events_offers_them_alone() -> None:
    data = many(MOST_MARKS + 1, places=1)
    assert lane_hints(timeline(data.events, zone=ZONE, reports=data.reports)) == {
        "P0": "P0: show its events alone"
    }


def with_a_misread_year() -> Dataset:
    text = "In the year 1200 clashes took place in Homs. Rebels shelled Douma yesterday, killing three."
    return dataset_from([read_report(Report(text, published=date(2018, 5, 21)))])


def test_an_event_a_century_away_rules_no_chart_and_is_counted_beside_the_axis() -> None:
    data = with_a_misread_year()
    axis = timeline(data.events, zone=ZONE, reports=data.reports)["layout"]["xaxis"]
    assert axis["range"][0].startswith("2018-05-1")
    assert axis["title"]["text"].endswith(" · 1 event more than a century away")
    assert undrawn(data.events, (None, None)) == (
        "not drawn: 1 event more than a century away from the report's day: check the year (Armed clash, Homs)",
    )


def test_a_window_that_is_asked_for_shows_an_event_a_century_away() -> None:
    data = with_a_misread_year()
    window = (datetime(1190, 1, 1, tzinfo=UTC), datetime(1210, 1, 1, tzinfo=UTC))
    axis = timeline(data.events, zone=ZONE, reports=data.reports, window=window)["layout"]["xaxis"]
    assert "century" not in axis["title"]["text"]
    assert undrawn(data.events, window) == ()


def test_an_event_a_century_away_stays_in_the_table_to_be_reviewed() -> None:
    events = with_a_misread_year().events
    assert events["tags"].to_list() == ["check the year", ""]


def test_names_beside_marks_tell_the_kind_the_toll_and_the_place_that_the_lane_does_not() -> None:
    assert "Shelling, at least 3 killed" in "".join(names(sample()))
    assert "Shelling, Douma, at least 3 killed" in "".join(names(sample(lanes_by="admin1")))
    assert "Armed clash, 4 wounded" in "".join(names(sample()))
