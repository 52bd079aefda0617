"""Continents, seas, names that tell their own kind, and capitals told by what they are capitals of."""

import pytest

from dashboard import gazetteer


def _names(text: str) -> list[str]:
    return [each.name for each in gazetteer.toponyms(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cases were seen in Africa, Europe and North America.", ["Africa", "Europe", "North America"]),
        ("The virus is common in West Africa and Southeast Asia.", ["West Africa", "Southeast Asia"]),
        ("Ships crossed the Gulf of Mexico and the Black Sea.", ["Gulf of Mexico", "Black Sea"]),
        ("A storm formed over the Sulu Sea and the Strait of Malacca.", ["Sulu Sea", "Strait of Malacca"]),
        ("Floods hit the Inner Niger Delta and the Jos Plateau.", ["Inner Niger Delta", "Jos Plateau"]),
        ("Fires burned in Lane County and near Lake Tahoe.", ["Lane County", "Lake Tahoe"]),
        ("Police in Queen Anne's County, Maryland, found him.", ["Queen Anne's County", "Maryland"]),
        ("He lives in St. Petersburg, not in Mt. Vernon.", ["St. Petersburg", "Mt. Vernon"]),
        (
            "She moved from Durham, N.C., to Camden in N.J. last year.",
            ["Durham", "North Carolina", "Camden", "New Jersey"],
        ),
    ],
)
def test_names_of_the_world_are_found_whole(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "A man died of Lassa fever.",
        "Doctors treat West Nile virus and Rift Valley fever.",
        "The Hong Kong flu came later.",
        "The Spanish coach spoke to Robin Lake.",
        "The County said the District would pay.",
        "The Kyiv Independent and the Addis Standard wrote of it.",
    ],
)
def test_illnesses_people_and_newspapers_are_no_places(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "location", "iso"),
    [
        ("Rockets hit the Yemeni capital.", "Sanaa", "YE"),
        ("Gunmen fled the Congolese capital.", "Kinshasa", "CD"),
        ("A blast shook Ukraine's capital.", "Kyiv", "UA"),
        ("A blast shook the capital of Sudan.", "Khartoum", "SD"),
        ("Drones hit the Tigrayan capital.", "Mek'ele", "ET"),
        ("A bomb went off in the Dagestani capital.", "Makhachkala", "RU"),
        ("A bomb went off in the Borno State capital.", "Maiduguri", "NG"),
        ("A bomb went off in Zamfara's capital.", "Gusau", "NG"),
    ],
)
def test_a_capital_is_told_by_its_people_or_region(text: str, location: str, iso: str) -> None:
    (found,) = gazetteer.resolve(gazetteer.toponyms(text), text)
    assert found.place is not None
    assert (found.location, found.place.iso) == (location, iso)


@pytest.mark.parametrize("text", ["The Libyan capital market fell.", "He spoke of Iraqi capital punishment."])
def test_other_capital_is_no_city(text: str) -> None:
    assert _names(text) == []


def test_a_region_without_one_outstanding_town_keeps_its_own_name() -> None:
    text = "A bomb went off in the Helmand capital."
    (found,) = gazetteer.resolve(gazetteer.toponyms(text), text)
    assert (found.location, found.precision) == ("Helmand", 3)
