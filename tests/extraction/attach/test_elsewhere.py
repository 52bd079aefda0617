"""Harm at a place of its own is an event; harm to those carried elsewhere is not."""

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report
from tests.extraction.corpora import rows


@pytest.mark.parametrize(("report", "places"), rows("attach/elsewhere.md"))
def test_weak_words_count_at_a_place_of_their_own(report: str, places: str) -> None:
    events = read_report(Report(report)).events
    assert [event.location for event in events] == places.split(" // ")
