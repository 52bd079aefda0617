"""Villages on no map, the town before its region, and the country around what was taken over."""

from datetime import date

import pytest

from dashboard.extraction import Event, read_report
from dashboard.extraction.annotate.unresolved_toponyms import unresolved_toponyms
from dashboard.text import Report


def _events(text: str) -> tuple[Event, ...]:
    return read_report(Report(text, published=date(2024, 8, 10))).events


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Three villages, Dharwat, Umm Zuhur and Beit Qasr, were burned.",
            ["Dharwat", "Umm Zuhur", "Beit Qasr"],
        ),
        ("They burned the hamlets of Dharwat and Gidan-Fulo.", ["Dharwat", "Gidan-Fulo"]),
        ("Two towns: Dharwat and Beit Qasr.", ["Dharwat", "Beit Qasr"]),
        ("Gidan-Fulo village was burned.", ["Gidan-Fulo"]),
        ("Residents fled Dharwat hamlet.", ["Dharwat"]),
    ],
)
def test_villages_are_named_by_their_kind(text: str, names: list[str]) -> None:
    assert [each.location for each in unresolved_toponyms(text, [])] == names


@pytest.mark.parametrize(
    "text",
    [
        "Another village was burned.",
        "Every town was shelled.",
        "The village was calm.",
        "Two Kurdish villages burned.",
        "Four killed in Bandit Raid",
        "A Shia town fell.",
    ],
)
def test_any_village_is_no_name(text: str) -> None:
    assert unresolved_toponyms(text, []) == []


def test_what_goes_on_in_a_sentence_goes_on_in_the_town_and_not_in_its_region() -> None:
    (event,) = _events(
        "Gunmen entered Malumfashi, in Katsina State, on Monday, where they killed two farmers."
    )
    assert (event.location, event.admin1) == ("Malumfashi", "Katsina")


def test_a_village_taken_over_keeps_the_region_told_beside_it() -> None:
    text = "Dharwat village in Gombe State was raided by gunmen on Monday, who killed two. On Tuesday they abducted three girls there."
    assert {event.country for event in _events(text)} == {"Nigeria"}
