"""``places``: bring them, find them, and reports read afterwards know them."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

TABLE = "name,lat,lon,iso,admin1\nDharwat,33.41,36.21,SY,Rural Damascus\nNowhere,999,36.2,SY,\n"
REPORT = b"Shells fell on Dharwat village in Syria on 3 May 2018."


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(TABLE)
    return path


def test_places_are_added_once_and_what_is_left_out_is_named(run: Run, table: Path, tmp_path: Path) -> None:
    first = run("places", "add", table, "--database", tmp_path / "a.db")
    assert (first.code, first.out) == (0, f"{table}: 1 places added, 0 were there already\n")
    assert first.err == "note: mine.csv:3: latitude 999 is off the map\n"
    again = run("places", "add", table, "--database", tmp_path / "a.db")
    assert again.out == f"{table}: 0 places added, 1 were there already\n"


def test_reports_read_afterwards_know_them(run: Run, table: Path, tmp_path: Path) -> None:
    def point() -> tuple[object, object]:
        ran = run("read", "-", "--json", "--database", tmp_path / "a.db", stdin=REPORT)
        (event,) = ran.records
        return event["latitude"], event["geo_precision"]

    assert point() != (33.41, 1)
    run("places", "add", table, "--database", tmp_path / "a.db")
    assert point() == (33.41, 1)


def test_a_file_that_holds_no_place_fails_and_says_why(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("name,lat,lon\nDharwat,33.4,36.2\n")
    ran = run("places", "add", tmp_path / "bad.csv", "--database", tmp_path / "a.db")
    assert ran.code == 1
    assert "bad.csv:2: 'Dharwat' is in no country we know" in ran.err
    assert "not one of its rows tells a place" in ran.err


def test_candidates_are_shown_best_first_with_reasons(run: Run, tmp_path: Path) -> None:
    ran = run("places", "find", "Tripoli", "--json", "--database", tmp_path / "a.db")
    assert ran.code == 0
    assert [each["iso"] for each in ran.records][:2] == ["LY", "LB"]
    assert all(each["reasons"] and each["source"] for each in ran.records)
    only = run("places", "find", "Tripoli", "--country", "Lebanon", "--json", "--database", tmp_path / "a.db")
    assert {each["iso"] for each in only.records} == {"LB"}


def test_an_added_place_is_found_and_says_that_it_was_added(run: Run, table: Path, tmp_path: Path) -> None:
    run("places", "add", table, "--database", tmp_path / "a.db")
    ran = run("places", "find", "Dharwat", "--database", tmp_path / "a.db")
    assert "Rif Dimashq, Syria" in ran.out
    assert "added" in ran.out


def test_a_name_on_no_map_gives_its_key_and_near_ones(run: Run, tmp_path: Path) -> None:
    ran = run("places", "find", "Saraqibb Xy", "--database", tmp_path / "a.db")
    assert (ran.code, ran.out) == (1, "")
    assert "looked for as 'sarakib ksi'" in ran.err
    near = run("places", "find", "Saraqiv", "--country", "SY", "--database", tmp_path / "a.db")
    assert "a near spelling: Saraqib, Idlib, Syria (one letter off: 'sarakib' for 'sarakiv')" in near.err


def test_a_country_we_do_not_know_is_named(run: Run, tmp_path: Path) -> None:
    ran = run("places", "find", "Homs", "--country", "Ruritania", "--database", tmp_path / "a.db")
    assert (ran.code, ran.err) == (
        1,
        "error: Ruritania: is no country we know; give its name or its two letters, like SY\n",
    )
