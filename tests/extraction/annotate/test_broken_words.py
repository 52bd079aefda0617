"""Words broken up by stars and points are read whole, and quoted as they stand."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report, mended


@pytest.mark.parametrize(
    ("text", "killed", "location"),
    [
        ("Sni*per ki*lls a shepherd in Talbiseh on Monday.", 1, "Talbiseh"),
        ("Gunmen shot de•ad two traders in Al-Su*khnah on Monday.", 2, "al-Sukhnah"),
        ("Air·strike on Nawa on Monday ki*lled three people.", 3, "Nawa"),
    ],
)
def test_a_broken_word_is_read_whole_and_quoted_as_it_stands(text: str, killed: int, location: str) -> None:
    (event,) = read_report(Report(text, published=date(2024, 4, 10))).events
    assert (event.fatalities, event.location) == (killed, location)
    assert all(each.quote in text for each in event.mentions)


@pytest.mark.parametrize(
    "text", ["5*3", "*stressed* words", "a **bold** word", "* an item", "f***", "a*b*c*d*e*f"]
)
def test_other_stars_stay(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize("text", ["ki*ll, wo*und; Sni*per.\nAtt*ack", "“Ki*lled”"])
def test_nothing_else_moves(text: str) -> None:
    whole = mended(text)
    assert len(whole) == len(text)
    assert [at for at, mark in enumerate(whole) if mark in ",;.\n“”"] == [
        at for at, mark in enumerate(text) if mark in ",;.\n“”"
    ]
