"""Entries of a list that a state labels: where the person was of is where a bare participle's act was."""

from datetime import datetime
from itertools import product

from dashboard.extraction import read_report
from dashboard.text import Report

_LABELS = ("PHILIPPINES · ", "Philippines: ", "PHILIPPINES – ", "Philippines. ")
_WHO = ("Host of a radio programme, Digos City. ", "A village chief in Digos. ")
_ACTS = (
    "Shot on the steps of his station, 20 May, 5:40 a.m. Police have no suspect.",
    "Beaten by soldiers on the evening of 20 May.",
    "Abducted by armed men on 20 May. No arrest.",
)
_OTHER = "SYRIA · Trader. Arrested in Homs on 3 June."


def _places(entry: str) -> list[str]:
    text = f"THEY WERE AT WORK\n\nPublished 2 November 2024\n\n{entry}\n\n{_OTHER}\n"
    events = read_report(Report(text, published=datetime(2024, 11, 2))).events
    return [each.location for each in events if each.start and (each.start.month, each.start.day) == (5, 20)]


def test_an_act_in_an_entry_under_a_state_is_in_the_town_of_its_entry() -> None:
    entries = ["".join(parts) for parts in product(_LABELS, _WHO, _ACTS)]
    assert [each for each in entries if not any("Digos" in place for place in _places(each))] == []


def test_an_act_with_a_place_of_its_own_stays_there() -> None:
    assert _places("PHILIPPINES · Host of a programme, Digos City. Shot in Cotabato on 20 May.") == [
        "Cotabato"
    ]
