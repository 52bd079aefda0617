"""Every kind of table, in every kind of file, and what each of its rows tells."""

import io
import json
import os
import zipfile
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.errors import InputError
from dashboard.exchange.tables import Asked, Batch, may_be_one, read_table, recognised
from dashboard.exchange.tabular import gdelt
from dashboard.table.columns import EVENT_COLUMNS
from dashboard.table.dataset import typed
from tests.exchange.tabular.made import acled_rows, ucdp_rows

SLIDES = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Type,Group\n"
)
MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
KML = '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>{}</Document></kml>'
SQUARE = {"type": "Polygon", "coordinates": [[[36, 33], [38, 33], [38, 35], [36, 35], [36, 33]]]}


def csv(frame: pd.DataFrame, **how: object) -> bytes:
    return frame.to_csv(index=False, **how).encode()  # type: ignore[call-overload, no-any-return]


def excel(frame: pd.DataFrame) -> bytes:
    file = io.BytesIO()
    frame.to_excel(file, index=False)
    return file.getvalue()


def opendocument(rows: list[list[str]]) -> bytes:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    lines = "".join(f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in rows)
    names = {
        each: f"urn:oasis:names:tc:opendocument:xmlns:{each}:1.0" for each in ("office", "table", "text")
    }
    declared = " ".join(f'xmlns:{name}="{urn}"' for name, urn in names.items())
    body = f'<office:spreadsheet><table:table table:name="a">{lines}</table:table></office:spreadsheet>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr(
            "content.xml",
            f"<office:document-content {declared}><office:body>{body}</office:body></office:document-content>",
        )
    return file.getvalue()


def parquet(frame: pd.DataFrame) -> bytes:
    file = io.BytesIO()
    frame.to_parquet(file)
    return file.getvalue()


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def gdelt_row(number: int, code: str) -> str:
    told = {"GLOBALEVENTID": str(number), "SQLDATE": "20180521", "EventCode": code, "Actor1Name": 'THE "ARMY'}
    where = {
        "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Douma, Rif Dimashq, Syria",
        "ActionGeo_Lat": "33.57",
    }
    row = dict.fromkeys(gdelt.HEADER, "") | told | where | {"ActionGeo_Long": "36.4"}
    return "\t".join(row.values())


LIST = "When,Town,Country,Killed,What happened\n2018-05-21,Douma,Syria,1.0,A shell fell.\n2018-05-22,Homs,Syria,2,Another.\n"
FRAME = pd.read_csv(io.StringIO(LIST))
TIMEMAP = [{"id": "1", "description": "Strike", "date": "2/24/2022", "time": "14:30", "location": "Kyiv", "latitude": "50.45", "longitude": "30.52", "sources": ["a", "b"]}]  # fmt: skip
SLIDE = {
    "start_date": {"year": "2018", "month": "5"},
    "text": {"headline": "Fall"},
    "display_date": "late May",
}
FEATURE = {
    "type": "Feature",
    "geometry": SQUARE,
    "properties": {"date": "2018-05-21", "name": "Raid", "n": [1]},
}
MARK = "<Folder><name>F</name><Placemark id='a'><name>Raid</name><TimeStamp><when>2018-05-21T10:00:00Z</when></TimeStamp><Point><coordinates>36.4,33.5,0</coordinates></Point></Placemark></Folder>"

FORMS: list[tuple[str, str, bytes, int]] = [
    ("acled", "a.csv", csv(acled_rows(20)), 20),
    ("acled", "mark.csv", b"\xef\xbb\xbf" + csv(acled_rows(20)), 20),
    ("acled", "semicolons.txt", csv(acled_rows(20), sep=";"), 20),
    (
        "acled",
        "old.csv",
        csv(
            acled_rows(20)
            .rename(columns=str.upper)
            .rename(columns={"ASSOC_ACTOR_1": "ALLY_ACTOR_1", "TIME_PRECISION": "TIME_PRECIS"})
        ),
        20,
    ),
    ("acled", "a.xlsx", excel(acled_rows(20)), 20),
    ("acled", "a.json", as_json({"success": True, "data": acled_rows(20).to_dict("records")}), 20),
    ("acled", "named.pdf", csv(acled_rows(20)), 20),
    ("ucdp", "u.csv", csv(ucdp_rows(20)), 20),
    ("ucdp", "headless.csv", csv(ucdp_rows(20), header=False), 20),
    ("gdelt", "20180521.export.CSV", "\n".join([gdelt_row(1, "195"), gdelt_row(2, "042")]).encode(), 2),
    (
        "timelinejs",
        "slides.csv",
        (SLIDES + "2018,5,21,14:30,,,,,,Fall,It fell,,,\n2017,,,,,,,,,All,,,title,\n").encode(),
        1,
    ),
    ("timelinejs", "slides.json", as_json({"title": {"text": {"headline": "All"}}, "events": [SLIDE]}), 1),
    ("timemap", "map.json", as_json(TIMEMAP), 1),
    (
        "timemap",
        "map.csv",
        b"id,description,date,time,location,latitude,longitude,association1\n1,Strike,2/24/2022,14:30,Kyiv,50.45,30.52,x\n",
        1,
    ),
    ("geojson", "map.geojson", as_json({"type": "FeatureCollection", "features": [FEATURE]}), 1),
    ("kml", "map.kml", KML.format(MARK).encode(), 1),
    ("table", "wide.json", FRAME.to_json(orient="records").encode("utf-16"), 2),
    ("table", "unmarked.json", FRAME.to_json(orient="records").encode("utf-16-be"), 2),
    ("table", "wide.jsonl", FRAME.to_json(orient="records", lines=True).encode("utf-16"), 2),
    ("timemap", "widest.json", json.dumps(TIMEMAP).encode("utf-32"), 1),
    ("kml", "wide.kml", KML.format(MARK).encode("utf-16"), 1),
    ("kml", "unmarked.kml", KML.format(MARK).encode("utf-16-le"), 1),
    ("hxl", "tags.csv", b"Date,Where,Dead\n#date,#loc+name,#affected+killed\n2018-05-21,Douma,3\n", 1),
    ("table", "list.csv", LIST.encode(), 2),
    ("table", "titled.csv", b"Our list of May,,,,\n,,,,\n" + LIST.encode(), 2),
    ("table", "list.tsv", LIST.replace(",", "\t").encode("utf-16"), 2),
    ("table", "excel.csv", ("sep=;\n" + LIST.replace(",", ";")).encode("cp1252"), 2),
    ("table", "list.xlsx", excel(FRAME), 2),
    ("table", "list.ods", opendocument([line.split(",") for line in LIST.splitlines()]), 2),
    ("table", "list.parquet", parquet(FRAME), 2),
    ("table", "list.jsonl", FRAME.to_json(orient="records", lines=True).encode(), 2),
]


def saved(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def batches(path: Path, **asked: object) -> list[Batch]:
    return list(read_table(path, Asked(**asked)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("form", "name", "data", "count"), FORMS, ids=[f"{each[0]} {each[1]}" for each in FORMS]
)
def test_a_table_is_known_by_its_content_and_every_row_becomes_an_event(
    form: str, name: str, data: bytes, count: int, tmp_path: Path
) -> None:
    path = saved(tmp_path, name, data)
    found = recognised(path)
    assert found is not None
    assert found.name == form
    (batch,) = batches(path)
    assert (len(batch.dataset.events), [str(each) for each in batch.faults]) == (count, [])
    assert batch.dataset.events["start"].notna().all()
    assert all(json.loads(each)[form] for each in batch.dataset.events["extra"])


@pytest.mark.parametrize("tail", ["", "\r", ",,,,\n,,,,\n", "\x00" * 9_000])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_rows_of_nothing_are_no_events(tail: str, encoding: str, tmp_path: Path) -> None:
    head, first, second = LIST.splitlines(keepends=True)
    text = f"{head},,,,\n{first},,,,\n{second}{tail}"
    (batch,) = batches(saved(tmp_path, "list.csv", text.encode(encoding)))
    assert (batch.dataset.events["location"].tolist(), batch.faults) == (["Douma", "Homs"], ())


@pytest.mark.parametrize("rows", [acled_rows(9), ucdp_rows(9)], ids=["acled", "ucdp"])
@pytest.mark.parametrize("below", ["Total,,,,123\n", "\nSource: the Monitor, 2020\n"])
def test_a_sum_or_a_footnote_below_a_coded_table_is_no_event(
    rows: pd.DataFrame, below: str, tmp_path: Path
) -> None:
    (batch,) = batches(saved(tmp_path, "a.csv", csv(rows) + below.encode()))
    assert len(batch.dataset.events) == 9
    assert [each.why.partition(",")[0] for each in batch.faults] == ["tells neither what happened nor where"]


@pytest.mark.parametrize(
    "text",
    [
        "Shelling, heavy, on Douma, today.\nThe army, which, said one, is there.\nAll is well, they said, or not.\n",
        "Yesterday; today; tomorrow.\n",
        "[Damascus] Calm in the city.\n",
        '{"name": "chat", "type": "personal_chat", "messages": [{"id": 1, "text": "x"}]}',
        "",
    ],
)
def test_a_report_is_no_table(text: str, tmp_path: Path) -> None:
    assert recognised(saved(tmp_path, "report.txt", text.encode())) is None


HEAD = "event_date,event_type,time_precision,country,latitude,longitude,event_id_cnty,fatalities,location,notes\n"
NONE: list[tuple[str, bytes, str]] = [
    ("counts.csv", b"Country,Admin1,Month,Year,Events,Fatalities\nSyria,Idlib,May,2018,12,3\nSyria,Homs,May,2018,2,1\n", "series of areas"),
    ("areas.geojson", as_json({"type": "FeatureCollection", "features": [{**FEATURE, "properties": {"adm1": "Homs"}}]}), "no column tells when"),
    ("title.json", as_json({"title": {"text": {"headline": "All"}}, "events": []}), "a title and no events"),
    ("places.csv", b"name,latitude,longitude\nDouma,33.5,36.4\nHoms,34.7,36.7\n", "no column tells when"),
    ("cut.json", as_json(TIMEMAP)[:-20], "breaks at line 1"),
    ("cut.parquet", parquet(FRAME)[:-30], "can't be read as Parquet"),
    ("bomb.kml", b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><kml><Placemark><name>&b;</name></Placemark></kml>', "declares entities"),
    ("file.kml", b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&a;</name></Placemark></kml>', "declares entities"),
    ("wide.kml", '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE l [<!ENTITY a "aa">]><kml><Placemark><name>&a;</name></Placemark></kml>'.encode("utf-16"), "declares entities"),
    ("wide.json", json.dumps(TIMEMAP)[:-20].encode("utf-16"), "breaks at line 1"),
    ("cut.kml", KML.format(MARK).encode()[:200], "its XML is broken"),
    ("deep.json", b'[{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}]", "nested too deeply"),
    ("headed.csv", HEAD.encode(), "a header and no rows"),
    ("empty.csv", b"event_date,place,country\n", "a header and no rows"),
    ("column.csv", b"x\ny\n", "is no table .it has one column"),
    ("login.csv", b"<!DOCTYPE html><html><body><p>Please sign in.</p></body></html>", "is an HTML page, not the table that its name promises"),
    ("half.jsonl", b'ed":2}\n{"When":"2018-05-22","Town":"Homs","Killed":2.0}', "is not the data that its name promises"),
    ("piece.csv", csv(ucdp_rows(9))[1_200:], "has rows of cells, and no header that names them"),
    ("picture.csv", b"\xff\xd8\xff\xe0JFIF", "is a JPEG picture, not the table"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "why"), NONE, ids=[each[0] for each in NONE])
def test_what_is_no_table_of_events_is_refused_with_the_reason(
    name: str, data: bytes, why: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=why) as raised:
        batches(saved(tmp_path, name, data))
    assert name in str(raised.value)


def test_a_workbook_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    with pytest.raises(InputError, match="unpacks to 60 MB"):
        batches(path)


GOOD = "2018-05-21,Battles,1,Syria,33.5,36.4,{},3,Douma,calm\n"
DAMAGED: list[tuple[str, bytes, list[str], int]] = [
    ("no such day", b"2018-02-30,Battles,1,Syria,33.5,36.4,X,3,Douma,\n", ["row 3: 2018-02-30 is no day of any calendar"], 2),
    ("off the map", b"2018-05-21,Battles,1,Syria,333.5,36.4,X,3,Douma,\n", ["row 3: latitude 333.5 is off the map"], 2),
    ("after all years", b"9999-12-31,Battles,1,Syria,33.5,36.4,X,3,Douma,\n", ["row 3: 9999-12-31 is beyond the calendar"], 2),
    ("before all years", b"0001-01-01,Battles,1,Syria,33.5,36.4,X,3,Douma,\n", ["row 3: 0001-01-01 is beyond the calendar"], 2),
    ("an open quotation mark", b'2018-05-23,Battles,1,Syria,33.5,36.4,C,3,Douma,"cut\n', ["row 3: opens a quotation mark that is never closed"], 2),
    ("half a point", b"2018-05-21,Battles,1,Syria,33.5,,X,3,Douma,\n", ["row 3: has no longitude"], 2),
    ("told twice", GOOD.format("A").encode(), ["row 3: repeats an earlier row: the id A, its time, place and toll"], 2),
    ("another with its id", b"2018-06-21,Battles,1,Syria,33.5,36.4,A,3,Douma,\n", [], 3),
    ("too many cells", b"2018-05-21,Battles,1,Syria,33.5,36.4,X,3,Douma,calm,more,and more\n", ["row 3: has 12 cells, the header 10"], 2),
    ("far too many cells", b"2018-05-21" + b",x" * 40 + b"\n", ["row 3: has 41 cells, the header 10"], 2),
    ("a NUL", b"2018-05-21,Battles,1,Syria,33.5,36.4,X,3,Douma,ca\x00lm\n", [], 3),
    ("an empty line", b"\n", [], 2),
    ("other line ends", b"2018-05-21,Battles,1,Syria,33.5,36.4,X,3,Douma,calm\r", [], 3),
    ("two lines in a cell", b'2018-05-21,Battles,1,Syria,33.5,36.4,X,3,Douma,"one\ntwo"\n', [], 3),
    ("ten megabytes in a cell", b"2018-05-21,Battles,1,Syria,33.5,36.4,X,3,Douma," + b"x" * 10_000_000 + b"\n", [], 3),
    ("a formula", b'2018-05-21,Battles,1,Syria,33.5,36.4,X,3,=1+1,"=cmd|x"\n', [], 3),
    ("half a character", b"2018-05-21,Battles,1,Syria,33.5,36.4,X,3,Douma,caf\xe9\n", [], 3),
]  # fmt: skip


@pytest.mark.parametrize(("what", "row", "faults", "count"), DAMAGED, ids=[each[0] for each in DAMAGED])
def test_a_bad_row_is_named_and_all_others_are_imported(
    what: str, row: bytes, faults: list[str], count: int, tmp_path: Path
) -> None:
    data = (HEAD + GOOD.format("A")).encode() + row + GOOD.replace("21", "22").format("B").encode()
    found = batches(saved(tmp_path, "a.csv", data))
    assert [str(each) for batch in found for each in batch.faults] == faults
    assert sum(len(batch.dataset.events) for batch in found) == count


@pytest.mark.parametrize(
    ("tail", "why", "count"),
    [
        ("2018-05-23,Battles,1,Sy", "row 4: is cut off in the middle", 2),
        (
            '2018-05-23,Battles,1,Syria,33.5,36.4,C,3,Douma,"cut\n' + GOOD.format("D"),
            "row 4: opens a quotation mark that is never closed",
            3,
        ),
    ],
    ids=["in a row", "in a quotation"],
)
def test_a_file_that_breaks_off_gives_what_it_has(tail: str, why: str, count: int, tmp_path: Path) -> None:
    data = HEAD + GOOD.format("A") + GOOD.replace("21", "22").format("B") + tail
    found = batches(saved(tmp_path, "a.csv", data.encode()))
    assert next((str(each) for batch in found for each in batch.faults), "").startswith(why)
    assert sum(len(batch.dataset.events) for batch in found) == count


TIMES: list[tuple[str, dict[str, object], str, str, str]] = [
    ("21/05/2018", {}, "2018-05-21", "2018-05-22", "day"),
    ("30 June 2022", {}, "2022-06-30", "2022-07-01", "day"),
    ("May 2018", {}, "2018-05-01", "2018-06-01", "month"),
    ("2018", {}, "2018-01-01", "2019-01-01", "year"),
    ("2018-05-21 14:30", {}, "2018-05-21 14:30", "2018-05-21 14:31", "minute"),
    ("21/05/2018 14:30", {}, "2018-05-21 14:30", "2018-05-21 14:31", "minute"),
    ("43241", {}, "2018-05-21", "2018-05-22", "day"),
    ("20180521", {}, "2018-05-21", "2018-05-22", "day"),
    ("12-14 May 2018", {}, "2018-05-12", "2018-05-15", "day"),
    ("21 أيار 2018", {}, "2018-05-21", "2018-05-22", "day"),
    ("yesterday evening", {"published": date(2018, 5, 22)}, "2018-05-21 18:00", "2018-05-22", "daypart"),
    ("بعد منتصف ليل أمس", {"published": date(2018, 5, 22)}, "2018-05-22", "2018-05-22 06:00", "daypart"),
]


@pytest.mark.parametrize(
    ("words", "asked", "start", "end", "granularity"), TIMES, ids=[each[0] for each in TIMES]
)
def test_a_date_is_read_as_people_write_it_and_never_finer(
    words: str, asked: dict[str, object], start: str, end: str, granularity: str, tmp_path: Path
) -> None:
    path = saved(tmp_path, "a.csv", f"When,What happened\n{words},calm\n".encode())
    (batch,) = batches(path, **asked)
    event = batch.dataset.events.iloc[0]
    assert (event["start"], event["end"]) == (pd.Timestamp(start, tz="UTC"), pd.Timestamp(end, tz="UTC"))
    assert event["granularity"] == granularity
    assert event["time_text"] == words


def test_a_relative_date_is_counted_from_the_rows_own_day_of_publication(tmp_path: Path) -> None:
    rows = "Published,When,Country\n2018-05-22,yesterday,Syria\n2018-06-02,last night,Syria\n"
    (batch,) = batches(saved(tmp_path, "a.csv", rows.encode()))
    local = batch.dataset.events["start"].dt.tz_convert("Asia/Damascus").dt.strftime("%m-%d %H").tolist()
    assert local == ["05-21 00", "06-01 18"]
    assert batch.dataset.events["reference_time"].notna().all()


def test_a_relative_date_without_a_day_to_count_from_is_left_out_and_says_what_to_do(tmp_path: Path) -> None:
    (batch,) = batches(saved(tmp_path, "a.csv", b"When,What\nyesterday,calm\n2018-05-21,calm\n"))
    assert "--published" in str(batch.faults[0])
    assert len(batch.dataset.events) == 1


TOLLS = [("3", 3, 3, 3), ("1.0", 1, 1, 1), ("1,234", 1234, 1234, 1234), ("5-7", 5, 5, 7), ("at least 4", 4, 4, None), ("", None, None, None), ("0", 0, 0, 0), ("many", None, None, None)]  # fmt: skip


@pytest.mark.parametrize(("words", "toll", "low", "high"), TOLLS)
def test_a_toll_is_a_figure_bounds_or_words(
    words: str, toll: int | None, low: int | None, high: int | None, tmp_path: Path
) -> None:
    path = saved(tmp_path, "a.csv", f'When,Killed\n2018-05-21,"{words}"\n'.encode())
    (batch,) = batches(path)
    event = batch.dataset.events.astype(object).where(batch.dataset.events.notna(), None).iloc[0]
    assert (event["fatalities"], event["fatalities_low"], event["fatalities_high"]) == (toll, low, high)


def test_places_without_coordinates_are_looked_up_where_they_can_be_but_one(tmp_path: Path) -> None:
    rows = "Date,Town,Country\n2018-05-21,Douma,Syria\n2018-05-22,Tripoli,\n2018-05-23,Tripoli,Lebanon\n2018-05-24,Nowhereville,Syria\n"
    (batch,) = batches(saved(tmp_path, "a.csv", rows.encode()))
    assert batch.dataset.events["latitude"].notna().tolist() == [True, False, True, False]
    assert batch.dataset.events["iso"].astype(str).tolist() == ["SY", "", "LB", "SY"]


@pytest.mark.parametrize(
    ("region", "country"),
    [("Rural Damascus", "Syria"), ("West Bank", "Palestine"), ("Central", ""), ("", "")],
)
def test_a_region_that_one_country_has_tells_the_country_of_its_places(
    region: str, country: str, tmp_path: Path
) -> None:
    path = saved(tmp_path, "a.csv", f"date,town,province\n2018-05-21,Douma,{region}\n".encode())
    (batch,) = batches(path)
    assert batch.dataset.events["country"].astype(str).tolist() == [country]


@pytest.mark.parametrize("swapped", [False, True])
def test_a_person_says_what_columns_tell(swapped: bool, tmp_path: Path) -> None:
    path = saved(tmp_path, "a.csv", b"alpha,beta,gamma\n2018-05-21,Douma,Syria\n2018-05-22,Homs,Syria\n")
    wanted = {"date": "alpha", "place": "beta", "country": "Gamma"}
    mapping = {column: role for role, column in wanted.items()} if swapped else wanted
    (batch,) = batches(path, mapping=mapping)
    assert batch.dataset.events["location"].astype(str).tolist() == ["Douma", "Homs"]


@pytest.mark.parametrize(
    ("mapping", "why"),
    [
        ({"dte": "a"}, "nothing a column tells"),
        ({"date": "zeta"}, "has no column 'zeta'"),
        ({"date": "alpha", "order": "dym"}, "is dmy"),
    ],
)
def test_a_mapping_that_can_not_be_meant_is_refused(
    mapping: dict[str, str], why: str, tmp_path: Path
) -> None:
    path = saved(tmp_path, "a.csv", b"alpha,beta,gamma\n2018-05-21,Douma,Syria\n2018-05-22,Homs,Syria\n")
    with pytest.raises(InputError, match=why):
        batches(path, mapping=mapping)


def test_a_day_that_may_be_a_month_is_told_to_be_in_doubt_and_can_be_said(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.csv", b"When,What\n05/06/2018,calm\n")
    (unsaid,), (said,) = batches(path), batches(path, mapping={"order": "mdy"})
    assert unsaid.dataset.events["start"].dt.month.tolist() == [6]
    assert "may be month and day" in unsaid.dataset.events["time_notes"].iloc[0]
    assert (said.dataset.events["start"].dt.month.tolist(), said.dataset.events["time_notes"].iloc[0]) == (
        [5],
        "",
    )


def test_a_clock_time_at_a_place_with_no_known_clock_says_that_it_is_taken_as_utc(tmp_path: Path) -> None:
    rows = (
        b"date,time,place,country\n2018-06-05,14:30,Xyzt,\n2018-06-05,14:30,Homs,Syria\n2018-06-05,,Xyzt,\n"
    )
    (batch,) = batches(saved(tmp_path, "a.csv", rows))
    told = batch.dataset.events.set_index(["location", "granularity"])["time_notes"]
    assert "taken as UTC" in told["Xyzt", "minute"]
    assert (told["Homs", "minute"], told["Xyzt", "day"]) == ("", "")


ACLED_BOUNDS = [("1", "2018-05-16", "2018-05-17", "day"), ("2", "2018-05-13", "2018-05-20", "week"), ("3.0", "2018-05-01", "2018-06-01", "month")]  # fmt: skip


@pytest.mark.parametrize(("precision", "start", "end", "granularity"), ACLED_BOUNDS)
def test_acleds_time_precision_widens_the_bounds(
    precision: str, start: str, end: str, granularity: str, tmp_path: Path
) -> None:
    rows = acled_rows(1).assign(event_date="16 May 2018", time_precision=precision, country="Nowhere")
    (batch,) = batches(saved(tmp_path, "a.csv", csv(rows)))
    event = batch.dataset.events.iloc[0]
    assert (event["start"], event["end"]) == (pd.Timestamp(start, tz="UTC"), pd.Timestamp(end, tz="UTC"))
    assert event["granularity"] == granularity
    assert pd.isna(batch.dataset.events["confidence"]).all()


UCDP_BOUNDS = [
    ("1", "2018-05-16", "2018-05-16", "2018-05-16", "2018-05-17", "day"),
    ("2", "2018-05-16", "2018-05-18", "2018-05-16", "2018-05-19", "week"),
    ("4", "2018-05-01", "2018-05-31", "2018-05-01", "2018-06-01", "month"),
    ("5", "2018-02-01", "2018-11-30", "2018-01-01", "2019-01-01", "year"),
]


@pytest.mark.parametrize(("precision", "first", "last", "start", "end", "granularity"), UCDP_BOUNDS)
def test_ucdps_date_precision_widens_the_bounds(
    precision: str, first: str, last: str, start: str, end: str, granularity: str, tmp_path: Path
) -> None:
    told = {"date_start": first, "date_end": last, "date_prec": precision, "country": "Nowhere"}
    (batch,) = batches(saved(tmp_path, "a.csv", csv(ucdp_rows(1).assign(**told))))
    event = batch.dataset.events.iloc[0]
    assert (event["start"], event["end"]) == (pd.Timestamp(start, tz="UTC"), pd.Timestamp(end, tz="UTC"))
    assert event["granularity"] == granularity


def test_codes_numbers_and_old_types_mean_what_their_words_mean(tmp_path: Path) -> None:
    rows = acled_rows(2).assign(
        event_type="Battle-No change of territory",
        sub_event_type="",
        inter1=["2", "Rebel group"],
        inter2=["0", ""],
    )
    (batch,) = batches(saved(tmp_path, "a.csv", csv(rows)))
    events = batch.dataset.events
    assert (events["event_type"] == "Battles").all()
    assert (events["sub_event_type"] == "Armed clash").all()
    assert (events["actor1_type"] == "Rebel Groups").all()
    assert (events["actor2_type"] == "").all()


def test_gdelts_codes_have_our_types_and_its_quotation_marks_quote_nothing(tmp_path: Path) -> None:
    (batch,) = batches(
        saved(tmp_path, "x.csv", "\n".join([gdelt_row(1, "195"), gdelt_row(2, "042")]).encode())
    )
    events = batch.dataset.events.sort_values("event_id")
    assert events["sub_event_type"].astype(str).tolist() == ["Air/drone strike", "consultation"]
    assert events["actor1"].astype(str).tolist() == ['THE "ARMY'] * 2
    assert events["location"].astype(str).tolist() == ["Douma"] * 2


SHAPES: list[tuple[object, float | None, int | None]] = [
    ({"type": "Point", "coordinates": [36.4, 33.57]}, 33.57, 1),
    (SQUARE, 34.0, 3),
    ({"type": "LineString", "coordinates": [[36.0, 33.0], [36.1, 33.1], [36.2, 33.2]]}, 33.1, 2),
    (None, None, None),
]


@pytest.mark.parametrize(("shape", "latitude", "precision"), SHAPES)
def test_a_shape_is_a_point_that_says_how_exact_it_is(
    shape: object, latitude: float | None, precision: int | None, tmp_path: Path
) -> None:
    feature = {"type": "Feature", "geometry": shape, "properties": {"date": "2018-05-21"}}
    (batch,) = batches(
        saved(tmp_path, "a.json", as_json({"type": "FeatureCollection", "features": [feature]}))
    )
    event = batch.dataset.events.astype(object).where(batch.dataset.events.notna(), None).iloc[0]
    assert (event["latitude"], event["geo_precision"]) == (latitude, precision)


def test_a_large_table_comes_in_batches_and_ids_that_come_twice_are_found_between_them(
    tmp_path: Path,
) -> None:
    rows = pd.concat(
        [acled_rows(70_000).assign(event_id_cnty=[f"M{number}" for number in range(70_000)])] * 2
    )
    path = saved(
        tmp_path,
        "a.csv",
        csv(
            rows[
                [
                    "event_id_cnty",
                    "event_date",
                    "event_type",
                    "country",
                    "location",
                    "latitude",
                    "longitude",
                    "fatalities",
                ]
            ]
        ),
    )
    found = batches(path)
    assert len(found) > 1
    assert sum(len(each.dataset.events) for each in found) == 70_000
    assert sum(len(each.faults) for each in found) == 70_000


def test_two_rows_that_say_the_same_without_an_id_are_two_events_and_told(tmp_path: Path) -> None:
    (batch,) = batches(saved(tmp_path, "a.csv", b"When,What\n2018-05-21,calm\n2018-05-21,calm\n"))
    assert len(batch.dataset.events) == batch.dataset.events["event_id"].nunique() == 2
    assert any("row 3" in each for each in batch.notes)


@pytest.mark.parametrize(
    "data", [csv(acled_rows(30)), csv(ucdp_rows(30)), LIST.encode()], ids=["acled", "ucdp", "a list"]
)
def test_what_is_imported_has_the_columns_and_dtypes_of_every_event_table(
    data: bytes, tmp_path: Path
) -> None:
    (batch,) = batches(saved(tmp_path, "a.csv", data))
    events = batch.dataset.events
    pd.testing.assert_frame_equal(events, typed(events, EVENT_COLUMNS))


def test_a_time_of_day_on_an_untold_clock_and_a_day_that_may_be_a_month_say_so(tmp_path: Path) -> None:
    rows = b"date,time,place,note\n05/06/2018,14:30,Nowheretown,a\n07/08/2018,,Nowheretown,b\n"
    (batch,) = batches(saved(tmp_path, "list.csv", rows))
    first, second = batch.dataset.events["time_notes"]
    assert "may be month and day" in first
    assert "taken as UTC" in first
    assert "UTC" not in second
    assert [note[:6] for note in batch.notes[1:]] == ["2 rows", "1 row "]


def test_a_timemap_list_without_a_day_above_twelve_is_read_month_first_and_says_so(tmp_path: Path) -> None:
    told = [{**TIMEMAP[0], "date": "05/06/2018"}]
    (batch,) = batches(saved(tmp_path, "map.json", as_json(told)))
    assert batch.dataset.events["start"][0].month == 5
    assert "may be day and month" in batch.dataset.events["time_notes"][0]


def test_rows_left_out_for_different_reasons_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    rows = (
        b"date,place,killed\n2018-02-30,Homs,1\n2018-02-01,Homs,1,9\n2018-02-31,Homs,1\n2018-02-03,Homs,1\n"
    )
    (batch,) = batches(saved(tmp_path, "list.csv", rows))
    assert [each.row for each in batch.faults] == [2, 3, 4]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        (
            "wide.csv",
            ",".join(f"c{n}" for n in range(2_001)) + "\n" + "1," * 2_000 + "1\n",
            "has 2,001 columns",
        ),
        ("noise.csv", bytes(range(256)) * 20, "is not text"),
    ],
)
def test_what_no_table_of_events_is_like_is_refused_by_name(
    tmp_path: Path, name: str, content: str | bytes, why: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(InputError, match=f"{name}: {why}"):
        recognised(path)


def test_half_a_character_in_json_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "half.json"
    path.write_text('[{"date": "1 May 2018", "place\\ud800": "Douma\\ud800"}]', encoding="utf-8")
    (batch,) = read_table(path)
    assert batch.dataset.events["location"].tolist() == ["Douma\ufffd"]


def test_a_shape_whose_coordinates_are_no_numbers_is_listed(tmp_path: Path) -> None:
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": at},
            "properties": {"date": "1 May 2018"},
        }
        for at in ([36.4, "x"], [], [36.4, 33.5])
    ]
    path = tmp_path / "map.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    (batch,) = read_table(path)
    assert [each.row for each in batch.faults] == [1]
    assert "has coordinates that are no numbers" in batch.faults[0].why
    assert len(batch.dataset.events) == 2


def test_a_pipe_is_nothing_to_wait_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert not may_be_one(tmp_path / "pipe.csv")


def test_a_table_of_several_megabytes_gives_every_row_as_it_stands(tmp_path: Path) -> None:
    rows = acled_rows(9_000).assign(notes=[f"Note {number}. " + "Calm. " * 40 for number in range(9_000)])
    path = tmp_path / "many.csv"
    path.write_bytes(csv(rows))
    assert path.stat().st_size > 3 << 20  # read in pieces of one
    events = pd.concat([batch.dataset.events for batch in read_table(path)]).set_index("event_id")
    ids = ("acled:" + rows["event_id_cnty"]).tolist()
    kept = [json.loads(events["extra"][each])["acled"] for each in ids]
    twins = [cell is None for cell in kept[0]]  # stand in columns of the event
    told = [
        [None if is_twin else cell for cell, is_twin in zip(row, twins, strict=True)]
        for row in rows.to_numpy().tolist()
    ]
    assert kept == told
    assert events["notes"].reindex(ids).tolist() == rows["notes"].tolist()


def test_a_row_longer_than_a_piece_is_read_with_its_neighbours(tmp_path: Path) -> None:
    rows = acled_rows(6_000)
    long = rows.assign(
        notes=["x" * 3_000_000 if number == 4_000 else "Calm. " * 60 for number in range(6_000)]
    )
    path = tmp_path / "long.csv"
    path.write_bytes(csv(long))
    events = pd.concat([batch.dataset.events for batch in read_table(path)])
    assert sorted(events["event_id"]) == sorted("acled:" + rows["event_id_cnty"])
    assert events["notes"].str.len().max() == 3_000_000


def test_an_empty_line_between_two_blocks_of_a_file_shifts_no_number(tmp_path: Path) -> None:
    head = b"event_date,event_type,country,latitude,longitude,location,geo_precision,notes\n"
    row = b"2018-05-21,Battles,Syria,33.5,36.4,Douma,1,"
    bad = b"2018-02-30,Battles,Syria,33.5,36.4,Douma,1,\n"
    fill = b"x" * (256 * 1024 - 1 - len(head) - len(row))  # so that the line ends with the block
    path = tmp_path / "gap.csv"
    path.write_bytes(head + row + fill + b"\n" + b"\n" + bad + row + b"\n")
    assert [each.row for batch in read_table(path) for each in batch.faults] == [4]


@pytest.mark.parametrize("day", ["2018-05-21", "21 May 2018"])
def test_days_in_figures_alone_and_beside_others_are_the_same_days(tmp_path: Path, day: str) -> None:
    rows = acled_rows(3).assign(
        event_date=["2018-05-21", "2018-05-22", day], time_precision="1", country="Syria"
    )
    path = tmp_path / "days.csv"
    path.write_bytes(csv(rows))
    (batch,) = read_table(path)
    starts = batch.dataset.events.set_index("event_id")["start"].reindex("acled:" + rows["event_id_cnty"])
    assert starts.astype("str").tolist() == [f"2018-05-{each} 21:00:00+00:00" for each in (20, 21, 20)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_data_in_wide_letters_says_the_same_as_in_utf8(encoding: str, tmp_path: Path) -> None:
    records = [{"date": "2018-05-21", "place": "دوما", "notes": "“Two shells”"}]
    mark = MARK.replace("Raid", "غارة")
    declared = KML.replace('"1.0"', '"1.0" encoding="UTF-8"').format(mark)
    for name, text in (("a.json", json.dumps(records, ensure_ascii=False)), ("a.kml", declared)):
        wide, usual = (
            batches(saved(tmp_path, name, text.encode(each)))[0].dataset.events
            for each in (encoding, "utf-8")
        )
        pd.testing.assert_frame_equal(wide, usual)
        assert {"دوما", "غارة"} & {*wide["location"], *wide["title"], *wide["notes"]}
