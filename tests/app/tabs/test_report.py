"""The report tab: the text untouched, each phrase tied to its event."""

from dataclasses import replace

from dash import dcc, html
from dash.development.base_component import Component
from hypothesis import given
from hypothesis import strategies as st

from dashboard.app.address import view_of
from dashboard.app.tabs.phrases import unread_phrases
from dashboard.app.tabs.report_text import Note, report, segments
from dashboard.app.url import View
from dashboard.consolidation import dataset_from
from dashboard.table import Dataset
from dashboard.text import Span
from tests.app.words import parts_of, words_of
from tests.sample import TEXT, dataset, reading

TEXT_OF = st.text(max_size=40)
NOTES = st.lists(
    st.tuples(st.integers(0, 45), st.integers(0, 45), st.sampled_from(["", "e1", "e2"]), st.booleans()).map(
        lambda each: Note(Span(min(each[:2]), max(each[:2])), each[2], phrase=each[3])
    )
)


def shown(view: View) -> object:
    sample = dataset()
    return report(sample, str(sample.reports["report_id"].iloc[0]), view)


def opens(link: Component) -> str:
    """The event a link opens."""
    return view_of(str(vars(link)["href"])).event


@given(TEXT_OF, NOTES)
def test_however_phrases_overlap_the_text_stays_whole(text: str, notes: list[Note]) -> None:
    assert "".join(each.span.of(text) for each in segments(text, notes)) == text


def test_the_whole_report_is_shown_as_text() -> None:
    (article,) = parts_of(shown(View()), html.Article)
    assert words_of(article) == TEXT


def test_each_phrase_leads_to_its_event() -> None:
    phrases = {words_of(part): opens(part) for part in parts_of(shown(View()), dcc.Link)}
    events = dataset().events.set_index("time_text")["event_id"].to_dict()
    events.pop("")
    assert phrases == events


def test_words_told_of_two_events_lead_from_one_to_the_other() -> None:
    read = reading()
    twice = [replace(each, event_id=f"{each.event_id}-again") for each in read.events]
    both = dataset_from([replace(read, events=(*read.events, *twice))])
    report_id = str(both.reports["report_id"].iloc[0])
    first = parts_of(report(both, report_id, View()), dcc.Link)[0]
    opened = opens(first)
    second = parts_of(report(both, report_id, View(event=opened)), dcc.Link)[0]
    assert {opened, opens(second)} == {opened, f"{opened}-again"}


def test_words_that_were_not_read_say_why() -> None:
    (found,) = unread_phrases(dataset().reports)
    assert (found.text, found.span.of(TEXT)) == ("calm", "calm")
    titles = [getattr(part, "title", "") for part in parts_of(shown(View()), html.Span)]
    assert "Not read: a lull, not an event" in titles


def test_how_the_report_was_dated_is_told() -> None:
    (head,) = parts_of(shown(View()), html.Header)
    assert "Tuesday 6 March 2018 (worked out from the text)" in words_of(head)
    assert "this morning, Tuesday the 6th of March 2018" in words_of(head)


def test_without_reports_that_is_said() -> None:
    assert "No report" in words_of(report(Dataset.from_rows(), "", View()))
