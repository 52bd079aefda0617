"""A sentence may name its day once, behind all that it tells: the acts and hours before are of that day."""

from datetime import date
from itertools import product

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

_ACTS = (
    ("Gunmen killed a man in {town}", "set fire to his house"),
    ("Rebels ambushed a convoy near {town}", "burned two trucks"),
    ("Police shot a student in {town}", "fired tear gas at mourners"),
    ("The army shelled {town}", "stormed the town"),
)
_JOINTS = (
    " and later {}",
    " and then {}",
    ", then {}",
    ", and later {}",
    " and also {}",
    ", and subsequently {}",
)
_DAYS = ("on Monday", "on 4 March", "early on Monday", "on Monday night")
_HOURS = ("at dawn", "at 8 a.m.", "around noon", "in the early morning", "before dawn")
_FRAMES = (
    "{hour} gunmen attacked a church in Jos {day}.",
    "Gunmen attacked {hour} a church in Jos {day}.",
    "Gunmen attacked a church {hour} in Jos, killing two people {day}.",
    "{hour}, a bomb exploded near a market in Jos and wounded four {day}.",
)


def _days(text: str) -> list[date | None]:
    events = read_report(Report(text, published=date(2024, 3, 7))).events
    return [each.start.date() if each.start else None for each in events]


@pytest.mark.parametrize("number", range(len(_ACTS) * len(_JOINTS)))
def test_acts_told_one_after_the_other_are_of_the_day_named_behind_them(number: int) -> None:
    (first, second), joint = list(product(_ACTS, _JOINTS))[number]
    text = first.format(town=("Jos", "Bannu", "Taiz")[number % 3]) + joint.format(second)
    days = _days(f"{text} {_DAYS[number % 4]}.")
    assert days
    assert set(days) == {date(2024, 3, 4)}


@pytest.mark.parametrize(("hour", "frame"), list(product(_HOURS, _FRAMES)))
def test_hours_are_of_the_day_named_behind_them(hour: str, frame: str) -> None:
    text = frame.format(hour=hour, day="on 4 March" if "noon" in hour else "on Monday")
    assert _days(text[0].upper() + text[1:]) == [date(2024, 3, 4)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Gunmen shot and wounded a lawyer who later died of his injuries in Lima on Monday.", ["03-04"]),
        ("Gunmen shot a judge in Herat on Sunday, who died on Monday.", ["03-03"]),
        ("Gunmen kidnapped a trader in Jos and two days later released him in Zaria on Monday.", ["03-07"]),
        ("Rebels attacked Sake on Friday and later burned a church in Minova on Monday.", ["03-01", "03-04"]),
        ("Gunmen killed the mayor in Jos while he was preparing for elections next week.", ["03-07"]),
        ("A prisoner was killed in Quito while serving a sentence for a murder in 2019.", ["03-07"]),
        ("At 8 a.m. gunmen attacked a church in Jos, police said on Wednesday.", ["03-06"]),
        ("At 8 a.m. gunmen attacked a church in Jos, a day after an attack on Monday.", ["03-07"]),
        ("At 8 a.m. police found three bodies in Jos after an attack on Monday.", ["03-07"]),
        ("At dawn police raided a camp in Calais, and on Monday the army shelled Lille.", ["03-07", "03-04"]),
        ("In the afternoon gunmen stormed a clinic in Jos that rebels had seized on Monday.", ["03-07"]),
        ("Gunmen attacked at dawn a village near Jos. On Monday a bomb hit Kabul.", ["03-07", "03-04"]),
    ],
)
def test_but_not_what_is_of_another_day(text: str, days: list[str]) -> None:
    assert [f"{each:%m-%d}" for each in _days(text) if each] == days
