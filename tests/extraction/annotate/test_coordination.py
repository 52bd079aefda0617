"""A bare "and" parts two statements where each has somebody, an act and a place of its own."""

from itertools import product

import pytest

from dashboard.extraction.annotate.clauses import cut
from dashboard.extraction.annotate.coordination import goes_on, statements
from dashboard.text import Span
from tests.extraction.corpora import rows


@pytest.mark.parametrize(("sentence", "parts"), rows("annotate/coordination.md"))
def test_a_bare_and_parts_statements(sentence: str, parts: str) -> None:
    assert [clause.span.of(sentence) for clause in cut(sentence)] == parts.split(" // ")


_FIRST = ("shot dead a man", "abducted six traders", "retook two villages", "rounded up nine people")
_SECOND = (*_FIRST, "demolished two houses", "rustled 60 cows", "freed two hostages", "set up a checkpoint")
_BETWEEN = (" and ", ", and ", " and also ", " and later ", ", then ")


def test_two_acts_of_the_same_people_at_two_places_are_two_statements() -> None:
    told = [
        f"Soldiers {first} in Djibo{between}{second} in Dori."
        for first, between, second in product(_FIRST, _BETWEEN, _SECOND)
    ]
    assert [each for each in told if len(list(statements(each, Span(0, len(each))))) != 2] == []


def test_one_place_or_no_second_act_is_one_statement() -> None:
    told = (
        "Soldiers shot dead a man in Djibo and also rounded up nine people.",
        "Soldiers shot dead a man in Djibo and later rounded up nine people in Djibo.",
        "Police arrested four in Djibo and later took part in a parade in Dori.",
        "Gunmen burned a clinic in Djibo and also the mayor of Dori's car.",
    )
    assert [each for each in told if len(list(statements(each, Span(0, len(each))))) != 1] == []


@pytest.mark.parametrize(
    "words", ["and later withdrew to Masisi.", "and later withdrew into Uganda.", "and then retreated."]
)
def test_a_withdrawal_behind_an_act_is_how_it_ended(words: str) -> None:
    assert not goes_on(words)


@pytest.mark.parametrize(
    "words", ["and later withdrew from Masisi.", "and withdrew the next day.", "and later struck Kherson."]
)
def test_what_is_done_besides_goes_on(words: str) -> None:
    assert goes_on(words)
