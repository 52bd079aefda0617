"""Run-on sentences are cut where one statement ends and the next begins."""

import pytest

from dashboard.extraction.clauses import clauses

CUTS = [
    ("Shells hit Douma; rockets hit Arbin.", ["Shells hit Douma", "rockets hit Arbin."]),
    (
        "The monitor learned that buses left, where the first batch had left before.",
        ["The monitor learned that", "buses left", "where the first batch had left before."],
    ),
    ("A truce holds, amid clashes in Homs.", ["A truce holds", "amid clashes in Homs."]),
    ("Planes struck the camp while talks went on.", ["Planes struck the camp", "while talks went on."]),
    ("They fled, after that the army came in.", ["They fled", "after that the army came in."]),
    ("Yarmouk, Tadamon and Hajar were hit.", ["Yarmouk, Tadamon and Hajar were hit."]),
]


@pytest.mark.parametrize(("sentence", "pieces"), CUTS)
def test_a_sentence_is_cut_into_its_statements(sentence: str, pieces: list[str]) -> None:
    assert [clause.span.of(sentence) for clause in clauses(sentence)] == pieces


def test_page_furniture_is_left_out() -> None:
    text = "Shells hit Douma.\n© Example News\nRead more about this"
    assert [clause.span.of(text) for clause in clauses(text)] == ["Shells hit Douma."]


def test_clauses_never_overlap_and_stay_in_order() -> None:
    text = "A, where B, which C; D amid E while F, after that G. H said that I: J."
    ends = 0
    for clause in clauses(text):
        assert clause.span.start >= ends
        ends = clause.span.end
