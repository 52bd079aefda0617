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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Minsk agreements were read in Harare.", ["Harare"]),
        ("Under the Minsk II accords guns were withdrawn.", []),
        ("The Sinaloa cartel was blamed for a shooting in Tijuana.", ["Tijuana"]),
        ("The Windhoek declaration was signed.", []),
        ("Shells fell on Minsk.", ["Minsk"]),
    ],
)
def test_what_is_called_after_a_place_is_none(text: str, found: list[str]) -> None:
    assert _names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Andrea Trapani left early. Later Trapani said that all was calm.", []),
        ("Andrea Trapani left early. Later a bomb went off in Trapani.", ["Trapani"]),
        (
            "A bomb went off in Trapani, Italy. In the evening Trapani was calm.",
            ["Trapani", "Italy", "Trapani"],
        ),
    ],
)
def test_a_surname_that_the_text_gives_is_no_place_where_nothing_says_so(text: str, found: list[str]) -> None:
    assert _names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shots were heard in Lanao del Sur.", ["Lanao del Sur"]),
        ("Two men were shot in San José de Apartadó, Colombia.", ["Apartadó", "Colombia"]),
        ("Shells hit Sévaré and Kiryat Shmona.", ["Sévaré", "Kiryat Shmona"]),
    ],
)
def test_half_a_name_is_no_place(text: str, found: list[str]) -> None:
    assert _names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("An effigy was burnt at Kachi Chawni in Jammu.", ["Jammu"]),  # Kashi is Varanasi
        ("A mine went off in the forward area of Krishna Ghati in Jammu.", ["Jammu"]),
        ("A gunfight broke out in Hile Alifa in Cameroon.", ["Cameroon"]),  # Hille is Al Hillah
        ("Shells fell on Aleppo International Airport.", ["Aleppo"]),
        ("Gunmen attacked Sopore North in India.", ["Sopore", "India"]),
    ],
)
def test_half_a_name_that_only_sounds_like_a_town_is_none(text: str, found: list[str]) -> None:
    assert _names(text) == found
