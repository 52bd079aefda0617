"""Reports to events: times handed on between clauses, mentions merged, nothing lost."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.extraction import Event, Reading, read_report
from dashboard.text import Report

MONDAY = date(2018, 5, 21)


def read(text: str, day: date | None = MONDAY) -> Reading:
    return read_report(Report(text, published=day))


def only(reading: Reading) -> Event:
    (event,) = reading.events
    return event


def test_a_clause_takes_the_time_of_the_clause_that_elaborates_it() -> None:
    event = only(read("The militia burned its headquarters in Homs, where smoke was seen this morning."))
    assert (event.start, event.end) == (datetime(2018, 5, 21, 6), datetime(2018, 5, 21, 12))


def test_the_assault_is_the_one_told_before_it_though_told_with_no_time() -> None:
    text = (
        "In the early hours of Saturday the rebels attacked army positions east of Homs; the fighting lasted "
        "until noon. The army said it had repelled the assault."
    )
    event = only(read(text))
    assert event.start == datetime(2018, 5, 19)
    assert len(event.mentions) == 3


def test_what_a_paragraph_tells_next_is_of_the_day_told_before() -> None:
    first, second = read("Shells fell on Homs on Friday. Gunmen killed a trader in Hama.").events
    assert (first.start, second.start) == (datetime(2018, 5, 18), datetime(2018, 5, 18))


def test_what_is_told_after_a_clock_time_is_of_that_day_and_not_that_minute() -> None:
    _, second = read("Shells fell on Homs at 14:30 on Friday. Gunmen killed a trader in Hama.").events
    assert (second.start, second.end) == (datetime(2018, 5, 18), datetime(2018, 5, 19))


def test_a_clock_time_that_stands_alone_is_that_of_the_sentence_after_it() -> None:
    assert only(read("Friday, 23:15. Gunmen killed a trader in Hama.")).start == datetime(2018, 5, 18, 23, 15)


def test_the_dead_of_a_clash_told_in_the_next_sentence_are_its_toll() -> None:
    event = only(read("Police clashed with gunmen in Homs on Friday. Two suspects were shot dead."))
    assert (event.sub_event_type, event.fatalities) == ("Armed clash", 2)


def test_a_dateline_is_no_place_of_what_is_told_elsewhere() -> None:
    event = only(
        read("DAMASCUS, Monday, May 21 – Shells hit a mill in Homs on Friday. Five millers were killed.")
    )
    assert (event.location, event.fatalities) == ("Homs", 5)


def test_a_headline_is_no_event_beside_what_it_sums_up() -> None:
    text = "Raiders burn village, two dead\n\nRaiders burned farms near Homs on Friday, and killed a herder and his son."
    assert [event.start for event in read(text).events] == [datetime(2018, 5, 18)] * len(read(text).events)


def test_a_title_between_paragraphs_is_no_event() -> None:
    reading = read("Shells fell on Homs on Friday.\n\nCivilian casualties\n\nGunmen killed a trader in Hama.")
    assert "Civilian casualties" in [each.text for each in reading.unread]
    assert len(reading.events) == 2


def test_what_is_set_after_the_report_is_planned() -> None:
    event = only(read("The two armies sign a truce in Homs tomorrow."))
    assert event.modality == "planned"


def test_nobody_hurt_is_no_event() -> None:
    assert read("In Homs nobody was hurt.").events == ()


def test_a_march_and_what_police_did_to_it_are_one_event() -> None:
    event = only(
        read("Students marched in Homs on Friday. Police fired tear gas at the march in Homs on Friday.")
    )
    assert event.sub_event_type == "Protest with intervention"


def test_a_story_goes_on_telling_of_the_day_of_its_first_event() -> None:
    text = (
        "On Saturday the rebels attacked army positions in Homs.\n\nThe army shelled Douma after the assault."
    )
    days = {event.sub_event_type: event.start for event in read(text).events}
    assert days["Shelling/artillery/missile attack"] == datetime(2018, 5, 19)


def test_the_place_of_a_dateline_gives_way_to_the_road_that_is_told() -> None:
    text = "Damascus, 21 Sept. (Example Agency) – A mine killed two soldiers on the road between Homs and Palmyra."
    assert only(read(text)).location == "road from Homs to Palmyra"


def test_harm_told_in_another_town_is_an_event_of_its_own() -> None:
    text = "A shell killed a woman in Douma at 5 p.m. on Saturday. Two men, aged 60 and 71, were injured in Palmyra."
    events = {event.location: event for event in read(text).events}
    assert set(events) == {"Douma", "Palmyra"}
    assert events["Palmyra"].start == events["Douma"].start


def test_harm_with_a_time_of_its_own_is_an_event_of_its_own() -> None:
    text = "Nine villagers were killed in Homs on Saturday. The day before, two soldiers had fallen in an ambush."
    assert {event.start for event in read(text).events} == {datetime(2018, 5, 18), datetime(2018, 5, 19)}


def test_what_the_attackers_did_besides_was_where_they_attacked() -> None:
    text = "Homs. Gunmen killed nine villagers in Palmyra on Saturday. The attack is laid to bandits, who also burned forty houses."
    assert {event.location for event in read(text).events} == {"Palmyra"}


def test_a_town_on_no_map_is_not_a_city_at_the_end_of_the_world_that_sounds_alike() -> None:
    text = "Gunmen killed two soldiers in an ambush at Lodda, near Bunia in Ituri, on Saturday."
    assert only(read(text)).country == "Democratic Republic of the Congo"


DIGEST = (
    "Example Observatory – weekly digest, 3–9 November 2018\n\n"
    "Saturday 3 November: Shells hit Douma.\n"
    "Friday 9 November: Rebels fought the army at Kilo 16. A day earlier, mines killed two in Palmyra, according to Amnesty."
)


def test_the_entries_of_a_digest_are_of_the_period_that_its_heading_names() -> None:
    reading = read(DIGEST, None)
    assert reading.published is None
    assert {event.location: event.start for event in reading.events} == {
        "Douma": datetime(2018, 11, 3),
        "Kilo 16": datetime(2018, 11, 9),
        "Palmyra": datetime(2018, 11, 8),
    }
    assert not any(each.text.startswith(("Saturday", "Friday")) for each in reading.unread)


def test_who_claims_the_attack_just_told_makes_no_second_one() -> None:
    text = "A suicide bomber blew himself up in Douma on Saturday, killing six, including two women. A militant group claimed the attack."
    assert len(read(text).events) == 1


def test_a_told_event_and_its_plan_become_one() -> None:
    text = (
        "Buses left Douma towards Idlib with fighters on board after midnight of yesterday. "
        "The Observatory published yesterday that the evacuation of fighters from Douma "
        "is expected to start after the midnight of Sunday – Monday."
    )
    event = only(read(text))
    assert event.modality == "happened"
    assert len(event.mentions) == 2


def test_a_plan_stays_a_plan() -> None:
    event = only(read("The evacuation of fighters from Douma is expected to start on Thursday."))
    assert event.modality == "planned"
    assert event.start == datetime(2018, 5, 24)


def test_different_places_stay_different_events() -> None:
    reading = read("Artillery shelled Douma this morning; artillery shelled Arbin this morning.")
    assert [event.location for event in reading.events] == ["Douma", "Arbin"]


def test_different_days_stay_different_events() -> None:
    reading = read("Artillery shelled Douma on Saturday. Artillery shelled Douma on Sunday.")
    assert [str(event.start) for event in reading.events] == ["2018-05-19 00:00:00", "2018-05-20 00:00:00"]


def test_the_same_event_told_twice_is_one_row_with_two_mentions() -> None:
    reading = read(
        "Shelling kills four in Douma\n\nArtillery shelled Douma this morning, killing four people."
    )
    event = only(reading)
    assert len(event.mentions) == 2
    assert event.fatalities == 4


def test_a_headline_without_a_time_is_of_the_day_that_its_report_tells() -> None:
    reading = read("Shelling kills four in Douma\n\nArtillery shelled Douma on Sunday, killing four people.")
    event = only(reading)
    assert (event.start, len(event.mentions)) == (datetime(2018, 5, 20), 2)


def test_a_place_told_to_be_near_is_not_another_place() -> None:
    reading = read("Gunmen killed two people in Douma this morning; a nurse near Misraba is among the dead.")
    assert [event.location for event in reading.events] == ["Douma"]


def test_the_time_that_belongs_to_the_event_counts_before_the_time_of_the_telling() -> None:
    event = only(read("This morning the monitor told of last night's strikes on Douma."))
    assert (event.start, event.end) == (datetime(2018, 5, 20, 18), datetime(2018, 5, 21, 6))


def test_quiet_in_one_place_is_no_truce_because_another_place_has_one() -> None:
    reading = read(
        "A ceasefire took effect in Douma on Sunday.\n\nThe team saw a calm situation in Homs on Sunday."
    )
    assert [event.location for event in reading.events] == ["Douma"]
    assert "a lull, not an event" in {each.why for each in reading.unread}


def test_no_casualties_is_nought_and_nothing_said_is_missing() -> None:
    told = only(read("Warplanes bombed Douma this morning; no casualties were reported."))
    untold = only(read("Warplanes bombed Douma this morning."))
    assert told.fatalities == 0
    assert untold.fatalities is None


def test_without_a_date_events_stay_relative_and_say_so() -> None:
    reading = read("Artillery shelled Douma after midnight of yesterday.", None)
    event = only(reading)
    assert event.start is None
    assert "publication day, 00:00–06:00" in event.time_notes
    assert any("no publication date" in note for note in reading.notes)


def test_a_running_total_is_listed_and_not_an_event() -> None:
    reading = read("The death toll from the shelling of Douma rises to 219 since 29 December 2017.")
    assert reading.events == ()
    assert any("running total" in unread.why for unread in reading.unread)


def test_a_future_date_is_read_and_marked_planned() -> None:
    event = only(read("The army will withdraw from Homs on 3 June 2030."))
    assert event.modality == "planned"
    assert event.start == datetime(2030, 6, 3)


def test_an_empty_report_has_no_events() -> None:
    assert read("").events == ()


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_at_all_is_read_without_an_exception(text: str) -> None:
    reading = read(text, None)
    for event in reading.events:
        for mention in event.mentions:
            assert text[mention.char_start : mention.char_end] == mention.quote


def test_an_unrelated_sentence_changes_no_other_event() -> None:
    one = "Artillery shelled Douma this morning."
    both = read(f"{one} Farmers in Homs sold their wheat.")
    assert [(event.start, event.location) for event in both.events] == [
        (event.start, event.location) for event in read(one).events
    ]


@pytest.mark.parametrize(
    ("words", "sub_event_type"),
    [
        ("Russian troops captured a village near Kherson in Ukraine.", "Non-state actor overtakes territory"),
        ("Ukrainian troops captured a village near Kherson in Ukraine.", "Government regains territory"),
        ("Rwandan troops recaptured Palma in Mozambique.", "Government regains territory"),
    ],
)
def test_what_a_foreign_army_takes_is_not_regained_by_the_government(words: str, sub_event_type: str) -> None:
    assert only(read(words)).sub_event_type == sub_event_type


def test_the_missing_the_captured_and_the_displaced_stay_apart_from_the_dead() -> None:
    event = only(
        read(
            "Gunmen raided Douma this morning, killing two people, abducting six traders and wounding three."
        )
    )
    assert (event.fatalities, event.injured, event.captured, event.missing) == (2, 3, 6, None)
    assert event.harm_text == "wounded: three; captured: six"


def test_half_characters_are_read_past_and_the_words_stand_where_they_stood() -> None:
    text = "\ud800 Shells hit Homs yesterday \udc80, killing three \ud83d civilians in the \udfff camp."
    report = Report(text, published=date(2018, 5, 21))
    (event,) = read_report(report).events
    mention = event.mentions[0]
    assert text[mention.char_start : mention.char_end] == mention.quote
    assert (event.fatalities, report.report_id) == (3, Report(text).report_id)
