"""Modality: happened, or only planned, denied, claimed, supposed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.extraction.annotate.modality import ROWS, ModalityRow, modality
from dashboard.extraction.model import Modality
from dashboard.text import Span
from tests.extraction.annotate.spot import moods
from tests.extraction.corpora import rows


@pytest.mark.parametrize(("clause", "trigger", "word"), rows("annotate/modality.md"))
def test_a_clause_has_its_modality(clause: str, trigger: str, word: str) -> None:
    start = clause.index(trigger)
    assert modality(moods(clause), Span(start, start + len(trigger))).modality == word


@pytest.mark.parametrize("row", ROWS.values(), ids=lambda row: row.id)
def test_a_row_of_the_lexicon_reads_its_own_example(row: ModalityRow) -> None:
    assert modality(moods(row.example)).rule == row.id


def test_a_cue_points_at_its_words() -> None:
    clause = "The convoy is scheduled to leave."
    found = modality(moods(clause))
    assert found.span is not None
    assert found.span.of(clause) == found.text == "is scheduled to"


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert modality(moods(text)).modality in Modality
