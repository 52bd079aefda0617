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
