"""What holds for any text and any day."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.temporal import read_time

WORDS = st.sampled_from(
    [
        "after",
        "midnight",
        "of",
        "yesterday",
        "today",
        "Sunday",
        "Monday",
        "–",
        "-",
        ",",
        ".",
        ";",
        "the",
        "of",
        "for",
        "since",
        "until",
        "36",
        "19",
        "May",
        "2018",
        "2",
        "days\n",
        "",
        "",
        "",
        "hours",
        "ago",
        "last",
        "next",
        "past",
        "few",
        "that",
        "said",
        "published",
        "on",
        "night",
        "morning",
        "noon",
        "from",
        "to",
        "between",
        "and",
        "14:20",
        "a.m.",
        "1980s\n",
        "",
        "",
        "",
        "every",
        "week",
        "month",
        "first",
        "3rd",
        "2018-05-21",
        "21/05/2018",
        "early",
        "late",
        "this",
        "is",
        "expected",
        "will",
        "\n",
        "quarter",
        "spring",
    ]
)
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)
DAYS = st.dates(date(1950, 1, 1), date(2090, 1, 1))
RELATIVE = st.sampled_from(
    ["today", "yesterday", "after midnight of yesterday", "last night", "this morning", "overnight", "three days ago",
     "in the past 24 hours", "yesterday evening", "early yesterday", "in the past few hours"]
)  # fmt: skip


@given(st.one_of(TEXTS, st.text(max_size=200)), st.none() | DAYS)
@settings(max_examples=400, deadline=None)
def test_spans_lie_inside_the_text_and_intervals_end_after_they_start(text: str, day: date | None) -> None:
    for timex in read_time(text, day).timexes:
        assert 0 <= timex.span.start < timex.span.end <= len(text)
        assert timex.text == text[timex.span.start : timex.span.end]
        if timex.interval and timex.interval.start and timex.interval.end:
            assert timex.interval.start < timex.interval.end


@given(TEXTS, DAYS)
@settings(max_examples=100, deadline=None)
def test_reading_is_deterministic(text: str, day: date) -> None:
    assert read_time(text, day) == read_time(text, day)


@given(RELATIVE, DAYS)
@settings(deadline=None)
def test_speaking_a_day_later_moves_a_relative_interval_a_day(words: str, day: date) -> None:
    first = read_time(f"It began {words}.", day).timexes[0].interval
    later = read_time(f"It began {words}.", day + timedelta(days=1)).timexes[0].interval
    assert first is not None
    assert first.shifted(timedelta(days=1)) == later
