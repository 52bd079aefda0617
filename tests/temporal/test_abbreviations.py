"""A full stop behind an abbreviation ends no sentence, wherever one is looked for."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.language import crosses, end_of, sentences
from dashboard.text import Report

DAY = date(2018, 5, 21)


@pytest.mark.parametrize("rank", ["", "Lt. ", "Gen. ", "Lt. Gen. ", "Maj. ", "Capt. "])
def test_a_rank_changes_neither_day_nor_modality(rank: str) -> None:
    text = f"Buses will evacuate the fighters of {rank}Khalid from Douma on Friday."
    (event,) = read_report(Report(text, published=DAY)).events
    assert (str(event.start), event.modality) == ("2018-05-25 00:00:00", "planned")


@pytest.mark.parametrize(
    "text",
    ["Shells hit No. 5 checkpoint in Homs.", "Shells hit St. George village.", "It began at 5 a.m. on Monday.",
     "The U.N. said so.", "J. Smith left.", "On 3 Feb. 2018 shells fell.", "See art. 5 of it."],
)  # fmt: skip
def test_one_sentence_stays_one(text: str) -> None:
    assert [each.span.of(text) for each in sentences(text)] == [text]
    assert end_of(text, 0, 200) == len(text)


@pytest.mark.parametrize(
    "text", ["They said No. Shells fell.", "He left. She came.", "Calm…  Then fire!", "One.\nTwo."]
)
def test_two_sentences_stay_two(text: str) -> None:
    assert len(list(sentences(text))) == 2
    assert crosses(text, 0, len(text))
