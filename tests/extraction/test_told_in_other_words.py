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
