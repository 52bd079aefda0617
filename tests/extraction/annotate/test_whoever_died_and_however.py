"""The dead are counted whoever they were, and in whatever words it is told: each of these with each of those."""

from itertools import product

import pytest

from dashboard.extraction.annotate.casualty_counts import casualties
from dashboard.extraction.annotate.casualty_words import GRAMMAR
from dashboard.extraction.annotate.spotted import spot
from dashboard.language.words import tokenise

WHO = {
    "A farmer": 1,
    "The driver": 1,
    "The headmaster of a school": 1,
    "A motorcycle-taxi driver": 1,
    "A nurse, 34,": 1,
    "An unidentified man": 1,
    "A 14-year-old boy": 1,
    "Two Inspectors": 2,
    "A married couple": 2,
    "The driver and his assistant": 2,
    "Two traders and a policeman": 3,
    "Three members of one family": 3,
    "A woman and her three children": 4,
    "Four people, including a pregnant woman,": 4,
    "At least five people, two of them children,": 5,
    "Half a dozen herders": 6,
    "Eleven gendarmes": 11,
    "Dozens of villagers": 12,
}
DIED = (
    "{was} killed",
    "{was} shot dead",
    "died on the spot",
    "succumbed to {their} wounds",
    "lost {their} {lives}",
    "{was} fatally wounded",
    "{was} hacked to death",
    "{was} burned alive",
    "breathed {their} last",
    "paid the supreme price",
    "{was} found dead",
    "{was} pronounced dead",
    "did not survive",
    "passed away",
    "bled to death",
    "{was} dragged from the bus and shot",
    "{was} robbed and beaten to death",
    "{was} shot in the head and died at once",
)
NOT_DEAD = (
    "{was} wounded",
    "{was} nearly killed",
    "{was} not killed",
    "{was} shot in the leg and survived",
    "passed on the message",
    "{was} buried under work",
)


def dead(words: str) -> int | None:
    """At least how many dead are counted, None for none told."""
    killed = casualties(spot(GRAMMAR, tokenise(words), brackets=False)).killed
    return killed.low if killed else None


def put(who: str, what: str) -> str:
    """The clause: one who died, or several."""
    several = WHO[who] > 1
    was, their, lives = ("were", "their", "lives") if several else ("was", "his", "life")
    return f"{who} {what.format(was=was, their=their, lives=lives)}."


@pytest.mark.parametrize("what", DIED)
def test_everybody_is_counted(what: str) -> None:
    if what.endswith("bus and shot"):
        what += " dead"
    wrong = {words: dead(words) for who in WHO if dead(words := put(who, what)) != WHO[who]}
    assert not wrong


@pytest.mark.parametrize("what", NOT_DEAD)
def test_nobody_is_counted_who_did_not_die(what: str) -> None:
    assert {words: dead(words) for who in WHO if dead(words := put(who, what))} == {}


@pytest.mark.parametrize(
    "words",
    [
        "shot {who} dead",
        "hacked {who} to death",
        "left {who} dead",
        "claimed the lives of {who}",
        "killed {who}",
        "gunned down {who}",
    ],
)
def test_so_are_those_whom_somebody_killed(words: str) -> None:
    each = {who: n for who, n in WHO.items() if "," not in who and who != "The headmaster of a school"}
    told = product([words], each)
    wrong = {
        clause: dead(clause)
        for frame, who in told
        if dead(clause := f"Gunmen {frame.format(who=who[0].lower() + who[1:])} on Saturday.") != each[who]
    }
    assert not wrong


@pytest.mark.parametrize(
    "words", ["at least 12", "more than 12", "12", "12, police said", "12 lives", "12 on Monday"]
)
def test_what_a_blast_claimed_are_its_dead(words: str) -> None:
    assert dead(f"The blast in Jos has claimed {words}.") == 12


def test_what_a_group_claimed_are_none() -> None:
    assert dead("The group claimed two rocket attacks.") is None
