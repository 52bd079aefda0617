"""A name on no map behind a site ("the garrison of Sagaldi"), and names that only stand as a place's would."""

from itertools import product

import pytest

from dashboard.extraction.annotate.unresolved_toponyms import unresolved_toponyms

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
