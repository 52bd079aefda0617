"""A blow told by a pronoun is of the kind that the weapon before it strikes."""

import pytest

from dashboard.extraction import read_report
from dashboard.text import Report
from tests.extraction.corpora import rows


@pytest.mark.parametrize(("report", "sub_event_type"), rows("annotate/arms.md"))
def test_a_blow_has_the_weapon_named_before(report: str, sub_event_type: str) -> None:
    events = read_report(Report(report)).events
    assert (events[-1].sub_event_type if events else "-") == sub_event_type
