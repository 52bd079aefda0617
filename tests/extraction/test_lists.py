"""Lists of strikes told in one breath, and running totals that are no events."""

from datetime import date, datetime

from dashboard.extraction import Event, Reading, read_report
from dashboard.text import Report

THURSDAY = date(2018, 1, 25)


def read(text: str, day: date = THURSDAY) -> Reading:
    return read_report(Report(text, published=day))


def told(events: tuple[Event, ...]) -> list[tuple[str, int | None]]:
    return [(event.location, event.fatalities) for event in events]


def test_a_count_a_place_is_an_event_each_and_the_sum_is_none() -> None:
    text = (
        "That makes 9 deaths in the last 24 hours: 6 in shelling on Douma, 2 in artillery fire on Arbin, "
        "and one in an air raid on Zamalka."
    )
    assert told(read(text).events) == [("Douma", 6), ("Arbin", 2), ("Zamalka", 1)]


def test_shares_of_a_total_by_kind_are_no_events() -> None:
    text = (
        "In all 40 people have died in Douma since the 2nd of January 2018: 30 in air raids, 10 by rockets."
    )
    assert read(text).events == ()


def test_the_items_of_a_list_are_of_the_kind_told_before_it() -> None:
    text = (
        "Turkish drones carried out 3 strikes this morning on the province of Al-Hasakah. "
        "Among them: the mill at Qamishli; a depot in Dharwat; stores near Amuda."
    )
    events = read(text).events
    assert [event.location for event in events] == ["Qamishli", "Dharwat", "near ‘Āmūdā"]
    assert {event.sub_event_type for event in events} == {"Air/drone strike"}
    assert {event.start for event in events} == {datetime(2018, 1, 25, 6)}
    assert {event.actor1 for event in events} == {"Military Forces of Turkey"}


def test_and_before_a_clause_of_its_own_starts_another_event() -> None:
    text = "Yesterday the army shelled Douma, and rockets hit Arbin."
    events = read(text).events
    assert [event.location for event in events] == ["Douma", "Arbin"]
    assert {event.start for event in events} == {datetime(2018, 1, 24)}


def test_and_in_a_list_of_places_starts_none() -> None:
    (event,) = read("Artillery on Douma, Arbin, and Zamalka was heavy this morning.").events
    assert event.location == "Douma"


def test_quiet_that_nobody_agreed_on_is_listed_and_no_event() -> None:
    reading = read("A wary calm has held in Douma since yesterday evening.")
    assert reading.events == ()
    assert "a lull, not an event" in {each.why for each in reading.unread}


def test_a_death_in_another_place_is_of_the_kind_told_just_before() -> None:
    text = "Army artillery shelled Douma this morning. That fire killed two women in Arbin."
    first, second = read(text).events
    assert (first.location, first.fatalities) == ("Douma", None)
    assert (second.location, second.fatalities) == ("Arbin", 2)
    assert second.event_type == first.event_type


def test_a_sum_shared_out_by_place_is_nobody_elses_toll() -> None:
    text = "Militants fired rockets at Arbin. The ministry said 15 people were killed: 9 in Douma and 6 in Zamalka."
    (event,) = read(text).events
    assert (event.location, event.fatalities) == ("Arbin", None)
