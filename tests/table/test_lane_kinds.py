"""What lanes go by: spellings of one place together, regions where there are many places, sides of actors."""

from collections.abc import Mapping

import pytest

from dashboard.table import Dataset
from dashboard.table.index import Rows
from dashboard.table.lanes import LanesBy, in_lane, lane_codes, lanes_for


def rows(*events: Mapping[str, object]) -> Rows:
    """Events with these columns."""
    return Dataset.from_rows(
        [{"event_id": f"e{at}", **each} for at, each in enumerate(events)]
    ).index.everything


def lanes(found: Rows, by: str) -> list[str]:
    """The lane of each event."""
    codes, names = lane_codes(found, by)
    return [names[code] for code in codes.tolist()]


@pytest.mark.parametrize(
    ("spellings", "lane"),
    [
        (("Deir-ez-Zor", "Deir ez Zor", "Deir ez Zor"), "Deir ez Zor"),
        (("Ḥimṣ", "HIMS", "HIMS"), "HIMS"),
        (("دُوما", "دوما", "دوما"), "دوما"),
    ],
)
def test_spellings_of_one_place_share_the_lane_of_the_usual_one(
    spellings: tuple[str, ...], lane: str
) -> None:
    found = rows(*({"location": each} for each in spellings))
    assert lanes(found, "location") == [lane] * 3
    assert len(in_lane(found, "location", lane)) == 3


def test_the_gazetteers_id_makes_two_names_one_place_and_no_id_makes_none() -> None:
    found = rows(
        {"location": "Duma", "place_id": "g1"},
        {"location": "Douma", "place_id": "g1"},
        {"location": "Douma", "place_id": "g1"},
        {"location": "Harasta"},
        {"location": "Arbin"},
        {},
    )
    assert lanes(found, "location") == ["Douma", "Douma", "Douma", "Harasta", "Arbin", ""]


@pytest.mark.parametrize(
    ("places", "districts", "regions", "countries", "by"),
    [
        (15, 9, 3, 1, LanesBy.PLACE),
        (16, 9, 3, 1, LanesBy.DISTRICT),
        (90, 40, 12, 1, LanesBy.GOVERNORATE),
        (90, 60, 40, 2, LanesBy.COUNTRY),
        (90, 1, 12, 1, LanesBy.GOVERNORATE),
        (90, 1, 1, 1, LanesBy.PLACE),
    ],
    ids=["few places", "many places", "many districts", "many governorates", "no district said", "nothing said"],
)  # fmt: skip
def test_lanes_are_as_fine_as_leaves_few_of_them(
    places: int, districts: int, regions: int, countries: int, by: str
) -> None:
    def name(level: str, at: int, of: int) -> str:
        return f"{level} {at % of}" if of > 1 else ""

    found = rows(
        *(
            {
                "location": f"Town {at}",
                "admin2": name("D", at, districts),
                "admin1": name("R", at, regions),
                "country": name("C", at, countries),
            }
            for at in range(places)
        )
    )
    assert lanes_for(found) == by


def test_actors_stand_on_their_side_by_name_or_else_by_type() -> None:
    found = rows(
        {"actor1": "Islamic State", "actor1_type": "Rebel Groups"},
        {"actor1": "Military Forces of Atlantis (2020-)", "actor1_type": "State Forces"},
        {"actor1": "The neighbours"},
        {},
    )
    assert lanes(found, "side") == ["jihadist", "government", "", ""]
