"""Deaths of the wounded, told later: they raise the toll of the act that hurt them, and are no act of the hospital's day and town."""

from datetime import date
from itertools import product

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report

PUBLISHED = date(2023, 6, 22)  # a Thursday
WHO = (
    "A 19-year-old",
    "The fifth, a 19-year-old,",
    "A boy and an old man",
    "Two of the wounded",
    "The nurse",
    "Another victim",
    "His wife",
    "A woman injured in the attack",
)
DIED = (
    "died this Wednesday at dawn in the Nyala hospital",
    "died at the clinic the next day",
    "died today",
    "has died in the regional hospital",
    "succumbed to her wounds on Wednesday morning",
    "lost his life in the hospital of Nyala two days later",
    "passed away yesterday in intensive care",
    "was declared dead by doctors at the Nyala health complex",
    "died on Wednesday",
    "did not survive the night",
)


def events(text: str) -> tuple[Event, ...]:
    return read_report(Report(text, published=PUBLISHED)).events


def test_whoever_dies_later_belongs_to_the_act_before() -> None:
    act = "On Monday gunmen fired on a bus near Kutum, killing four people and wounding seven."
    failing = [
        said
        for said in map(" ".join, product(WHO, DIED))
        if [(each.location, each.start and each.start.day) for each in events(f"{act} {said}.")]
        != [("near Kutum", 19)]
    ]
    assert failing == []


def test_who_dies_later_counts_where_nobody_died_at_once() -> None:
    (found,) = events("A drone struck Kutum on Monday, wounding three people. A nurse died on Wednesday.")
    assert found.fatalities == 1


def test_a_child_among_the_dead_who_died_in_hospital_lowers_no_toll() -> None:
    text = "A drone struck Kutum on Monday, killing three people, including a boy who died in hospital yesterday."
    assert [each.fatalities for each in events(text)] == [3]


@pytest.mark.parametrize(
    "other",
    [
        "A child hurt by a bomblet in Nyala a week ago has died in hospital.",
        "A woman who had been wounded in the shelling of Nyala on 9 June died in hospital yesterday.",
        "In Nyala, soldiers shot a trader dead on Tuesday.",
        "In Nyala, a trader died on Wednesday when a shell hit his shop.",
    ],
)
def test_an_act_of_its_own_stays_one(other: str) -> None:
    act = "On Monday gunmen fired on a bus near Kutum, killing four people and wounding seven."
    assert {each.location for each in events(f"{act} {other}")} == {"near Kutum", "Nyala"}


@pytest.mark.parametrize(
    "other",
    [
        "Two farmers died on Wednesday.",
        "Three people died yesterday.",
        "On Wednesday, a prisoner died in hospital in Nyala after guards beat him.",
        "A detainee died at the health centre of the Nyala prison on Wednesday.",
        "Twelve people died of cholera in a treatment centre.",
        "The singer, who had cancer, died at a clinic on Wednesday.",
        "A nurse was declared dead at the hospital after gunmen raided it on Wednesday.",
        "In Nyala, a boy died on Wednesday of wounds.",
    ],
)
def test_a_death_of_something_else_is_none_of_the_acts(other: str) -> None:
    told = events(f"Gunmen killed three people in Kutum on Monday. {other}")
    assert [each.fatalities for each in told if each.start and each.start.day == 19] == [3]


@pytest.mark.parametrize(
    "more",
    [
        "A policeman died in hospital on Wednesday.",
        "A policeman died of her wounds at a clinic in Nyala on Wednesday.",
        "Another policeman died on Wednesday.",
        "His wife died on Wednesday.",
        "Doctors received nine of the wounded, two of whom died overnight.",
    ],
)
def test_who_dies_later_in_hospital_or_is_known_makes_no_row(more: str) -> None:
    told = events(f"Gunmen killed three people in Kutum on Monday. {more}")
    assert [each.start and each.start.day for each in told] == [19]


@pytest.mark.parametrize(
    "report",
    [
        "Gunmen shot a councillor in Kutum on Monday. He died on Wednesday.",
        "A rocket hit the prison in Kutum on Monday, wounding nine. One of those wounded in the prison died on Wednesday.",
        "Gunmen wounded a priest in Kutum on Monday. The priest died on Wednesday, two days after gunmen attacked his church.",
    ],
)
def test_who_was_hurt_and_is_told_again_dies_of_that(report: str) -> None:
    assert [(each.fatalities, each.start and each.start.day) for each in events(report)] == [(1, 19)]
