"""The marks of footnotes end with their sentence and are no words; figures in brackets that are words stay."""

import pytest

from dashboard.language import sentences
from dashboard.language.tokens import tokens

ENDS = [
    ("A drone hit Kupiansk on June 7.[4] Missiles struck Odesa.", ["A drone hit Kupiansk on June 7.[4]", "Missiles struck Odesa."]),
    ("Two towns fell.[12][13] Calm returned.", ["Two towns fell.[12][13]", "Calm returned."]),
    ("Two towns fell.[ii] Calm returned.", ["Two towns fell.[ii]", "Calm returned."]),
    ("Two towns fell. [7] Calm returned.", ["Two towns fell. [7]", "Calm returned."]),
    ("Two towns fell.³ Calm returned.", ["Two towns fell.³", "Calm returned."]),
    ("“Two towns fell.”[b] Calm returned.", ["“Two towns fell.”[b]", "Calm returned."]),
    ("Two towns fell.[citation needed] Calm returned.", ["Two towns fell.[citation needed]", "Calm returned."]),
    ("Lt.[4] Khalid left. Calm returned.", ["Lt.[4] Khalid left.", "Calm returned."]),
]  # fmt: skip
NO_WORDS = [
    ("Five[3] died.[4] Six fled.²", ["Five", "died", ".", "Six", "fled", "."]),
    ("Killed [5] here", ["Killed", "[", "5", "]", "here"]),
    ("They [the rebels] left", ["They", "[", "the", "rebels", "]", "left"]),
    ("[2] Homs", ["[", "2", "]", "Homs"]),
    ("over 4 km² of land", ["over", "4", "km²", "of", "land"]),
]


@pytest.mark.parametrize(("text", "expected"), ENDS)
def test_a_sentence_ends_before_what_follows_its_footnote(text: str, expected: list[str]) -> None:
    assert [each.span.of(text) for each in sentences(text)] == expected


@pytest.mark.parametrize(("text", "expected"), NO_WORDS)
def test_only_a_footnotes_mark_is_no_word(text: str, expected: list[str]) -> None:
    assert [each.text for each in tokens(text)] == expected
