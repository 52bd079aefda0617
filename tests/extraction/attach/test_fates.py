"""What became later of those an act was done to has a day and a place of its own, and gives the act neither."""

from datetime import datetime
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

_HEADS = (
    "Masvingo, 26 August. {}",
    "Masvingo: on 26 August {}",
    "26 August – Masvingo: {}",
    "On 26 August, in Masvingo, {}",
)
_ACTS = ("armed men abducted two teachers", "police arrested nine traders", "two farmers were shot by gunmen")
_FATES = (
    ", who were taken to court two days later and granted bail",
    "; they were freed two days later",
    "; one died the following day in Mashava",
    " and found dead the next morning near Mashava",
    ". They were found two days later near Mashava",
)
_NO_FATES = (
    (
        "On 26 August a bus left Masvingo. Two days later, gunmen burned a bus near Mashava and one man died.",
        28,
        "Mashava",
    ),
    ("Two teachers were abducted in Mashava on 26 August and released.", 26, "Mashava"),
    (
        "On 26 August the town was calm. The next day, armed men abducted two teachers in Mashava.",
        27,
        "Mashava",
    ),
)


def _read(told: str) -> list[tuple[int, str]]:
    """The day of the month and the place of each row."""
    text = f"Zimbabwe: monthly report\n\nReleased 12 September 2023\n\n{told}\n"
    events = read_report(Report(text, published=datetime(2023, 9, 12))).events
    return [(each.start.day, each.location) for each in events if each.start]


def test_what_became_of_those_hurt_dates_and_places_no_act() -> None:
    told = [f"{head.format(act)}{fate}." for head, act, fate in product(_HEADS, _ACTS, _FATES)]
    assert [each for each in told if (26, "Masvingo") not in _read(each)] == []


def test_a_later_act_keeps_its_day_and_place() -> None:
    wrong = [
        told for told, day, place in _NO_FATES if not any(d == day and place in p for d, p in _read(told))
    ]
    assert wrong == []
