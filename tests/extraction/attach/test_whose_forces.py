"""Soldiers and police of whom nobody says whose they are belong to the country of the act; a grid of who, what and where."""

from datetime import date
from itertools import product

from dashboard.extraction import Event, read_report
from dashboard.text import Report

_HOME = "BEIRUT, Lebanon – Hezbollah fired at northern Israel again, Lebanon's cabinet met in Beirut and Lebanese banks closed.\n\n"
_TOLD = (
    "Rockets hit {who} in {where} on Monday.",
    "Gunmen opened fire on {who} in {where} on Monday, wounding three.",
    "On Monday, {who} were killed in {where} by a roadside bomb.",
    "Demonstrators threw stones at {who} in {where} on Monday.",
    "On Monday {who} arrested four men in {where}.",
)
_WHO = ("soldiers", "two soldiers", "police officers", "the police", "security forces")
_WHERE = {
    "Ankara, Turkey": "Turkey",
    "Metula, Israel": "Israel",
    "Homs, Syria": "Syria",
    "Tripoli, Lebanon": "Lebanon",
}


def _events(text: str) -> list[Event]:
    return list(read_report(Report(text, published=date(2024, 3, 7))).events)


def test_plain_forces_are_those_of_the_country_of_the_act() -> None:
    grid = [
        (frame.format(who=who, where=where), iso)
        for frame, who, (where, iso) in product(_TOLD, _WHO, _WHERE.items())
    ]
    wrong = []
    for act, country in grid:
        told = [event for event in _events(_HOME + act) if country in event.country or event.location in act]
        sides = "; ".join(f"{each.actor1}; {each.actor2}; {each.assoc_actors}" for each in told)
        if f"of {country}" not in sides:
            wrong.append((act, sides))
    assert not wrong


def test_forces_that_are_told_to_be_abroad_stay_those_of_their_country() -> None:
    told = {
        "ANKARA, Turkey – Turkish banks closed and the cabinet of Turkey met.\n\nTurkish soldiers crossed the border. Three soldiers were killed in Afrin, Syria, on Monday by a bomb.": "Military Forces of Turkey",
        _HOME
        + "On Monday Lebanese soldiers clashed with smugglers in Homs, Syria.": "Military Forces of Lebanon",
    }
    wrong = {text: sides for text, whose in told.items() if whose not in (sides := str(_events(text)))}
    assert not wrong


def test_an_army_that_strikes_from_afar_is_not_that_of_the_place() -> None:
    event = _events(
        "ANKARA, Turkey – The Turkish cabinet met.\n\nThe army shelled Afrin in Syria on Monday."
    )[-1]
    assert event.actor1 == "Military Forces of Turkey"
