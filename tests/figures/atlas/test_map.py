"""The map: what is drawn where, how large, in which colour, and what a click on it leads to."""

from typing import Any

import pytest

from dashboard.bundled import bundled
from dashboard.figures.atlas.land import land
from dashboard.figures.atlas.map import event_map, unplaced
from dashboard.figures.atlas.outlines import outlines
from dashboard.figures.atlas.spotted import MANY
from dashboard.figures.atlas.traces import CHOSEN, REGIONS
from dashboard.figures.theme import paint
from dashboard.table import Dataset
from dashboard.table.area import Area
from dashboard.table.filters import Selection, wanted

Figure = dict[str, Any]

DOUMA = {"country": "Syria", "iso": "SY", "admin1": "Rif Dimashq", "location": "Douma", "latitude": 33.572, "longitude": 36.402, "geo_precision": 1}  # fmt: skip
HOMS = {"country": "Syria", "iso": "SY", "admin1": "Homs", "location": "Homs", "latitude": 34.73, "longitude": 36.71, "geo_precision": 1}  # fmt: skip
IDLIB = {"country": "Syria", "iso": "SY", "admin1": "Idlib", "location": "Idlib", "place_id": "a:SY.12", "latitude": 35.78, "longitude": 36.679, "geo_precision": 3}  # fmt: skip
SYRIA = {"country": "Syria", "iso": "SY", "location": "Syria", "place_id": "co:SY", "latitude": 35.0, "longitude": 38.5, "geo_precision": 3}  # fmt: skip
NEAR = DOUMA | {"location": "near Douma", "geo_precision": 2}
BATTLE, SHELLING = {"event_type": "Battles"}, {"event_type": "Explosions/Remote violence"}


def dataset_of(*rows: dict[str, object]) -> Dataset:
    """A dataset of these rows, each with an id by its number."""
    return Dataset.from_rows([{"event_id": f"e{at}"} | row for at, row in enumerate(rows)])


def drawn(*rows: dict[str, object], **asked: Any) -> Figure:
    """The map of these rows."""
    return event_map(dataset_of(*rows).index.everything, **({"zone": "UTC"} | asked))


def traces(figure: Figure, name: str) -> list[Figure]:
    return [each for each in figure["data"] if each["name"] == name]


def test_events_at_one_place_are_one_disc_whose_area_is_their_number_in_the_colour_of_the_commonest() -> None:
    figure = drawn(*[DOUMA | BATTLE] * 30, *[DOUMA | SHELLING] * 10, *[HOMS | BATTLE] * 10)
    (battles,) = traces(figure, "Battles")
    large, small = battles["marker"]["size"]
    assert large**2 / small**2 == pytest.approx(4)
    assert battles["marker"]["color"] == [paint("Battles").colour] * 2
    assert "40 events: 30 Battles, 10 Explosions/Remote violence" in battles["hovertext"][0]


def test_of_the_dead_the_least_and_most_that_are_told_are_added_up() -> None:
    told = [{"fatalities_low": 3, "fatalities_high": 5}, {"fatalities": 2}, {}]
    (battles,) = traces(drawn(*(DOUMA | BATTLE | each for each in told)), "Battles")
    assert "5–7 killed" in battles["hovertext"][0]


@pytest.mark.parametrize(
    ("rows", "leads_to"),
    [
        ([DOUMA], ["event", "e0"]),
        ([DOUMA, DOUMA], ["place", "Syria/Rif Dimashq//Douma"]),
        ([IDLIB, IDLIB], ["place", "Syria/Idlib"]),
        ([SYRIA, SYRIA], ["place", "Syria"]),
    ],
)
def test_a_click_leads_to_the_event_the_place_or_all_that_lies_in_the_region(
    rows: list[dict[str, object]], leads_to: list[str]
) -> None:
    marks = [each for each in drawn(*rows)["data"] if each.get("customdata")]
    assert [each["customdata"] for each in marks] == [[leads_to]]


def test_a_region_is_hatched_as_far_as_it_reaches_and_a_country_is_not() -> None:
    hatched = [each for each in drawn(IDLIB, SYRIA, DOUMA)["data"] if each.get("fill")]
    assert [each["name"] for each in hatched] == [REGIONS]
    x = [each for each in hatched[0]["x"] if each is not None]
    assert 80 < max(x) - min(x) < 130, "kilometres from west to east of Idlib"


def test_near_a_place_is_a_ring_and_not_a_disc() -> None:
    (marks,) = traces(drawn(DOUMA | BATTLE, NEAR | BATTLE), "Battles")
    assert marks["marker"]["color"][0] == paint("Battles").colour
    assert marks["marker"]["color"][1].startswith("rgba(")
    assert "near there, not how near" in marks["hovertext"][1]


def test_a_movement_is_a_line_between_places_that_are_known_and_none_where_one_is_not() -> None:
    known = drawn(DOUMA | {"route_from": "Douma", "route_to": "Homs"}, HOMS)
    unknown = drawn(DOUMA | {"route_from": "Douma", "route_to": "Nowhere-upon-Nothing"}, HOMS)
    assert [len(traces(each, "routes")) for each in (known, unknown)] == [1, 0]


def test_the_open_event_is_ringed_in_its_region_too() -> None:
    for selected, at in (("e0", DOUMA), ("e1", IDLIB)):
        (ring,) = traces(drawn(DOUMA, IDLIB, selected=selected), CHOSEN)
        others = [each for each in drawn(at)["data"] if each.get("customdata")]
        assert len(ring["x"]) == 1
        assert others[0]["customdata"] == [["event", "e0"]]
    assert not traces(drawn(DOUMA, selected="gone"), CHOSEN)


def test_what_has_no_place_or_no_point_is_counted() -> None:
    rows = dataset_of(DOUMA, {}, {"country": "Syria", "location": "Somewhere"}).index.everything
    assert unplaced(rows) == (1, 1)


def test_nothing_with_a_point_is_said_and_not_drawn() -> None:
    assert drawn({}) == {
        "data": [],
        "layout": {"meta": {"words": "No event of this view has a point on the map."}},
    }


def test_an_area_in_which_nothing_happened_is_shown_empty() -> None:
    figure = event_map(dataset_of().index.everything, zone="UTC", area=Area(36.0, 33.0, 37.0, 34.0))
    assert figure["data"] == []
    assert figure["layout"]["meta"]["words"].startswith("Map of 0 events at 0 places in the area 36° E")


def test_of_very_many_places_those_close_together_are_one_mark_that_leads_to_their_area() -> None:
    rows = [DOUMA | {"location": f"P{at}", "longitude": 36 + (at % 100) / 25, "latitude": 33 + (at // 100) / 25} for at in range(MANY * 3)]  # fmt: skip
    figure = drawn(*rows)
    leads = [each for trace in figure["data"] for each in trace.get("customdata", ())]
    assert len(leads) < MANY
    assert {what for what, _ in leads} <= {"area", "event"}
    assert f"Map of {MANY * 3:,} events at {MANY * 3:,} places" in figure["layout"]["meta"]["words"]


def test_one_event_far_off_does_not_press_the_others_together() -> None:
    far = DOUMA | {"location": "New York", "longitude": -74.0, "latitude": 40.7}
    west, _, east, _ = drawn(*[DOUMA] * 99, *[HOMS] * 99, far)["layout"]["meta"]["frame"]
    assert east - west < 300


def test_names_with_markup_are_shown_as_they_are() -> None:
    (marks,) = traces(drawn(DOUMA | BATTLE | {"location": "<b>x</b><script>"}), "Battles")
    assert "<script>" not in marks["hovertext"][0]
    assert "&lt;script&gt;" in marks["hovertext"][0]


@pytest.mark.parametrize(
    ("point", "country"), [((34.1, 45.2), "UA"), ((36.7, 34.7), "SY"), ((32.5, 15.6), "SD"), ((31.6, 4.9), "SS"), ((20.9, 42.6), "XK")]
)  # fmt: skip
def test_a_point_lies_in_the_outline_of_its_country(point: tuple[float, float], country: str) -> None:
    world = outlines()
    inside = {code for code in ("UA", "RU", "SY", "SD", "SS", "XK", "RS") if _holds(world, code, point)}
    assert inside == {country}


def _holds(world: Any, code: str, point: tuple[float, float]) -> bool:
    """By the number of borders that a line to the east crosses."""
    crossings = 0
    for ring in world.rings(code):
        x, y = world.east[ring], world.north[ring]
        crosses = (y[1:] > point[1]) != (y[:-1] > point[1])
        at = x[:-1] + (point[1] - y[:-1]) * (x[1:] - x[:-1]) / (y[1:] - y[:-1] + (y[1:] == y[:-1]))
        crossings += int((crosses & (at > point[0])).sum())
    return crossings % 2 == 1


def test_outlines_are_small_and_what_is_drawn_of_them_smaller() -> None:
    assert (bundled("data") / "outlines" / "world.npz").stat().st_size < 2_000_000
    layout = drawn(DOUMA, HOMS, IDLIB)["layout"]
    assert sum(len(each["path"]) for each in layout["shapes"]) < 600_000
    assert land.cache_info().currsize, "and is kept for the next drawing"


def test_an_area_is_looked_at_as_it_was_drawn() -> None:
    data = dataset_of(DOUMA, HOMS, {})
    area = Area(36.0, 33.0, 37.0, 34.0)
    rows = wanted(data.index, Selection(area=area))
    figure = event_map(rows, zone="UTC", area=area)
    assert len(rows) == 1
    west, south, east, north = figure["layout"]["meta"]["frame"]
    assert (east - west) / (north - south) == pytest.approx(0.835, abs=0.01)
