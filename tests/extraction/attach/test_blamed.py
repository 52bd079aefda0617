"""Who is said to have done it, in the sentences behind an act; and whom such words lay nothing on."""

from datetime import date

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report

BOMB = "A bomb exploded in Mogadishu on Monday, killing five people."


def _first(text: str) -> Event:
    return read_report(Report(text, published=date(2024, 3, 6))).events[0]


@pytest.mark.parametrize(
    ("words", "doer"),
    [
        ("Al-Shabab claimed responsibility.", "Al-Shabaab"),
        ("The government blamed al-Shabab.", "Al-Shabaab"),
        ("Officials accused al-Shabab of carrying out the attack.", "Al-Shabaab"),
        ("The mayor blamed the bombing on al-Shabab.", "Al-Shabaab"),
        ("No group has claimed responsibility.", ""),
        ("The government blamed al-Shabab. Al-Shabab denied it was behind the attack.", ""),
        ("The government blamed al-Shabab. Residents blamed the army.", ""),
        ("Residents said al-Shabab had left the city in 2011.", ""),
    ],
)
def test_who_is_blamed_for_an_act_or_owns_up_to_it_is_its_doer(words: str, doer: str) -> None:
    assert _first(f"{BOMB} {words}").actor1 == doer


def test_blame_for_one_act_is_laid_on_no_other() -> None:
    text = f"{BOMB} In Baidoa, gunmen killed two traders on Monday. Al-Shabab claimed responsibility."
    assert _first(text).actor1 == ""


def test_whoever_is_named_as_doer_stays_the_doer() -> None:
    text = "Soldiers shelled Idlib on Monday, killing five. The government blamed al-Qaeda for the violence."
    assert _first(text).actor1 == "Military Forces of Syria"


def test_blame_for_an_act_told_is_no_act() -> None:
    text = (
        "Eleven people were killed in an attack on Kaya on Monday. The army blamed the attack on jihadists."
    )
    assert len(read_report(Report(text, published=date(2024, 3, 6))).events) == 1
