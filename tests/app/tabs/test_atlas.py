"""The map's tab: nothing before it is open, and what a click or a box does to the view."""

import pytest
from dash import no_update

from dashboard.app.address import view_of
from dashboard.app.chips import active, without
from dashboard.app.kinds import is_pointed
from dashboard.app.tabs.atlas import drawn, note, pointed
from dashboard.app.url import View, search_of
from dashboard.figures.atlas.projection import Projection
from dashboard.table import Dataset
from dashboard.table.area import Area
from tests.app.words import words_of
from tests.sample import dataset


def test_nothing_is_drawn_before_the_tab_is_open() -> None:
    assert drawn(View(), dataset(), None) is no_update
    assert drawn(View(tab="map"), dataset(), None)["data"]  # type: ignore[index]  # a figure


def test_what_has_no_place_is_said_with_a_way_to_it() -> None:
    assert words_of(note(View(tab="map"), dataset())).startswith("1 event has no place: show")


def test_a_click_opens_the_event_or_asks_for_the_place_and_once_more_lifts_it() -> None:
    view = View(tab="map")
    assert pointed(view, {"leads": ["event", "e1"]}, dataset()).event == "e1"
    there = pointed(view, {"leads": ["place", "Syria/Homs"]}, dataset())
    assert there.selection.places == ("Syria/Homs",)
    assert pointed(there, {"leads": ["place", "Syria/Homs"]}, dataset()) == view
    assert pointed(view, {"leads": ["area", "36,33,37,34"]}, dataset()).selection.area == Area(36, 33, 37, 34)


def test_a_box_is_an_area_of_degrees_that_stands_in_the_address_and_can_be_lifted() -> None:
    (west, east), (south, north) = Projection(33.5).plane((36.0, 37.0), (33.0, 34.0))
    view = pointed(View(tab="map"), {"box": [west, south, east, north, 33.5]}, dataset())
    assert search_of(view) == "?area=36%2C33%2C37%2C34&tab=map"
    assert view_of(search_of(view)) == view
    (chip,) = active(view, "UTC")
    assert chip.words == "Area: 36° E – 37° E, 33° N – 34° N"
    assert without(view, chip.field, chip.value) == View(tab="map")


@pytest.mark.parametrize("said", ["1,2", "37,33,36,34", "0,0,0,0", "inf,0,1,1", "-999,0,1,1", "<b>"])
def test_an_area_that_is_none_is_passed_over_and_noted(said: str) -> None:
    view = view_of(f"?area={said}")
    assert view.selection.area is None
    assert "is no part of the map" in view.notes[0]


@pytest.mark.parametrize(
    ("said", "may"),
    [
        (None, True),
        ({"leads": ["place", "x"]}, True),
        ({"box": [0, 0, 1, 1, 30.5]}, True),
        ({"leads": ["place"]}, False),
        ({"leads": [1, 2]}, False),
        ({"box": [0, 0, 1, float("nan"), 30]}, False),
        ({"box": "box"}, False),
        ("place", False),
    ],
)
def test_only_what_the_map_says_is_taken(said: object, may: bool) -> None:
    assert is_pointed(said) is may


@pytest.mark.parametrize("box", [[1e300, 0, -1e300, 1, 30], [0, 0, 0, 0, 89], [0, 1e9, 1, -1e9, -400]])
def test_a_box_that_nobody_can_draw_leads_nowhere_or_to_an_area(box: list[float]) -> None:
    area = pointed(View(), {"box": box}, dataset()).selection.area
    assert area is None or area.west < area.east


def test_movements_that_are_not_drawn_are_said_to_be_so() -> None:
    rows = [
        {"event_id": f"e{each}", "route_from": "Douma", "route_to": f"Camp {each}", "iso": "SY", "location": "Douma"}
        for each in range(31)
    ]  # fmt: skip
    words = words_of(note(View(tab="map"), Dataset.from_rows(rows)))
    assert "of 31 movements the 30 commonest are drawn" in words
    assert "movements" not in words_of(note(View(tab="map"), Dataset.from_rows(rows[:30])))
