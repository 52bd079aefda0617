"""What was done in a time that is counted over is no act of its own: a grid of periods and acts, and acts told within a period."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

BEFORE = (
    "On Tuesday, gunmen attacked a village near Maiduguri, killing four people.\n\nPolice were asked.\n\n"
)
PERIODS = (
    "since then",
    "since that day",
    "during the reporting period",
    "in the fortnight",
    "to date",
    "over the same period",
    "in the week under review",
    "so far this month",
    "this year alone",
)
COUNTED = (
    "the army killed 30 militants in the region",
    "61 houses were demolished in the state",
    "gunmen abducted 45 people",
    "31 people, including five soldiers, have been killed in the district",
    "troops arrested 40 suspects",
)
ACTS = (
    "Since then gunmen have raided a church in Chibok.",
    "On Saturday, gunmen abducted two men in Chibok, the third raid this month.",
    "Since then two men were shot dead in Chibok.",
    "During the reporting period, two soldiers died in Konduga when gunmen ambushed their patrol.",
)


def _rows(told: str) -> list[int]:
    """Where the rows begin."""
    events = read_report(Report(BEFORE + told, published=date(2024, 10, 24))).events
    return [each.mentions[0].char_start for each in events if each.modality == "happened"]


def _both_ways() -> list[str]:
    ahead = [f"{period}, {counted}." for period, counted in product(PERIODS, COUNTED)]
    behind = [f"{counted} {period}." for period, counted in product(PERIODS, COUNTED)]
    return [each[0].upper() + each[1:] for each in (*ahead, *behind)]


def test_what_is_counted_over_a_period_makes_no_row() -> None:
    assert [each for each in _both_ways() if len(_rows(each)) != 1] == []


def test_an_act_at_a_place_within_a_period_has_its_row() -> None:
    assert [each for each in ACTS if not any(at >= len(BEFORE) for at in _rows(each))] == []
