"""A page about one incident gives its day once, under a label; what is told below with no day is of it."""

from datetime import date

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report

_TOLD = "Two civilians were killed in alleged airstrikes by the Libyan National Army on the city of Gharyan, local sources said."


def _days(text: str) -> set[date]:
    events = read_report(Report(text, published=date(2019, 11, 4))).events
    return {each.start.date() for each in events if each.start}


@pytest.mark.parametrize(
    "label", ["Incident date\nJuly 30, 2019", "Date of incident:\n30 July 2019", "Strike date\n2019-07-30"]
)
def test_what_is_told_below_is_of_the_day_of_the_incident(label: str) -> None:
    page = f"Incident Code\nLC392\n\n{label}\n\nHarm assessment\nLast Updated: November 4, 2019\n\n"
    assert _days(page + _TOLD) == {date(2019, 7, 30)}
    assert _days(page + _TOLD.replace("Gharyan,", "Gharyan on July 28,")) == {date(2019, 7, 28)}


def test_no_label_of_another_kind_and_not_one_of_several_tells_it() -> None:
    assert _days(f"Report date\nJuly 30, 2019\n\nHarm assessment\n\n{_TOLD}") != {date(2019, 7, 30)}
    two = "Incident date\nJuly 30, 2019\n\nIncident date\nAugust 2, 2019\n\n"
    assert date(2019, 7, 30) not in _days(two + _TOLD)
