"""Deals, withdrawals and moves of troops kill nobody: dead told beside them are those of another act."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

_ACTS = (
    "On Saturday clan elders in Matabaan, Somalia, signed a peace agreement.",
    "On Saturday the rebels withdrew from Karuba in Congo.",
    "On Saturday the two ministries of defense agreed on a ceasefire in Hermel, Lebanon.",
)
_BESIDE = (
    "Nine people had died in the fighting.",
    "At least ten people were killed.",
    "Three of the dead were children, and nine were men.",
)


def test_dead_told_beside_a_deal_or_a_withdrawal_are_not_its_own() -> None:
    wrong = {}
    for act, beside in product(_ACTS, _BESIDE):
        first = read_report(Report(f"{act} {beside}", published=date(2024, 3, 7))).events[0]
        if first.fatalities and str(first.sub_event_type) in (
            "Agreement",
            "Non-violent transfer of territory",
        ):
            wrong[act, beside] = first.fatalities
    assert not wrong


def test_a_fight_keeps_its_dead_of_the_next_sentence() -> None:
    text = "On Saturday rebels clashed with the army in Karuba in Congo. At least ten people were killed."
    assert read_report(Report(text, published=date(2024, 3, 7))).events[0].fatalities == 10
