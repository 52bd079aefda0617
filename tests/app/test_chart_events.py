"""What clicks and drags on the chart mean."""

from datetime import UTC, datetime

import pytest

from dashboard.app.chart_events import alone, pressed, toggled, zoomed
from dashboard.app.url import View
from dashboard.table.filters import Selection, select
from tests.sample import dataset

FROM, TO = datetime(2018, 5, 18, 21, tzinfo=UTC), datetime(2018, 5, 20, 21, tzinfo=UTC)
WINDOW = View(Selection(start=FROM, end=TO))
EDGES = ("2018-05-19 00:00", "2018-05-21 00:00:00.0000")


@pytest.mark.parametrize(
    ("click", "after"),
    [
        ({"points": [{"customdata": "e1"}]}, View(event="e1")),
        ({"points": [{"customdata": ""}]}, View()),
        ({"points": [{"customdata": ["lanes", "Homs", "fold the lane"]}]}, View(folded=("Homs",))),
        (
            {"points": [{"customdata": ["lanes", "Harasta", "show its events alone"]}]},
            View(Selection(places=("Syria/Rif Dimashq/Douma/Harasta",))),
        ),
        ({"points": [{"customdata": ["lanes", "Homs"]}]}, View()),
        ({"points": [{"customdata": {"lanes": 1}}]}, View()),
        ({"points": [{"x": 1}]}, View()),
        ({"points": []}, View()),
        (None, View()),
    ],
)
def test_a_click_opens_the_event_under_it_or_folds_the_lane(
    click: dict[str, object] | None, after: View
) -> None:
    assert pressed(View(), click, dataset()) == after


def test_a_click_on_the_name_of_a_folded_lane_opens_it() -> None:
    click = {"points": [{"customdata": ["lanes", "Homs", "open the lane"]}]}
    assert pressed(View(folded=("Homs",)), click, dataset()) == View()


@pytest.mark.parametrize(
    ("moved", "after"),
    [
        ({"xaxis.range[0]": EDGES[0], "xaxis.range[1]": EDGES[1]}, WINDOW),
        ({"xaxis.range": list(EDGES)}, WINDOW),
        ({"autosize": True}, View()),
        ({"dragmode": "pan"}, View()),
        (None, View()),
    ],
    ids=["zoomed", "moved", "resized", "another tool", "nothing"],
)
def test_a_zoom_becomes_the_window(moved: dict[str, object] | None, after: View) -> None:
    assert zoomed(View(), moved, dataset()) == after


def test_a_double_click_shows_all() -> None:
    assert zoomed(WINDOW, {"xaxis.autorange": True}, dataset()) == View()


@pytest.mark.parametrize("edges", [(EDGES[0], EDGES[0]), EDGES[::-1]], ids=["of no width", "backwards"])
def test_a_stretch_that_holds_nothing_changes_nothing(edges: tuple[str, str]) -> None:
    assert zoomed(WINDOW, {"xaxis.range": list(edges)}, dataset()) == WINDOW


def test_a_lane_is_folded_by_one_click_and_opened_by_the_next() -> None:
    once = toggled(View(), "Douma")
    assert once.folded == ("Douma",)
    assert toggled(once, "Douma") == View()


@pytest.mark.parametrize(
    ("by", "lane", "value"),
    [
        ("location", "Douma", "Douma"),
        ("location", "no place", ""),
        ("event_type", "Battles", "Battles"),
        ("source", "Sample Monitor", "Sample Monitor"),
        ("admin2", "Douma", "Douma"),
        ("admin2", "no district", ""),
        ("admin1", "Rif Dimashq", "Rif Dimashq"),
        ("country", "Syria", "Syria"),
        ("actor1", "no actor", ""),
        ("review_status", "unreviewed", "unreviewed"),
    ],
)
def test_a_lane_of_too_many_events_is_asked_for_alone(by: str, lane: str, value: str) -> None:
    events = dataset().events
    left = select(events, alone(View(lanes_by=by), lane, dataset()).selection)
    assert left["event_id"].tolist() == events.loc[events[by] == value, "event_id"].tolist()
    assert len(left)


def test_a_side_is_asked_for_by_its_actors() -> None:
    assert alone(View(lanes_by="side"), "government", dataset()).selection.actors == (
        "Military Forces of Syria",
    )


def test_the_lane_of_all_small_places_asks_for_nothing() -> None:
    assert alone(WINDOW, "12 others", dataset()) == WINDOW
