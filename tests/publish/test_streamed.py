"""A large store is written row by row, and the file is the very same."""

from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from dashboard.exchange.formats import format_of
from dashboard.exchange.tables import read_table
from dashboard.publish.extract import Wanted, extract_of
from dashboard.publish.parcel import parcel
from dashboard.publish.streamed import streamed
from dashboard.store import Store
from dashboard.store.streaming import Stream, stream_of
from dashboard.table import Dataset
from dashboard.table.filters import Selection
from tests.exchange.tabular.made import acled_rows, ucdp_rows
from tests.sample import dataset

MADE = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Read reports, and coded rows of two kinds, one with a column of somebody's own."""
    folder = tmp_path_factory.mktemp("stream")
    acled_rows(60).assign(mine="seen").to_csv(folder / "a.csv", index=False)
    ucdp_rows(30).to_csv(folder / "u.csv", index=False)
    opened = Store.open(str(folder / "case.db"))
    opened.save(dataset())
    for name in ("a.csv", "u.csv"):
        for batch in read_table(folder / name):
            opened.save(batch.dataset)
    return opened


@pytest.fixture(scope="module")
def loaded(store: Store) -> Dataset:
    return store.load()


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".acled.csv", ".ucdp.csv"])
@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(event_types=("Battles",)),
        Selection(start=datetime(2017, 1, 1, tzinfo=UTC), must=True),
        Selection(datasets=("u",), places=("Syria",)),
    ],
)
def test_row_by_row_the_file_is_the_very_same(
    store: Store, loaded: Dataset, ending: str, selection: Selection
) -> None:
    form, wanted = format_of(ending), Wanted(selection, "UTC")
    whole = parcel(extract_of(loaded, wanted, MADE), form)
    stream = stream_of(store, least=1)
    assert stream is not None
    made, said = streamed(stream, form, wanted, MADE, mark=True)
    assert b"".join(made.pieces) == b"".join(whole.pieces)
    assert (made.left_out, made.name) == (whole.left_out, whole.name)
    assert said.of == len(loaded.events)


def test_pieces_are_in_order_of_time_whatever_their_size(store: Store) -> None:
    stream = Stream(store.engine, "")
    ids = [each for part in stream.pieces(("event_type",), rows=7) for each in part["event_id"]]
    assert ids == store.load().events["event_id"].tolist()


def test_the_outline_tells_every_place_type_and_dataset(store: Store) -> None:
    outline, events = Stream(store.engine, "").outline, store.load().events
    for name in ("location", "country", "sub_event_type", "dataset"):
        assert set(outline[name]) - {""} == set(events[name]) - {""}


def test_a_small_store_and_a_corrected_one_are_loaded_whole(tmp_path: Path) -> None:
    with Store.open(str(tmp_path / "case.db")) as store:
        store.save(dataset())
        assert stream_of(store) is None
        assert stream_of(store, least=1) is not None
        first = str(store.load().events["event_id"][0])
        store.correct(first, {"fatalities": 2}, because="a list", at=pd.Timestamp(MADE).to_pydatetime())
        assert stream_of(store, least=1) is None
