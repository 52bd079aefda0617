from datetime import UTC, datetime
from importlib.metadata import version

from dashboard.exchange.provenance import provenance_of
from tests.sample import dataset

MADE = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def test_it_says_what_was_chosen_out_of_what_from_whom_and_when() -> None:
    provenance = provenance_of(
        dataset().events.head(3),
        of=1208,
        title="Ghouta",
        zone="Asia/Damascus",
        made=MADE,
        filters=("place: Douma", "type: Battles"),
        window=(datetime(2018, 3, 4, 22, tzinfo=UTC), None),
    )
    assert provenance.lines() == (
        "dataset: Ghouta",
        "filters: place: Douma · type: Battles",
        "window: from 2018-03-05 00:00 to … (Asia/Damascus)",
        "3 of 1,208 events",
        "sources: Sample Monitor",
        f"made 2026-03-01T09:30:00Z by conflict-timeline {version('conflict-timeline')}",
    )
    assert provenance.as_dict()["window"] == {"start": "2018-03-04T22:00:00Z", "end": None}


def test_without_filters_it_says_so() -> None:
    everything = provenance_of(dataset().events.head(0), of=0, title="", zone="", made=MADE)
    assert everything.lines()[:4] == (
        "filters: none (everything)",
        "window: all time (times in UTC)",
        "0 of 0 events",
        "sources: not named",
    )
