"""A report whose lines were broken to fit a page is read as if they were not, and no other text is joined."""

import textwrap

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report, unbroken
from tests.gold.coding import FOLDER, coded, reports

_NAMES = reports()[::4]
_OTHERS = (
    "Highlights\n- Shells hit Sumy\n- Two people died in the market of the town that was hit\n- Calm in Homs",
    "Gunmen attacked the village of Zabarmari on Tuesday, killing nine people who were there\nThe army came later\nit left again",
    "06:30 Donetsk: shelling of the western districts, two people hurt\n09:10 Horlivka: a drone hit a bus\n10:00 Calm",
    "Date: 4 March 2024\nPlace: Gwoza, Borno State, Nigeria, some distance from the town\nKilled: 4\nWounded: 6",
)


@pytest.mark.parametrize("width", [60, 72, 90])
@pytest.mark.parametrize("name", _NAMES)
def test_a_report_broken_to_a_width_tells_the_same(name: str, width: int) -> None:
    report = coded(name)
    broken = "\n".join(
        "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False))
        for line in report.text.split("\n")
    )
    whole, again = (
        [(each.start, each.end, each.location, each.fatalities, each.sub_event_type) for each in read]
        for read in (
            read_report(Report(text, published=report.published)).events for text in (report.text, broken)
        )
    )
    same = [each for each in again if each in whole]
    assert len(same) >= 0.75 * len(whole)


@pytest.mark.parametrize("text", [*_OTHERS, *(coded(name).text for name in reports(FOLDER))])
def test_lines_that_nothing_broke_stay(text: str) -> None:
    assert unbroken(text) == text


def test_a_word_broken_with_a_hyphen_is_whole_and_nothing_behind_it_moves() -> None:
    text = (
        "Artillery struck the old market of the town of Kadugli and the bom-\n"
        "bardment went on until the evening, witnesses said, when many of the\n"
        "people who had come to buy bread fled to the north. Nine people died."
    )
    whole = unbroken(text)
    assert "the bombardment went on" in " ".join(whole.split())
    assert (len(whole), whole.index("Nine")) == (len(text), text.index("Nine"))
