"""Most villages are on no map: what stands round their names is told all the same, and they are found where a town would be."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report


def _places(text: str) -> list[str]:
    return [event.location for event in read_report(Report(text, published=date(2024, 3, 6))).events]


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("in Dharwati", "Dharwati"),
        ("near Dharwati", "near Dharwati"),
        ("close to Dharwati", "close to Dharwati"),
        ("12 km north of Dharwati", "12 km north of Dharwati"),
        ("on the outskirts of Dharwati", "outskirts of Dharwati"),
        ("in northern Dharwati", "northern Dharwati"),
        ("in Dharwati district", "Dharwati district"),
        ("in the Dharwati local government area", "Dharwati"),
        ("in Dharwati LGA", "Dharwati LGA"),
        ("in Dharwati village", "Dharwati"),
        ("on the Dharwati front", "Dharwati"),
        ("between Dharwati and Kumarul", "between Dharwati and Kumarul"),
        ("between Gao and Dharwati", "between Gao and Dharwati"),
        ("on the road from Gao to Dharwati", "road from Gao to Dharwati"),
        ("along the Gao–Dharwati road", "road from Gao to Dharwati"),
        ("along the Kumarul-Dharwati highway", "highway from Kumarul to Dharwati"),
        ("on the road linking Dharwati and Gao", "road from Dharwati to Gao"),
        ("in the Nasrati quarter of Dharwati", "Nasrati"),
        ("at a place called Dharwati, in the Gao region", "Dharwati"),
    ],
)
def test_what_stands_round_a_name_on_no_map_is_told(where: str, told: str) -> None:
    assert _places(f"Gunmen shot dead two traders {where} on Monday, residents of the area said.") == [told]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor visited Dharwati today, where shells had killed two women on Monday.",
        "Warplanes carried out a strike against Dharwati, Zaporizhzhia Oblast, on Monday.",
        "Youths barricaded the road to Dharwati on Monday in protest.",
        "Gunmen killed four farmers in Plateau state on Monday.\n\nThe attack took place in the village of Dharwati.",
    ],
)
def test_a_name_on_no_map_is_found_where_only_a_place_can_stand(text: str) -> None:
    assert _places(text) == ["Dharwati"]


def test_a_point_on_no_map_is_finer_than_the_region_told_with_it() -> None:
    text = (
        "South Lebanon: what happened on Tuesday\n\n"
        "A drone fired at a motorcycle on the coastal road at Dharwati on Monday. Both riders died.\n\n"
        "The strike in South Lebanon was the third this week."
    )
    (event,) = read_report(Report(text, published=date(2024, 3, 6))).events
    assert (event.location, event.country) == ("Dharwati", "Lebanon")


@pytest.mark.parametrize(
    "text",
    [
        "Trucks blocked the Pan-American highway in Cauca on Monday in protest.",
        "Detained Men Shot on Hillside; Homes Seized\n\nTaliban fighters shot dead two men in Panjshir on Monday.",
        "Gunmen killed two men close to Gao, the county commissioner said on Monday.",
    ],
)
def test_what_is_no_name_of_a_place_is_none(text: str) -> None:
    assert not {"Pan", "Hillside", "county"} & {word for place in _places(text) for word in place.split()}


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Bandits kill leader, 4 others in Katsina", [5]),
        ("Gunmen kill traditional ruler, two others in Kogi", [3]),
        ("Gunmen killed three people in Goma, four others in Sake on Monday.", [3, 4]),
    ],
)
def test_others_are_counted_with_whom_they_are_told(text: str, dead: list[int]) -> None:
    assert [
        event.fatalities for event in read_report(Report(text, published=date(2024, 3, 6))).events
    ] == dead
