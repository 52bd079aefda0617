"""A sentence that counts some who were killed in one way and goes on to others who were killed as well: all are the act's.

Every way of beginning is put with every way of going on; those that count no more of its dead stand against them.
"""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

_ACT = "Gunmen raided Bourzanga on Monday."
_FIRST = {
    "Two old men were beheaded": 2,
    "Three villagers were shot dead": 3,
    "A trader was killed": 1,
    "One farmer was stabbed to death": 1,
    "Five people were killed": 5,
}
_MORE = {
    ", and a girl burned to death inside the house.": 1,
    ", while four others were hacked to death.": 4,
    ", while a woman died of her wounds on the way to the hospital.": 1,
    "; another died of his wounds on Wednesday.": 1,
    ", and two herders were stabbed to death.": 2,
}
_NO_MORE = (
    ", and two of them were women.",
    ", while 12 others were wounded.",
    ", and a girl was abducted.",
    ", while a soldier was killed in Dori.",
    ", while two soldiers died when a bomb went off a day later.",
)


def _dead(text: str) -> int | None:
    events = read_report(Report(text, published=date(2024, 3, 7))).events
    return next((each.fatalities for each in events if each.location == "Bourzanga"), None)


def test_those_killed_in_another_way_are_added() -> None:
    told = {
        f"{_ACT} {first}{more}": dead + others
        for (first, dead), (more, others) in product(_FIRST.items(), _MORE.items())
    }
    assert {text: _dead(text) for text in told} == told


def test_a_part_of_them_and_those_of_another_act_are_not() -> None:
    told = {f"{_ACT} {first}{more}": dead for (first, dead), more in product(_FIRST.items(), _NO_MORE)}
    assert {text: _dead(text) for text in told} == told


def test_a_number_with_no_noun_is_of_those_just_counted() -> None:
    told = {
        "Gunmen killed 12 people in Bourzanga on Monday, and three were hacked to death.": 12,
        "Fifteen people were killed in Bourzanga on Monday, while nine died on the spot.": 15,
        "Gunmen killed eight people in Bourzanga on Monday, and four were burned alive.": 8,
        "Four soldiers were killed in Bourzanga on Monday, but two died in an accident.": 4,
        "Gunmen killed 12 people in Bourzanga on Monday, and three herders were hacked to death.": 15,
    }
    assert {text: _dead(text) for text in told} == told
