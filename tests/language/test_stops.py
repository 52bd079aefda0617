"""Where the stop of an abbreviation ends a sentence after all."""

import pytest

from dashboard.language.sentences import sentences


@pytest.mark.parametrize(
    "opener", ["Police detained a man.", "The army", "He was 24.", "No arrest.", "Two men"]
)
@pytest.mark.parametrize("half", ["a.m.", "p.m."])
def test_an_hour_ends_a_sentence_before_a_word_that_opens_one(half: str, opener: str) -> None:
    text = f"Shot on 20 May, 5:40 {half} {opener}"
    assert [each.span.of(text) for each in sentences(text)] == [f"Shot on 20 May, 5:40 {half}", opener]


@pytest.mark.parametrize("behind", ["Monday", "GMT", "Moscow time", "on Friday", "local time"])
def test_an_hour_goes_on_before_its_day_or_clock(behind: str) -> None:
    text = f"At 5:40 a.m. {behind} two men fled"
    assert [each.span.of(text) for each in sentences(text)] == [text]
