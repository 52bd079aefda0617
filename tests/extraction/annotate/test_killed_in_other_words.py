"""The dead of a clause, whichever words put them to death, one or many, done or suffered; and what reads like it and kills nobody."""

from itertools import product

from dashboard.extraction.annotate.casualty_counts import casualties
from dashboard.extraction.annotate.casualty_words import GRAMMAR
from dashboard.extraction.annotate.spotted import spot
from dashboard.language.words import tokenise

WHO = (
    ("more than 30 people", 30),
    ("two men", 2),
    ("a 38-year-old former sarpanch", 1),
    ("a trader", 1),
)
DONE = ("hacked to death", "beat to death", "shot dead", "stabbed to death", "chopped to death")
TWO_DEEDS = ("killed and burned", "killed and mutilated", "beat and killed", "executed and buried")
SUFFERED = ("chopped to death", "riddled with bullets", "hacked to death", "fatally shot")


def _dead(text: str) -> int | None:
    killed = casualties(spot(GRAMMAR, tokenise(text), brackets=False)).killed
    return killed.low if killed else None


def test_what_somebody_did_to_them() -> None:
    told = [(f"Soldiers {did} {who} near Moso on Monday.", count) for did, (who, count) in product(DONE, WHO)]
    told += [(f"Soldiers {did} {who} near Moso.", count) for did, (who, count) in product(TWO_DEEDS, WHO[:2])]
    assert [text for text, count in told if _dead(text) != count] == []


def test_what_they_suffered() -> None:
    told = [
        (f"{who.capitalize()} {'were' if count > 1 else 'was'} {did} near Moso on Monday.", count)
        for did, (who, count) in product(SUFFERED, WHO)
    ]
    assert [text for text, count in told if _dead(text) != count] == []


def test_attackers_who_are_killed_are_those_told_first() -> None:
    told = {
        "Two men attack a policeman in front of a market in Poso city and are shot dead.": 2,
        "Three gunmen stormed a post near Gao on Monday and were killed.": 3,
        "and was shot dead.": 1,
        "who had been beaten with clubs in Busoni commune on 5 July, succumbed to his injuries on the 11th.": 1,
        "A woman at a bus stop received injuries incompatible with life.": 1,
    }
    assert {each: _dead(each) for each in told} == told


def test_strikes_executed_kill_nobody() -> None:
    none = (
        "Russian fighters have executed more than 40 airstrikes on the desert.",
        "The army executed 12 raids on the camp.",
        "Two men were beaten in Gao and were taken to hospital.",
        "and was taken to hospital.",
    )
    assert [each for each in none if _dead(each)] == []


def test_what_is_shot_beaten_or_burned_is_not_dead_for_that() -> None:
    told = (
        "Bandits shot and burned 12 vehicles in Anka on Monday.",
        "Police beat and shot 30 protesters in Nairobi on Monday.",
        "Soldiers beat and burned four villagers.",
    )
    assert [each for each in told if _dead(each) is not None] == []
    assert _dead("Police beat and shot dead 30 protesters in Nairobi.") == 30


def test_whose_parents_were_killed_is_none_of_the_dead() -> None:
    assert _dead("Six children whose parents were killed in Gwoza were taken to a camp.") is None
    assert _dead("Four suspects in the attack in which tourists were shot dead were arrested.") is None
    assert _dead("Four men whose father was arrested were killed in Gwoza.") == 4
