"""Short reports against what a coder reads in them: one act in one row, two acts in two, each with its own dead."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.extraction import read_report
from dashboard.extraction.model import Modality
from dashboard.text import Report
from tests.tables import Row, rows

SHORT = list(rows(Path(__file__).with_name("short_reports.md")))
NOT_TOLD, END_OF_LINE = "not told", " ¶ "


def coded(row: Row) -> list[tuple[str, str, str]]:
    """The place, the dead (empty where they are not asked for) and the day of each event."""
    cells = [] if row["events"] == "none" else row["events"].split("; ")
    parts = [
        each.rsplit(", ", 2) if "dead" in each or NOT_TOLD in each else each.rsplit(", ", 1) for each in cells
    ]
    return sorted((each[0], each[1] if len(each) > 2 else "", each[-1]) for each in parts)


def read(row: Row) -> list[tuple[str, str, str]]:
    """The same of what the reader finds."""
    text = row["text"].replace(END_OF_LINE, "\n")
    events = read_report(Report(text, published=date.fromisoformat(row.moment))).events
    told = [each for each in events if each.modality not in (Modality.PLANNED, Modality.DENIED)]
    return sorted(
        (
            each.location,
            NOT_TOLD if each.fatalities is None else f"{each.fatalities} dead",
            f"{each.start:%Y-%m-%d}" if each.start else "",
        )
        for each in told
    )


@pytest.mark.parametrize("row", SHORT, ids=lambda row: row.place)
def test_a_short_report_is_read_as_it_is_coded(row: Row) -> None:
    wanted, found = coded(row), read(row)
    assert [each[0] for each in found] == [each[0] for each in wanted]
    for (_, dead, day), (_, got, on) in zip(wanted, found, strict=True):
        assert on == day
        assert not dead or got == dead


def test_short_reports_hold_reports_without_an_event_too() -> None:
    assert any(row["events"] == "none" for row in SHORT)
