"""The days and hours that stand over the entries of a chronicle, and those on which somebody only spoke."""

from datetime import date
from itertools import product

import pytest

from dashboard.extraction import Event, read_report
from dashboard.temporal import read_time
from dashboard.text import Report

PUBLISHED = date(2025, 1, 22)  # a Wednesday
HEAD = "CHRONOLOGY | Quevedo, nine months of violence\n\nQuevedo, in Ecuador, closed a violent year.\n\n"
LABELS = {
    "{mark}May 2{colon}": ("2024-05-02", "2024-05-03"),
    "{mark}May 2, 2024{colon}": ("2024-05-02", "2024-05-03"),
    "{mark}2 May 2024{colon}": ("2024-05-02", "2024-05-03"),
    "{mark}Thursday, May 2{colon}": ("2024-05-02", "2024-05-03"),
}
ACTS = {
    "The prosecutor is shot at on her way to work.": "Attack",
    "Merchants close their shops and march.": "Peaceful protest",
    "A family of six is murdered in a house.": "Attack",
    "A grenade is thrown at a police post.": "Grenade",
}


def events(text: str) -> tuple[Event, ...]:
    return tuple(read_report(Report(text, published=PUBLISHED)).events)


def test_the_act_of_an_entry_that_names_no_place_has_the_day_over_it() -> None:
    wrong = []
    for (label, (first, last)), (act, kind), mark, apart in product(
        LABELS.items(), ACTS.items(), ("• ", ""), (False, True)
    ):
        head = label.format(mark=mark, colon="" if apart else ":")
        text = f"{HEAD}{head}{chr(10) if apart else ' '}{act}\n\n{mark}September 29{chr(10) if apart else ': '}Gunmen kill three people in Mocache."
        found = [
            each
            for each in events(text)
            if each.sub_event_type == kind
            and (f"{each.start:%F}", f"{each.end:%F}") == (first, last)
            and each.location == "Quevedo"
        ]
        wrong += [] if len(found) == 1 else [text]
    assert not wrong


def test_days_over_an_entry_are_all_those_of_its_first_act() -> None:
    text = f"{HEAD}• April 17\nFive people are killed in Mocache.\n\n• October 21 and 22\nTwo buses are set on fire in Valencia."
    assert (f"{events(text)[-1].start:%F}", f"{events(text)[-1].end:%F}") == ("2024-10-21", "2024-10-23")


def test_an_hour_over_an_entry_is_that_of_its_first_act() -> None:
    text = f"{HEAD}• April 17, 2024\nFive people are killed in Mocache.\n\n• August 11, 23:40\nA bomb destroys the facade of the town hall."
    assert f"{events(text)[-1].start:%F %H:%M}" == "2024-08-11 23:40"


@pytest.mark.parametrize("between", ["• July\nSoldiers patrol the market.\n\n", "2025\n", ""])
def test_the_next_entry_of_a_list_counts_from_the_report(between: str) -> None:
    text = f"{HEAD}• December 24\nGunmen kill six people in Mocache.\n\n{between}• Last Sunday: a councilman is gunned down in Quevedo."
    assert [f"{each.start:%F}" for each in events(text)] == ["2024-12-24", "2025-01-19"]


def starts(text: str) -> list[str]:
    return [
        f"{each.interval.start:%d %H}"
        for each in read_time(text, PUBLISHED).timexes
        if each.interval and each.interval.start
    ]


@pytest.mark.parametrize(
    ("spoken", "clock"),
    [
        ("“We are finding bodies,” he said on Tuesday evening. A policeman was hit at 7 a.m.", "20 07"),
        ("According to a resident reached by telephone this Tuesday, they came at 7 a.m.", "20 07"),
        ("A resident contacted on Tuesday said that they came at 7 a.m.", "20 07"),
        ("Images of January 21 show burned houses. Police came at 7 a.m.", "20 07"),
        ("We tell more in the January 21 assessment. Police came at 7 a.m.", "20 07"),
        ("On Tuesday the gunmen came back. Police came at 7 a.m.", "21 07"),
        ("Police said on Tuesday that a second village was attacked at 7 a.m.", "21 07"),
    ],
)  # fmt: skip
def test_a_clock_is_of_the_day_of_the_act_and_not_of_the_day_of_speaking(spoken: str, clock: str) -> None:
    assert starts(f"On Monday gunmen attacked the town. {spoken}")[-1] == clock


def test_footage_that_somebody_geolocated_shows_an_act() -> None:
    text = "Geolocated footage published on January 20 indicates that Russian forces seized Kolisnykivka."
    assert [f"{each.start:%F}" for each in events(text)] == ["2025-01-20"]


def test_a_headline_has_the_day_that_its_story_tells() -> None:
    text = (
        "Gressier: at least ten residents killed by gangs\n\nOn Monday armed men attacked the town.\n\n"
        "At least ten residents were killed, the deputy mayor said."
    )
    assert [(f"{each.start:%F}", each.fatalities) for each in events(text)] == [("2025-01-20", 10)]


OPENED_BY = (
    "In recent days the Observatory has also known of",
    "Since 2 January 41 people have been killed in the region. Among the incidents",
    "340 people have been killed since May",
)


def test_an_entry_with_its_day_is_no_item_of_the_sum_over_its_list() -> None:
    wrong = []
    for opens, mark, day in product(
        OPENED_BY, ("– ", "• ", "- "), ("17 January", "January 17", "17 January 2025")
    ):
        text = f"Alert\n\n{opens}:\n{mark}{day}: gunmen killed three people in Mocache.\n{mark}18 January: a bomb went off in Valencia, Ecuador."
        days = {f"{each.start:%F}" for each in events(text) if each.start}
        wrong += [] if {"2025-01-17", "2025-01-18"} <= days else [text]
    assert not wrong


def test_items_without_a_day_are_of_the_sum() -> None:
    text = "Alert\n\n340 people have been killed since May in Ecuador:\n• 120 killed in Quevedo\n• 90 killed in Valencia\n• 130 killed in Mocache"
    assert not [each for each in events(text) if each.fatalities in (120, 90, 130)]


def test_an_act_told_behind_the_place_of_a_dated_entry_is_of_that_day() -> None:
    text = (
        "{head}• 9 May: gunmen attacked a post in Mocache and killed two soldiers.\n• 12 May: {place}. {act}"
    )
    wrong = []
    for place, (act, kind) in product(
        ("Valencia, Los Ríos", "Buena Fe canton"),
        {
            "The health centre and a chapel were burned.": "Looting/property destruction",
            "Two shops were looted.": "Looting/property destruction",
        }.items(),
    ):
        found = events(text.format(head=HEAD, place=place, act=act))
        held = [each for each in found if each.sub_event_type == kind and f"{each.start:%F}" == "2024-05-12"]
        wrong += [] if len(held) == 1 else [place, act]
    assert not wrong


@pytest.mark.parametrize("later", ["The next day,", "Three days later", "Two weeks after,"])
def test_what_an_entry_goes_on_to_is_done_when_its_day_is_over(later: str) -> None:
    read = events(
        f"{HEAD}May 2: A councilman is abducted in Mocache. {later} the man is freed in Babahoyo.\n"
    )
    assert [each.modality.value for each in read] == ["happened"] * 2
    ahead = events(f"{HEAD}January 22: Gunmen shoot a man in Mocache. {later} residents march in Babahoyo.\n")
    assert ahead[-1].modality.value == "planned"
