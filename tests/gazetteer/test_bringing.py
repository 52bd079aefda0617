"""Files of places that people bring: what is taken from each kind, and what is said of the rest."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from dashboard.errors import InputError
from dashboard.gazetteer import Added, Gazetteer
from dashboard.gazetteer.added import Brought
from dashboard.gazetteer.bringing import bring
from dashboard.gazetteer.homes import Homes
from dashboard.gazetteer.packed import Tables

HOMES = Homes(Tables())
REST = "\t\t\t{people}\t\t700\tAsia/Damascus\t2018-01-01"


def dumped(
    number: int,
    name: str,
    others: str = "",
    feature: str = "P\tPPL",
    at: str = "33.41\t36.21",
    people: int = 0,
) -> str:
    """One row of a GeoNames dump, in Rif Dimashq (SY.08)."""
    return f"{number}\t{name}\t{name}\t{others}\t{at}\t{feature}\tSY\t\t08\t0801" + REST.format(people=people)


DUMP = "\n".join(
    (
        dumped(1, "Dharwat", "Darwat,دروة"),
        dumped(2, "Markaz Qatana", feature="A\tADM2"),
        dumped(3, "Wadi Qasr", feature="H\tWAD"),
        dumped(4, "Hayy Zuhur", feature="P\tPPLX"),
        dumped(5, "Mukhayyam Nawras", feature="S\tCMPRF"),
        dumped(6, '"Quoted', people=7_000),
    )
)  # fmt: skip


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_geonames_dump_gives_each_feature_its_kind_and_chain(tmp_path: Path) -> None:
    found = bring(_file(tmp_path, "SY.txt", DUMP), HOMES)
    assert found.left == ()
    assert [each.kind for each in found.places] == [
        "village",
        "admin2",
        "river",
        "neighbourhood",
        "camp",
        "town",
    ]
    first = found.places[0]
    assert (first.place_id, first.iso, first.admin1, first.admin2) == (
        "gn:1",
        "SY",
        "Rif Dimashq",
        "Markaz Qatana",
    )
    assert first.others == "Darwat;دروة"


def test_a_zipped_dump_is_the_same(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("SY.txt", DUMP)
    zipped = bring(tmp_path / "SY.zip", HOMES).places
    plain = bring(_file(tmp_path, "SY.txt", DUMP), HOMES).places
    assert [each._replace(source="") for each in zipped] == [each._replace(source="") for each in plain]


P_CODES = """admin0Name_en,admin1Name_en,admin1Name_ar,admin1Pcode,admin2Name_en,admin2Name_ar,admin2Pcode,lat,lon
#country,#adm1+name,#adm1+name,#adm1+code,#adm2+name,#adm2+name,#adm2+code,#geo+lat,#geo+lon
Syrian Arab Republic,Rural Damascus,ريف دمشق,SY03,Upper Nawras,نوراس العليا,SY0399,33.6,36.5
"""
VILLAGES = """featureName_en;featureName_ar;featurePcode;ADM1_EN;ADM1_PCODE;ADM2_EN;Latitude_y;Longitude_x
Beit Qasr;بيت القصر;C9001;Idleb;SY07;Ariha;35,71;36,60
"""
CODED = """event_date,iso,country,admin1,admin2,location,latitude,longitude,geo_precision
2018-01-01,760,Syria,Idleb,Ariha,Tell Nawras,35.70,36.60,1
2018-02-01,760,Syria,Idleb,Ariha,Tell Nawras,35.70,36.60,2
2018-03-01,760,Syria,Idleb,Ariha,Somewhere,35.80,36.65,3
"""
UCDP = """id,country,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude
1,DR Congo (Zaire),1,Nawrasi village,Nawrassi,Ituri province,Djugu territory,1.7,30.5
"""
OWN = "name\tlatitude\tlongitude\tcountry\taliases\nNawras Junction\t31.5\t34.4\tPalestine\tNawras Crossing\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (P_CODES, ("pc:SY0399", "Upper Nawras", "admin2", "SY", "Rif Dimashq", "Upper Nawras", "نوراس العليا")),
        (VILLAGES, ("pc:C9001", "Beit Qasr", "village", "SY", "Idlib", "Ariha", "بيت القصر")),
        (UCDP, ("us:", "Nawrasi village", "village", "CD", "Ituri", "Djugu territory", "Nawrassi")),
        (OWN, ("us:", "Nawras Junction", "village", "PS", "", "", "Nawras Crossing")),
    ],
    ids=["P-codes", "populated places", "UCDP", "a list"],
)  # fmt: skip
def test_a_table_is_read_by_its_header(tmp_path: Path, text: str, expected: tuple[str, ...]) -> None:
    (place,) = bring(_file(tmp_path, "table.csv", text), HOMES).places
    got = (place.place_id, place.name, place.kind, place.iso, place.admin1, place.admin2, place.others)
    assert got[0].startswith(expected[0])
    assert got[1:] == expected[1:]


def test_coded_events_teach_each_place_once_and_vague_ones_are_told_of(tmp_path: Path) -> None:
    found = bring(_file(tmp_path, "acled.csv", CODED), HOMES)
    assert [(each.name, each.iso, each.admin1) for each in found.places] == [("Tell Nawras", "SY", "Idlib")]
    assert found.left == ("acled.csv:4: 'Somewhere' is coded only to its region",)


def test_an_excel_table_is_the_same_as_its_csv(tmp_path: Path) -> None:
    book = Workbook()
    for line in VILLAGES.splitlines():
        book.active.append(line.replace(",", ".").split(";"))
    book.save(tmp_path / "villages.xlsx")
    (place,) = bring(tmp_path / "villages.xlsx", HOMES).places
    assert (place.place_id, place.latitude, place.admin1) == ("pc:C9001", 35.71, "Idlib")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Nawras,333.5,36.2,SY", "latitude 333.5 is off the map"),
        ("Nawras,33.5,east,SY", "longitude east is no number of degrees"),
        ("Nawras,0,0,SY", "has no coordinates (0, 0)"),
        ("Nawras,,36.2,SY", "has no latitude"),
        (",33.5,36.2,SY", "names no place"),
        ("Nawras,33.5,36.2,ZZ", "'Nawras' is in no country we know; add a column iso or country"),
    ],
)
def test_a_wrong_row_is_named_and_the_others_are_taken(tmp_path: Path, row: str, why: str) -> None:
    found = bring(_file(tmp_path, "mine.csv", f"name,lat,lon,iso\n{row}\nDharwat,33.4,36.2,SY\n"), HOMES)
    assert found.left == (f"mine.csv:2: {why}",)
    assert [each.name for each in found.places] == ["Dharwat"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"name,admin1\nDharwat,Idlib\n", "has no column for latitude or longitude"),
        (b"lat,lon\n1,2\n", "has no column for the name of a place"),
        (b"name,lat\nDharw\xff,1\n", r":2: is not UTF-8"),
        (b"PK\x03\x04 broken", "has no column"),
    ],
)
def test_a_file_that_is_no_table_of_places_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=message):
        bring(path, HOMES)


def test_what_was_brought_is_looked_up_and_found_in_text(tmp_path: Path) -> None:
    known = Gazetteer(added=Added(bring(_file(tmp_path, "SY.txt", DUMP), HOMES).places))
    assert known.lookup("Darwat", "SY")[0].place.place_id == "gn:1"
    (found,) = known.survey("Shells fell on the village of Dharwat in Syria.").resolve()[:1]
    assert found.place is not None
    assert found.place.place_id == "gn:1"


def test_a_town_that_was_brought_stands_for_the_public_one() -> None:
    (harasta,) = [each.place for each in Gazetteer().lookup("Maskanah", "SY")][:1]
    row = Brought(harasta.place_id, "Maskanah", "town", harasta.latitude, harasta.longitude, "SY", "Aleppo", "Manbij", 9, "", "maskana", "SY.txt")  # fmt: skip
    found = Gazetteer(added=Added([row])).lookup("Maskanah", "SY")
    assert [
        (each.place.place_id, each.place.admin2) for each in found if each.place.place_id == harasta.place_id
    ] == [(harasta.place_id, "Manbij")]
