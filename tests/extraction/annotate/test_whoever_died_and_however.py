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


TOGETHER = {
    "Two cadres": 2,
    "the driver's mate": 1,
    "A land mediator and his wife": 2,
    "A signatory of the peace agreement and his brother": 2,
    "A lecturer of the university and his wife": 2,
    "A policeman and his son": 2,
    "The mother, her eight-month-old boy and a woman aged 65": 3,
    "A pastor, his wife and two nephews": 4,
    "A village head and three of his guards": 4,
}
SAID_BETWEEN = (
    "",
    ", one of them a lieutenant,",
    ", linked to the extortion of shop owners,",
    " on their way home",
    " who had gone to the market",
)
HOW = (
    "{was} killed",
    "died",
    "{was} gunned down",
    "{was} speared to death",
    "{was} brought to a sawmill and shot dead there",
    "{was} dragged from the house and beheaded",
    "fought back and {was} killed",
)


def test_what_is_said_between_those_who_died_and_how_takes_nobody_away() -> None:
    wrong = {}
    for (who, many), between, how in product(TOGETHER.items(), SAID_BETWEEN, HOW):
        if many == 1 and between.startswith(", one"):
            continue
        words = f"{who}{between} {how.format(was='were' if many > 1 else 'was')} in Kabal on Monday."
        if dead(words) != many:
            wrong[words] = dead(words)
    assert not wrong


OTHERS = {
    "A soldier and his wife were wounded in Kabal.": None,
    "A mother and her son were wounded and a neighbour was killed.": 1,
    "Three men stormed a post and two guards were killed.": 2,
    "Four fighters attacked the village and a farmer was killed.": 1,
    "Two men fled and the driver was killed.": 1,
    "A bill and its amendment died in committee.": None,
    "Two children on their way to school were wounded.": None,
    "A woman, linked to the group, was arrested.": None,
    "Two brothers fought over land and were arrested.": None,
    "Two gunmen attacked a bar and killed five people.": 5,
    "Six people died on Monday, among them a pastor and his son.": 6,
    "Eight people were killed, including a pastor and his two sons.": 8,
    "Two men brought to court were freed.": None,
    "Residents fled and were shot at.": None,
    "Forty cows strayed and were killed.": None,
    "Two houses were hit and were burned to ashes.": None,
    "Killed in action: 4 soldiers.": 4,
    "On the subject of safety, a woman and her baby died on Thursday.": 2,
    "A farm building burned down, 30 calves perished.": None,
    "Killed on 15 January by artillery fired on the town.": 1,
    "Died when a missile destroyed a hotel on Monday.": 1,
    "Four eco-guards, killed on Monday when gunmen fell upon their post.": 4,
}


def test_others_told_beside_the_dead_are_not_counted_with_them() -> None:
    assert {words: dead(words) for words in OTHERS} == OTHERS
