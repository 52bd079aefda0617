"""What we write is read back to the same table, and a file in another's format to the same events."""

from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from dashboard.exchange.formats import format_of
from dashboard.exchange.provenance import provenance_of
from dashboard.exchange.tables import Asked, read_table, recognised
from dashboard.exchange.write import to_bytes
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS, REPORT_COLUMNS
from dashboard.table.dataset import typed
from tests.exchange.tabular.made import acled_rows, ucdp_rows

OURS = [".csv", ".json", ".jsonl", ".geojson", ".xlsx", ".parquet"]
THEIRS = [
    ("acled", ".acled.csv"),
    ("ucdp", ".ucdp.csv"),
    ("timelinejs", ".timelinejs.json"),
    ("timemap", ".timemap.json"),
    ("kml", ".kml"),
]


def made(tmp_path: Path) -> Dataset:
    """Coded rows of two kinds with cells that a spreadsheet would run, and one row that says next to nothing."""
    frames = []
    for name, rows in (("acled", acled_rows(25)), ("ucdp", ucdp_rows(25))):
        path = tmp_path / f"{name}.csv"
        rows.to_csv(path, index=False)
        frames += [batch.dataset.events.astype(object) for batch in read_table(path)]
    odd = {
        "event_id": "odd",
        "dataset": "x",
        "notes": "=1+1",
        "title": "'-2",
        "tags": "@here",
        "extra": '{"a":1}',
    }
    events = pd.concat([*frames, pd.DataFrame([odd], dtype=object)], ignore_index=True)
    empty = pd.DataFrame()
    return Dataset(
        typed(events, EVENT_COLUMNS), typed(empty, MENTION_COLUMNS), typed(empty, REPORT_COLUMNS), "x"
    )


def saved(dataset: Dataset, ending: str, folder: Path) -> Path:
    said = provenance_of(
        dataset.events, of=len(dataset.events), title="x", zone="UTC", made=datetime(2026, 1, 1, tzinfo=UTC)
    )
    path = folder / f"out{ending}"
    path.write_bytes(to_bytes(dataset, format_of(ending), said))
    return path


@pytest.mark.parametrize("ending", OURS)
def test_our_exports_are_read_back_to_the_same_table(ending: str, tmp_path: Path) -> None:
    dataset = made(tmp_path)
    path = saved(dataset, ending, tmp_path)
    found = recognised(path)
    assert found is not None
    assert found.name == "own"
    (batch,) = read_table(path)
    assert not batch.faults
    back = batch.dataset.events.sort_values("event_id", ignore_index=True)
    wanted = dataset.events.sort_values("event_id", ignore_index=True)
    pd.testing.assert_frame_equal(typed(back, EVENT_COLUMNS), typed(wanted, EVENT_COLUMNS))


@pytest.mark.parametrize(("form", "ending"), THEIRS)
def test_what_we_write_for_others_is_known_as_theirs_and_keeps_its_days(
    form: str, ending: str, tmp_path: Path
) -> None:
    dataset = made(tmp_path)
    dated = Dataset(
        dataset.events[dataset.events["granularity"] == "day"], dataset.mentions, dataset.reports, "x"
    )
    path = saved(dated, ending, tmp_path)
    found = recognised(path)
    assert found is not None
    assert found.name == form
    found_batches = list(read_table(path, Asked(dataset="back")))
    events = pd.concat([batch.dataset.events for batch in found_batches])
    assert not [str(each) for batch in found_batches for each in batch.faults]
    assert len(events) > 5  # UCDP has no events without dead
    assert events["start"].notna().all()
