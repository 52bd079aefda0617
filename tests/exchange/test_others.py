"""Formats that other programs read, held to what those programs ask for."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from dashboard.exchange.formats import FORMATS, format_of
from dashboard.exchange.pieces import Drain, by_way_of_file, slices
from dashboard.exchange.provenance import provenance_of
from dashboard.exchange.tables import read_table
from dashboard.exchange.write import to_bytes, to_pieces
from dashboard.table import Dataset
from tests.sample import dataset

MADE = datetime(2026, 3, 1, tzinfo=UTC)
HOSTILE = '<script>alert(1)</script> "a" & \x07 http://evil.example/ قصف'


def written(ending: str, of: Dataset | None = None) -> bytes:
    chosen = dataset() if of is None else of
    said = provenance_of(chosen.events, of=8, title="A & B <i>", zone="Asia/Damascus", made=MADE)
    return to_bytes(chosen, format_of(ending), said)


def hostile() -> Dataset:
    start = datetime(2018, 3, 6, tzinfo=UTC)
    told = dict.fromkeys(
        ("notes", "location", "source", "title", "actor1", "doubts", "sub_event_type"), HOSTILE
    )
    row = {
        "event_id": "e",
        "start": start,
        "latitude": 33.5,
        "longitude": 36.3,
        "granularity": "hour",
        **told,
    }
    return Dataset.from_rows(events=[row])


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.ending)
def test_the_same_view_is_the_same_file(form: Any) -> None:
    if form.suffix != ".xlsx":  # whose parts carry the moment at which they were packed
        assert written(form.ending) == written(form.ending)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.ending)
def test_a_hostile_report_is_written_in_every_format(form: Any) -> None:
    assert written(form.ending, hostile())


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.ending)
def test_every_file_but_ucdps_says_where_it_comes_from(form: Any) -> None:
    if form.suffix in {".csv", ".json", ".jsonl", ".kml", ".geojson"} and form.flavour not in {
        "acled",
        "ucdp",
    }:
        assert b"conflict-timeline" in written(form.ending)


def must_be_a_slide(slide: dict[str, Any], *, title: bool = False) -> None:
    """What timeline.knightlab.com/docs/json-format.html asks of a slide."""
    assert set(slide) <= {
        *("start_date", "end_date", "text", "media", "group", "display_date", "background", "autolink"),
        "unique_id",
    }
    assert set(slide["text"]) <= {"headline", "text"}
    if not title:
        for date in (slide["start_date"], slide.get("end_date", slide["start_date"])):
            assert set(date) <= {"year", "month", "day", "hour", "minute", "display_date"}
            assert all(isinstance(value, int) for value in date.values())
            assert datetime(date["year"], date.get("month", 1), date.get("day", 1))


def test_timelinejs_has_a_slide_for_each_event_with_a_time() -> None:
    content = json.loads(written(".timelinejs.json"))
    assert set(content) == {"title", "events"}
    must_be_a_slide(content["title"], title=True)
    assert len(content["events"]) == 7
    for slide in content["events"]:
        must_be_a_slide(slide)
    shown = {slide["display_date"]: slide for slide in content["events"]}
    month = shown["in February 2018"]
    assert (month["start_date"], "end_date" in month) == ({"year": 2018, "month": 2}, False)
    assert shown["at 14:20 on Monday 5 March 2018"]["start_date"] == {
        "year": 2018,
        "month": 3,
        "day": 5,
        "hour": 14,
        "minute": 20,
    }
    assert month["group"] == "Homs"


def test_timelinejs_gets_no_markup_and_no_links_of_a_report() -> None:
    content = written(".timelinejs.json", hostile()).decode()
    assert "<script" not in content
    for slide in json.loads(content)["events"]:  # it takes the markup out of these, and so undoes one escape
        assert "&amp;lt;script" in slide["group"]
    assert all(slide["autolink"] is False for slide in json.loads(content)["events"])


def test_timemap_gets_texts_only_and_what_its_own_check_asks_for() -> None:
    events = json.loads(written(".timemap.json"))
    assert len(events) == 7
    for event in events:
        lists = {name: event.pop(name) for name in ("associations", "sources")}
        assert all(isinstance(each, str) for several in lists.values() for each in several)
        assert all(isinstance(value, str) for value in event.values())
        assert event["date"] or event["latitude"]
        assert bool(event["latitude"]) == bool(event["longitude"])
        assert datetime.strptime(event["date"], "%m/%d/%Y")


def test_followthemoney_takes_every_entity_as_it_is() -> None:
    followthemoney = pytest.importorskip("followthemoney")
    entities = [json.loads(line) for line in written(".ftm.json").splitlines()]
    for entity in entities:
        proxy = followthemoney.model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        cleaned = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert cleaned == {name: sorted(values) for name, values in entity["properties"].items()}
    assert sum(entity["schema"] == "Event" for entity in entities) == 8
    known = {entity["id"] for entity in entities}
    assert all(
        address in known for each in entities for address in each["properties"].get("addressEntity", ())
    )


def test_geojson_kml_and_geopackage_are_read_by_gdal(tmp_path: Path) -> None:
    pyogrio = pytest.importorskip("pyogrio")
    for ending in (".geojson", ".gpkg", ".kml"):
        path = tmp_path / f"events{ending}"
        path.write_bytes(written(ending))
        about = pyogrio.read_info(path)
        assert about["features"] == 8, ending
        assert about["crs"] == "EPSG:4326", ending


def test_kml_is_sound_xml_whatever_a_report_holds() -> None:
    placemark = ET.parse(io.BytesIO(written(".kml", hostile()))).getroot()
    words = "".join(placemark.itertext())
    assert HOSTILE.replace("\x07", "\ufffd") in words


def test_a_million_rows_are_written_some_thousands_at_a_time() -> None:
    frame = dataset().events
    many = Dataset(
        frame.loc[frame.index.repeat(6_000)].reset_index(drop=True), dataset().mentions, dataset().reports
    )
    said = provenance_of(many.events, of=1, title="", zone="UTC", made=MADE)
    for ending, least in ((".csv", 3), (".parquet", 1)):
        pieces = list(to_pieces(many, format_of(ending), said))
        assert len(pieces) > least, ending
    assert [len(part) for part in slices(many.events, 20_000)] == [20_000, 20_000, 8_000]


def test_a_drain_gives_each_byte_once() -> None:
    drain = Drain()
    drain.write(b"ab")
    assert (drain.taken(), drain.taken(), drain.tell()) == (b"ab", b"", 2)


def test_a_file_that_was_only_needed_on_the_way_is_gone() -> None:
    seen: list[Path] = []

    def write(path: Path) -> None:
        seen.append(path)
        path.write_bytes(b"x" * 3_000_000)

    assert sum(map(len, by_way_of_file("events.gpkg", write))) == 3_000_000
    assert not seen[0].parent.exists()


READ_BACK = [".csv", ".jsonl", ".json", ".geojson", ".xlsx", ".parquet"]


@pytest.mark.parametrize("ending", READ_BACK)
def test_what_goes_out_comes_in_again_as_it_was(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"events{ending}"
    path.write_bytes(written(ending))
    (batch,) = read_table(path)
    assert not batch.faults
    wanted = dataset().events
    read = batch.dataset.events
    assert read["event_id"].tolist() == [f"own:{each}" for each in wanted["event_id"]] or (
        read["event_id"].tolist() == wanted["event_id"].tolist()
    )
    for name in ("start", "end", "notes", "latitude", "fatalities", "extra"):
        assert read[name].tolist() == wanted[name].tolist() or read[name].equals(wanted[name]), name


@pytest.mark.parametrize(
    ("ending", "count"),
    [(".acled.csv", 5), (".ucdp.csv", 3), (".timelinejs.json", 7), (".timemap.json", 7), (".kml", 8)],
)
def test_what_goes_out_in_another_programs_format_is_known_by_its_content(
    ending: str, count: int, tmp_path: Path
) -> None:
    path = tmp_path / "file"
    path.write_bytes(written(ending))
    batches = list(read_table(path))
    assert sum(len(batch.dataset.events) for batch in batches) == count
    assert not any(batch.faults for batch in batches)
