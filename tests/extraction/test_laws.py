"""What holds for every report: what has nothing to do with an event changes nothing of it; ids are stable."""

from dataclasses import fields
from datetime import date, datetime
from functools import cache

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


@cache
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


BASE = (
    "Gunmen killed nine farmers in Kadugli on Tuesday.",
    "On 11 March 2024 shells hit a market in Nikopol, killing two people and wounding five.",
    "A roadside bomb killed three policemen near Quetta on Tuesday morning.",
    "Police fired tear gas at protesters in Nairobi on Monday; four were injured.",
    "The army took the town of Tessalit from the rebels on Sunday.",
    "Two drones struck an oil depot in Tuapse on Tuesday night. No one was hurt.",
)
SAYS_NOTHING_NEW = {
    "background": "The July clashes that killed dozens are still remembered here.",
    "sum": "Since January at least 240 people have been killed in the region, according to the ministry.",
    "sum as of": "As of Sunday, 1,312 people had been killed since the war began.",
    "reaction": "The governor condemned the attack and called for calm.",
    "statement": "The Security Council will discuss the situation next week.",
    "caption": "(Photo: smoke rises over the town. Credit: agency)",
    "link": "Read also: Ten years of war in maps",
    "byline": "Reporting by staff; editing in Geneva",
    "denial": "The rebels denied that they had any part in it.",
}


@cache
def rows(text: str) -> list[tuple[object, ...]]:
    events = read_report(Report(text, published=date(2024, 3, 14))).events
    told = ("start", "end", "location", "sub_event_type", "actor1", "actor2", "fatalities", "injured")
    return [tuple(getattr(event, name) for name in told) for event in events]


@pytest.mark.parametrize("added", SAYS_NOTHING_NEW)
@pytest.mark.parametrize("base", BASE)
def test_what_tells_nothing_new_changes_no_event(base: str, added: str) -> None:
    assert rows(f"{base}\n\n{SAYS_NOTHING_NEW[added]}") == rows(base)


@pytest.mark.parametrize("base", BASE)
def test_telling_the_same_again_adds_no_row(base: str) -> None:
    assert len(rows(f"{base}\n\n{base}")) == len(rows(base)) == 1


@pytest.mark.parametrize("one", BASE)
@pytest.mark.parametrize("other", BASE)
def test_of_two_reports_in_one_the_order_changes_nothing(one: str, other: str) -> None:
    assert sorted(map(str, rows(f"{one}\n\n{other}"))) == sorted(map(str, rows(f"{other}\n\n{one}")))
