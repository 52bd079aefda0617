"""A strike of workers is no event of a conflict, whatever stops; one from the air is, whoever is hit, and so is what strikers do in a crowd."""

from datetime import date
from itertools import product

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

_WHO = ("Nurses", "Teachers", "Dockers", "Train drivers")
_FRAMES = (
    "{} went on strike in Paris on Monday.",
    "{} in Abuja began a strike on Monday.",
    "{} launched a second strike that hit hospitals in Abuja on Monday.",
    "{}' strikes were recorded in Tunis and Sfax on Monday.",
    "A strike by {} shut the port of Haifa on Monday.",
)
_STOPPED = (
    "Another strike on Tuesday halted trains in Paris.",
    "A strike on Monday closed schools in Lagos.",
    "A 24-hour strike grounded flights in Rome on Monday.",
    "Strikes were reported in several factories in Dhaka on Monday as workers demanded pay.",
)
_ACTS = {
    "Another strike on Tuesday killed four in Gaza City.": "Air/drone strike",
    "An Israeli strike killed three aid workers in Rafah on Monday.": "Air/drone strike",
    "A second strike hit rescue workers in Kostiantynivka on Monday.": "Air/drone strike",
    "A strike on a bus killed six teachers in Nabatieh on Monday.": "Air/drone strike",
    "A Russian strike on Kharkiv halted trains on Monday.": "Air/drone strike",
    "The strike destroyed a railway station in Odesa on Monday.": "Air/drone strike",
    "Three nurses were killed in a strike on a hospital in Kherson on Monday.": "Air/drone strike",
    "A strike on Monday stopped work at the port of Hodeida and killed two dockers.": "Air/drone strike",
    "Hundreds of striking workers marched in Durban on Monday.": "Peaceful protest",
    "Teachers on strike marched through Kisumu on Monday.": "Peaceful protest",
    "A general strike shut shops in Hebron on Monday.": "Peaceful protest",
}


def _read(text: str) -> list[str]:
    events = read_report(Report(text, published=date(2024, 3, 7))).events
    return [str(each.sub_event_type) for each in events]


def test_a_strike_of_workers_is_none() -> None:
    told = [frame.format(who if frame[0] == "{" else who.lower()) for who, frame in product(_WHO, _FRAMES)]
    assert {text: _read(text) for text in (*told, *_STOPPED) if _read(text)} == {}


@pytest.mark.parametrize(("text", "kind"), _ACTS.items())
def test_what_is_like_it_is_an_act(text: str, kind: str) -> None:
    assert _read(text) == [kind]
