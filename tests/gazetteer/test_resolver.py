"""Toponyms on the map: what the text around a name decides."""

from pathlib import Path

import pytest

from dashboard import gazetteer
from dashboard.gazetteer import Resolved

SEED = Path(__file__).parents[2] / "seeds" / "000_1e335448c29988f3.txt"


def _read(text: str, hint: str | None = None) -> list[Resolved]:
    return gazetteer.resolve(gazetteer.toponyms(text), text, hint)


@pytest.mark.parametrize(
    ("text", "name", "iso", "why"),
    [
        ("Tripoli, Libya, was calm.", "Tripoli", "LY", "the container beside it"),
        ("Tripoli, Lebanon, was calm.", "Tripoli", "LB", "the container beside it"),
        ("Clashes in Beirut, Sidon and Tripoli.", "Tripoli", "LB", "the other places"),
        ("Syrian planes bombed Hama and Palmyra.", "Palmyra", "SY", "the people named"),
        ("Fighting in Omdurman; shells on Bahri.", "Bahri", "SD", "the other places"),
    ],
)
def test_the_text_decides_between_places_of_one_name(text: str, name: str, iso: str, why: str) -> None:
    (found,) = [each for each in _read(text) if each.toponym.name == name]
    assert found.place is not None, why
    assert found.place.iso == iso, f"{why}: {found.reason}"
    assert found.reason


@pytest.mark.parametrize(
    ("phrase", "location", "precision"),
    [
        ("south of the capital Damascus", "South Damascus", 3),
        ("the southern part of the capital, Damascus", "South Damascus", 3),
        ("the southern countryside of Daraa", "southern countryside of Daraa", 3),
        ("the vicinity of Hajin", "vicinity of Hajin", 2),
        ("Yarmouk Camp", "Yarmouk Camp", 1),
        ("the Syrian Desert", "Syrian Desert", 3),
        ("the capital of Syria", "Damascus", 1),
        ("10 km north of Saraqib", "10 km north of Saraqib", 2),
        ("Nawa district", "Nawa district", 3),
    ],
)
def test_relative_places_keep_their_words_and_precision(phrase: str, location: str, precision: int) -> None:
    (found,) = _read(f"Fighters left {phrase}.", "SY")
    assert (found.location, found.precision) == (location, precision)


@pytest.mark.parametrize(
    ("text", "location"),
    [
        ("Clashes between Saraqib and Ariha.", "between Saraqib and Ariha"),
        ("A mine on the road from Saraqib to the town of Ariha.", "road from Saraqib to Ariha"),
        ("The highway linking Saraqib with Ariha was cut.", "highway from Saraqib to Ariha"),
        ("Shells fell on the Homs-Palmyra road.", "road from Homs to Palmyra"),
    ],
)
def test_a_stretch_between_two_places_is_near_both(text: str, location: str) -> None:
    found = _read(text, "SY")
    assert [(each.location, each.precision) for each in found] == [(location, 2)] * 2


@pytest.mark.parametrize("phrase", ["Al-Qahera village", "the village of London", "Paris neighbourhood"])
def test_no_village_or_quarter_is_a_city_abroad(phrase: str) -> None:
    found = _read(f"Shells fell on {phrase} in the countryside of Hama, Syria.", "SY")
    assert (found[0].place, found[0].precision) == (None, 0)
    assert found[0].location in phrase


def test_names_that_only_sound_like_places_abroad_do_not_speak_for_each_other() -> None:
    text = "Gunmen stopped a bus in Mandura in Benishangul-Gumuz and went on to Chagni in Amhara. Survivors are treated at Pawe Hospital."
    assert {each.toponym.name: each.place for each in _read(text, "ET")}["Mandura"] is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A drone hit a beach on the river Seim on the outskirts of Kursk, Russia.", "Seim"),
        ("Shells fell on the Karima quarter of El Obeid, west of Kosti in Sudan.", "Karima"),
        ("Russian troops left Synkivka, near Kupyansk in the Kharkiv region of Ukraine.", "Synkivka"),
    ],
)
def test_what_only_sounds_like_a_small_place_far_from_all_others_is_not_it(text: str, name: str) -> None:
    assert not [each.place for each in _read(text) if each.toponym.name == name and each.place]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Drones struck Kharkiv, and the port of Izmail in Ukraine.", "Izmail"),
        ("Gunmen fired on a post near El Fasher, and in Um Keddada, North Darfur, Sudan.", "Um Keddada"),
        ("Rebels took Jableh, south of Latakia in Syria.", "Jableh"),
    ],
)
def test_a_large_town_far_away_and_a_small_one_near_are_known_by_their_sound(text: str, name: str) -> None:
    assert [each.place for each in _read(text) if each.toponym.name == name and each.place]


def test_a_distance_may_be_told_in_words() -> None:
    (found,) = _read("Gunmen stopped a lorry some fifteen kilometres from Saraqib.", "SY")
    assert (found.location, found.precision) == ("some fifteen kilometres from Saraqib", 2)


def test_a_sentence_that_opens_with_a_region_and_goes_on_to_its_town() -> None:
    first, second = _read("In Idlib, five people were killed in Saraqib on Monday.", "SY")
    assert (first.place is not None and first.place.kind, second.location) == ("admin1", "Saraqib")
    (alone,) = _read("In Idlib, five people were killed on Monday.", "SY")
    assert alone.place is not None
    assert alone.place.kind == "city"


def test_the_capital_without_a_name_is_that_of_the_country_told() -> None:
    found = _read("Shells fell on Omdurman and on the capital.")
    assert [each.location for each in found] == ["Omdurman", "Khartoum"]


def test_the_country_given_wins() -> None:
    (found,) = _read("Shells fell in Tripoli.", "LB")
    assert found.place is not None
    assert found.place.iso == "LB"
    assert {"LY"} <= {each.place.iso for each in found.candidates}


def test_every_toponym_gets_an_answer_in_order() -> None:
    text = SEED.read_text(encoding="utf-8")
    toponyms = gazetteer.toponyms(text)
    assert [each.toponym for each in gazetteer.resolve(toponyms, text)] == toponyms


def test_the_seed_is_about_syria_and_all_its_places_are_known() -> None:
    text = SEED.read_text(encoding="utf-8")
    found = _read(text)
    assert {each.place.iso for each in found if each.place} == {"SY"}
    assert all(each.place for each in found)
    assert {"South Damascus", "Syrian Desert", "Yarmouk Camp", "al-Tadamon"} <= {
        each.location for each in found
    }
    assert gazetteer.country_of(text) == "SY"


def test_no_place_no_country() -> None:
    assert gazetteer.country_of("Nothing was told.") == ""
    assert gazetteer.resolve([], "Nothing was told.") == []
