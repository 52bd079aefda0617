"""The same kind of act told with rarer verbs and nouns: its type and its dead stay the same."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report


def rows(text: str) -> list[tuple[str, int | None]]:
    """The type and the dead of each event, by a report of 6 March 2024."""
    events = read_report(Report(text, published=date(2024, 3, 6))).events
    return [(str(each.sub_event_type), each.fatalities) for each in events]


AIR, SHELLS, BOMB, ATTACK, CLASH = (
    "Air/drone strike",
    "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED",
    "Attack",
    "Armed clash",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two carters died by a drone near Pokrovsk on Monday.", (AIR, 2)),
        ("A helicopter has taken three lives in Hpakant.", (AIR, 3)),
        ("Four glaziers fell victim to a drone in El Fasher on Monday.", (AIR, 4)),
        ("A mill in Sarmin was flattened by a jet on Monday, and two bakers died.", (AIR, 2)),
        ("A mill in Sarmin was flattened by a strike on Monday, and two bakers died.", (AIR, 2)),
        ("Three nurses lost their lives to a shell in Kherson on Monday.", (SHELLS, 3)),
        ("A mortar was the death of five herders in Bria on Monday.", (SHELLS, 5)),
        ("Two weavers perished by a mine near Taiz on Monday.", (BOMB, 2)),
        ("A mine cost four weavers their lives near Taiz on Monday.", (BOMB, 4)),
        ("Two cobblers fell victim to gunmen in Jos on Monday.", (ATTACK, 2)),
    ],
)
def test_dead_of_a_weapon_by_other_verbs(text: str, expected: tuple[str, int]) -> None:
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bombs fell on a kindergarten in Chuhuiv on Monday, killing two cooks.", (AIR, 2)),
        ("A cook was killed in Chuhuiv by two bombs which the Russians dropped there on Monday.", (AIR, 1)),
        ("Four bombs were dropped on Loikaw on Monday.", (AIR, None)),
        ("A mortar bomb fell on Taiz on Monday.", (SHELLS, None)),
        ("A bomb fell off a motorcycle in Quetta on Monday and went off.", (BOMB, None)),
        ("Vineyards in Kfar Kila burned for a day after they had been shelled on Monday.", (SHELLS, None)),
        ("Two masts were damaged near Pattani on Monday by explosive charges.", (BOMB, None)),
        ("Unknown fire struck a position of the peacekeepers in Goma on Monday.", (CLASH, None)),
    ],
)
def test_what_came_down_and_what_it_lit(text: str, expected: tuple[str, int | None]) -> None:
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Farmers near Kita have fallen victim to drought.",
        "The coal mine of Luhansk cost four men their lives in a flood on Monday.",
        "Two masts were damaged near Pattani on Monday by the wind.",
        "Fire struck the barracks of Goma on Monday and burned it down.",
        "Victims of mines met in Taiz on Monday to ask for prostheses.",
        "The general did not survive a vote of no confidence in Bamako on Monday.",
    ],
)
def test_what_only_sounds_like_it_is_no_act(text: str) -> None:
    assert not rows(text)


def actors(text: str) -> list[tuple[str, str, str]]:
    """The place and the actors of each event, by a report of 6 March 2024."""
    events = read_report(Report(text, published=date(2024, 3, 6))).events
    return [(each.location, each.actor1, each.actor2) for each in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jets of Israel bombed Douma on Monday.", ("Douma", "Military Forces of Israel")),
        (
            "6 and 7 Feb, Cal Miskaad: more strikes by drones of the UAE.",
            ("Cal Miskaad", "Military Forces of United Arab Emirates"),
        ),
        (
            "Camps near Bosaso were bombed by aircraft of the United States on Monday.",
            ("near Bosaso", "Military Forces of United States"),
        ),
        ("Troops of Rwanda shelled Goma on Monday.", ("Goma", "Military Forces of Rwanda")),
        ("Massacre in Baga on Monday. Dead: 8. Authors: Boko Haram militants.", ("Baga", "Boko Haram")),
        (
            "Eight people were killed in Baga on Monday. Behind it, police believe, stands Boko Haram.",
            ("Baga", "Boko Haram"),
        ),
        (
            "Eight people were killed in Baga on Monday. The perpetrators were fighters of Boko Haram.",
            ("Baga", "Boko Haram"),
        ),
    ],
)
def test_whose_weapon_it_was_and_who_stands_behind(text: str, expected: tuple[str, str]) -> None:
    assert [each[:2] for each in actors(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Eight people were killed in Baga on Monday. The authors of the report are from the army.",
        "Eight people were killed in Baga on Monday. Behind the army base is a Boko Haram camp.",
        "Eight people were killed in Baga on Monday. Boko Haram denied that it was behind the attack.",
    ],
)
def test_who_stands_nearby_did_not_do_it(text: str) -> None:
    assert [each[:2] for each in actors(text)] == [("Baga", "")]


TAKEN, RETAKEN = "Non-state actor overtakes territory", "Government regains territory"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The takeover of Bria by the rebels on Monday was no surprise.", TAKEN),
        ("The capture of the town of Bria by the rebels on Monday was no surprise.", TAKEN),
        ("The rebels made themselves masters of Bria on Monday.", TAKEN),
        ("4 March: fall of the rebel base of Bukavu to government forces.", RETAKEN),
        ("The seizure of the airport of Bria by the army on Monday was no surprise.", RETAKEN),
        ("The army took possession of Bria on Monday.", RETAKEN),
    ],
)
def test_territory_taken_as_a_noun(text: str, expected: str) -> None:
    assert [each[0] for each in rows(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The capture of the leader of the rebels in Bria by the army on Monday came at dawn.",
        "The fall of prices in Bria came as no surprise to the army on Monday.",
        "The loss of a son to the rebels in Bria on Monday broke him.",
        "The mayor feared the fall of Bria to the rebels.",
    ],
)
def test_what_is_no_territory_taken(text: str) -> None:
    assert not rows(text)


@pytest.mark.parametrize(
    ("words", "dead"),
    [
        ("Civilian dead: 8 at the least.", 8),
        ("The number of those killed now stands at 8.", 8),
        ("Eight is the number of the dead.", 8),
        ("The toll given by the mayor is eight.", 8),
        ("The dead were put at eight.", 8),
        ("Eight bodies lay on the ground.", 8),
        ("Eight lives were lost.", 8),
        ("Eight people are no longer alive.", 8),
        ("Eight people paid for it with their lives.", 8),
        ("A total of eight people died.", 8),
        ("The baker died there. His nephew died as well.", 2),
        ("Both the baker and his son were killed.", 2),
        ("Both his sons and a nurse were killed.", 3),
        ("The baker was killed together with his son.", 2),
        ("A baker and a nephew of his were shot dead.", 2),
        ("No lives were lost.", 0),
        ("There was no loss of life.", 0),
        ("Nobody lost their life.", 0),
    ],
)
def test_dead_of_a_raid_in_rarer_words(words: str, dead: int) -> None:
    assert rows(f"Gunmen attacked the market of Arbin on Monday. {words}") == [(ATTACK, dead)]


@pytest.mark.parametrize(
    "words",
    [
        "Deaths: 8 days of mourning were called.",
        "12,000 lives have been lost in the war.",
        "The number of the dead in this month's attacks is 50.",
        "In total, 250 have been killed this year.",
    ],
)
def test_numbers_that_are_not_its_dead(words: str) -> None:
    assert rows(f"Gunmen attacked the market of Arbin on Monday. {words}") == [(ATTACK, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its strikes killed 90 rebels in Bria over the last 24 hours, the coalition says.", (AIR, 90)),
        ("The survey team was fired at from a hill near Bria on Monday and fired back.", (CLASH, None)),
        ("Residents spoke of a brutal attack on Bria on Monday that left six dead.", (ATTACK, 6)),
        ("Rebels fired rocket-propelled grenades at the market of Bria on Monday.", (SHELLS, None)),
    ],
)
def test_what_was_done_there(text: str, expected: tuple[str, int | None]) -> None:
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Two rifles, a launcher for rocket-propelled grenades and a flag stayed behind in Bria on Monday.",
        'The governor spoke of a "cowardly attack" and promised a ceremony in Bria on Monday.',
    ],
)
def test_what_was_left_or_judged_is_no_act(text: str) -> None:
    assert not rows(text)


def test_an_evening_of_that_same_day() -> None:
    text = (
        "A woman was killed in Hodeidah on the evening of that same 2 March when shells came down on a house."
    )
    (event,) = read_report(Report(text, published=date(2024, 3, 6))).events
    assert event.start is not None
    assert (event.start.day, event.start.hour) == (2, 18)


def test_bodies_brought_somewhere_are_not_the_dead_of_what_is_told_beside() -> None:
    text = "A convoy of volunteers reached Djibo on Monday. Seventeen bodies were brought here and buried later, a resident said."
    assert all(dead != 17 for _, dead in rows(text))
