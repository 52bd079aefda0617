"""Days that the report tells elsewhere: set right by a correction, told with the telling, counted from, or by a length from an act."""

from datetime import date

import pytest

from dashboard.extraction import Event, Reading, read_report
from dashboard.extraction.model import UnreadReason
from dashboard.text import Report

PUBLISHED = date(2018, 3, 8)  # a Thursday


def read(text: str) -> Reading:
    return read_report(Report(text, published=PUBLISHED))


def told(event: Event) -> tuple[str, str]:
    return event.location, f"{event.start:%d %H}–{event.end:%d %H}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "14:00 Shells hit Douma on Monday, killing three.\n\n15:00 Correction: Tuesday, not Monday.",
            [("Douma", "06 00–07 00")],
        ),
        (
            "A convoy came under fire in Homs on Monday, the army said. CORRECTION: the convoy was fired upon on Sunday, not Monday.",
            [("Homs", "04 00–05 00")],
        ),
        (
            (
                "Correction: an earlier post said the strike on Douma was on Tuesday night. It was last night.\n\n"
                "Nine people died when jets bombed Douma on Tuesday night."
            ),
            [("Douma", "07 18–08 06")],
        ),
        (
            "A bomb in Homs killed two people at 11 am.\n\nUpdate: the blast in Homs was at 10 am, not 11 am.",
            [("Homs", "08 10–08 11")],
        ),
        (
            (
                "Gunmen killed four people in Homs on Monday evening. Gunmen killed two people in Daraa on Monday. "
                "Correction: the attack in Homs was on Sunday, not Monday."
            ),
            [("Homs", "04 18–05 00"), ("Daraa", "05 00–06 00")],
        ),
    ],
)
def test_a_correction_moves_the_act_and_is_none(text: str, expected: list[tuple[str, str]]) -> None:
    reading = read(text)
    assert [told(each) for each in reading.events] == expected
    assert "set right in the report itself" in reading.events[0].time_notes


def test_a_correction_says_why_it_made_no_event() -> None:
    text = "Shells hit Douma on Monday. The shelling of Douma was on Sunday, not Monday."
    assert UnreadReason.CORRECTION in [each.reason for each in read(text).unread]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen shot three men in Homs at 5 am. Police said on Wednesday that they were traders.", ("Homs", "07 05–07 06")),
        ("Gunmen shot three men in Homs at 5 am. A curfew was imposed on Wednesday.", ("Homs", "08 05–08 06")),
        ("Gunmen shot three men in Homs at 5 am on Tuesday. Police said on Wednesday that they were traders.", ("Homs", "06 05–06 06")),
        (
            (
                "A gang fell upon a town and killed 70 people.\n\nThe attack in Homs was a massacre, the judge said.\n\n"
                "A month before Tuesday's rampage the police had left."
            ),
            ("Homs", "06 00–07 00"),
        ),
        ("On 4 March, at 14:50, a house was hit in Homs; seven men were reported killed.", ("Homs", "04 14–04 14")),
    ],
)  # fmt: skip
def test_an_act_has_the_day_that_other_words_tell(text: str, expected: tuple[str, str]) -> None:
    (event,) = read(text).events
    assert told(event) == expected


def test_the_act_told_by_its_distance_is_another() -> None:
    text = (
        "A missile hit Douma on Wednesday, killing five. The strike came five days after bombs levelled a school in Homs, "
        "where two teachers died."
    )
    assert [(*told(each), each.fatalities) for each in read(text).events] == [
        ("Douma", "07 00–08 00", 5),
        ("Homs", "02 00–03 00", 2),
    ]


def test_a_distance_from_what_is_no_act_dates_nothing() -> None:
    text = "Gunmen killed six people in Homs on Monday. The attack came two days after the ceasefire."
    assert [told(each) for each in read(text).events] == [("Homs", "05 00–06 00")]


def test_a_headline_that_goes_on_lengthens_no_act_with_a_day() -> None:
    text = (
        "Battles go on in Homs and Daraa\n\nIn Homs heavy clashes between the army and rebels continued on Tuesday morning.\n\n"
        "In Daraa the army fought rebels on Wednesday."
    )
    assert ("Homs", "06 06–06 12") in [told(each) for each in read(text).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on Homs on 5 and 6 March, killing nine.", ("05 00–07 00", "5 and 6 March", "")),
        ("Clashes took place in Homs on Monday, Tuesday and Wednesday.", ("05 00–08 00", "Monday, Tuesday and Wednesday", "")),
        ("Shells fell on Homs on 3 and 5 March.", ("03 00–04 00", "3", "other days are named beside it: 05 March")),
    ],
)  # fmt: skip
def test_days_that_follow_each_other_are_one_time(text: str, expected: tuple[str, str, str]) -> None:
    (event,) = read(text).events
    assert (told(event)[1], event.time_text, event.time_notes) == expected


def test_days_of_two_acts_stay_apart() -> None:
    text = "Rockets hit Homs on Monday, and on Tuesday shells fell on Daraa."
    assert [told(each) for each in read(text).events] == [("Homs", "05 00–06 00"), ("Daraa", "06 00–07 00")]


def test_the_camp_is_the_place_and_not_the_town_behind_it() -> None:
    text = (
        "On 4 March, at 14:50, a house was hit in Yarmouk camp, in Damascus; seven men were reported killed."
    )
    assert [told(each)[0] for each in read(text).events] == ["Yarmouk Camp"]


def test_a_clock_time_of_no_known_place_says_that_it_is_taken_as_utc() -> None:
    unknown, known, day = (
        read(text).events[0].time_notes
        for text in (
            "At 14:00 a mine killed two people near Xyzt.",
            "At 14:00 a mine killed two people near Homs.",
            "On Monday a mine killed two people near Xyzt.",
        )
    )
    assert "taken as UTC" in unknown
    assert "UTC" not in known + day
