"""Names that are none: a country's letters in small, the word that leads to a place, and a month cut short."""

import pytest

from dashboard import gazetteer


def _names(text: str) -> list[str]:
    return [each.name for each in gazetteer.toponyms(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Car bomb kills 14.",
        "Car blast kills nine outside a bank.",
        "Car rams into a crowd, killing six.",
        "Two died in Car crashes on Monday.",
        "Uae said on Monday that two people died.",
        "The Drc said on Monday that two people died.",
        "Us and them: two people died.",
    ],
)
def test_letters_for_a_country_name_none_in_small(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CAR: Rebels kill 14.", "CAR"),
        ("UAE jets dropped bombs on Monday.", "United Arab Emirates"),
        ("Rebels in the DRC killed two people.", "Democratic Republic of the Congo"),
        ("Two people died in the UK on Monday.", "United Kingdom"),
        ("In Chad, two people died.", "Chad"),
        ("Mali said that two people died.", "Mali"),
        ("Cuba said that two people died.", "Cuba"),
    ],
)
def test_letters_in_capitals_and_short_names_stay_countries(text: str, name: str) -> None:
    assert _names(text) == [name]


@pytest.mark.parametrize("lead", ["In", "At", "Near", "Around", "From", "Outside", "Across", "Inside"])
@pytest.mark.parametrize("place", ["Rafah", "Aleppo", "Kharkiv"])
def test_a_leading_word_is_no_part_of_the_name(lead: str, place: str) -> None:
    assert _names(f"{lead} {place}, shells killed two people on Monday.") == [place]


@pytest.mark.parametrize("name", ["In Salah", "In Guezzam"])
def test_a_name_that_begins_like_a_leading_word_stays_whole(name: str) -> None:
    assert _names(f"{name} was shelled on Monday.") == [name]


@pytest.mark.parametrize(
    "month", ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"]
)
@pytest.mark.parametrize("line", ["CAIRO, {} - Two people died.", "CAIRO, {} 20 (Agency) — Two people died."])
def test_a_month_cut_short_is_no_place(line: str, month: str) -> None:
    assert _names(line.format(month)) == ["CAIRO"]


@pytest.mark.parametrize("name", ["Mar del Plata", "Novi Sad", "Sept-Îles"])
def test_a_name_that_begins_like_a_month_stays_whole(name: str) -> None:
    assert _names(f"Two people died in {name} on Monday.") == [name]
