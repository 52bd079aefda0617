import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import openpyxl
import pandas as pd
import pytest

from dashboard.errors import ExportError
from dashboard.exchange.formats import FORMATS, format_of
from dashboard.exchange.provenance import Provenance, provenance_of
from dashboard.exchange.write import to_bytes
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS, TEXT
from dashboard.table.dataset import typed
from tests.exchange.guarded import unguarded
from tests.sample import dataset

SUFFIXES = [each.ending for each in FORMATS if not each.flavour]
NAMES = [column.name for column in EVENT_COLUMNS]
TEXTS = [column.name for column in EVENT_COLUMNS if column.dtype in {TEXT, "category"}]


def said(of: Dataset) -> Provenance:
    made = datetime(2026, 3, 1, tzinfo=UTC)
    return provenance_of(of.events, of=8, title="sample", zone="UTC", made=made, filters=("place: Homs",))


def written(suffix: str, of: Dataset | None = None) -> bytes:
    chosen = dataset() if of is None else of
    return to_bytes(chosen, format_of(suffix), said(chosen))


def in_homs() -> Dataset:
    events = dataset().events
    return replace(dataset(), events=events[events["location"] == "Homs"])


def from_csv(data: bytes) -> pd.DataFrame:
    cells = pd.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False, encoding="utf-8")
    content = cells.assign(**{name: cells[name].map(unguarded) for name in TEXTS})
    flags = {"ongoing": content["ongoing"].map({"True": True, "False": False})}
    return typed(content.replace("", None).assign(**flags), EVENT_COLUMNS)


def from_geopackage(data: bytes) -> pd.DataFrame:
    """The layer of a GeoPackage, which is a database of SQLite."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        return pd.read_sql("SELECT * FROM events ORDER BY fid", database)


def read_back(suffix: str, data: bytes) -> list[str]:
    """The ids of the events in the file."""
    ids: dict[str, Any] = {
        ".csv": lambda: pd.read_csv(io.BytesIO(data))["event_id"],
        ".json": lambda: [event["event_id"] for event in json.loads(data)["events"]],
        ".jsonl": lambda: [json.loads(line)["event_id"] for line in data.splitlines()],
        ".geojson": lambda: [feature["id"] for feature in json.loads(data)["features"]],
        ".kml": lambda: re.findall(r'"event_id"><value>([^<]*)<', data.decode()),
        ".gpkg": lambda: from_geopackage(data)["event_id"],
        ".xlsx": lambda: pd.read_excel(io.BytesIO(data), sheet_name="events", engine="openpyxl")["event_id"],
        ".parquet": lambda: pd.read_parquet(io.BytesIO(data))["event_id"],
    }
    return list(ids[suffix]())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_file_holds_what_was_chosen_and_nothing_else(suffix: str) -> None:
    assert read_back(suffix, written(suffix, in_homs())) == in_homs().events["event_id"].tolist()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_nothing_chosen_gives_a_file_without_events(suffix: str) -> None:
    nothing = replace(dataset(), events=dataset().events.head(0))
    assert read_back(suffix, written(suffix, nothing)) == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_has_its_media_type(suffix: str) -> None:
    assert "/" in format_of(suffix).media_type


def test_a_format_we_do_not_write_is_named_with_those_we_do() -> None:
    with pytest.raises(ExportError, match=r"\.odt: data is written as \.csv \.json"):
        written(".odt")


def test_csv_gives_back_the_frame_exactly() -> None:
    pd.testing.assert_frame_equal(from_csv(written(".csv")), dataset().events)


def test_csv_begins_with_the_mark_by_which_excel_knows_utf_8_and_only_csv_does() -> None:
    begins = {suffix for suffix in SUFFIXES if written(suffix).startswith(b"\xef\xbb\xbf")}
    assert begins == {".csv"}
    plain = to_bytes(dataset(), format_of(".csv"), said(dataset()), mark=False)
    assert b"\xef\xbb\xbf" + plain == written(".csv")


def test_csv_keeps_line_ends_quotes_and_every_script_inside_a_cell() -> None:
    notes = ['"fire", he said', "one\r\ntwo\rthree\nfour", "قصف مدفعي", "'=1+1", "=1+1", "\t tab", ""]
    rows = [{"event_id": f"e{number}", "notes": note} for number, note in enumerate(notes)]
    strange = Dataset.from_rows(events=rows)
    assert from_csv(written(".csv", strange))["notes"].tolist() == notes


def test_csv_cells_of_a_hostile_report_are_harmless_and_numbers_stay_numbers() -> None:
    south = Dataset.from_rows(events=[{"notes": "@SUM(1)", "title": "-1", "latitude": -36.2, "actor1": "+x"}])
    (row,) = csv.DictReader(io.StringIO(written(".csv", south).decode("utf-8-sig")))
    assert (row["notes"], row["title"], row["actor1"], row["latitude"]) == ("'@SUM(1)", "'-1", "'+x", "-36.2")


def test_every_csv_row_says_where_it_comes_from() -> None:
    lines = list(csv.DictReader(io.StringIO(written(".csv").decode("utf-8-sig"))))
    assert list(lines[0]) == [*NAMES, "edtf", "provenance"]
    assert {line["provenance"] for line in lines} == {said(dataset()).line()}


def test_json_has_the_evidence_and_the_provenance_but_not_the_whole_article() -> None:
    content = json.loads(written(".json", in_homs()))
    assert content["provenance"] == said(in_homs()).as_dict()
    assert [list(event) for event in content["events"]] == [NAMES] * 2
    assert {mention["event_id"] for mention in content["mentions"]} == {
        event["event_id"] for event in content["events"]
    }
    assert [report["title"] for report in content["reports"]] == [
        "Shelling and <b>calm</b> around Douma & Homs"
    ]
    assert "text" not in content["reports"][0]


def test_geojson_has_points_and_keeps_what_has_no_place_or_time() -> None:
    content = json.loads(written(".geojson"))
    features = {feature["properties"]["notes"]: feature for feature in content["features"]}
    assert features["Gunmen clashed in Homs in February"]["geometry"] == {
        "type": "Point",
        "coordinates": [36.71, 34.73],
    }
    (nowhere,) = (feature for feature in content["features"] if feature["geometry"] is None)
    assert (nowhere["properties"]["location"], nowhere["properties"]["start"]) == ("", None)
    assert content["provenance"]["filters"] == ["place: Homs"]


def test_excel_has_dates_that_sort_and_a_sheet_that_says_where_it_comes_from() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(".xlsx")))
    assert book.sheetnames == ["events", "mentions", "sources", "provenance", "methods"]
    heads, first, *_ = book["events"].iter_rows()
    start = first[[cell.value for cell in heads].index("start")]
    assert (start.value, start.number_format) == (datetime(2018, 1, 31, 22), 'yyyy-mm-dd"T"hh:mm:ss"Z"')
    assert [row[0].value for row in book["provenance"].iter_rows()] == list(said(dataset()).lines())


def test_excel_runs_nothing_and_cuts_nothing_in_silence() -> None:
    rows = [{"notes": '=HYPERLINK("x")', "title": "bell \x07", "tags": "x" * 40_000, "latitude": -36.2}]
    book = openpyxl.load_workbook(io.BytesIO(written(".xlsx", Dataset.from_rows(events=rows))))
    heads, row = book["events"].iter_rows()
    cells = dict(zip([head.value for head in heads], row, strict=True))
    assert (cells["notes"].value, cells["notes"].data_type) == ('\'=HYPERLINK("x")', "s")
    assert (cells["title"].value, cells["latitude"].value) == ("bell \ufffd", -36.2)
    assert str(cells["tags"].value).endswith("(cut: Excel holds 32,767 characters a cell)")
    assert cells["location"].value is None  # an empty cell, not one with an empty text


def test_excel_shows_what_lies_before_its_calendar_as_text() -> None:
    old = Dataset.from_rows(events=[{"start": datetime(1812, 9, 7, tzinfo=UTC)}])
    frame = pd.read_excel(io.BytesIO(written(".xlsx", old)), engine="openpyxl")
    assert frame["start"].tolist() == ["1812-09-07T00:00:00Z"]


def test_parquet_gives_back_the_frame_exactly_with_its_provenance() -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    data = written(".parquet")
    read = pd.read_parquet(io.BytesIO(data))
    pd.testing.assert_frame_equal(read.drop(columns="edtf"), dataset().events)
    metadata = pq.read_schema(io.BytesIO(data)).metadata
    assert json.loads(metadata[b"conflict-timeline"]) == said(dataset()).as_dict()
