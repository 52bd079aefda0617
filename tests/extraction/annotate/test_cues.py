"""Types: every row of the lexicon by its own example, and sentences from many wars."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.extraction import read_report
from dashboard.extraction.acled import EVENT_TYPE_OF
from dashboard.extraction.annotate.cues import ROWS, Cue, CueRow, code, cues, deciding
from dashboard.text import Report
from tests.extraction.annotate.spot import kinds
from tests.extraction.corpora import rows


@pytest.mark.parametrize("row", ROWS.values(), ids=lambda row: row.id)
def test_a_row_of_the_lexicon_reads_its_own_example(row: CueRow) -> None:
    coding = code(row.example)
    assert row.id in {cue.rule for cue in cues(kinds(row.example))}
    assert (coding.sub_event_type if coding else "") == row.sub_event_type


@pytest.mark.parametrize(
    ("words", "sub_event_type", "ext_type"),
    [*rows("annotate/cues.md"), *rows("annotate/other_words.md"), *rows("annotate/rarer_words.md")],
)
def test_a_sentence_has_its_type(words: str, sub_event_type: str, ext_type: str) -> None:
    coding = code(words)
    assert (
        (coding.sub_event_type, coding.ext_type) == (sub_event_type, ext_type)
        if coding
        else not sub_event_type
    )


@pytest.mark.parametrize("row", ROWS.values(), ids=lambda row: row.id)
def test_a_row_names_a_type_that_exists(row: CueRow) -> None:
    assert row.sub_event_type in {"", *EVENT_TYPE_OF}
    assert 1 <= row.strength <= 5
    assert row.kind in {"verb", "noun"}


def test_every_sub_event_type_has_a_row() -> None:
    assert {row.sub_event_type for row in ROWS.values()} >= set(EVENT_TYPE_OF)


def test_every_cue_is_kept_beside_the_one_that_decides() -> None:
    coding = code("Warplanes bombed the town while clashes raged between the army and rebels.")
    assert coding is not None
    assert coding.sub_event_type == "Air/drone strike"
    assert {cue.sub_event_type for cue in coding.cues} >= {"Air/drone strike", "Armed clash"}


def test_a_cue_points_at_its_words() -> None:
    text = "At dawn, gunmen kidnapped a pharmacist."
    (cue,) = (each for each in cues(kinds(text)) if each.sub_event_type == "Abduction/forced disappearance")
    assert text[cue.span.start : cue.span.end] == cue.text == "kidnapped"


def test_no_cues_make_no_coding() -> None:
    nothing: list[Cue] = []
    assert deciding(nothing) is None
    assert code("") is None


@given(st.text())
def test_any_text_can_be_read_and_every_cue_lies_in_it(text: str) -> None:
    assert all(text[cue.span.start : cue.span.end] == cue.text for cue in cues(kinds(text)))


def test_a_people_s_army_that_takes_barracks_is_no_government_s() -> None:
    text = "On 4 March armed youth of the White Army took the barracks of the army in Nasir."
    events = read_report(Report(text, published=date(2025, 3, 27))).events
    assert [str(each.sub_event_type) for each in events] == ["Non-state actor overtakes territory"]
