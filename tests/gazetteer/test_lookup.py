"""A name to a place: spellings, kinds, hints, and what must stay unknown."""

from pathlib import Path

import pytest

from dashboard import gazetteer
from tests.tables import Row, rows

CORPUS = Path(__file__).with_name("spellings.md")

# place, country, latitude, longitude, tolerance in km, spellings
SPELLINGS = [
    ("SY", 33.51, 36.29, 20, "Damascus;Damas;Dimashq;the capital Damascus;Damascus City;دمشق"),
    ("SY", 33.474, 36.303, 6, "Yarmouk Camp;Yarmouk;al-Yarmouk camp;Yarmuk Camp;Al-Yarmouk Palestinian refugee camp;Mukhayyam al-Yarmuk;مخيم اليرموك"),
    ("SY", 33.456, 36.304, 6, "al-Hajar al-Aswad;Hajar al-Aswad;Al Hajar Al Aswad;Hajar Aswad"),
    ("SY", 33.472, 36.333, 6, "Babila;Babbila;Bebila"),
    ("SY", 33.53, 36.45, 20, "Eastern Ghouta;East Ghouta;Ghouta;al-Ghouta al-Sharqiyah;Eastern Ghota;Al Ghutah"),
    ("SY", 35.81, 36.32, 12, "Jisr al-Shughur;Jisr Al-Shughour;Jisr ash-Shughur;Jisr al-Shoghour;Jisr-Ash-Shugur"),
    ("SY", 34.887, 38.87, 15, "Al-Sukhnah;al-Sukhna;Sukhnah;Sokhna;As-Sukhnah;As Sukhnah;al-Sukhanah"),
    ("SY", 34.69, 40.83, 15, "Hajin;Hajeen;Hajine"),
    ("SY", 34.56, 38.28, 15, "Palmyra;Tadmur;Tadmor;Tadmour;Tedmor"),
    ("SY", 35.44, 36.65, 12, "Khan Sheikhoun;Khan Shaykhun;Khan Shaykun;Khan Sheikhun"),
    ("SY", 36.53, 37.95, 12, "Manbij;Minbij;Menbij;Manbej;Membij"),
    ("SY", 32.52, 36.48, 12, "Busra;Bosra;Busra al-Sham;Bosra al-Sham;Busra ash-Sham"),
    ("SD", 13.63, 25.35, 15, "El Fasher;Al-Fashir;al-Fasher;El-Fashir;الفاشر"),
    ("UA", 48.14, 37.75, 12, "Avdiivka;Avdeevka;Avdiyivka;Авдіївка"),
    ("YE", 14.8, 42.95, 12, "Hodeidah;Al Hudaydah;Hodeida;al-Hudaydah;Hudaydah;Al Hodeidah"),
    ("PS", 31.34, 34.3, 12, "Khan Younis;Khan Yunis;Khan Yunus;Khan Younes;Khan Yunès"),
    ("CD", -1.67, 29.23, 15, "Goma;GOMA"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("country", "latitude", "longitude", "tolerance", "name"),
    [(*row[:4], name) for row in SPELLINGS for name in row[4].split(";")],
)
def test_a_spelling_finds_its_place(
    country: str, latitude: float, longitude: float, tolerance: float, name: str
) -> None:
    best = gazetteer.lookup(name, country)[0].place
    there = gazetteer.Place("", "", "", latitude, longitude, "")
    assert best.kilometres_to(there) <= tolerance


@pytest.mark.parametrize("row", list(rows(CORPUS)), ids=lambda row: f"{row['country']} {row['town']}")
def test_a_town_is_known_under_its_other_spellings(row: Row) -> None:
    town = gazetteer.lookup(row["town"], row["country"])[0].place
    for name in filter(None, row["spellings"].split("; ")):
        found = gazetteer.lookup(name, row["country"])
        assert found, name
        assert found[0].place.kilometres_to(town) < 25, name
    for name in filter(None, row["not known yet"].split("; ")):
        found = gazetteer.lookup(name, row["country"])
        assert not found or found[0].place.kilometres_to(town) < 25, name


@pytest.mark.parametrize(
    ("name", "country", "admin1", "kind", "why"),
    [
        ("Idlib governorate", "SY", None, "admin1", "the word says region"),
        ("Idlib", "SY", None, "city", "a city before the governorate of its name"),
        ("Damascus", None, None, "city", "the largest of its name"),
        ("Jabalia camp", "PS", None, "camp", "the word says camp"),
        ("Nasseriyah", "IQ", None, "city", "a seat before its region, however it is spelt"),
        ("Jabalia", "PS", None, "city", "no word says camp"),
        ("Sudan", None, None, "country", "a country before a village"),
        ("Gaza City", "IL", None, "city", "sources file Gaza under Israel"),
    ],
)
def test_kind_and_country_decide(
    name: str, country: str | None, admin1: str | None, kind: str, why: str
) -> None:
    assert gazetteer.lookup(name, country, admin1)[0].place.kind == kind, why


@pytest.mark.parametrize(
    ("name", "country", "people", "why"),
    [
        ("Balakliia", "UA", 20_000, "a town before the village that is spelt so: both are transcriptions"),
        ("Konstantinovka", "UA", 50_000, "the town's name in another language before a village"),
        ("Sloviansk", "UA", 100_000, "a name in other vowels before what another city once was called"),
        ("Hays", "US", 15_000, "but in a country of our letters a name is spelt one way"),
    ],
)
def test_how_a_transcription_spells_a_town_tells_little(
    name: str, country: str, people: int, why: str
) -> None:
    best, *others = gazetteer.lookup(name, country)
    assert best.place.population > people, why
    assert best.place.name != "Nikopol", why
    assert others, why


@pytest.mark.parametrize(
    ("name", "country", "town", "whose"),
    [
        ("Wowtschansk", "UA", "Vovchans'k", "German"),
        ("Jersón", "UA", "Kherson", "Spanish"),
        ("Zamar", "YE", "Dhamār", "colloquial Arabic"),
        ("Theban", "SY", "Dhībān", "Arabic by English ears"),
        ("Bukawu", "CD", "Bukavu", "German"),
    ],
)
def test_another_languages_habit_of_writing_finds_a_town(
    name: str, country: str, town: str, whose: str
) -> None:
    meant = {each.place.place_id for each in gazetteer.lookup(town, country)}
    assert gazetteer.lookup(name, country)[0].place.place_id in meant, whose
    assert not gazetteer.lookup("Zuwawi", "YE"), "but a name of few consonants stays unknown"


def test_the_region_told_chooses_between_two_of_a_name() -> None:
    aleppo = gazetteer.lookup("Al Bab", "SY", "Aleppo governorate")[0]
    assert aleppo.place.admin1 == "Aleppo"
    assert "in Aleppo" in aleppo.reasons


def test_a_name_far_from_the_region_told_is_another_place() -> None:
    assert gazetteer.lookup("Palmyra", "SY", "Latakia governorate") == ()


def test_ambiguity_is_kept_with_reasons() -> None:
    found = gazetteer.lookup("Tripoli")
    assert {"LY", "LB"} <= {each.place.iso for each in found}
    assert all(each.reasons for each in found)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


@pytest.mark.parametrize("name", ["", "Xyzzyville", "Zzqqarb al-Wxyz", "12", "the", "al-"])
def test_what_is_no_place_is_not_found(name: str) -> None:
    assert gazetteer.lookup(name, "SY") == ()


def test_a_near_spelling_never_decides() -> None:
    assert "Homs" not in {each.place.name for each in gazetteer.lookup("Hama", "SY")}
