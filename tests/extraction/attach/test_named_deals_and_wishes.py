"""Who watches over a deal, a deal broken off and what somebody asks to be done are no events; who signs, opens or withdraws makes one."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.extraction.model import Modality
from dashboard.text import Report

_HAPPENED = {Modality.HAPPENED, Modality.ONGOING, Modality.CLAIMED}
_BODIES = (
    "The UN Mission to support the Hodeidah Agreement",
    "The committee monitoring the ceasefire",
    "The head of the commission overseeing the truce",
    "Ceasefire observers",
    "The signatories of the Algiers accord",
)
_DO = (
    "visited Nasir on Tuesday.",
    "said on Tuesday that they were not told.",
    "condemned the raid on Tuesday.",
)
_WHO = ("The government", "The rebels", "President Kiir")
_BREAK_OFF = ("suspended talks", "broke off peace talks", "calls off its truce", "scrapped the ceasefire")
_ASKS = ("The governor asked", "Residents demand", "The network recommends", "The union insisted")
_DONE = (
    "that a base be opened in Bor.",
    "that a police post be set up in Bor.",
    "that soldiers be withdrawn from Bor.",
)
_ACTS = (
    "The army and the rebels signed an agreement on Tuesday in Juba.",
    "The monitoring committee brokered a ceasefire between two clans on Tuesday in Nasir.",
    "The rebels and the government signed a ceasefire agreement on Tuesday in Juba after talks were suspended in May.",
    "The parties to the conflict signed the accord in Juba on Tuesday.",
    "A base of the mission was opened in Bor on Tuesday.",
    "Protesters who demanded that the governor be removed were dispersed by police with tear gas in Bor on Tuesday.",
    "Residents demanding that a bridge be repaired blocked the road in Bor on Tuesday.",
    "Police shot dead two people in Bor on Tuesday as they demanded that the curfew be lifted.",
)


def _count(text: str) -> int:
    found = read_report(Report(text, published=date(2024, 7, 4))).events
    return sum(event.modality in _HAPPENED for event in found)


def test_who_watches_over_a_deal_makes_none() -> None:
    told = [f"{body} {does}" for body, does in product(_BODIES, _DO)]
    assert [text for text in told if _count(text)] == []


def test_a_deal_broken_off_is_none() -> None:
    told = [f"{who} {breaks} with the front on Tuesday in Juba." for who, breaks in product(_WHO, _BREAK_OFF)]
    assert [text for text in told if _count(text)] == []


def test_what_is_asked_to_be_done_is_not_done() -> None:
    told = [f"{asks} {done}" for asks, done in product(_ASKS, _DONE)]
    assert [text for text in told if _count(text)] == []


def test_what_is_done_beside_them_is_an_act() -> None:
    assert [text for text in _ACTS if _count(text) != 1] == []
