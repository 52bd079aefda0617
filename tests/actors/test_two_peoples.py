"""Two peoples told with one word for the men of both, people counted in any way, and those whom nobody could name."""

from itertools import product

from dashboard.actors.find import find

PEOPLES = (
    ("Kusasi", "Mamprusi"),
    ("Awlad Buhmeira", "Awlad Saqr"),
    ("Arab Choa", "Mousgoum"),
    ("Afar", "Issa"),
)
TOLD = (
    "Clashes between {0} and {1} militias left eight dead.",
    "Fighting between {0} and {1} clan militias flared up.",
    "It pitted men from the {0} and the {1} tribes against each other.",
    "There were no clashes between {0} and {1} communities.",
    "Fighting between {0} and {1} armed groups resumed.",
)


def _names(text: str) -> set[str]:
    return {each.name for each in find(text, "GH")}


def test_both_fight() -> None:
    told = [(each.format(*two), {f"{name} Militia" for name in two}) for two, each in product(PEOPLES, TOLD)]
    assert [text for text, both in told if not both <= _names(text)] == []


def test_faiths_countries_clubs_and_days_do_not() -> None:
    others = (
        "Talks between Christian and Muslim communities went on.",
        "A match between Gor Mahia and Leopards clubs was put off.",
        "Talks between Monday and Friday groups went on.",
        "Trade between Ghana and Togo communities grew.",
        "Fighting between Hezbollah and Amal groups killed two.",
        "Clashes between Kurds and Arab tribes killed six.",
        "Clashes between Hindu and Muslim groups killed two.",
        "A gunfight between Sinaloa and Jalisco groups killed six.",
        "Clashes between Ahly and Zamalek groups injured six.",
    )
    assert [each for each in others if any("Militia" in name for name in _names(each))] == []


def test_communities_do_not_unless_they_are_told_to_fight() -> None:
    others = (
        "Gunmen killed six members of the Berom and Irigwe communities.",
        "Members of the Shia and Hazara communities protested.",
        "Attackers shot dead members of the Christian and Druze communities.",
        "Members of the Hema and Lendu communities signed a peace agreement.",
        "Relations between Hausa and Yoruba communities are tense after a man was killed.",
        "Members of Catholic and Anglican communities marched.",
    )
    assert [each for each in others if any("Militia" in name for name in _names(each))] == []
    fight = "Clashes in the hills between the Afar and Issa communities left six dead."
    assert _names(fight) >= {"Afar Militia", "Issa Militia"}


def test_people_are_civilians_however_they_are_counted() -> None:
    counts = ("around a dozen", "no fewer than 16", "as many as sixty", "almost twenty", "two dozen", "a few")
    assert [each for each in counts if _names(f"It killed {each} people.") != {"Civilians"}] == []


def test_vigilantes_are_a_militia_of_their_own() -> None:
    who = ("a local vigilante", "vigilantes", "the vigilance committee", "a community vigilante group")
    assert [each for each in who if _names(f"They shot {each}.") != {"Vigilante Militia"}] == []


def test_persons_whom_nobody_could_name_are_an_unknown_group() -> None:
    who = (
        "persons not yet identified",
        "individuals unknown",
        "men who have not been identified",
        "gunmen yet to be identified",
    )
    assert [
        each for each in who if "Unidentified Armed Group" not in _names(f"A leader was killed by {each}.")
    ] == []
