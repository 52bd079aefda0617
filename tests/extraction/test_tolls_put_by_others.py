"""How sources put the dead of an act told just before: a grid of who says it and how, after a fight, an attack and a strike."""

from datetime import date
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

ACTS = (
    "On Sunday, soldiers clashed with militants in the Catupa forest.",
    "On Sunday, militants attacked the village of Chibok, in Borno.",
    "On Sunday, an airstrike hit a market in Tort, in Yobe.",
)
SAYERS = ("a local official", "the regional governor", "the army", "a monitoring group")
TELLS = (
    "{Who} puts at nine the number of people killed.",
    "{Who} put the dead at nine.",
    "{Who} gave the number of dead as nine.",
    "{Who} placed the death toll at nine.",
    "{Who} told us that nine had fallen.",
    "The toll, according to {who}, is nine dead.",
    "There is no official toll, though {who} puts at nine the number of those slain.",
    "There was no word from the army, but {who} spoke of nine dead.",
)


def _reads_nine(act: str, told: str) -> bool:
    events = read_report(Report(f"{act} {told}", published=date(2024, 10, 24))).events
    return [(each.fatalities, each.start and each.start.day) for each in events] == [(9, 20)]


def test_a_toll_goes_to_the_act_before_however_it_is_put() -> None:
    tells = [each.format(who=who, Who=who.capitalize()) for who, each in product(SAYERS, TELLS)]
    assert [each for each in product(ACTS, tells) if not _reads_nine(*each)] == []


def test_what_is_set_against_an_act_in_its_sentence_is_no_toll_of_it() -> None:
    told = "Soldiers clashed with militants in Chibok on Sunday, while nine people died in a flood in Biu."
    events = read_report(Report(told, published=date(2024, 10, 24))).events
    assert [each.fatalities for each in events if each.location == "Chibok"] == [None]
