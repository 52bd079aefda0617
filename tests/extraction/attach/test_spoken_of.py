"""What is judged, called for, counted among others or brought to hospital is no event; what happened beside it is one."""

from datetime import date

import pytest

from dashboard.extraction import Reading, read_report
from dashboard.extraction.model import UnreadReason
from dashboard.text import Report

_STRIKE = "Shells hit Kadugli on Tuesday, killing three."


def _read(text: str) -> Reading:
    return read_report(Report(text, published=date(2024, 7, 4)))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("A court has jailed a militia leader for the massacre of villagers.", UnreadReason.ON_TRIAL),
        ("Judges found that he had ordered the attack in which gunmen shot farmers.", UnreadReason.ON_TRIAL),
        ("He went on trial over the killing of two teachers.", UnreadReason.ON_TRIAL),
        ("Attacks on clinics must stop.", UnreadReason.CALLED_FOR),
        ("The union called on both sides to stop attacks on clinics.", UnreadReason.CALLED_FOR),
        ("The killing of health workers must end.", UnreadReason.CALLED_FOR),
        ("It was the third attack on the town in a year.", UnreadReason.MENTIONED),
        ("It was the deadliest raid of the season.", UnreadReason.MENTIONED),
        ("Rebels have fired at the garrison 166 times since May.", UnreadReason.RUNNING_TOTAL),
        ("Battles have become rarer.", UnreadReason.RUNNING_TOTAL),
        ("Fighting continued to hamper the convoys throughout the month.", UnreadReason.RUNNING_TOTAL),
        ("Of the schools there, 65 per cent have been hit in shelling.", UnreadReason.RUNNING_TOTAL),
        ("The wounded were taken by helicopter to Khartoum.", UnreadReason.HARM_BESIDE),
        ("Two nurses were among the dead.", UnreadReason.HARM_BEFORE),
        ("The team treats 80 survivors of sexual violence.", UnreadReason.MENTIONED),
        ("“My father was killed and left in the street,” one said.", UnreadReason.MENTIONED),
        ("How many were killed is not known.", UnreadReason.MENTIONED),
    ],
)
def test_what_is_only_spoken_of_adds_no_row(words: str, why: UnreadReason) -> None:
    reading = _read(f"{_STRIKE}\n\n{words}")
    (event,) = reading.events
    assert event.fatalities == 3
    assert why in [each.reason for each in reading.unread]


@pytest.mark.parametrize(
    "words",
    [
        "No fewer than 30 people were killed in an air strike on Dilling on Wednesday.",
        "Gunmen shot dead a judge in Dilling on Wednesday.",
        "An air strike on Dilling destroyed 40 per cent of the market on Wednesday.",
        "Hundreds marched in Dilling on Wednesday to demand an end to the war.",
        "Fighting in Dilling goes on.",
        "He was convicted of an attack on Dilling in April 2011 that killed nine farmers.",
    ],
)
def test_what_happened_is_an_event_though_its_words_are_like_those(words: str) -> None:
    assert "Dilling" in [each.location for each in _read(f"{_STRIKE}\n\n{words}").events]


def test_what_tells_neither_when_nor_where_is_no_row_beside_what_does() -> None:
    reading = _read(
        "Warplanes struck Kadugli, killing three.\n\nSoldiers detained 44 members of staff, its head said."
    )
    assert [each.fatalities for each in reading.events] == [3]
    assert UnreadReason.UNPLACED in [each.reason for each in reading.unread]


def test_what_is_all_that_a_report_tells_stays_a_row() -> None:
    assert len(_read("Soldiers detained 44 members of staff, its head said.").events) == 1
