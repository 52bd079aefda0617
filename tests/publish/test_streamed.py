"""A large store is written row by row, and the file is the very same."""

from datetime import UTC, datetime
from io import BytesIO

import openpyxl
import pandas as pd
import pytest

from dashboard.exchange.formats import format_of
from dashboard.exchange.headings import Headings
from dashboard.exchange.tables import read_table
from dashboard.publish.extract import Wanted, extract_of
from dashboard.publish.parcel import Parcel, parcel
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


@pytest.mark.parametrize(
    "ending", [".geojson", ".kml", ".timelinejs.json", ".timemap.json", ".ftm.json", ".parquet", ".gpkg"]
)
def test_so_is_every_format_that_tells_of_one_event_after_the_other(
    store: Store, loaded: Dataset, ending: str
) -> None:
    form, wanted = format_of(ending), Wanted(Selection(end=datetime(2024, 3, 1, tzinfo=UTC)), "UTC")
    stream = stream_of(store, least=1)
    assert stream is not None
    made, _ = streamed(stream, form, wanted, MADE, mark=True)
    whole = parcel(extract_of(loaded, wanted, MADE), form)
    assert b"".join(made.pieces) == b"".join(whole.pieces)
    assert made.left_out == whole.left_out


WITH_SUPPORT = (".json", ".chronology.html", ".chronology.docx", ".methods.html", ".methods.md", ".xlsx")


@pytest.mark.parametrize("ending", WITH_SUPPORT)
@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(Selection(), "UTC"),
        Wanted(Selection(event_types=("Battles",)), "UTC", headings=Headings.PLACE),
        Wanted(Selection(datasets=("u",)), "UTC"),
    ],
    ids=["all", "battles by place", "one dataset"],
)
def test_so_is_every_format_that_tells_of_mentions_and_reports_too(
    store: Store, loaded: Dataset, ending: str, wanted: Wanted
) -> None:
    form, edits = format_of(ending), ("2026-01-01: set: a list",)
    stream = stream_of(store, least=1)
    assert stream is not None
    made, _ = streamed(stream, form, wanted, MADE, mark=True, edits=edits)
    whole = parcel(extract_of(loaded, wanted, MADE, edits), form)
    assert sheets(made, ending) == sheets(whole, ending)
    assert made.left_out == whole.left_out


def sheets(made: Parcel, ending: str) -> object:
    """The file's bytes; of a workbook, whose parts carry the moment at which they were packed, its cells."""
    data = b"".join(made.pieces)
    if ending != ".xlsx":
        return data
    book = openpyxl.load_workbook(BytesIO(data))
    return {sheet.title: list(sheet.values) for sheet in book}


def test_pieces_are_in_order_of_time_whatever_their_size(store: Store) -> None:
    stream = Stream(store.engine, "")
    ids = [each for part in stream.pieces(("event_type",), rows=7) for each in part["event_id"]]
    assert ids == store.load().events["event_id"].tolist()


def test_the_outline_tells_every_place_type_and_dataset(store: Store) -> None:
    outline, events = Stream(store.engine, "").outline, store.load().events
    for name in ("location", "country", "sub_event_type", "dataset"):
        assert set(outline[name]) - {""} == set(events[name]) - {""}


def test_a_small_store_is_loaded_whole(store: Store) -> None:
    assert stream_of(store) is None


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The same with corrections of all kinds: values, times, tags, events taken out, added, joined, corrected twice."""
    folder, at = tmp_path_factory.mktemp("corrected"), pd.Timestamp(MADE).to_pydatetime()
    acled_rows(60).to_csv(folder / "a.csv", index=False)
    opened = Store.open(str(folder / "case.db"))
    opened.save(dataset())
    for batch in read_table(folder / "a.csv"):
        opened.save(batch.dataset)
    events = opened.load().events
    ids = [str(each) for each in events["event_id"]]
    told = [str(each) for each in opened.load().mentions["event_id"].unique()]
    opened.correct(ids[0], {"fatalities": 2, "location": "Sheba"}, because="a list", at=at)
    opened.correct(ids[0], {"fatalities": 3}, because="a later list", at=at)
    opened.correct(
        ids[5], {"start": "2030-01-01T00:00:00Z", "end": "2030-01-02T00:00:00Z"}, because="late", at=at
    )
    opened.correct(told[0], {"start": None, "end": None}, because="no day", at=at)
    opened.tag(ids[10:20], ["seen"], at=at)
    opened.delete([ids[7], told[-1]], because="none", at=at)
    opened.join(told[1:3], because="one and the same", at=at)
    opened.add(
        {"location": "Nowhere", "start": "2017-05-05T00:00:00Z", "notes": "by hand"}, because="seen", at=at
    )
    return opened


@pytest.fixture(scope="module")
def set_right(corrected: Store) -> Dataset:
    return corrected.load()


@pytest.mark.parametrize(
    "ending",
    [".csv", ".geojson", ".acled.csv", ".timelinejs.json", ".json", ".chronology.html", ".methods.md"],
)
@pytest.mark.parametrize("selection", [Selection(), Selection(places=("Sheba", "Nowhere"))])
def test_of_a_corrected_store_too(
    corrected: Store, set_right: Dataset, ending: str, selection: Selection
) -> None:
    form, wanted = format_of(ending), Wanted(selection, "UTC")
    whole = parcel(extract_of(set_right, wanted, MADE), form)
    stream = stream_of(corrected, least=1)
    assert stream is not None
    made, _ = streamed(stream, form, wanted, MADE, mark=True)
    assert b"".join(made.pieces) == b"".join(whole.pieces)


def test_what_is_corrected_is_in_its_place_whatever_the_size_of_the_pieces(
    corrected: Store, set_right: Dataset
) -> None:
    stream = stream_of(corrected, least=1)
    assert stream is not None
    for rows in (1, 3, 7, 100):
        ids = [each for part in stream.pieces(("event_type",), rows=rows) for each in part["event_id"]]
        assert ids == set_right.events["event_id"].tolist()
    assert "Sheba" in set(stream.outline["location"])
