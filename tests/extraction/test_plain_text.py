"""Signs nobody sees, and markup, tell nothing: a report with them has the same events, each quoted as it stands."""

import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.extraction import Event, Reading, read_report
from dashboard.extraction.explain import explained
from dashboard.temporal import read_time
from dashboard.text import Plain, Report, Span
from tests.gold.coding import Coded, coded, reports

SOME = 0.2
_MENTIONS = {"event_id", "mentions"}


def _some(pattern: str, with_signs: str) -> Callable[[str], str]:
    """A text with signs put into some of what the pattern finds, always the same of the same text."""

    def put(text: str) -> str:
        chance = random.Random(len(text))
        return re.sub(pattern, lambda at: at.expand(with_signs) if chance.random() < SOME else at[0], text)

    return put


WITH = {
    "a mark of the order of bytes": lambda text: f"\ufeff{text}",
    "no-break spaces": _some(r" ", "\u00a0"),
    "blanks of no width": _some(r" ", " \u200b"),
    "soft hyphens": _some(r"([A-Za-z]{4})([A-Za-z]{4})", "\\1\u00ad\\2"),
    "marks of direction": lambda text: "\u200f" + re.sub(r"\n(?=\S)", "\n\u200e", text),
    "accents apart": lambda text: unicodedata.normalize("NFD", text),
    "ends of lines of another system": lambda text: text.replace("\n", "\r\n"),
    "each line quoted": lambda text: re.sub(r"(?m)^", "> ", text),
    "bold names": _some(r"\b([A-Z][a-z]{3,})\b(?![*’'])", r"**\1**"),
    "a chat's bold": _some(r"(?<=[a-z] )([A-Z][a-z]{3,})\b(?![*’'])", r"*\1*"),
    "linked names": _some(r"\b([A-Z][a-z]{3,})\b(?![\]’'])", r"[\1](https://example.org/\1)"),
    "signs of a page's source": lambda text: _some(r" ", "&nbsp;")(text).replace('"', "&quot;"),
    "elements of a page": _some(r"\b([A-Z][a-z]{3,})\b(?![’'])", r"<b>\1</b>"),
    "tags": _some(r"(?<= in )([A-Z][a-z]{3,})\b", r"#\1"),
}


@pytest.mark.parametrize("signs", WITH)
@pytest.mark.parametrize("name", reports()[::9])
def test_signs_and_markup_change_no_event_and_every_quote_is_as_it_stands(name: str, signs: str) -> None:
    report = coded(name)
    told = _read(report, report.text)
    other = _read(report, WITH[signs](report.text))
    assert _said(other) == _said(told)
    _must_quote_what_stands(other)


def _read(report: Coded, text: str) -> Reading:
    return read_report(Report(text, published=report.published))


def _said(reading: Reading) -> list[tuple[object, ...]]:
    names = [each.name for each in fields(Event) if each.name not in _MENTIONS]
    return [tuple(getattr(event, name) for name in names) for event in reading.events]


def _must_quote_what_stands(reading: Reading) -> None:
    text = reading.report.text
    for mention in (each for event in reading.events for each in event.mentions):
        assert mention.quote == text[mention.char_start : mention.char_end]
    assert all(each.text == each.span.of(text) for each in reading.unread)


def test_every_span_of_an_event_points_at_the_words_as_they_stand() -> None:
    text = "On **Mon\u00adday** shells hit\u00a0#DeirEzzor and [killed](https://example.org) **two** farmers."
    (event,) = read_report(Report(text, published=date(2018, 5, 23))).events
    (mention,) = event.mentions
    found = {each.column: each.span.of(text) for each in mention.fields if each.span}
    assert (found["location"], found["fatalities"][-3:]) == ("DeirEzzor", "two")
    assert mention.time_span is not None
    assert mention.time_span.of(text) == "Mon\u00adday"


def test_what_explains_a_reading_points_at_the_words_as_they_stand() -> None:
    text = "\ufeff**Homs** was shelled on\u00a0Monday. *Farmers* sold wheat."
    read = explained(Report(text, published=date(2018, 5, 23)))
    assert [each.quote for each in read.clauses] == [
        "Homs** was shelled on\u00a0Monday.",
        "Farmers* sold wheat.",
    ]
    assert [bool(each.mention_id) for each in read.clauses] == [True, False]


def test_a_time_is_told_with_the_words_as_they_stand() -> None:
    (timex,) = read_time("It began on 18\u00a0\u200bMay\u00a02018.", date(2018, 5, 21)).timexes
    assert (timex.text, timex.value) == ("18\u00a0\u200bMay\u00a02018", "2018-05-18")


def test_the_same_report_with_and_without_such_signs_keeps_its_own_id() -> None:
    text = "Shells hit **Homs** on Monday."
    report = Report(text, published=date(2018, 5, 23))
    assert read_report(report).report.report_id == report.report_id


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit Homs (5*3 rounds, 7* in all) at 10:30, snake_case and a_b.",
        "* Homs: two dead\n* Douma: calm\n> said nobody.",
        "Two died. #Syria #Homs",
        "#1 of 5; issue #12; C# and [notes](in brackets).",
        "می\u200cروند",
    ],
)
def test_what_is_no_markup_stays(text: str) -> None:
    assert Plain.of(text) == Plain(text, text)


_ALPHABET = st.text("ab *_#>[](/)\n\r\u00ad\u00a0\u200b\u200de\u0301:https<b>&nbsp;", max_size=60)


@given(_ALPHABET, st.data())
def test_each_stretch_is_found_again_where_it_stood(text: str, data: st.DataObject) -> None:
    plain = Plain.of(text)
    start = data.draw(st.integers(0, len(plain.text)))
    end = data.draw(st.integers(start, len(plain.text)))
    there = plain.back(Span(start, end))
    assert 0 <= there.start <= there.end <= len(text)
    kept = re.sub(r"[^abth]", "", plain.text[start:end])
    assert kept in re.sub(r"[^abth]", "", there.of(text))


def test_a_sign_before_the_first_word_is_none_of_it() -> None:
    assert Plain.of("\ufeffHoms was shelled.").text == "Homs was shelled."
