"""A name on no map behind a site ("the garrison of Sagaldi"), and names that only stand as a place's would."""

from datetime import date
from itertools import product

import pytest

from dashboard.extraction import read_report
from dashboard.extraction.annotate.unresolved_toponyms import unresolved_toponyms
from dashboard.text import Report

_NAMES = ("Sagaldi", "La Confianda", "Umm Zubar", "Ras 'Ein al 'Auja")
_FRAMES = (
    "On Wednesday rebels stormed the {} of {}.",
    "A guard was shot dead in the old {} of {} on Friday.",
    "A shell fell near the {} of {}.",
)
_SITES = [
    "garrison",
    "post",
    "mission",
    "convent",
    "church",
    "mosque",
    "plantation",
    "palms",
    "groves",
    "quarry",
    "fields",
    "airfield",
    "dispensary",
    "clinic",
    "river",
    "lake",
    "entrance",
    "exit",
    "gates",
    "centre",
    "surroundings",
    "region",
    "community",
    "enclave",
]
_LEADS = (
    "Rebels occupied {}, killing three.",
    "Raiders fell upon {} at dawn.",
    "Fighters swept through {} on Friday.",
    "They set fire to {} and left.",
    "On Wednesday {} was shelled again.",
    "{} was attacked at dawn.",
    "The {} town was attacked.",
    "It was in a village called {} that they met.",
    "He fell in the battle of {}.",
    "The shelling of {} left two dead on Monday.",
    "The recapture of {} cost nine lives.",
    "Fighting over {} went on.",
    "The battle for {} killed two soldiers.",
    "Troops advanced towards {} on Monday.",
    "{} fell to the rebels on Monday.",
    "{} has been under siege since Monday.",
    "{} was encircled on Monday.",
    "Gunmen killed two farmers in {} Tuesday.",
)


def _names(text: str) -> list[str]:
    return [each.location for each in unresolved_toponyms(text, [])]


def test_a_site_of_a_name_and_words_of_place_lead_to_it() -> None:
    cells = [(frame.format(site, name), name) for frame, site, name in product(_FRAMES, _SITES, _NAMES)]
    cells += [(lead.format(name), name) for lead, name in product(_LEADS, _NAMES[:3])]
    assert [(text, _names(text)) for text, name in cells if _names(text) != [name]] == []


@pytest.mark.parametrize(
    "text",
    [
        "Fighting between Awlad Suleimen and Tebu groups resumed.",
        "Clashes broke out between Ansaro and Musgam fighters.",
        "Their patrol was blocked by Young Patriots.",
        "Four were killed by Sufis.",
        "They came to attack Mayangna People.",
        "They raided the Bedouin community.",
        "Residents buried them behind the Catholic church.",
        "Houses were burned down. Tyres were burnt.",
        "He holds the post of Deputy Governor.",
        "Toretsk: calm\nVelyka: calm\nNyu: calm\nDetails: A pick-up drove over a mine.",
        "Share this on WhatsApp.",
    ],
)
def test_who_acts_and_what_heads_a_field_is_no_place(text: str) -> None:
    barred = {"Awlad Suleimen", "Ansaro", "Musgam", "Young Patriots", "Sufis", "Mayangna People", "Bedouin"}
    barred |= {"Catholic", "Houses", "Tyres", "Deputy Governor", "Details", "WhatsApp"}
    assert barred.isdisjoint(_names(text))


def test_between_two_towns_is_a_place() -> None:
    assert _names("An ambush between Kerbu and Sagaldi killed two.") == ["Kerbu", "Sagaldi"]
    assert _names("Clashes on the road between Kerbu and Sagaldi.") == ["Kerbu", "Sagaldi"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen set fire to Holy Rosary hospital in Sagaldi on Monday.",
        "Protesters set ablaze Total petrol station in Sagaldi on Monday.",
        "Police surrounded Opposition headquarters in Sagaldi on Monday.",
        "A bomb exploded behind Central Mosque in Sagaldi on Monday.",
        "A guard was killed at the entrance of Emir palace in Sagaldi.",
        "Two people were killed within Balogun Market in Sagaldi.",
        "Militants set fire to Petroleum trucks in Sagaldi.",
        "Protesters set fire to Awami League offices in Sagaldi.",
    ],
)
def test_the_name_of_a_house_a_body_or_a_vehicle_is_none_before_a_town(text: str) -> None:
    assert _names(text) == ["Sagaldi"]


@pytest.mark.parametrize(
    "told",
    ["set fire to {}", "surrounded {} village", "set ablaze {} market", "set fire to {} village in Kano"],
)
def test_a_town_that_was_set_fire_to_stays_a_place(told: str) -> None:
    assert _names(f"Gunmen {told.format('Sagaldi')}.")[0] == "Sagaldi"


def test_two_sides_of_a_fight_are_not_where_it_was() -> None:
    told = (
        "Clashes between Tebu and Awlad Suleiman killed five people in {} on Monday.",
        "Clashes between Awlad Zayd and Zintan left six dead in {} on Monday.",
    )
    for text, town in product(told, ("Sabha", "Gharyan")):
        events = read_report(Report(text.format(town), published=date(2024, 3, 7))).events
        assert [each.location for each in events] == [town]
    fight = Report("Fighting broke out between Zintan and Gharyan on Monday.", published=date(2024, 3, 7))
    assert [each.location for each in read_report(fight).events] == ["between Zintan and Gharyan"]
