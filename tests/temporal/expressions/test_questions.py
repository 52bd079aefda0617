"""What can be asked of time words before anybody says when they were spoken: each question, and words of either answer."""

from datetime import date

import pytest

from dashboard.temporal.calendar.moment import Moment
from dashboard.temporal.context.parse import understood
from dashboard.temporal.expressions import Deixis, Expression

SATURDAY = date(2018, 5, 19)


def meaning(words: str) -> Expression:
    (phrase,) = understood(f"It rained {words}.").phrases
    return phrase.meaning


QUESTIONS = {
    "is_clock": (["at 14:20"], ["on Monday", "for two days"]),
    "is_length": (["for two days"], ["two days ago", "at 14:20"]),
    "is_timeless": (["for two days", "every day", "in the 1990s"], ["on Monday", "in May"]),
    "is_last_mentioned": (["that day"], ["yesterday"]),
    "is_step": (["yesterday", "last week"], ["on 19 May 2018"]),
    "tells_moment": (["on Sunday night", "on 19 May 2018", "yesterday"], ["for two days", "every day"]),
    "tells_day": (["on 19 May", "on Monday", "yesterday, Saturday,"], ["in May", "yesterday"]),
    "names_month": (["in May", "on 19 May", "in early May"], ["on Monday", "in 2018"]),
    "leaves_out": (["in May", "on Monday", "from 3 to 9 May"], ["in May 2018", "yesterday"]),
    "counts_from_speech": (["yesterday", "on Sunday night"], ["on 19 May 2018", "the following day", "that day"]),
    "counts_from_publication": (["yesterday", "this morning", "about a decade ago"], ["in May", "the following day"]),
    "compares": (["a year ago"], ["last year"]),
    "names_quarter": (["in the third quarter"], ["in the latest quarter", "in May"]),
    "is_fiscal": (["in the fiscal first quarter"], ["in the first quarter"]),
    "sums_up": (["for nine months"], ["for two months", "for nine days"]),
    "names_ancient_year": (["in 480 BC"], ["in 480 AD"]),
}  # fmt: skip
ANSWERS = [
    (question, words, answer)
    for question, sides in QUESTIONS.items()
    for answer, examples in zip((True, False), sides, strict=True)
    for words in examples
]


@pytest.mark.parametrize(("question", "words", "answer"), ANSWERS)
def test_words_answer_a_question(question: str, words: str, *, answer: bool) -> None:
    assert getattr(meaning(words), question) is answer


@pytest.mark.parametrize(
    ("words", "deixis"),
    [("yesterday", Deixis.NEAR), ("on Monday night", Deixis.NEAR), ("last week", Deixis.NEAR), ("today", Deixis.TODAY),
     ("last year", Deixis.LOOSE), ("now", Deixis.LOOSE), ("on 19 May 2018", Deixis.NONE), ("the following day", Deixis.NONE)],
)  # fmt: skip
def test_words_count_from_the_moment_of_speech_so_nearly(words: str, deixis: Deixis) -> None:
    assert meaning(words).deixis is deixis


def test_a_range_names_the_years_of_both_ends_and_a_part_those_of_its_whole() -> None:
    assert meaning("from 1914 to 1918").years_named == (1914, 1918)
    assert meaning("in late 1913").years_named == (1913,)


def test_only_a_date_states_its_parts() -> None:
    stated = meaning("on Saturday, 19 May").stated
    assert stated is not None
    assert (stated.year, stated.month, stated.day, stated.weekday) == (None, 5, 19, 5)
    assert stated.lacks_year
    assert meaning("yesterday").stated is None


def test_a_day_said_twice_tells_the_day_of_speech() -> None:
    twice = meaning("yesterday, Saturday the 19th of May 2018")
    assert twice.spoken_on(Moment.of(date(2000, 1, 1))) == date(2018, 5, 20)
    assert meaning("on Saturday").spoken_on(Moment.of(SATURDAY)) is None


def test_a_length_has_a_place_once_an_end_is_known() -> None:
    two_days = meaning("for two days").up_to_now(Moment.of(SATURDAY))
    assert two_days is not None
    assert (two_days.end.date() if two_days.end else None) == date(2018, 5, 20)
    assert meaning("on Monday").up_to_now(Moment.of(SATURDAY)) is None
