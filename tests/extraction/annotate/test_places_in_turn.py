"""Places that were hit one after the other are places of an event each; a stop on a way is none."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report


def _places(text: str) -> list[str]:
    return [each.location for each in read_report(Report(text, published=date(2019, 11, 14))).events]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Israeli jets bombed Rafah on Tuesday, then Jabalia.", ["Rafah", "Jabalia"]),
        ("Shells fell on Donetsk on Tuesday and then Makiivka.", ["Donetsk", "Makiivka"]),
        ("Jets hit Rafah on Tuesday, followed by Jabalia.", ["Rafah", "Jabalia"]),
        ("Jets bombed Rafah on Tuesday, then Israel said it was over.", ["Rafah"]),
        ("Jets bombed Rafah on Tuesday, then flew on to Egypt.", ["Rafah"]),
    ],
)
def test_a_blow_goes_on_in_the_next_place(text: str, places: list[str]) -> None:
    assert _places(text) == places


def test_where_a_place_opens_what_is_said_of_another_nothing_happens() -> None:
    assert _places("In Cairo, officials said shells had hit Rafah on Tuesday.") == ["Rafah"]
    assert _places("In Rafah, officials said gunmen killed two guards on Tuesday.") == ["Rafah"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Militants bombarded Magwi on Sunday.", "Magwi"),
        ("Gunmen would not let 300 travellers leave Sebha on Sunday.", "Sebha"),
        ("Jets circled over Paoua on Sunday and dropped three bombs.", "Paoua"),
    ],
)
def test_a_name_on_no_map_stands_where_a_place_stands(text: str, place: str) -> None:
    assert place in _places(text)


def test_a_name_that_hardly_sounds_like_a_city_is_not_that_city() -> None:
    assert "Odesa" not in _places("Fighters ambushed a patrol near Odaisseh on Tuesday.")[0]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Shells hit the Kyiv suburb of Irpin on Friday.", "Irpin"),
        ("Shells hit Homs on Friday, a suburb of calm.", "Homs"),
        ("Taliban Attack On Army Post Leaves Six Dead In Helmand", "Helmand"),
        ("Car Bombing Kills 14 In Herat", "Herāt"),
        ("Rebels took Sake on Friday.", "Sake"),
    ],
)
def test_the_place_is_the_one_the_words_lead_to(text: str, place: str) -> None:
    assert _places(text) == [place]
