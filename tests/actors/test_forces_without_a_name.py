"""Forces told by their branch and by what they come with: a grid of whose they are and what strikes, and what is no force."""

from itertools import product

from dashboard.actors import find

BRANCHES = ("military", "army", "air force", "navy", "naval", "regime", "government", "Burmese")
STRIKES = ("airstrike", "drone strike", "shelling", "rocket attack", "raid", "bombing", "offensive", "ambush")
COME = ("helicopter", "fighter jet", "gunship", "column", "detachment", "patrol", "sniper", "tank")
WHOSE = ("the military", "the army", "the junta", "the navy", "the air force", "the marines")
PART = ("a column", "a patrol", "a detachment", "members", "soldiers", "a helicopter")
UNITS = ("special operations forces", "unmanned systems forces", "territorial defence", "sappers", "bombers")
RANKS = (
    "a paratrooper",
    "a sergeant",
    "two lieutenants",
    "the colonel",
    "a sapper",
    "a serviceman",
    "two troopers",
)
SAYS_WHO = (
    ("Two policemen were hurt when an armed commando ambushed them.", "Unidentified Armed Group"),
    ("Commandos raided a village.", "Military Forces of Mexico"),
    ("A rebel leader was killed.", "Opposition Rebels"),
    ("Two defence volunteers were killed.", "Self-Defence Militia"),
)
NO_REBELS = (
    "Riots followed the sentencing of opposition leader Carlos Soto.",
    "Rival factions of the People's National Party clashed.",
)
NOBODY = (
    "A military court sentenced rebels.",
    "He fled before the military coup of 2021.",
    "The military government said it would hold polls.",
    "The military-backed party won.",
    "The attorney general was attacked.",
    "A general strike was held.",
    "A lieutenant governor was shot.",
    "Local government convoys of rice came.",
    "In Myanmar fighting killed four.",
)


def _sentences() -> list[str]:
    return [
        *(f"A {branch} {strike} on a village killed four." for branch, strike in product(BRANCHES, STRIKES)),
        *(f"A {branch} {comes} attacked a village." for branch, comes in product(BRANCHES, COME)),
        *(f"In Sagaing, {part} of {whose} beheaded six." for part, whose in product(PART, WHOSE)),
        *(f"Burmese {unit} had struck a depot." for unit in UNITS),
        *(f"A mine killed {rank} near Pale." for rank in RANKS),
    ]


def _forces(text: str) -> list[str]:
    return [each.name for each in find(text, "MM") if each.name.startswith("Military Forces of Myanmar")]


def test_an_army_is_known_by_its_branch_and_what_it_comes_with() -> None:
    assert [each for each in _sentences() if not _forces(each)] == []


def test_what_only_bears_its_words_is_no_force() -> None:
    assert [each for each in NOBODY if _forces(each)] == []


def test_commandos_and_volunteers_are_of_those_who_send_them() -> None:
    told = [(text, name) for text, name in SAYS_WHO if name not in {each.name for each in find(text, "MX")}]
    assert told == []


def test_politicians_are_no_rebels() -> None:
    names = [each.name for text in NO_REBELS for each in find(text, "MX")]
    assert "Opposition Rebels" not in names
