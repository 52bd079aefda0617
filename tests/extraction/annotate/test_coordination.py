"""A bare "and" parts two statements where each has somebody, an act and a place of its own."""

import pytest

from dashboard.extraction.annotate.clauses import cut
from tests.extraction.corpora import rows


@pytest.mark.parametrize(("sentence", "statements"), rows("annotate/coordination.md"))
def test_a_bare_and_parts_statements(sentence: str, statements: str) -> None:
    assert [clause.span.of(sentence) for clause in cut(sentence).clauses] == statements.split(" // ")
