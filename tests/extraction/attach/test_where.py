"""Which of a clause's places is the event's: made-up reports, one event each."""

from datetime import date

import pytest

from dashboard.extraction import Event, read_report
from dashboard.extraction.annotate.unresolved_toponyms import unresolved_toponyms
from dashboard.text import Report, Span

PLACES = [
    ("Militants shot dead 9 farmers in Bara, 40 km south of Maiduguri, on Friday.", "Bara"),
    ("ABUJA: Gunmen killed 9 farmers in Maiduguri on Friday.", "Maiduguri"),
    ("KYIV, March 3 - Rockets hit Odesa on Friday.", "Odesa"),
    ("Homs – artillery shelled Talbiseh on Friday.", "Talbiseh"),
    ("The rebels went into Goma on Friday after a battle with the army.", "Goma"),
    ("Shells fell on Dharwat village near Homs on Friday.", "Dharwat"),
    ("In Daraya, the first batch of fighters and families left for Idlib on Friday.", "Daraya"),
    ("The United States flew 15 of its citizens out of Port-au-Prince on Friday.", "Port-au-Prince"),
    ("Iraq's army retook Dharwat near Mosul on Friday.", "Dharwat"),
    ("Dharwat came under mortar fire on Friday.", "Dharwat"),
    ("In Beit Qasr, gunmen burned a clinic on Friday.", "Beit Qasr"),
    ("Rebels who took Bria last year attacked Bambari on Friday.", "Bambari"),
    ("Rebels who attacked Bria killed three men on Friday.", "Bria"),
    ("Police in Port-au-Prince said gangs had burned houses in Kenscoff on Friday.", "Kenscoff"),
    ("Police in Port-au-Prince said gangs had burned houses on Friday.", "Port-au-Prince"),
    ("Gunmen of the 400 Mawozo attacked Saut-d'Eau in Haiti on Friday.", "Saut-d'Eau"),
    ("Rockets struck Beit Qasr, Umm Zuhur and Dharwat in southern Idlib on Friday.", "Beit Qasr"),
]


def events(text: str) -> tuple[Event, ...]:
    return read_report(Report(text, published=date(2018, 1, 28))).events


@pytest.mark.parametrize(("text", "location"), PLACES)
def test_the_place_is_the_one_the_words_lead_to(text: str, location: str) -> None:
    (event,) = events(text)
    assert event.location == location


def test_a_village_on_no_map_is_drawn_as_a_region_with_the_place_beside_it() -> None:
    (event,) = events("Shells fell on Dharwat village near Homs on Friday.")
    assert (event.location, event.place_id, event.geo_precision) == ("Dharwat", "", 3)
    assert (event.country, event.latitude is None) == ("Syria", False)


def test_the_town_is_the_one_told_last() -> None:
    text = (
        "Fighters attacked Douma, 10 km east of Damascus, on Friday. On Saturday the army shelled the town."
    )
    assert [event.location for event in events(text)] == ["Douma", "Douma"]


def test_a_headline_and_the_square_in_its_town_are_one_event() -> None:
    text = "Drone hits a truck in Homs today\n\nToday a drone struck a truck on Zuhur Square in Homs. Smoke rose."
    (event,) = events(text)
    assert len(event.mentions) == 2


@pytest.mark.parametrize(
    "text", ["Shells fell on Monday.", "It said so in Arabic.", "It hit Syrian Army posts."]
)
def test_days_languages_and_armies_are_no_places(text: str) -> None:
    assert unresolved_toponyms(text, []) == []


def test_what_is_taken_is_not_found_again() -> None:
    assert unresolved_toponyms("Shells fell on Dharwat.", [Span(15, 22)]) == []
