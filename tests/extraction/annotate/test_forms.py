"""Incidents told as forms: labels with a day, a place, a toll, and a narrative or none."""

from pathlib import Path

import pytest

from dashboard import read_report
from dashboard.extraction.annotate.forms import forms
from dashboard.extraction.explain import explained
from dashboard.extraction.model import Event
from dashboard.text import Report
from tests.tables import Row, rows

ROWS = list(rows(Path(__file__).with_name("forms.md")))
FORMS = [row for row in ROWS if "form" in row.cells]
OTHERS = [row for row in ROWS if "text" in row.cells]
TWO = """Security digest

INCIDENT 1
Date: 11 March 2024
Location: Kidal
What happened: A drone struck a fuel truck, killing its driver and two passengers. On 14 March rockets hit Ber.

INCIDENT 2
Date: 13 March 2024
Time: n/a
Location: Ansongo
Type: Armed robbery
Killed: 0

The governor of Gao said a truce was signed on 17 March."""


def told(text: str) -> tuple[Event, ...]:
    return read_report(text.replace(" ¶ ", "\n"), "2024-03-20").events


def minute(moment: object) -> str:
    return str(moment)[:16]


@pytest.mark.parametrize("row", FORMS, ids=lambda row: row.place)
def test_a_form_tells_one_event_with_its_day_place_and_toll(row: Row) -> None:
    (event,) = told(row["form"])
    read = (str(event.sub_event_type), event.location, minute(event.start), minute(event.end))
    assert read == (row["type"], row["place"], row["from"], row["until"])
    harmed = ("" if each is None else str(each) for each in (event.fatalities, event.injured))
    assert tuple(harmed) == (row["killed"], row["injured"])


@pytest.mark.parametrize("row", OTHERS, ids=lambda row: row.place)
def test_what_is_no_form_is_left_alone(row: Row) -> None:
    assert forms(row["text"].replace(" ¶ ", "\n")) == ()


def test_each_form_keeps_its_own_and_what_is_told_of_another_day_is_an_event_beside() -> None:
    read = [(event.location, minute(event.start)[:10], event.fatalities) for event in told(TWO)]
    assert read[:2] == [("Kidal", "2024-03-11", 3), ("Ber", "2024-03-14", None)]
    assert [form.span.of(TWO).splitlines()[-1][:14] for form in forms(TWO)] == ["What happened:", "Killed: 0"]


def test_forms_on_one_line_each_are_told_apart() -> None:
    text = "Date: 12 March 2024 | Location: Gao | Type: IED | Killed: 3 ¶ Date: 13 March 2024 | Location: Ansongo | Type: Ambush | Killed: 2"
    read = [(event.location, event.fatalities, minute(event.start)[:10]) for event in told(text)]
    assert read == [("Gao", 3, "2024-03-12"), ("Ansongo", 2, "2024-03-13")]


def test_the_perpetrator_acts_and_the_victims_suffer() -> None:
    text = "Date: 12 March 2024 ¶ Location: Gwoza ¶ Type: Attack ¶ Perpetrator: Boko Haram ¶ Victims: farmers ¶ Killed: 2"
    (event,) = told(text)
    assert (event.actor1, event.actor2) == ("Boko Haram", "Civilians")


def test_an_empty_field_takes_nothing_from_what_follows() -> None:
    text = "Date: 12 March 2024\nLocation: Gao\nType: Shelling\nKilled:\n\nINCIDENT 2"
    (event,) = told(text)
    assert event.fatalities is None


def test_a_form_with_nothing_filled_in_is_no_event() -> None:
    assert told("Date: n/a ¶ Location: Gao ¶ Type: n/a ¶ Killed: n/a") == ()


def test_each_line_says_what_was_made_of_it() -> None:
    text = "Date: 12 March 2024\nLocation: Gao\nType: Ambush\nKilled: 2\nNarrative: Gunmen shot two traders. Shops were looted."
    why = {clause.quote: clause.why for clause in explained(Report(text)).clauses}
    assert why["Killed"] == ("a field of a form",)
    assert why["Shops were looted."] == ("more of the incident that its form tells",)
    (event,) = told(text)
    rules = {each.column: each.rule for each in event.mentions[0].fields}
    assert rules["start"].endswith("from its form")
    assert rules["location"].endswith("by its form")


def test_the_day_of_an_incident_counts_for_the_sentence_below_and_dates_no_page() -> None:
    text = "Incident date: 3 May 2023\nLocation: Jos\nGunmen killed four people in Jos on Wednesday."
    reading = read_report(Report(text))
    (event,) = reading.events
    assert (event.location, event.fatalities, minute(event.start)[:10]) == ("Jos", 4, "2023-05-03")
    assert reading.published is None


def test_a_page_s_own_date_and_place_over_a_story_are_no_form() -> None:
    assert forms("Date: 3 May 2023\nLocation: Jos\nGunmen killed four people in Jos on Wednesday.") == ()
