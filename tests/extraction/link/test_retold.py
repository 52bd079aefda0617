"""One attack told in headline, lead, details, harm and reactions is one row; another act stays another."""

from datetime import date, datetime

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report

PUBLISHED = date(2024, 3, 14)  # a Thursday


def events(text: str) -> tuple[Event, ...]:
    return tuple(read_report(Report(text, published=PUBLISHED)).events)


LEAD = "Gunmen killed nine farmers in Kadugli on Tuesday."


@pytest.mark.parametrize(
    "more",
    [
        "The attack was condemned by the governor.",
        "Three people were seriously injured.",
        "Eleven others were wounded, a doctor said.",
        "The killings shocked the town.",
        "Hundreds of people fled.",
        "The raid lasted two hours, a resident said.",
        "Nobody has claimed Tuesday's massacre.",
        "Rescue workers found two bodies in the debris on Wednesday.",
        "It was the third attack on the town this year.",
    ],
)
def test_what_only_tells_again_adds_no_row(more: str) -> None:
    (event,) = events(f"{LEAD}\n\n{more}")
    assert (event.location, event.fatalities, event.start) == ("Kadugli", 9, datetime(2024, 3, 12))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("At least 12 people were killed when gunmen attacked Kadugli. Tuesday's assault is the worst this year.", 12),
        ("Armed men shot dead three teachers in Kadugli. No group has claimed the killings, which happened on Monday.", 11),
        ("Two civilians were killed in shelling of Kadugli. The shelling took place on Sunday.", 10),
        ("Soldiers killed six rebels in an ambush near Kadugli. The operation was carried out on Monday.", 11),
        ("Gunmen killed three soldiers near Kadugli. They attacked the post on Wednesday.", 13),
        ("Raiders burned a school in Kadugli.\n\nThe raid occurred on Sunday, elders said.", 10),
    ],
)  # fmt: skip
def test_the_day_that_is_told_only_later_is_the_day(text: str, start: int) -> None:
    (event,) = events(text)
    assert event.start == datetime(2024, 3, start)


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD} Another attack killed two drivers in the town on Tuesday.",
        f"{LEAD} In a separate incident, two drivers were shot dead in Kadugli on Tuesday.",
        f"{LEAD}\n\nThe army shelled Dilling on Monday.",
        f"{LEAD}\n\nThree people were injured in Dilling.",
        "Soldiers attacked a rebel camp at Kadugli on Monday; later the same day rebels attacked the soldiers there.",
        "The police shelled Kadugli on Tuesday. The rebels retaliated and shelled Kadugli on Tuesday.",
    ],
)
def test_another_act_is_another_row(text: str) -> None:
    assert len(events(text)) == 2


def test_acts_joined_in_a_sentence_share_the_day_at_its_end() -> None:
    found = events("Rebels burned a clinic in Kadugli, and soldiers shelled Dilling on Monday.")
    assert {event.start for event in found} == {datetime(2024, 3, 11)}


def test_a_part_of_a_raid_keeps_the_kind_and_the_reason() -> None:
    (event,) = events(f"{LEAD}\n\nThe gunmen later abducted two women.")
    assert event.sub_event_type == "Attack"
    assert "told again: it says what they did" in [mention.likeness for mention in event.mentions]


def test_harm_is_of_the_act_told_last() -> None:
    found = events(f"{LEAD}\n\nA mine exploded in Dilling on Monday.\n\nFour people were wounded.")
    assert [(event.location, event.injured) for event in found] == [("Kadugli", None), ("Dilling", 4)]


@pytest.mark.parametrize(
    ("text", "place", "start"),
    [
        ("Gunmen killed six in Jos on Monday morning.\n\nThe attack began at 4 a.m., a witness said.", "Jos", 4),
        ("Rockets hit a school in Idlib on Monday.\n\nIt was the Qusour quarter that the strike hit.", "Idlib", 0),
        ("Raiders killed six in Jos. The raids, which were planned well, lasted from Monday night into Tuesday morning.", "Jos", 18),
    ],
)  # fmt: skip
def test_a_detail_with_an_hour_or_a_quarter_of_its_own_is_of_the_act(
    text: str, place: str, start: int
) -> None:
    (event,) = events(text)
    assert (event.location, event.start) == (place, datetime(2024, 3, 11, start))


def test_a_massacre_is_of_the_act_that_was_deadly() -> None:
    deadly, other = events(
        "A blast killed 12 people in a market in Kunduz on Monday. Shells hit Herat on Tuesday.\n\n"
        "The massacre was condemned by the council."
    )
    assert (len(deadly.mentions), len(other.mentions)) == (2, 1)


def test_a_day_of_the_wounded_dying_is_not_that_of_the_act() -> None:
    (event,) = events(
        "Ten people were killed by gunmen in Jos. This morning two of the wounded died.\n\n"
        "The killings were carried out on Monday night, police said."
    )
    assert event.start == datetime(2024, 3, 11, 18)


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit Kadugli on Tuesday.\n\nThe blast damaged 14 houses.",
        "Shells hit Kadugli on Tuesday.\n\nFire fighters put out a fire caused by the shells on Wednesday.",
        "A suicide bomber blew himself up in Kadugli on Friday. The explosion also wounded 12.",
        "Police arrested six people in Kadugli on Monday. The detained men were taken to Khartoum.",
        "Protesters marched in Kadugli on Monday. The protest turned violent as police fired tear gas.",
        "Gunmen raid Kadugli\n\nGunmen killed nine people in Kadugli on Tuesday.\n\nThe attackers came at 8 a.m. and shot at traders.",
        "Gunmen stormed Kadugli on Monday and shot nine people. The assailants also fired rockets, he said.",
        "Soldiers clashed with rebels in Kadugli on Monday. Three homes were burned in the fighting.",
    ],
)
def test_what_came_of_an_act_is_no_second_one(text: str) -> None:
    assert len(events(text)) == 1


def test_two_towns_that_are_named_are_two_however_near() -> None:
    found = events(
        "Warplanes bombed Saqba on Monday, killing two. Warplanes bombed Zamalka on Monday, killing three."
    )
    assert [(each.location, each.fatalities) for each in found] == [("Saqba", 2), ("Zamalka", 3)]


def test_what_is_done_in_a_place_named_since_is_another_act() -> None:
    found = events(
        "Clashes shook Kadugli on Monday. In Dilling, rebels were active again: they abducted two nurses."
    )
    assert [each.location for each in found] == ["Kadugli", "Dilling"]
