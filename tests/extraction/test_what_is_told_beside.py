"""What stands beside an event in a report: whose place it is, what tells it again, and what is none."""

from datetime import date, datetime

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report


def events(text: str, published: date = date(2023, 6, 20)) -> tuple[Event, ...]:
    return read_report(Report(text, published=published)).events


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("On Monday soldiers shot dead nine farmers, including a baby, at Kadugli.", "Kadugli"),
        ("(Nairobi) – Armed men killed 26 people in the village of Mavasi on Monday.", "Mavasi"),
        ("In Upper Nile, traders at Malakal's main market held a protest on Monday.", "Malakal"),
        ("The governor of Kharkiv said shelling of Chuhuiv on Monday wounded a man.", "Chuhuyiv"),
    ],
)
def test_an_event_is_where_its_sentence_leads_to(text: str, place: str) -> None:
    assert [each.location for each in events(text)] == [place]


@pytest.mark.parametrize(
    "more",
    [
        "A farmer was hit by a stray bullet and died on the way to a hospital in Nyala.",
        "Around 20 rebels were killed in the response.",
    ],
)
def test_what_came_of_a_fight_is_no_other_event(more: str) -> None:
    lead = "On Sunday rebels attacked an army post in El Fasher."
    assert len(events(f"{lead} {more}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The priest died of heart failure in Goma on Sunday.",
        "Niger has been fighting armed groups in Diffa for a decade.",
        "On Monday residents of Goma were given an evacuation order.",
        "Wednesday marks ten years since gunmen stormed the college in Garissa.",
        "Heat kills 40 in Karachi on Monday",
        "Bootleg liquor kills dozens in Patna on Monday",
        "Restaurant fire kills scores in Goa on Monday",
        "Drunk driver kills 2 in Paris on Monday",
        "Army captured Durand Cup in Kolkata on Monday",
        "Soldiers seized Kano man's cattle on Monday.",
        "The driver was pulled from the car in Lagos on Monday after it hit a tree.",
        "They were pulled from the house in Goma on Monday after the earthquake.",
        "The manager was removed from office in Leeds on Monday.",
        "Both were taken on loan by Arsenal in London on Monday.",
        "Men held two women's races in Lagos on Monday from 9.",
        "The students were handed over their diplomas in Goma on Monday.",
        "Food was carried off by the flood in Dhaka on Monday.",
        "Money was stolen from a bank by a clerk in Nairobi on Monday.",
        "The groups clashed over the budget in Brussels on Monday.",
        "Two units fought the fire in Athens on Monday.",
        "Hundreds of people sat on the street in Seville on Monday watching the parade.",
    ],
)
def test_what_is_no_event_of_the_day_makes_none(text: str) -> None:
    assert not events(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen kill two in Goma on Monday",
        "Soldiers seized Bunia on Monday.",
        "The driver was pulled from the car by rebels in Goma on Monday.",
        "This briefing comes as gunmen killed four people in Goma on Monday.",
        "In this digest of Monday's news, gunmen killed four people in Goma.",
    ],
)
def test_what_is_worded_like_it_and_is_one_makes_one(text: str) -> None:
    assert len(events(text)) == 1


def test_a_day_since_which_something_goes_on_dates_nothing_that_follows() -> None:
    lead = "Ninety people were killed in Dhaka on Sunday, the worst day since protests began on July 1."
    told = events(f"{lead}\n\nA mob beat two officers to death in Feni in the afternoon.", date(2024, 8, 5))
    assert all(each.start is None or each.start > datetime(2024, 7, 31) for each in told)


def test_who_dies_of_old_wounds_died_of_the_act_of_that_day() -> None:
    text = "This morning a boy from Kadugli died of wounds he sustained when soldiers shot at him on 9 June."
    assert [each.start for each in events(text)] == [datetime(2023, 6, 9)]
