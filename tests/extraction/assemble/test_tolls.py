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
    ],
)
def test_the_toll_of_another_act_is_not_the_attacks(more: str) -> None:
    told = events(f"{LEAD}\n\n{more}")
    assert [event.fatalities for event in told if event.location == "Kadugli"] == [9]


def test_a_victims_death_lowers_no_toll() -> None:
    told = events("Gunmen killed nine farmers in Kadugli on Tuesday.\n\nA third victim died of his wounds.")
    assert told[0].fatalities == 9
