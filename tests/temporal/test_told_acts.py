"""Lengths counted from acts that the text dates elsewhere, and the acts that such a length dates."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.temporal import read_time
from tests.extraction.corpora import rows

_TABLE = Path(__file__).parent / "told_acts.md"
_NONE = "–"


@pytest.mark.parametrize(
    ("published", "text", "expression", "value", "start", "end", "why"), rows(str(_TABLE))
)
def test_a_length_from_an_act_has_the_time_that_the_text_gives_the_act(
    published: str, text: str, expression: str, value: str, start: str, end: str, why: str
) -> None:
    reading = read_time(text, date.fromisoformat(published))
    found = next(timex for timex in reading.timexes if timex.text.lower() == expression.lower())
    interval = found.interval
    told = (f"{interval.start:%F %R}", f"{interval.end:%F %R}") if interval else (_NONE, _NONE)
    assert (found.value, *told) == (value, start, end), why


_STORY = (
    "Bandits kill six in Kwara\n\nBy Our Correspondent\nTue, 12 Aug 2025\n\n"
    "No fewer than six persons were killed after bandits invaded Kemanji, a border community in Kaiama Local Government Area.\n\n"
    "The gunmen, who rode on over twenty motorcycles, stormed the community around 8pm on Sunday, residents said by telephone.\n\n"
    "On Monday morning, angry youths barricaded the road with logs and burning tyres, leaving motorists stranded for hours.\n\n"
)
_CAME = ("came", "comes barely", "is coming", "has come just", "happened")
_ACTS = (
    "The attack",
    "The incident",
    "This raid",
    "The killings",
    "The invasion of Kemanji",
    "The Kemanji attack",
    "The latest attack",
    "Sunday’s attack",
    "The incident, which has been condemned,",
)


def _first_after(text: str, place: int) -> str:
    found = (
        timex
        for timex in read_time(text, date(2025, 8, 12)).timexes
        if timex.span.start > place and timex.interval
    )
    return next(
        (f"{each.interval.start:%m-%d}" for each in found if each.interval and each.interval.start), ""
    )


def test_what_an_attack_came_after_counts_from_the_act_that_the_story_is_about_and_not_from_what_was_dated_since() -> (
    None
):
    told = {
        f"{act} {came} {away} after": day
        for act in _ACTS
        for came in _CAME
        for away, day in (("five days", "08-05"), ("a week", "08-03"))
    }
    wrong = {
        words: found
        for words, day in told.items()
        if (
            found := _first_after(
                f"{_STORY}{words} gunmen shot at a bus near Okuta, killing two.", len(_STORY)
            )
        )
        != day
        and not words.startswith("Sunday")
    }
    assert not wrong


@pytest.mark.parametrize(
    ("before", "words", "day"),
    [
        ("", "The second attack came two days after gunmen shot at a bus.", ""),
        ("On Friday gunmen raided Okuta. ", "The raid came two days after they shot at a bus.", "08-06"),
        (
            "NORTHERN DISTRICTS\n\nIn Okuta, gunmen on motorcycles raided the livestock market on Saturday and shot two traders and a guard.\n\n",
            "The raid came two days after they shot at a bus.",
            "08-07",
        ),
    ],
)
def test_another_act_and_one_told_in_its_paragraph_or_under_a_heading_of_its_own_count_from_their_own_day(
    before: str, words: str, day: str
) -> None:
    text = _STORY + before + words
    assert _first_after(text, len(_STORY + before)) == day
