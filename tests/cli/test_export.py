import errno
import io
import json
import re
import subprocess
import sys
from codecs import BOM_UTF8
from pathlib import Path
from typing import Any, Protocol

import pandas as pd
import pytest

from dashboard.cli import main
from dashboard.cli.export import Manner, export_file
from dashboard.cli.wanted import Asked, places_named, types_named, window_of
from dashboard.errors import ExportError, SelectionError
from dashboard.store import Store
from dashboard.table import Dataset
from tests.cli.conftest import Run
from tests.sample import dataset, kept_in


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return kept_in(tmp_path / "sample.db")


def exported(run: Run, database: Path, *options: str) -> list[str]:
    """The quotes of the exported events."""
    out = database.parent / "out.csv"
    ran = run("export", out, "--database", database, *options)
    assert ran.code == 0, ran.err
    return pd.read_csv(out)["notes"].tolist()


@pytest.mark.parametrize("suffix", [".csv", ".json", ".jsonl", ".geojson", ".xlsx", ".parquet", ".html"])
def test_the_suffix_tells_the_format(run: Run, database: Path, suffix: str) -> None:
    out = database.parent / f"timeline{suffix}"
    ran = run("export", out, "--database", database)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{out}: 8 of 8 events\n"
    assert out.stat().st_size > 1000


def test_only_the_place_that_was_named(run: Run, database: Path) -> None:
    assert all("Homs" in quote for quote in exported(run, database, "--place", "homs"))
    assert len(exported(run, database, "--place", "homs")) == 2


def test_a_region_takes_what_lies_in_it_and_places_add_up(run: Run, database: Path) -> None:
    assert len(exported(run, database, "--place", "Rif Dimashq")) == 5
    assert len(exported(run, database, "--place", "Homs", "--place", "Harasta")) == 3
    assert len(exported(run, database, "--place", "Syria")) == 7


def test_only_the_types_that_were_named_whatever_their_level(run: Run, database: Path) -> None:
    assert len(exported(run, database, "--type", "protests")) == 1
    assert len(exported(run, database, "--type", "ceasefire", "--type", "Air/drone strike")) == 2
    assert len(exported(run, database, "--type", "Explosions")) == 2


def test_only_what_may_lie_in_the_window(run: Run, database: Path) -> None:
    assert len(exported(run, database, "--to", "28 Feb 2018")) == 2
    assert exported(run, database, "--from", "2018-03-07") == [
        "Buses are expected to leave Douma towards Idlib after midnight"
    ]


def test_a_day_that_ends_the_window_belongs_to_it() -> None:
    start, end = window_of("5 March 2018", "5 March 2018", "Asia/Damascus")
    assert (str(start), str(end)) == ("2018-03-04 22:00:00+00:00", "2018-03-05 22:00:00+00:00")


def test_the_file_says_what_was_chosen(run: Run, database: Path) -> None:
    out = database.parent / "out.json"
    run("export", out, "--database", database, "--place", "Homs", "--from", "2018-03-01")
    provenance = json.loads(out.read_bytes())["provenance"]
    assert (provenance["filters"], provenance["events"], provenance["of_events"]) == (["Place: Homs"], 1, 8)
    assert provenance["window"] == {"start": "2018-02-28T22:00:00Z", "end": None}


def test_choosing_nothing_gives_an_empty_file_and_says_so(run: Run, database: Path) -> None:
    ran = run("export", database.parent / "out.csv", "--database", database, "--type", "Riots")
    assert (ran.code, "no event is like that" in ran.err) == (0, True)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--place", "Hom"), "no place is called 'Hom' here; there are: Homs"),
        (("--type", "Battle"), "no type is called 'Battle' here; there are: Battles"),
        (("--from", "the first batch"), "'the first batch' is no date"),
        (("--from", "2018-03-06", "--to", "2018-03-01"), "ends before it starts"),
        (("--timezone", "Mars"), "'Mars' is no time zone"),
    ],
)
def test_what_can_not_be_meant_is_told(
    run: Run, database: Path, options: tuple[str, ...], message: str
) -> None:
    ran = run("export", database.parent / "out.csv", "--database", database, *options)
    assert (ran.code, ran.out, message in ran.err) == (2, "", True), ran.err
    assert not (database.parent / "out.csv").exists()


@pytest.mark.parametrize(
    ("out", "code", "message"),
    [
        ("timeline.odt", 2, ".odt is no format this writes; name a file that ends in .html .csv"),
        ("timeline", 2, "its name does not tell a format"),
        ("timeline", 2, "or say --format"),
        ("no/timeline.csv", 1, "there is no folder"),
        ("folder.csv", 1, "is a folder"),
    ],
)
def test_a_file_that_can_not_be_written_is_told_before_any_work(
    run: Run, tmp_path: Path, out: str, code: int, message: str
) -> None:
    (tmp_path / "folder.csv").mkdir()
    ran = run("export", tmp_path / out)
    assert (ran.code, message in ran.err) == (code, True), ran.err


def test_a_failed_export_leaves_the_old_file(run: Run, database: Path) -> None:
    out = database.parent / "out.csv"
    out.write_text("before")
    run("export", out, "--database", database, "--place", "Nowhere")
    assert out.read_text() == "before"
    assert {path.name for path in database.parent.iterdir()} == {"out.csv", "sample.db"}


def test_a_file_that_can_not_be_put_in_place_leaves_nothing_half_written(
    run: Run, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = database.parent / "out.csv"
    out.write_text("before")

    def full(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    ran = run("export", out, "--database", database)
    assert (ran.code, "out.csv: can't be written (no space left on device)" in ran.err) == (1, True), ran.err
    assert out.read_text() == "before"
    assert {path.name for path in database.parent.iterdir()} == {"out.csv", "sample.db"}


@pytest.mark.skipif(sys.platform == "win32", reason="devices and links of Unix")
def test_a_device_stays_a_device_and_a_link_a_link(run: Run, database: Path) -> None:
    assert run("export", "/dev/null", "--format", "csv", "--database", database).code == 0
    assert not Path("/dev/null").is_file()
    link, target = database.parent / "link.csv", database.parent / "target.csv"
    link.symlink_to(target)
    assert run("export", link, "--database", database).code == 0
    assert (link.is_symlink(), target.is_file()) == (True, True)


class Piped(Protocol):
    """Runs an export to standard output: its exit code, its bytes, what it says beside them."""

    def __call__(self, *options: str) -> tuple[int, bytes, str]: ...


@pytest.fixture
def piped(database: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Piped:
    def once(*options: str) -> tuple[int, bytes, str]:
        code = main(["export", "-", "--database", str(database), *options])
        out, err = capsysbinary.readouterr()
        return code, out, err.decode()

    return once


@pytest.mark.parametrize("name", ["csv", ".csv", "CSV", "json", "geojson", "xlsx", "parquet", "html"])
def test_standard_output_holds_the_file_and_nothing_else(piped: Piped, name: str) -> None:
    code, content, said = piped("--format", name)
    assert (code, said) == (0, "note: standard output: 8 of 8 events\n")
    readers: dict[str, Any] = {
        "csv": lambda data: len(pd.read_csv(io.BytesIO(data))),
        "json": lambda data: len(json.loads(data)["events"]),
        "geojson": lambda data: len(json.loads(data)["features"]),
        "xlsx": lambda data: len(pd.read_excel(io.BytesIO(data), engine="openpyxl")),
        "parquet": lambda data: len(pd.read_parquet(io.BytesIO(data))),
        "html": lambda data: 8 if data.decode().endswith("</html>\n") else 0,
    }
    assert readers[name.lower().lstrip(".")](content) == 8


@pytest.mark.parametrize(
    ("options", "in_file", "in_pipe"),
    [((), True, False), (("--no-bom",), False, False), (("--bom",), True, True)],
)
def test_a_csv_begins_with_a_mark_in_a_file_and_not_in_a_pipe_unless_told(
    piped: Piped, database: Path, options: tuple[str, ...], in_file: bool, in_pipe: bool
) -> None:
    out = database.parent / "out.csv"
    assert main(["export", str(out), "--database", str(database), *options]) == 0
    assert out.read_bytes().startswith(BOM_UTF8) is in_file
    assert (BOM_UTF8 in piped("--format", "csv", *options)[1]) is in_pipe


def test_a_pipe_to_another_program_holds_the_csv(database: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "dashboard",
        "export",
        "-",
        "--format",
        "csv",
        "--database",
        str(database),
    ]
    ran = subprocess.run(command, capture_output=True, check=True)
    assert len(pd.read_csv(io.BytesIO(ran.stdout))) == 8


def test_a_name_may_end_in_anything_when_the_format_is_named(run: Run, database: Path) -> None:
    out = database.parent / "events.txt"
    assert run("export", out, "--format", "json", "--database", database).code == 0
    assert len(json.loads(out.read_bytes())["events"]) == 8


@pytest.mark.parametrize(
    ("out", "options", "message"),
    [
        ("-", (), "say with --format what to write to standard output: html csv json jsonl geojson kml"),
        (
            "-",
            ("--format", "odt"),
            "odt is no format this writes; the formats are html csv json jsonl geojson",
        ),
        ("out.csv", ("--format", "ods"), "ods is no format this writes; the formats are html csv json"),
    ],
)
def test_an_unknown_format_is_told_with_those_there_are(
    run: Run, database: Path, out: str, options: tuple[str, ...], message: str
) -> None:
    ran = run("export", out, *options, "--database", database)
    assert (ran.code, ran.out, message in ran.err) == (2, "", True), ran.err


class Terminal(io.StringIO):
    """Standard output that is a person's terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("name", ["png", "pdf", "xlsx", "parquet"])
def test_what_a_terminal_can_not_show_is_not_sent_to_it(
    database: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    with pytest.raises(ExportError, match=f"{name} is not for a terminal: name a file"):
        export_file(Path("-"), Asked(), str(database), Manner(name))


def test_a_terminal_is_sent_no_control_characters_of_a_report(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(str(database)) as store:
        store.save(Dataset.from_rows(events=[{"event_id": "e", "notes": "calm\x1b[2J"}]))
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    export_file(Path("-"), Asked(), str(database), Manner("csv"))
    assert "calm\ufffd[2J" in terminal.getvalue()
    assert "\x1b" not in terminal.getvalue()


def test_a_database_without_events_says_how_to_fill_it(run: Run, tmp_path: Path) -> None:
    ran = run("export", tmp_path / "out.csv", "--database", tmp_path / "empty.db")
    assert (ran.code, "holds no events; read reports into it first" in ran.err) == (1, True)


def test_a_database_of_another_program_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "theirs.db").write_text("something else")
    ran = run("export", tmp_path / "out.csv", "--database", tmp_path / "theirs.db")
    assert (ran.code, "is not a database; it was left untouched" in ran.err) == (1, True)


def test_one_spelling_of_a_place_stands_for_another() -> None:
    assert places_named(dataset().events, ["Misrabah"]) == places_named(dataset().events, ["Misraba"])


def test_a_type_no_event_has_yet_may_be_asked_for() -> None:
    assert types_named(dataset().events, ["Riots"]) == {"event_types": ("Riots",)}
    with pytest.raises(SelectionError):
        types_named(dataset().events, [""])


# the name of the file, what else is said: whose kind of file it is
FLAVOURED: list[tuple[str, tuple[str, ...], str]] = [
    ("acled.csv", (), "ACLED-style CSV"),
    ("homs.acled.csv", (), "ACLED-style CSV"),
    ("out.csv", ("--as", "acled"), "ACLED-style CSV"),
    ("out.txt", ("--format", "acled"), "ACLED-style CSV"),
    ("out.txt", ("--as", "acled", "--format", "csv"), "ACLED-style CSV"),
    ("timelinejs.json", (), "TimelineJS"),
    ("out.docx", (), "Chronology, Word"),
    ("chronology.html", (), "Chronology to read and print"),
    ("out.html", ("--as", "chronology", "--headings", "place"), "Chronology to read and print"),
    ("out.md", (), "Methods, Markdown"),
]


@pytest.mark.parametrize(("name", "options", "label"), FLAVOURED)
def test_the_name_or_as_tells_whose_kind_of_file_it_is(
    run: Run, database: Path, name: str, options: tuple[str, ...], label: str
) -> None:
    ran = run("export", database.parent / name, "--database", database, *options)
    room = 8 - sum(int(count) for count in re.findall(r"(\d) events? left out", ran.err))
    assert (ran.code, ran.out) == (0, f"{database.parent / name}: {room} of 8 events ({label})\n"), ran.err


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        (
            "out.json",
            ("--as", "acled"),
            "--as acled is written as .csv; name a file that ends so, or say --format acled",
        ),
        ("out.csv", ("--as", "acled", "--format", "json"), "--as acled and --format json are two formats"),
        ("out.csv", ("--as", "uppsala"), "--as uppsala: is none of html csv"),
        ("homs.acled.json", (), "acled is written as .csv; name a file that ends so"),
        ("out.docx", ("--headings", "town"), "'town' is not one of 'month', 'place'"),
    ],
)
def test_two_words_that_disagree_are_told(
    run: Run, database: Path, name: str, options: tuple[str, ...], message: str
) -> None:
    ran = run("export", database.parent / name, "--database", database, *options)
    assert (ran.code, ran.out, message in ran.err) == (2, "", True), ran.err


def test_what_a_format_has_no_room_for_is_told_and_a_name_that_promises_another_too(
    run: Run, database: Path
) -> None:
    ran = run("export", database.parent / "ucdp.csv", "--database", database)
    assert "note: 4 events left out: no organised violence" in ran.err
    ran = run("export", database.parent / "chronology.json", "--database", database)
    assert (
        "chronology is written as .html or .docx; this is the .json it would be under any other name"
        in ran.err
    )


def test_the_methods_tell_what_a_person_changed(run: Run, database: Path) -> None:
    with Store.open(str(database)) as store:
        ident = str(store.load().events["event_id"][0])
    told = ("--because", "the second report", "--by", "A. Reviewer", "--database", database)
    assert run("events", "set", ident, "fatalities=7", *told).code == 0
    out = database.parent / "methods.md"
    assert run("export", out, "--database", database).code == 0
    (line,) = (each for each in out.read_text(encoding="utf-8").splitlines() if "A. Reviewer" in each)
    assert line.endswith(f"set: the second report \\[{ident} fatalities: nothing → 7\\]")


def test_only_the_events_of_a_dataset_are_exported(run: Run, tmp_path: Path) -> None:
    table, database = tmp_path / "coded.csv", tmp_path / "case.db"
    table.write_text("date,place,notes\n2018-05-21,Douma,one\n2018-05-22,Douma,two\n", encoding="utf-8")
    with Store.open(str(database)) as store:
        store.save(dataset())
    assert run("read", table, "--into", database).code == 0
    assert exported(run, database, "--dataset", "CODED") == ["one", "two"]
    ran = run("export", tmp_path / "a.csv", "--database", database, "--dataset", "codes")
    assert (ran.code, "no dataset is called 'codes' here; there are: coded" in ran.err) == (2, True)


def test_the_count_is_of_what_is_in_the_file(run: Run, tmp_path: Path) -> None:
    table, database = tmp_path / "list.csv", tmp_path / "case.db"
    table.write_text("date,place,notes\n2018-05-21,Douma,one\n,Douma,two\n", encoding="utf-8")
    assert run("read", table, "--into", database).code == 0
    ran = run("export", tmp_path / "acled.csv", "--database", database)
    assert ran.out.endswith("acled.csv: 1 of 2 events (ACLED-style CSV)\n")
    assert "1 event left out: a coded row needs a date" in ran.err
