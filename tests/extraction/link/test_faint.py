"""What tells too little to be an act of its own, beside one that tells more."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

_ACT = "Gunmen attacked a market in Bria on Monday morning, killing four people."


def _rows(text: str) -> list[tuple[str, str]]:
    report = Report(text, published=date(2024, 5, 15))
    return [(each.sub_event_type, each.location) for each in read_report(report).events]


@pytest.mark.parametrize(
    "beside",
    [
        "Police arrested six people.",
        "Traders threw stones and burned tyres.",
        "Soldiers traded fire with the attackers.",
        "The attackers looted shops.",
    ],
)
def test_what_has_no_place_and_day_of_its_own_makes_no_row_beside_an_act_told_there_and_then(
    beside: str,
) -> None:
    assert _rows(f"{_ACT} {beside}") == _rows(_ACT)


@pytest.mark.parametrize(
    ("beside", "row"),
    [
        ("On Tuesday police arrested six people.", ("Arrests", "Bria")),
        ("Police arrested six people in Bangassou.", ("Arrests", "Bangassou")),
        ("A bomb there wounded two soldiers.", ("Remote explosive/landmine/IED", "Bria")),
    ],
)
def test_what_tells_when_or_where_it_was_stays_a_row(beside: str, row: tuple[str, str]) -> None:
    assert row in _rows(f"{_ACT} {beside}")


def _dead(text: str) -> list[tuple[str, int | None]]:
    events = read_report(Report(text, published=date(2024, 3, 7))).events
    return [(f"{each.start:%d}" if each.start else "", each.fatalities) for each in events]


@pytest.mark.parametrize(
    "text",
    [
        "Settlers shot a Palestinian in Huwara on Monday. The man, who was wounded in the head, died on Tuesday.",
        "Gunmen shot three people in Enugu on Monday. A girl who was injured then died on Wednesday.",
        "A shell hit a house in Kherson on Monday. A woman who was wounded died in hospital on Tuesday.",
    ],
)
def test_who_died_of_it_later_is_of_the_act_that_hurt_them(text: str) -> None:
    assert _dead(text) == [("04", 1)]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "Gunmen kidnapped a priest in Enugu on Monday. A villager said the gunmen killed two people on the road.",
            [None, 2],
        ),
        (
            "A drone hit a house in Kherson on Monday, killing a man. In the evening shells hit the house of a pensioner.",
            [1, None],
        ),
        (
            "A drone hit a house in Kherson on Monday, killing a man. At 18:00 shells hit the house, wounding her.",
            [1, None],
        ),
    ],
)
def test_another_kind_of_act_with_its_own_dead_or_its_own_arms_and_hour_stays_a_row(
    text: str, dead: list[int | None]
) -> None:
    assert [count for _, count in _dead(text)] == dead
