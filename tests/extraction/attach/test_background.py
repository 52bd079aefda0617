"""Acts of another time that are only named, and sums over days and acts: no rows."""

from datetime import date

import pytest

from dashboard.extraction import Event, read_report
from dashboard.text import Report

PUBLISHED = date(2024, 3, 14)  # a Thursday


def events(text: str) -> tuple[Event, ...]:
    return tuple(read_report(Report(text, published=PUBLISHED)).events)


@pytest.mark.parametrize(
    "text",
    [
        "The 2016 peace deal is holding in Cauca.",
        "The February shelling of Kherson killed four.",
        "A court in Paris on Monday jailed a man for the 2015 attacks.",
        "The October 7 attack on Sderot left hundreds dead.",
        "Its May 2022 offensive took Bara from the rebels.",
        "Since November 2022, when the group let its ceasefire end, attacks have risen in Pakistan.",
        "12 incidents reported | 3 aid workers killed | 40 staff relocated",
        "Such raids have killed dozens in Homs.",
        "14 civilians killed in Rakhine last week.",
        "From 1 January to 29 February the coalition counted 2,300 attacks in Kabul.",
    ],
)
def test_what_is_only_named_or_summed_up_is_no_row(text: str) -> None:
    assert events(text) == ()


@pytest.mark.parametrize(
    ("text", "place", "start"),
    [
        ("A car bomb killed 14 people in Homs on Tuesday, the worst blast since the June 2023 bombing in Hama.", "Homs", 12),
        ("A car bomb killed 14 people in Homs on Tuesday. It was the deadliest blast since the June 2023 bombing in Hama.", "Homs", 12),
        ("Rebels who signed the 2016 accord shot dead two farmers in Caloto on Tuesday.", "Caloto", 12),
        ("Maiduguri has been empty since gunmen attacked it on Sunday, killing five people.", "Maiduguri", 10),
        ("On 3 March rebels attacked Jos. The March 3 attack killed four.", "Jos", 3),
        ("Gunmen killed 14 civilians in Maiduguri on Sunday.", "Maiduguri", 10),
    ],
)  # fmt: skip
def test_what_happened_stays_a_row_beside_it(text: str, place: str, start: int) -> None:
    (event,) = events(text)
    assert (event.location, event.start.day if event.start else None) == (place, start)


def test_since_when_dates_nothing() -> None:
    (event,) = events("Kutum was the tenth town to fall to the RSF since fighting resumed in November.")
    assert f"{event.start:%F}" == "2024-03-14"


def test_a_report_of_old_acts_tells_them_though_they_name_no_place() -> None:
    old = (
        "Ali, vaccinator, Karachi. Shot by men on a motorcycle on 18 September 2012.\n\n"
        "Hawa, vaccinator, Potiskum. Gunmen opened fire at her on 11 March 2013.\n\n"
        "Omar, driver, Pishin. A bomber blew himself up outside the centre on 9 November 2015.\n"
    )
    assert len(events(old)) == 3
    new = "Gunmen shot a nurse in Karachi on 12 March. Men on a motorcycle shot another on 18 September 2012."
    assert len(events(new)) == 1
    there = "Gunmen shot a nurse in Karachi on 12 March. On 1 February 2022 four people were killed there."
    assert len(events(there)) == 2
