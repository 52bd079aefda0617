"""Run-on sentences are cut where one statement ends and the next begins."""

import pytest

from dashboard.extraction import read_report
from dashboard.extraction.annotate.clauses import cut
from dashboard.text import Report
from tests.extraction.corpora import rows

ROWS = rows("annotate/clauses.md")


@pytest.mark.parametrize(("sentence", "pieces"), [row for row in ROWS if len(row) == 2])
def test_a_sentence_is_cut_into_its_statements(sentence: str, pieces: str) -> None:
    assert [clause.span.of(sentence) for clause in cut(sentence).clauses] == pieces.split(" // ")


@pytest.mark.parametrize("line", [row[0] for row in ROWS if len(row) == 1])
def test_a_line_of_the_page_is_left_out_and_listed(line: str) -> None:
    text = f"Shells hit Douma.\n{line}"
    assert [clause.span.of(text) for clause in cut(text).clauses] == ["Shells hit Douma."]
    assert [each.text for each in read_report(Report(text)).unread if each.why == "page furniture"] == [line]


def test_page_furniture_is_left_out() -> None:
    text = "Shells hit Douma.\n© Example News\nRead more about this"
    assert [clause.span.of(text) for clause in cut(text).clauses] == ["Shells hit Douma."]


def test_clauses_never_overlap_and_stay_in_order() -> None:
    text = "A, where B, which C; D amid E while F, after that G. H said that I: J."
    ends = 0
    for clause in cut(text).clauses:
        assert clause.span.start >= ends
        ends = clause.span.end


def test_a_mark_before_the_first_word_hides_no_event() -> None:
    (event,) = read_report(Report("-2+3 protests erupted in Idlib on 19 May 2018.")).events
    assert (event.sub_event_type, event.location) == ("Peaceful protest", "Idlib")
