"""A sum over acts that are told one by one behind it is no act; the hurt of one act are told in a second clause."""

from datetime import date

import pytest

from dashboard.extraction import Reading, read_report
from dashboard.text import Report


def _read(text: str) -> Reading:
    return read_report(Report(text, published=date(2022, 9, 4)))


def _tolls(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(each.location, each.fatalities, each.injured) for each in _read(text).events]


def test_a_lead_over_two_attacks_adds_no_row() -> None:
    parts = "In Tikrit, gunmen killed four at a checkpoint. In Samarra, a bomb killed three."
    lead = "Two attacks in Iraq left seven policemen dead on Friday."
    assert [toll for _, toll, _ in _tolls(f"{lead} {parts}")] == [4, 3]


def test_two_attacks_told_together_are_read_where_nothing_tells_them_apart() -> None:
    assert _tolls("Two attacks in Tikrit left seven policemen dead on Friday.")[0][1] == 7


def test_a_lead_whose_parts_come_to_less_stays() -> None:
    parts = "In Tikrit, gunmen killed four at a checkpoint. In Samarra, a bomb killed one."
    assert 9 in [toll for _, toll, _ in _tolls(f"Two attacks left nine dead on Friday in Baghdad. {parts}")]


def test_the_hurt_in_a_second_clause_are_of_the_same_act() -> None:
    text = "Three militants were killed in Kulgam on Friday, and two soldiers were wounded."
    assert _tolls(text) == [("Kulgam", 3, 2)]


def test_a_sum_behind_a_comma_hides_no_event() -> None:
    text = "Gunmen killed nine people in Djibo on Friday, bringing the week's toll to 31."
    assert _tolls(text) == [("Djibo", 9, None)]


def test_a_sum_of_the_year_hides_no_attack_that_leads_to_it() -> None:
    text = "At least 30 people died in Sunday's attack on Kidal, bringing to 200 the number killed this year."
    assert _tolls(text) == [("Kidal", 30, None)]


@pytest.mark.parametrize(
    "text",
    [
        "The army bombed Homs on Friday and struck Idlib on Saturday.",
        "Rebels attacked Homs on Friday and hit Idlib on Saturday.",
    ],
)
def test_who_did_the_first_of_two_acts_did_the_second(text: str) -> None:
    first, second = _read(text).events
    assert (first.location, second.location) == ("Homs", "Idlib")
    assert first.actor1 == second.actor1 != ""


def test_a_town_spelled_like_a_word_is_a_town() -> None:
    (event,) = _read("Israel bombed Tyre on Friday.").events
    assert event.location == "Tyre"


def test_a_storm_that_goes_on_strikes_nobody() -> None:
    assert _read("A storm flooded Beira on Friday and hit Chimoio on Saturday.").events == ()


def test_an_arrest_has_no_toll_of_the_deed_it_is_for() -> None:
    text = "Police arrested two men on Monday in Lagos in connection with the killing of nine traders in Jos last week."
    assert [toll for _, toll, _ in _tolls(text)] == [None]
