"""Entries that open with a day and a town, or with a town below a line with the day: each act is in its own town."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report


def _read(text: str) -> list[tuple[str, str, int | None]]:
    events = read_report(Report(text, published=date(2024, 3, 7))).events
    return [(str(each.start)[8:10], each.location, each.fatalities) for each in events]


@pytest.mark.parametrize(
    "head", ["4 March 2024 – {}. ", "Monday, 4 March – {}. ", "4 March: {}. ", "04/03/2024 - {}. "]
)
def test_two_like_acts_of_a_day_stay_in_their_towns(head: str) -> None:
    text = (
        f"{head.format('Gwoza')}Gunmen shot a farmer dead.\n{head.format('Bama')}Gunmen shot a trader dead."
    )
    assert _read(text) == [("04", "Gwoza", 1), ("04", "Bama", 1)]


def test_every_line_below_a_day_has_its_town_on_the_map_or_not() -> None:
    text = "Monday, 4 March:\nGwoza. Gunmen shot a farmer dead.\nMunggawat. Two soldiers died in a mine blast.\nBama. A shell killed a girl."
    assert _read(text) == [("04", "Gwoza", 1), ("04", "Munggawat", 2), ("04", "Bama", 1)]


def test_who_speaks_below_a_day_is_no_town() -> None:
    text = (
        "Monday, 4 March:\nGwoza. Gunmen shot a farmer dead.\nYakubu Sani: Two traders died in a mine blast."
    )
    assert {town for _, town, _ in _read(text)} == {"Gwoza"}
