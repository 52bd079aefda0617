"""Run-on sentences are cut where one statement ends and the next begins."""

import pytest

from dashboard.extraction import read_report
from dashboard.extraction.annotate.clauses import cut
from dashboard.extraction.annotate.furniture import furniture
from dashboard.text import Report
from tests.extraction.corpora import rows

ROWS = rows("annotate/clauses.md")


@pytest.mark.parametrize(("sentence", "pieces"), [row for row in ROWS if len(row) == 2])
def test_a_sentence_is_cut_into_its_statements(sentence: str, pieces: str) -> None:
    assert [clause.span.of(sentence) for clause in cut(sentence)] == pieces.split(" // ")


@pytest.mark.parametrize("line", [row[0] for row in ROWS if len(row) == 1])
def test_a_line_of_the_page_is_left_out_and_listed(line: str) -> None:
    text = f"Shells hit Douma.\n{line}"
    assert [each.of(text) for each in furniture(text)] == [line]
    assert [each.text for each in read_report(Report(text)).unread if each.why == "page furniture"] == [line]


def test_clauses_never_overlap_and_stay_in_order() -> None:
    text = "A, where B, which C; D amid E while F, after that G. H said that I: J."
    ends = 0
    for clause in cut(text):
        assert clause.span.start >= ends
        ends = clause.span.end


def test_a_mark_before_the_first_word_hides_no_event() -> None:
    (event,) = read_report(Report("-2+3 protests erupted in Idlib on 19 May 2018.")).events
    assert (event.sub_event_type, event.location) == ("Peaceful protest", "Idlib")


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Radio Example\n\nShells hit Douma\n\n5 May 2018\n\nShells fell.\n\nTwo died.", 3),
        ("Shells hit Douma\n\nBy our reporter\n\nShells fell.[1] [ii]\n\nTwo died.", 2),
        ("Shells hit Douma\n\n5 May 2018\n\nThey said: “It burned.”(3)\n\nTwo died.", 2),
        ("Shells hit Douma\n\nShells fell.\n\nTwo died.", 1),
        ("Shells fell.\n\nTwo died.\n\nThree fled.", 1),
        ("Shells hit Douma\n\nTwo dead\n\nThree hurt", 1),
    ],
)
def test_the_lead_is_the_first_paragraph_below_names_stamps_and_bylines(text: str, lead: int) -> None:
    clauses = cut(text)
    assert max(each.paragraph for each in clauses if each.lead) == lead
    assert not any(each.heading for each in clauses if each.paragraph > lead)
