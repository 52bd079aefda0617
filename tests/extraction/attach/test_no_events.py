"""Sums, background and notes of no harm are no events; one act of the past hours is one."""

from datetime import date

import pytest

from dashboard.extraction import Reading, read_report
from dashboard.extraction.acled import SubEventType
from dashboard.extraction.model import UnreadReason
from dashboard.text import Report

_DAY = date(2024, 7, 4)


def _read(text: str) -> Reading:
    return read_report(Report(text, published=_DAY))


@pytest.mark.parametrize(
    "sum_",
    [
        "Over 2400 have been injured.",
        "More than 1900 have been killed in Plateau.",
        "As of 1 July, 310 people had been killed in Plateau.",
        "By 30 June, 88 guards had been killed.",
        "The conflict has killed 900 people in Plateau.",
        "Up to now the siege has cost 70 villagers their lives.",
        "In the past 48 hours, 31 people were killed.",
    ],
)
def test_a_sum_before_an_event_adds_none(sum_: str) -> None:
    reading = _read(f"{sum_} Shells hit Kadugli on Tuesday, killing three.")
    (event,) = reading.events
    assert event.fatalities == 3
    assert UnreadReason.RUNNING_TOTAL in [each.reason for each in reading.unread]


def test_the_items_of_a_sum_are_none_either() -> None:
    lines = [
        "The toll of raids since January is as follows:",
        "• 9 guards were killed in raids.",
        "• 4 herders were killed by gunmen.",
    ]
    assert not _read("\n\n".join(lines)).events


def test_a_second_list_of_a_sum_is_none_either() -> None:
    lines = [
        "Operations have left 145 people dead since early March. In detail:",
        "• Guards: nine, killed by raiders.",
        "By region the attacks are spread like this:",
        "- Kadugli: three guards were killed in one operation.",
    ]
    assert not _read("\n\n".join(lines)).events


def test_an_item_with_its_own_day_is_an_event() -> None:
    lines = [
        "The toll of raids since January is as follows:",
        "• 9 guards were killed in a raid on Kadugli on Tuesday.",
    ]
    (event,) = _read("\n\n".join(lines)).events
    assert event.fatalities == 9


@pytest.mark.parametrize(
    "text",
    [
        "Two guards were killed in an ambush near Kadugli in the last hours.",
        "Over the past few hours a mine killed a driver near Kadugli.",
    ],
)
def test_one_act_of_the_past_hours_is_an_event(text: str) -> None:
    (event,) = _read(text).events
    assert event.fatalities


def test_a_note_that_nobody_was_hurt_belongs_to_the_event_before() -> None:
    (event,) = _read("Rebels shelled Kadugli on Tuesday. A wall fell.\n\nNo injuries were reported.").events
    assert event.fatalities == 0
    assert event.injured == 0
    (event,) = _read("Rebels shelled Kadugli on Tuesday. A wall fell.\n\nThere were no casualties.").events
    assert event.fatalities == 0


def test_a_note_on_another_place_is_not_the_events() -> None:
    text = "Rebels shelled Kadugli on Tuesday.\n\nIn Dilling there were no casualties."
    assert [each.fatalities for each in _read(text).events if each.location == "Kadugli"] == [None]


def test_where_nothing_is_known_of_harm_nothing_is_said() -> None:
    reading = _read("Nobody was known to be hurt when night fell. A blast hit Kadugli on Tuesday morning.")
    (event,) = reading.events
    assert event.fatalities is None


def test_the_kind_of_event_is_not_that_of_another_told_beside_it() -> None:
    (event,) = _read(
        "Two people were killed when shells hit Kadugli on Tuesday, a week after a car bombing."
    ).events
    assert event.sub_event_type is SubEventType.SHELLING


@pytest.mark.parametrize(
    "background",
    [
        "The group has carried out many attacks since Chad sent troops in 2011.",
        "There have been dozens of raids in recent months.",
        "The movement, which seized power in August 2021, was silent.",
        "Over the past week 23 settlements came under fire.",
    ],
)
def test_what_is_told_of_long_ago_or_of_many_days_adds_no_event(background: str) -> None:
    (event,) = _read(f"Shells hit Kadugli on Tuesday, killing three. {background}").events
    assert event.fatalities == 3
