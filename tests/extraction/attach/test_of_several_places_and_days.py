"""Of several places and days in a sentence, those of the act and not of who speaks, of the harmed, or of another act."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

PUBLISHED = date(2024, 3, 14)  # a Thursday


@pytest.mark.parametrize(
    ("text", "location", "day"),
    [
        ("Three people were shot dead in Goma on Tuesday, a hospital official in Bukavu said.", "Goma", 12),
        ("A resident of Bunia reached by phone said gunmen had killed nine people in Drodro on Monday.", "Drodro", 11),
        ("Speaking from Port Sudan, the minister said a drone struck Atbara on Wednesday.", "Atbara", 13),
        ("The governor of Borno, in Abuja for talks, said Boko Haram killed 11 farmers in Dikwa on Monday.", "Dikwa", 11),
        ("Two soldiers from Kano were killed when their vehicle hit a mine near Bama on Tuesday.", "near Bama", 12),
        ("The wounded were taken to hospitals in Peshawar after a bomb exploded in Bannu on Wednesday.", "Bannu", 13),
        ("Gunmen killed four people in Zurmi, 90 km from Gusau, on Tuesday.", "Zurmi", 12),
        ("By Wednesday evening, rebels had captured Masisi, a day after seizing Sake.", "Masisi", 13),
        ("The army said on Wednesday it had retaken Sawran on Tuesday after three days of fighting.", "Sawran", 12),
        ("Hours before the truce took effect at noon on Monday, shells killed three people in Bureij.", "al-Bureij", 11),
        ("Last Friday's attack on Djibo killed 40 people, the UN said on Tuesday.", "Djibo", 8),
        ("Ten terrorists attacked Police Post Manzai from two sides on Monday.", "Manzai", 11),
        ("The faction that is led by Abdel Elim fired a dozen shells at Kadugli on Monday.", "Kadugli", 11),
    ],
)  # fmt: skip
def test_an_act_is_where_and_when_its_own_words_say(text: str, location: str, day: int) -> None:
    (event,) = read_report(Report(text, published=PUBLISHED)).events
    assert (event.location, f"{event.start:%F}") == (location, f"2024-03-{day:02}")


def test_the_district_of_a_city_is_the_place() -> None:
    text = "A suicide bomber struck in Mogadishu's Hodan district on Tuesday, killing five people."
    (event,) = read_report(Report(text, published=PUBLISHED)).events
    assert "Hodan" in event.location


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Russia struck the port of Izmail for the third time this month.", 1),
        ("The attack in Beirut was the second strike on the capital this week.", 1),
        ("The first protests took place in Homs this week.", 7),
    ],
)
def test_the_time_that_acts_are_counted_in_is_not_that_of_one(text: str, days: int) -> None:
    (event,) = read_report(Report(text, published=PUBLISHED)).events
    assert event.start
    assert event.end
    assert (event.end - event.start).days == days
