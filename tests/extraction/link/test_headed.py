"""A headline, a lead or a title belongs to the event below that it names; one that names another stays."""

from datetime import date, datetime

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report


def _events(*paragraphs: str) -> tuple[Event, ...]:
    return tuple(read_report(Report("\n\n".join(paragraphs), published=date(2024, 3, 14))).events)


@pytest.mark.parametrize(
    "paragraphs",
    [
        (
            "Gunmen kill nine in raid on Sudanese village",
            "Gunmen killed at least nine people in an attack on a village in Sudan, an official said on Thursday.",
            "They came into Kadugli on Tuesday evening and opened fire in the market.",
        ),
        (
            "Nine dead in attack in Sudan",
            "Shells fell on the market of Kadugli on Tuesday evening, killing nine.",
        ),
        (
            "Gunmen kill nine in Sudan's Kadugli",
            "Gunmen burned houses in Kadugli on Tuesday evening.",
        ),
    ],
)
def test_what_heads_a_report_is_the_event_it_tells(paragraphs: tuple[str, ...]) -> None:
    (event,) = _events(*paragraphs)
    assert (event.location, event.fatalities) == ("Kadugli", 9)
    assert event.start == datetime(2024, 3, 12, 18)


def test_the_title_of_an_entry_is_what_the_entry_tells() -> None:
    (event,) = _events(
        "Sudan live",
        "10:30",
        "Overnight attack on Kadugli",
        "Three people were hurt when missiles fell on Kadugli overnight, its governor says.",
    )
    assert (event.location, str(event.sub_event_type)) == ("Kadugli", "Shelling/artillery/missile attack")


def test_drones_shot_down_in_an_attack_are_no_second_event() -> None:
    (event,) = _events("Drones struck a depot in Kadugli overnight. The army says it shot down six drones.")
    assert str(event.sub_event_type) == "Air/drone strike"


def test_a_headline_with_another_toll_is_not_the_event_below() -> None:
    events = _events(
        "Nine people were killed in an attack on Dilling.",
        "Gunmen killed two shepherds near Kadugli on Tuesday.",
    )
    assert [(each.location, each.fatalities) for each in events] == [("Dilling", 9), ("near Kadugli", 2)]


def test_a_label_before_a_colon_is_the_place_of_its_line() -> None:
    events = _events(
        "The monitor documented today:",
        "- Sarmin: a warplane fired two missiles at the outskirts.",
        "- Ariha: helicopters dropped four barrel bombs on the southern quarter, three children killed.",
    )
    assert [(each.location, each.fatalities) for each in events] == [("Sarmin", None), ("Ariha", 3)]


def test_the_labels_of_a_list_are_places_though_no_map_has_them() -> None:
    events = _events(
        "Incidents of the week, 7-13 March 2024",
        "Thu 7 March, Watulu: rebels killed three farmers.",
        "Sat 9 March, Mavune: gunmen abducted two traders.",
        "Mon 11 March, Bambura: rebels looted shops.",
    )
    assert [(each.location, each.start and each.start.day) for each in events] == [
        ("Watulu", 7),
        ("Mavune", 9),
        ("Bambura", 11),
    ]


def test_a_lead_below_a_stamp_and_a_byline_is_what_is_told_below_it() -> None:
    (event,) = _events(
        "Gunmen kill nine in raid on Sudanese village",
        "By our correspondent",
        "14 March 2024, 09:10",
        "Gunmen killed at least nine people in an attack on a village in Sudan, an official said on Thursday.",
        "They came into Kadugli on Tuesday evening and opened fire in the market.",
    )
    assert (event.location, event.fatalities, event.start) == ("Kadugli", 9, datetime(2024, 3, 12, 18))


def test_a_lead_goes_to_nothing_that_tells_neither_place_nor_day() -> None:
    events = _events(
        "Example Observatory",
        "Two children killed in mine explosion",
        "On Mar 14, 2024",
        "Two children were killed in the explosion of a mine in Kadugli.",
        "• 5 died in Darfur and its surroundings.",
        "Such mines have wounded 102 others in the same time.",
    )
    assert ("Kadugli", 2) in [(each.location, each.fatalities) for each in events]


def test_a_digest_that_goes_on_in_its_first_paragraph_has_no_lead_over_what_follows() -> None:
    events = _events(
        "SUDAN – DAILY NOTE",
        "Thursday, 14 March 2024",
        "KADUGLI. Gunmen attacked Kadugli before dawn on Wednesday. The army flew at least 22 air strikes in Blue Nile state on Wednesday.(2)",
        "A missile struck Dilling at 9 p.m. on Tuesday and wounded three people.(3)",
        "Five civilians were killed when a shell hit their house in Talodi on Wednesday morning.",
    )
    assert "Air/drone strike" in [str(each.sub_event_type) for each in events]


@pytest.mark.parametrize(
    ("account", "rows"),
    [
        ("The source said that gunmen opened fire on farmers in the Sinsil area on Tuesday evening.", 1),
        ("The source said that gunmen opened fire on farmers in Dilling on Tuesday evening.", 2),
        ("The source said that gunmen shot nine soldiers dead in the Sinsil area on Tuesday evening.", 2),
    ],
)
def test_a_lead_with_no_day_is_what_its_source_tells_next_at_a_place_on_no_map(
    account: str, rows: int
) -> None:
    lead = "Three farmers were killed in an attack on the outskirts of Kadugli, a source told the agency."
    events = _events("Three farmers killed in Sudan", lead, account, "They were buried.")
    assert len(events) == rows
    assert rows > 1 or (events[0].fatalities, events[0].start) == (3, datetime(2024, 3, 12, 18))


@pytest.mark.parametrize(
    ("title", "below", "town"),
    [
        (
            "Israeli forces shoot dead two in Hebron",
            "Two young men were shot by soldiers near Sa'ir on Monday.",
            "Sa",
        ),
        ("US strike hits factory in Hodeidah", "An airstrike hit a cotton gin in Bajil on Monday.", "jil"),
        (
            "Drone attack on Sumy",
            "A drone hit a car in the village of Velyka Pysarivka on Monday morning.",
            "Velyka",
        ),
    ],
)
def test_the_title_of_a_post_is_of_the_village_told_in_the_post(title: str, below: str, town: str) -> None:
    events = _events("Live updates", "08:35", title, below)
    assert [town in each.location for each in events] == [True]


def test_an_attack_told_by_its_region_is_the_one_that_struck_a_town_of_it() -> None:
    events = _events(
        "Seven killed in twin suicide attack in Cameroon's Far North",
        "Two girls blew themselves up in Cameroon's Far North region, killing seven, sources said on Monday.",
        "The attack on Sunday struck Kolofata, a town close to the border.",
    )
    assert [each.fatalities for each in events] == [7]


def test_what_an_ambush_came_after_is_no_part_of_it() -> None:
    events = _events(
        "Gunmen killed two drivers in an ambush at Jos on Monday.",
        "The ambush came days after at least three people were killed in violence at Kano on March 8.",
    )
    assert sorted(each.location for each in events) == ["Jos", "Kano"]
