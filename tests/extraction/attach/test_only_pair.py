"""Clashes of nobody's in a report that tells of one fight between two sides: theirs, wherever it stands."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

PAIRS = (
    "Hostilities between the ELN and the 33rd Front of the FARC dissidents, which began in January, go on in Catatumbo.",
    "The ELN and FARC dissidents have been locked in a fight over the border since January.",
)
CLASHES = (
    "On 8 May, armed clashes in Tibú forced 212 people to leave.",
    "Fighting was reported on 8 May in Tibú.",
    "A gunfight took place on 8 May in Tibú.",
)


def _sides(text: str) -> set[str]:
    events = read_report(Report(text, published=date(2024, 5, 16))).events
    return {
        name for each in events if each.start and each.start.day == 8 for name in (each.actor1, each.actor2)
    }


def test_a_clash_of_nobodys_is_theirs() -> None:
    told = [f"{pair}\n\n{clash}" for pair, clash in product(PAIRS, CLASHES)]
    both = {"National Liberation Army (Colombia)", "FARC Dissidents"}
    assert [each for each in told if not both <= _sides(each)] == []


def test_it_is_not_where_others_fight_too_or_its_own_sides_are_told() -> None:
    more = "Clashes between the army and the Gulf Clan were reported in Urabá on 2 May."
    other = "On 8 May, armed clashes with soldiers in Versalles forced 212 people to leave."
    assert "FARC Dissidents" not in _sides(f"{PAIRS[0]} {more}\n\n{CLASHES[0]}")
    assert "FARC Dissidents" not in _sides(f"{PAIRS[0]}\n\n{other}")


def test_it_is_not_in_another_town_nor_that_of_others() -> None:
    told = (
        "Fighting between Hamas and Israeli troops killed four in Jabalia on 7 May. Clashes in Jenin on 8 May left two dead.",
        "Battles between SDF and SNA fighters killed six near Manbij on 7 May. Clashes in Daraa on 8 May left three dead.",
        "Fighting between RSF and army troops killed six in El Fasher on 7 May. Clashes in Adre on 8 May left two dead.",
        "Clashes between the M23 and the army killed two in Masisi on 7 May. Communal violence in Djugu killed 15 on 8 May.",
        "Fighting between the army and the RSF has gone on since January.\n\nTribal clashes in Kadugli killed nine on 8 May.",
    )
    assert [each for each in told if len(_sides(each) - {""}) != 0] == []


def test_it_is_at_the_same_place_on_another_day() -> None:
    text = "Fighting between Hamas and Israeli troops killed four in Jabalia on 7 May. Clashes in Jabalia on 8 May left two dead."
    assert _sides(text) == {"Hamas", "Military Forces of Israel"}


def test_they_are_meant_by_they_behind_any_length_of_time() -> None:
    for opens in ("Five days later", "Days later", "Shortly afterwards", "The next day"):
        text = f"On 3 May, ISGS militants killed seven men near Inates. {opens}, they ambushed a National Guard unit near Ouallam."
        names = [each.actor1 for each in read_report(Report(text, published=date(2024, 5, 16))).events]
        assert names == ["Islamic State Sahel Province"] * 2, opens
