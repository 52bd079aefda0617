"""What brings the toll of an attack up to date is no attack of its own, and the latest total is the attack's toll."""

from datetime import date, datetime

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report

PUBLISHED = date(2024, 3, 14)  # a Thursday
LEAD = "Gunmen killed nine farmers in Kadugli on Tuesday."


def events(text: str) -> tuple[Event, ...]:
    return tuple(read_report(Report(text, published=PUBLISHED)).events)


@pytest.mark.parametrize(
    ("more", "dead"),
    [
        ("The death toll climbed to 11 on Wednesday.", 11),
        ("The death toll has risen from nine to 14, the governor said.", 14),
        ("The ministry now puts the number of dead at 12, up from nine.", 12),
        ("On Wednesday the hospital brought the figure to eleven after two of the wounded died.", 11),
        ("Two of the wounded died in hospital.", 11),
        ("One more person died in hospital, bringing the toll to ten.", 10),
        ("A tenth died of his wounds later.", 10),
        ("The hospital in Kadugli received 12 bodies.", 12),
        ("Hospitals received 12 bodies on Tuesday.", 12),
        ("The hospital said on Wednesday that the death toll had risen to 12.", 12),
        ("A tenth victim died of his wounds at a hospital in Khartoum.", 10),
        ("A tenth victim, a baker, died in the afternoon at a clinic in El Obeid, its director said.", 10),
    ],
)
def test_a_toll_brought_up_to_date_is_the_attacks(more: str, dead: int) -> None:
    (event,) = events(f"{LEAD}\n\n{more}")
    assert (event.location, event.fatalities, event.start) == ("Kadugli", dead, datetime(2024, 3, 12))


@pytest.mark.parametrize(
    "more",
    [
        "A sniper killed two traders in El Obeid on Wednesday.",
        "A second bomb killed two traders in El Obeid on Wednesday.",
        "The death toll of Wednesday's blast in El Obeid climbed to 11.",
        "The death toll in the war has risen to 12,000 since April.",
        "A third soldier was shot dead in El Obeid on Wednesday.",
        "Hospitals received 30 bodies on Wednesday.",
        "The morgue in El Obeid received 25 bodies.",
        "The teaching hospital registered 40 dead this week.",
        "Clinics in El Obeid and Khartoum received 18 bodies on Wednesday.",
    ],
)
def test_the_toll_of_another_act_is_not_the_attacks(more: str) -> None:
    told = events(f"{LEAD}\n\n{more}")
    assert [event.fatalities for event in told if event.location == "Kadugli"] == [9]


def test_a_victims_death_lowers_no_toll() -> None:
    told = events("Gunmen killed nine farmers in Kadugli on Tuesday.\n\nA third victim died of his wounds.")
    assert told[0].fatalities == 9


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A shell hit Kadugli on Tuesday, wounding four. One of them succumbed in hospital.", 1),
        ("A sniper shot a shepherd in Kadugli on Tuesday; he died on the way to hospital.", 1),
        ("Shells fell on Kadugli on Tuesday. Two soldiers killed, four injured.", 2),
        ("Shells fell on Kadugli on Tuesday. Killed: 3. Wounded: 10.", 3),
        ("Shells fell on Kadugli on Tuesday. A nurse said 13 died on the spot, two more later.", 13),
    ],
)
def test_the_dead_told_behind_an_act_are_its_own(text: str, dead: int) -> None:
    (event,) = events(text)
    assert event.fatalities == dead


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Eight VDP fell on Tuesday in an ambush near Djibo.", "Armed clash"),
        ("Gunmen attacked on Tuesday a post of the Popular Mobilization in Diyala.", "Armed clash"),
        ("Gunmen killed three former FARC combatants in Argelia on Tuesday.", "Attack"),
        ("Gunmen killed nine farmers in Kadugli on Tuesday.", "Attack"),
    ],
)
def test_an_attack_on_none_but_armed_people_is_a_clash(text: str, kind: str) -> None:
    assert [event.sub_event_type for event in events(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Gunmen killed a councillor in Kano on Monday. His bodyguard also died.", 2),
        ("Rebels killed 12 soldiers at Bouar on Monday. A nurse also died.", 13),
        ("Militiamen abducted a teacher in Bria on Monday. Her body was found by the river.", 1),
        ("Armed men seized three traders near Kidal on Monday; their bodies were found the next day.", 3),
        ("Police arrested 14 men in Tunis on Monday. One of them was later found dead in his cell.", 1),
        ("Gunmen shot 11 people dead in Choloma on Saturday. Two more died later.", 13),
        ("Gunmen shot a teacher in Lamitan on Monday. Dead on arrival at the hospital.", 1),
        (
            "After an attack in Bria on Monday 41 bodies were counted; by Wednesday the figure stood at 46.",
            46,
        ),
        ("Gunmen abducted three traders near Kidal on Monday. They have not been found.", None),
    ],
)
def test_who_died_as_well_or_was_found_dead_counts(text: str, dead: int | None) -> None:
    assert events(text)[0].fatalities == dead


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Several years after the war a mine killed two in Kadugli on Tuesday.", 2),
        ("Three years after the war ended a mine killed two farmers in Kadugli on Tuesday.", 2),
        ("Many months after the battle a shell killed a boy in Kadugli on Tuesday.", 1),
        ("Several people died in Kadugli on Tuesday when a mine went off.", 3),
        ("Ten people died hours after a mine went off in Kadugli on Tuesday.", 10),
    ],
)
def test_how_long_ago_something_was_is_no_toll(text: str, dead: int) -> None:
    (event,) = events(text)
    assert event.fatalities == dead
