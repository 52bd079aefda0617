"""Harm that is told by the way, of a day before the act beside it, is an act of its own; harm of then or of later is what that did."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

_ACTS = (
    "Gunmen stormed a church in Kaga on Sunday",
    "Soldiers raided a farm near Kaga on Sunday",
    "On Sunday clashes broke out in Kaga",
    "Shells hit the market of Kaga on Sunday",
)
_BEFORE = (
    " after a young man had been shot on Friday evening.",
    ", where two traders had been killed on Friday.",
    " after two traders had lost their lives in an ambush on Friday.",
)
_OF_IT = (
    ", where two traders were killed.",
    " after which two traders died on Monday.",
    ", when two traders were killed on Sunday.",
)


def _days(text: str) -> set[str]:
    events = read_report(Report(text, published=date(2024, 5, 21))).events
    return {f"{each.start:%d}" for each in events if each.start}


def test_harm_of_an_earlier_day_is_an_act_of_its_own() -> None:
    told = [act + harm for act, harm in product(_ACTS, _BEFORE)]
    assert {each: days for each in told if (days := _days(each)) != {"17", "19"}} == {}


def test_harm_of_then_or_later_is_of_the_act() -> None:
    told = [act + harm for act, harm in product(_ACTS, _OF_IT)]
    assert {each: days for each in told if (days := _days(each)) != {"19"}} == {}
