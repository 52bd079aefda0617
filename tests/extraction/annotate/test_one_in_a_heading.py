"""One person harmed, in a heading that has no room for an article; a clock before it counts nobody."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.temporal import read_time
from dashboard.text import Report

ONE = [
    "1122 GMT — Palestinian killed by army gunfire in Jenin",
    "1745 IST: Civilian killed in gunfight at Churachandpur",
    "2150 EAT: Officer killed as gunmen attack Mandera post",
    "14:05 Soldier shot dead in Jenin",
    "0630 MSK - Driver killed by drone in Belgorod",
    "Army officer killed by gunmen in Mandera",
    "An Israeli was killed in Haifa",
]
NOT_ONE = [
    "1122 GMT - Soldiers killed in clash near Metula",
    "Soldier killed two civilians in Jenin",
    "Four civilian guards killed in Jenin",
    "No soldier killed in clash near Metula",
]


def _killed(text: str) -> list[int | None]:
    return [each.fatalities for each in read_report(Report(text, published=date(2024, 11, 14))).events]


@pytest.mark.parametrize("text", ONE)
def test_one_person_is_one(text: str) -> None:
    assert _killed(text) == [1]


@pytest.mark.parametrize("text", NOT_ONE)
def test_who_kills_and_who_are_many_are_not_one(text: str) -> None:
    assert 1 not in _killed(text)


@pytest.mark.parametrize("zone", ["GMT", "EAT", "IST", "MSK", "CEST"])
def test_a_zone_makes_four_figures_a_clock(zone: str) -> None:
    time = read_time(f"2040 {zone}: Farmer killed by bandits in Mandera", date(2024, 11, 14))
    assert [each.value for each in time.timexes] == ["2024-11-14T20:40"]


def test_without_a_zone_they_are_none() -> None:
    assert not read_time("They say 1745 eat at home.", date(2024, 11, 14)).timexes
