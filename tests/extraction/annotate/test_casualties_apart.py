"""Whose a count is: the event's, another's, or a sum's."""

import pytest

from dashboard.extraction.annotate.casualty_counts import casualties, elsewhere
from dashboard.extraction.annotate.casualty_words import GRAMMAR
from dashboard.extraction.annotate.spotted import spot
from dashboard.language.lexicon import lexicon
from dashboard.language.words import tokenise
from dashboard.text import Span
from tests.extraction.annotate.spot import harms
from tests.extraction.annotate.test_casualty_counts import ROLES, written
from tests.extraction.corpora import rows


@pytest.mark.parametrize("cells", rows("annotate/casualties_apart.md"), ids=lambda cells: cells[0])
def test_a_count_goes_with_its_own_event(cells: tuple[str, ...]) -> None:
    words, *expected = cells
    harmed = casualties(harms(words))
    assert [written(getattr(harmed, role)) for role in ROLES] == expected


@pytest.mark.parametrize("row", lexicon("casualty_counts")["elsewhere"], ids=lambda row: row["id"])
def test_a_row_of_other_events_reads_its_own_example(row: dict[str, str]) -> None:
    rules = {match.rule for match in spot(GRAMMAR, tokenise(row["example"])).matches}
    assert row["id"] in rules
    assert list(elsewhere(harms(row["example"])))


def test_the_count_stays_where_the_event_itself_is_told_in_passing() -> None:
    words = "Schools opened two days after 42 people were killed in a church."
    at = words.index("killed")
    harmed = casualties(harms(words), Span(at, at + len("killed")))
    assert written(harmed.killed) == "42 42"
    assert casualties(harms(words)).killed is None


def test_a_clause_that_ends_with_another_event_says_so() -> None:
    assert casualties(harms("Jets hit the town in reply to an ambush")).ends_elsewhere
    assert not casualties(harms("In reply to an ambush, jets hit the town")).ends_elsewhere
