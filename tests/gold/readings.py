"""Coded reports as they are read today: read once for all tests, as that takes longer than all that is asked of them."""

from dataclasses import dataclass
from pathlib import Path

from dashboard.extraction import Event
from dashboard.extraction.assemble.confidence import doubts_of
from dashboard.extraction.assemble.event_rows import best_first
from dashboard.extraction.reader import workings
from dashboard.text import Report
from tests.gold.coding import Coded, coded, reports
from tests.once import once_a_run


@dataclass(frozen=True, slots=True)
class Read:
    """A coded report with its events and the names of the doubts of each; none of an event without a confidence."""

    report: Coded
    events: tuple[Event, ...]
    doubts: tuple[tuple[str, ...], ...]


@once_a_run
def read_today(folder: Path) -> tuple[Read, ...]:
    """Every coded report of a folder, given its day of publication."""
    return tuple(_read(coded(name, folder)) for name in reports(folder))


def _read(report: Coded) -> Read:
    made = workings(Report(report.text, published=report.published))
    events = tuple(made.reading.events)
    each = zip(made.linked.groups, events, strict=True)
    doubts = (
        () if event.confidence is None else doubts_of(best_first(group), event) for group, event in each
    )
    return Read(report, events, tuple(doubts))
