"""The entries of a list are of the days that label them, however those are written."""

from datetime import date, datetime

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

_DAYS = {"Tibú": date(2023, 1, 3), "Convención": date(2023, 1, 11), "Ocaña": date(2023, 1, 27)}
_ACTS = {
    "Tibú": "Gunmen killed two farmers near Tibú.",
    "Convención": "Armed men attacked a village near Convención.",
    "Ocaña": "A bomb killed a policeman in Ocaña.",
}
_HEADS = {
    "published": "MONITOR – NORTE DE SANTANDER, COLOMBIA\nJanuary 2023\nPublished: 3 February 2023\n\n",
    "undated": "Incidents in Norte de Santander, Colombia, January 2023\n\n",
}
LABELS = [
    "%d.%m – ",
    "%d.%m: ",
    "[%d.%m] ",
    "%d.%m, night – ",
    "%d/%m – ",
    "%d/%m, 14:30: ",
    "%d.%m.%Y – ",
    "%d/%m/%y: ",
    "%Y-%m-%d: ",
    "%d %B – ",
    "%d %B. ",
    "%B %d: ",
    "%b. %d: ",
    "%d-%b: ",
    "%d-%b-%Y: ",
    "%d %b %Y | ",
    "• %d %B: ",
    "- %d %B, ",
    "[%d/%m/%Y] ",
    "(%d %B) ",
    "%A, %d %B – ",
    "%a %d %b: ",
    "%d %B\n",
    "%A, %B %d\n",
    "## %d %B\n",
    "%d JAN: ",
    "On %d %B, ",
    "Date: %d/%m/%Y\nIncident: ",
    "Date: %Y-%m-%d | Event: ",
    "%d January 2023 – ",
    "2023 – %d January: ",
    "%d January 2023, 14:30 – ",
    "Tibú, %d January – ",
]


@pytest.mark.parametrize("head", _HEADS)
@pytest.mark.parametrize("label", LABELS)
def test_an_entry_is_of_the_day_that_labels_it(label: str, head: str) -> None:
    entries = (_DAYS[place].strftime(label) + act for place, act in _ACTS.items())
    published = datetime(2023, 2, 3) if head == "published" else None
    events = read_report(Report(_HEADS[head] + "\n\n".join(entries), published=published)).events
    read = {each.location.removeprefix("near "): each.start.date() for each in events if each.start}
    assert read == _DAYS


def test_clocks_of_a_live_page_are_no_days() -> None:
    text = "LIVE – Tibú, Colombia, 3 May 2023\n\n" + "\n\n".join(
        f"{clock} – {act}" for clock, act in zip(("09.05", "09.40", "10.15"), _ACTS.values(), strict=True)
    )
    events = read_report(Report(text)).events
    assert {each.start.date() for each in events if each.start} == {date(2023, 5, 3)}


@pytest.mark.parametrize("mark", ["▸", "►", "•", "-"])
@pytest.mark.parametrize(
    ("second", "third"),
    [
        ("5 March: a drone hit a bus.", "A missile killed one woman."),
        ("A drone hit a bus on 5 March.", "A bomb fell on a house."),
    ],
)
def test_an_item_without_a_day_is_a_row_of_its_town(mark: str, second: str, third: str) -> None:
    items = f"{mark} Kherson. 4 March: two people killed by shelling.\n{mark} Nikopol. {second}\n{mark} Sumy. {third}"
    events = read_report(Report(items, published=date(2024, 3, 7))).events
    assert {each.location: each.fatalities for each in events} == {
        "Kherson": 2,
        "Nikopol": None,
        "Sumy": 1 if "one" in third else None,
    }
