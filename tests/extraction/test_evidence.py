"""Every field of an event knows the words it rests on and the rule that read them."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.extraction import Event, Reading, read_report
from dashboard.extraction.explain import explained
from dashboard.text import Report

TEXT = "Islamic State fighters attacked a checkpoint near Nawa yesterday evening, killing 3 soldiers."
SEED = Path("seeds/000_1e335448c29988f3.txt").read_text(encoding="utf-8")


def only(reading: Reading) -> Event:
    (event,) = reading.events
    return event


@pytest.fixture(scope="module")
def event() -> Event:
    return only(read_report(Report(TEXT, published=date(2018, 5, 21))))


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("start", "yesterday evening"),
        ("granularity", "yesterday evening"),
        ("sub_event_type", "attacked"),
        ("location", "near Nawa"),
        ("latitude", "near Nawa"),
        ("actor1", "Islamic State fighters"),
        ("fatalities", "3"),
    ],
)
def test_a_field_stands_in_its_words(event: Event, column: str, words: str) -> None:
    rests = event.evidence()[column]
    assert rests.field.span is not None
    assert rests.field.span.of(TEXT).startswith(words)
    assert rests.field.value == getattr(event, column)
    assert rests.field.rule


def test_every_filled_column_of_the_seed_rests_on_a_mention() -> None:
    for event in read_report(Report(SEED)).events:
        rests = event.evidence()
        for column in ("start", "granularity", "event_type", "sub_event_type", "location", "country"):
            assert column in rests, (event.event_id, column)


def test_a_toll_told_by_a_later_clause_stands_there() -> None:
    text = "Warplanes bombed Douma this morning. Four people were killed."
    field = only(read_report(Report(text, published=date(2018, 3, 6)))).evidence()["fatalities"].field
    assert field.span is not None
    assert field.span.of(text).startswith("Four")


def test_tolls_that_differ_inside_a_report_are_a_contradiction() -> None:
    text = "Shelling kills four in Douma\n\nArtillery shelled Douma this morning, killing nine people."
    event = only(read_report(Report(text, published=date(2018, 3, 6))))
    assert "killed, not" in event.conflicts


def test_the_explanation_holds_every_clause_and_every_mention() -> None:
    told = explained(Report(SEED))
    mentions = {mention.mention_id for event in told.reading.events for mention in event.mentions}
    assert {clause.mention_id for clause in told.clauses if clause.mention_id} == mentions
    assert all(clause.why for clause in told.clauses if not clause.mention_id)
    assert all(clause.span.of(SEED) == clause.quote for clause in told.clauses)


def test_everything_unread_is_in_the_explanation() -> None:
    told = explained(Report(SEED))
    said = " ".join(why for clause in told.clauses for why in clause.why)
    for unread in told.reading.unread:
        assert unread in told.elsewhere or unread.why in said
