"""Acts that stand beside another one, and are no part, no harm and no sum of it; and what heads others and is none."""

from datetime import date
from itertools import product

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

_MOMENT = date(2024, 6, 20)


def _rows(text: str) -> set[tuple[str, str, str]]:
    events = read_report(Report(text, published=_MOMENT)).events
    return {
        (str(each.sub_event_type), each.location or "", f"{each.start:%d}") for each in events if each.start
    }


def test_two_acts_of_a_sentence_with_a_place_and_a_day_each_are_two() -> None:
    firsts = (
        "Militants detonated a bomb in Idlib on 12 June",
        "In Idlib, militants killed two men on 12 June",
    )
    seconds = (
        "and opened fire on an outpost in Saraqib on 15 June, killing two rangers.",
        "and a drone attack on troops in Saraqib on 15 June.",
    )
    asides = (" ", ", wounding nine, ")
    cells = (f"{one}{aside}{other}" for one, aside, other in product(firsts, asides, seconds))
    wrong = [text for text in cells if {row[2] for row in _rows(text)} != {"12", "15"}]
    assert wrong == []


def test_who_burns_or_takes_people_in_reprisal_does_another_act() -> None:
    blows = (
        "A bomb hit an army truck at Idlib on Monday, wounding three.",
        "Gunmen attacked Idlib on Monday, killing two.",
    )
    doers = ("Angry soldiers then burnt down eight houses", "Soldiers set fire to a market")
    whys = ("in reprisal", "in revenge for the attack", "in retaliation")
    cells = (f"{blow} {doer} {why}." for blow, doer, why in product(blows, doers, whys))
    wrong = [text for text in cells if ("Looting/property destruction", "Idlib", "17") not in _rows(text)]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked Idlib on Monday, killing two. They burned eight houses.",
        "Gunmen attacked Idlib on Monday, killing two. Eight houses were burned in the attack.",
    ],
)
def test_what_those_who_struck_burned_is_a_part_of_it(text: str) -> None:
    assert len(_rows(text)) == 1


def test_shells_that_answer_at_another_place_are_another_act() -> None:
    text = "A missile hit a house in Metula, killing two. Its artillery struck Kafr Kila in response, the army said."
    assert len(_rows(text)) == 2


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Fighters have carried out over 25 airstrikes on Idlib since the early hours of this morning.", True),
        ("Fighters have carried out over 25 airstrikes on Idlib since 2 May.", False),
        ("In the second half of May, an airstrike on a village near Idlib left at least eight civilians dead.", True),
        ("In the second half of May, airstrikes in Syria left at least 80 civilians dead.", False),
        ("Elders signed a peace deal in Idlib on Monday after clashes that had claimed nine lives since February.", True),
        ("A family of six is murdered in a house in Idlib.", True),
        ("The family of one of those murdered in Idlib spoke to us.", False),
    ],
)  # fmt: skip
def test_what_tells_one_act_is_no_sum(text: str, *, read: bool) -> None:
    assert bool(_rows(text)) is read


@pytest.mark.parametrize("shows", ["indicates", "shows", "confirms"])
def test_what_footage_of_a_day_shows_was_done(shows: str) -> None:
    text = f"Geolocated footage published on June 18 {shows} that Russian forces seized Terny. Drones hit Svatove on June 19."
    assert {row[2] for row in _rows(text)} == {"18", "19"}


def test_how_those_who_tell_found_out_is_no_act() -> None:
    text = "Drones hit Svatove on June 19. We spoke with 23 witnesses and studied photographs of two attacks."
    assert {row[2] for row in _rows(text)} == {"19"}


def test_a_city_abroad_in_which_a_story_was_written_is_not_where_it_was() -> None:
    text = "(Beirut, June 20, 2024) – Gunmen killed six villagers near Muqdadiyah in Iraq on Monday.\n\nPolice in Baghdad said that Iraq would look into it."
    events = read_report(Report(text, published=_MOMENT)).events
    assert "Lebanon" not in {each.location for each in events}


ROWS = {
    "In Goma, police shot dead a robber on Monday.": ("Attack", 1),
    "Residents caught two thieves in Goma on Monday and beat them to death.": ("Mob violence", 2),
    "Gunmen killed three cattle traders in Goma on Monday.": ("Attack", 3),
    "Rebels shot down an army helicopter near Goma on Monday.": ("Shelling/artillery/missile attack", None),
    "Gunmen kidnapped a teacher in Goma on Monday and killed him.": ("Attack", 1),
}
NONE = (
    "Police arrested a robber in Goma on Monday.",
    "Robbers shot dead a trader in Goma on Monday.",
    "Gunmen killed 30 cattle in Goma on Monday.",
    "The wreckage of a downed helicopter was found near Goma on Monday.",
    "The army and the police patrolled Goma together on Monday, but nothing happened.",
    "Troops deployed in Goma on Monday, but the day passed without incident.",
)


def test_robbers_cattle_traders_and_helicopters_may_be_struck() -> None:
    for text, row in ROWS.items():
        (event,) = read_report(Report(text, published=date(2024, 3, 18))).events
        assert (event.sub_event_type, event.fatalities) == row, text


def test_robberies_and_patrols_on_which_nothing_happened_are_no_act() -> None:
    assert [each for each in NONE if read_report(Report(each, published=date(2024, 3, 18))).events] == []
