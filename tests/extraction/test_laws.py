"""What holds for every report: what has nothing to do with an event changes nothing of it; ids are stable."""

from dataclasses import fields
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.extraction import Event, read_report
from dashboard.text import Report
from tests.gold.coding import coded, reports

UNRELATED = (
    "Farmers sold their wheat at the usual price.",
    "Traders said that bread was cheap.",
    "The weather stayed dry, with a light wind.",
    "A new speaker of parliament was elected.",
    "On 3 January 1999 a peaceful demonstration was held in Lima.",
)
_IDS = {"event_id", "mentions"}
_SAID = tuple(field.name for field in fields(Event) if field.name not in _IDS)


def told(text: str, published: date | datetime | None) -> list[tuple[object, ...]]:
    """The events without their ids, which hang on the words of the whole report."""
    events = read_report(Report(text, published=published)).events
    return [
        (*(getattr(event, name) for name in _SAID), tuple(mention.quote for mention in event.mentions))
        for event in events
        if not any("Lima" in mention.quote for mention in event.mentions)
    ]


@pytest.mark.parametrize("name", reports())
@pytest.mark.parametrize("sentence", UNRELATED)
def test_an_unrelated_paragraph_changes_no_event(name: str, sentence: str) -> None:
    report = coded(name)
    longer = f"{report.text.rstrip()}\n\n{sentence}\n"
    assert told(longer, report.published) == told(report.text, report.published)


@given(st.sampled_from(reports()), st.sampled_from(UNRELATED[:4]), st.integers(2, 20))
@settings(max_examples=60, deadline=None)
def test_an_unrelated_paragraph_in_the_middle_changes_no_event(name: str, sentence: str, at: int) -> None:
    report = coded(name)
    paragraphs = report.text.split("\n\n")
    at = min(at, len(paragraphs))
    longer = "\n\n".join([*paragraphs[:at], sentence, *paragraphs[at:]])
    if at >= 2:  # above it stand who reports and the headline
        assert told(longer, report.published) == told(report.text, report.published)


@pytest.mark.parametrize("name", reports())
def test_reading_twice_gives_the_same_ids_and_none_twice(name: str) -> None:
    report = Report(coded(name).text, published=coded(name).published)
    once, again = (read_report(report).events for _ in range(2))
    assert once == again
    ids = [event.event_id for event in once]
    mentions = [mention.mention_id for event in once for mention in event.mentions]
    assert (len(set(ids)), len(set(mentions))) == (len(ids), len(mentions))


def test_blanks_and_line_ends_do_not_make_another_report() -> None:
    report = coded(reports()[0])
    first = read_report(Report(report.text, published=report.published))
    other = read_report(Report(report.text.replace("\n", "\r\n"), published=report.published))
    assert first.report.report_id == other.report.report_id
    assert [event.start for event in first.events] == [event.start for event in other.events]
