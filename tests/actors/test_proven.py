"""Bodies that no list holds: known by where they stand, and by nothing else."""

import pytest

from dashboard import actors

NAMES = {
    "the Kanglei Red Guard Party": "Kanglei Red Guard Party",
    "the Self-Defence Movement of Kanda": "Self-Defence Movement of Kanda",
    "the Coalition of Patriots for Rutara": "Coalition of Patriots for Rutara",
    "the Delta Creek Avengers": "Delta Creek Avengers",
    "the South Nile Democratic Army": "South Nile Democratic Army",
    "the KRGP": "KRGP",
    "NDC-K": "NDC-K",
}
FRAMES = (
    "On Monday {} attacked a village.",
    "Two cadres of {} were arrested.",
    "Three people were killed by {}.",
    "The army clashed with {} in the hills.",
    "Clashes erupted on Monday between the army and {}.",
    "A teacher was abducted in the town by {}.",
    "Residents blamed {} for the raid.",
    "Three people died at the hands of {}.",
    "The army raided a hideout of {}.",
    "Troops attacked {} near the river.",
    "The attackers, presented as elements of {}, fled.",
)


def _found(text: str) -> list[str]:
    return [each.name for each in actors.find(text, "SS") if each.type == "Rebel Groups"]


def test_a_body_is_known_where_it_stands_as_the_armed_do() -> None:
    failed = [
        frame.format(words)
        for words, name in NAMES.items()
        for frame in FRAMES
        if name not in _found(frame.format(words))
    ]
    assert failed == []


def test_once_known_it_is_known_by_the_short_name_that_the_text_gives_it() -> None:
    text = "The Kanglei Red Guard Party (KRGP) called a strike. Later KRGP cadres fired. The house of a KRGP man burned."
    assert _found(text)[:2] == ["Kanglei Red Guard Party", "Kanglei Red Guard Party"]
    assert set(_found(text)) == {"Kanglei Red Guard Party"}
    assert set(_found("PKW (the Popular Kanda Front) met. PKW fighters fled.")) == {"Popular Kanda Front"}


def test_two_bodies_that_fight_each_other_at_a_place_are_two() -> None:
    assert _found("Clashes between the Zambo Front and Kimba Front in Goma.") == [
        "Zambo Front",
        "Kimba Front",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian Refugee Council said UNHCR was attacked in parliament.",
        "The European Union condemned the killing by the police.",
        "The Kanda Youth Party called for calm after the attack.",
        "GUNMEN KILL FIVE IN KANDA AS TROOPS FLEE",
        "An IED killed two and a UAV attacked a car.",
        "KANDA: Rebels attacked the town.",
        "Members of the NRC visited the camp.",
        "Three soldiers of the Third Brigade fell.",
        "Health Workers Union on Monday launched a strike.",
        "The Basketball League on Monday engaged a coach.",
        "Residents blamed the Acme Mining Group for the dust.",
        "The deaths were blamed on GDP cuts.",
    ],
)
def test_who_only_has_such_a_name_is_no_group(text: str) -> None:
    rebels = [each for each in _found(text) if each != "Opposition Rebels"]
    assert rebels == []
