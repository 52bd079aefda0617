"""What the words around a time phrase say of it; the phrase stands in square brackets."""

from datetime import date

import pytest

from dashboard.temporal import read_time
from dashboard.temporal.context.parse import Phrase, understood

AHEAD = (
    "The convoy will leave on [Friday].",
    "On [Friday] they will leave.",
    "We'll meet on [Friday].",
    "The talks were extended, to [30 September].",
    "Elections are to be held by [20 July].",
    "More families are expected in [the coming days].",
    "The truce holds until [Friday].",
    "ستغادر الحافلات [الجمعة].",
)
OVER = (
    "He was killed on [15 December].",
    "Both plans started in [July].",
    "Rain fell. [Monday] was quiet.",
)
NEITHER = (
    "The buses were due to leave on [Friday] but stayed where they were.",
    "They will leave, he said [Friday].",
    "The convoy will leave; on [Friday] nothing moves.",
    "It was agreed. The market opens on [Monday].",
    "They will hear [Wednesday]'s ruling.",
)


def phrase_of(marked: str) -> Phrase:
    """The phrase that stands in brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    phrases = understood(marked.replace("[", "").replace("]", "")).phrases
    return next(each for each in phrases if (each.span.start, each.span.end) == (start, end))


@pytest.mark.parametrize("marked", AHEAD)
def test_a_clause_looks_ahead(marked: str) -> None:
    """A verb of the days to come rules the phrase."""
    assert phrase_of(marked).future


@pytest.mark.parametrize("marked", OVER)
def test_a_clause_is_over(marked: str) -> None:
    """A verb of the past does."""
    phrase = phrase_of(marked)
    assert (phrase.future, phrase.past) == (False, True)


@pytest.mark.parametrize("marked", NEITHER)
def test_words_of_other_clauses_say_nothing(marked: str) -> None:
    """Neither does what belongs to another clause, or to the day itself."""
    phrase = phrase_of(marked)
    assert (phrase.future, phrase.past) == (False, False)


@pytest.mark.parametrize("gap", ["", "\n", " Shells fell on the town. "])
def test_a_phrase_reads_alike_whatever_stands_far_around(gap: str) -> None:
    """Clauses are looked at together; that changes none of them."""
    sentence, far = "The convoy will leave on Friday. ", "Nothing more was heard of it by anyone. " * 4
    alone = understood(far + sentence + far).phrases
    many = understood((far + sentence + far + gap) * 3).phrases
    assert [each.future for each in many] == [alone[0].future] * 3


def test_a_cue_cut_by_the_reach_of_a_clause_is_no_cue() -> None:
    """The hundredth character before a phrase may lie within a word: "residue" is not "due"."""
    for length in range(80, 100):
        reading = read_time(f"residue {'x' * length} on Friday", date(2018, 5, 21))
        assert not reading.timexes[0].future
