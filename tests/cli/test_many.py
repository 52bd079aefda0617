"""One bad report never loses the others, and what is kept can be listed and taken out."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.cli import gather
from dashboard.extraction import read_report
from dashboard.store import Store
from tests.cli.conftest import Run

DOUMA = "Shelling in Douma\n\nArtillery struck Douma on Tuesday, 6 March 2018, killing three civilians.\n"
LUCK = "no such luck"
HOMS = "Artillery struck Homs yesterday, killing two civilians.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two good reports, and everything that can be wrong beside them."""
    made = tmp_path / "reports"
    made.mkdir()
    (made / "douma.txt").write_text(DOUMA, encoding="utf-8")
    (made / "homs-20180307.txt").write_text(HOMS, encoding="utf-8")
    (made / "permit.txt").write_text(
        "Permit valid to 31.12.9999. Shells hit Idlib on 3 May 2018.", encoding="utf-8"
    )
    (made / "page.txt").write_text("<html><script>99 killed in Homs</script>", encoding="utf-8")
    (made / "paper.txt").write_bytes(b"%PDF-1.7")
    if sys.platform == "linux":
        Path(os.fsdecode(bytes(made) + b"/\xff.txt")).write_text(
            "Shells hit Aleppo on 4 May 2018.", encoding="utf-8"
        )
    return made


def kept(database: Path) -> list[str]:
    with Store.open(str(database)) as store:
        return sorted(store.load().events["location"])


def test_what_can_not_be_read_is_named_and_the_others_are_kept(run: Run, folder: Path) -> None:
    database = folder.parent / "case.db"
    ran = run("read", folder, "--into", database)
    assert ran.code == 1
    assert "page.txt: is a page whose text is only in its scripts" in ran.err
    assert "paper.txt: is a broken or cut off PDF" in ran.err
    assert "Traceback" not in ran.err
    assert {"Douma", "Homs", "Idlib"} <= set(kept(database))


def test_a_fault_of_ours_in_one_report_is_told_and_the_others_are_read(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = read_report

    def failing(report: object, *rest: object) -> object:
        if "Idlib" in getattr(report, "text", ""):
            raise ZeroDivisionError(LUCK)
        return reading(report, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(gather, "read_report", failing)
    quiet, loud = run("read", folder, "--json"), run("read", folder, "--json", "--verbose")
    assert quiet.code == loud.code == 1
    assert "permit.txt: could not be read (ZeroDivisionError: no such luck)" in quiet.err
    assert "Traceback" not in quiet.err
    assert {record["location"] for record in quiet.records} >= {"Douma", "Homs"}


def test_a_traceback_is_told_to_whoever_asks_for_it(folder: Path) -> None:
    script = (
        "from dashboard.cli import gather, main\n"
        "def failing(*_): raise ZeroDivisionError('no such luck')\n"
        "gather.read_report = failing\n"
        f"raise SystemExit(main(['read', {str(folder)!r}, '--verbose']))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    assert "ZeroDivisionError: no such luck" in done.stderr


def test_quiet_tells_of_errors_only(run: Run, folder: Path) -> None:
    err = run("read", folder, "--json", "--quiet").err
    assert "note:" not in err
    assert "error:" in err


def test_read_keeps_nothing_unless_asked_to(run: Run, folder: Path, own_database: Path) -> None:
    run("read", folder)
    assert not own_database.exists() or kept(own_database) == []


def test_reports_are_listed_and_one_is_taken_out_with_its_events(run: Run, folder: Path) -> None:
    database = folder.parent / "case.db"
    run("read", folder, "--into", database, "--dataset", "March")
    listed = run("reports", "list", "--database", database, "--json").records
    assert {record["dataset"] for record in listed} == {"March"}
    assert "douma.txt" in {record["url"] for record in listed}
    removed = run("reports", "remove", "douma.txt", "--database", database)
    assert (removed.code, removed.out) == (
        0,
        "1 report removed, and what was told there of 1 event; reading again brings it back\n",
    )
    assert "Douma" not in kept(database)
    run("read", folder / "douma.txt", "--into", database)
    assert "Douma" in kept(database)


def test_a_report_that_is_not_there_is_told_and_nothing_is_removed(run: Run, folder: Path) -> None:
    database = folder.parent / "case.db"
    run("read", folder, "--into", database)
    ran = run("reports", "remove", "douma.txt", "none.txt", "--database", database)
    assert ran.code == 2
    assert "holds no report 'none.txt'" in ran.err
    assert "Douma" in kept(database)


def test_what_a_person_did_is_told_before_a_report_is_removed(run: Run, tmp_path: Path) -> None:
    for name, text in (("a.txt", DOUMA), ("b.txt", DOUMA.replace("three", "four"))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    database = tmp_path / "case.db"
    run("read", tmp_path / "a.txt", tmp_path / "b.txt", "--into", database)
    with Store.open(str(database)) as store:
        loaded = store.load()
    event, mentions = loaded.events["event_id"].iloc[0], loaded.mentions["mention_id"]
    run("events", "split", event, mentions.iloc[-1], "--because", "another street", "--database", database)
    asked = run("reports", "remove", "b.txt", "--database", database)
    assert asked.code == 1
    assert "edit 1 (split, 'another street') rests on it" in asked.out
    assert "add --yes" in asked.out
    assert run("reports", "remove", "b.txt", "--database", database, "--yes").code == 0
    with Store.open(str(database)) as store:
        assert [each.url for each in store.reports()] == ["a.txt"]
        assert len(store.load().events) == 1
        assert len(store.edits()) == 1


@pytest.mark.parametrize("table", ["file,published\nhoms-20180307.txt,2018-03-07\n", "homs-20180307.txt;7 March 2018", "\ufefffile\tday\nx/homs-20180307.txt\t07/03/2018"])  # fmt: skip
def test_a_table_gives_the_days_that_reports_do_not_tell(run: Run, folder: Path, table: str) -> None:
    (folder.parent / "days.csv").write_text(table, encoding="utf-8")
    records = run("read", folder, "--dates", folder.parent / "days.csv", "--json").records
    (homs,) = (record for record in records if record["location"] == "Homs")
    assert homs["start"] == "2018-03-05T22:00:00Z"


@pytest.mark.parametrize(
    ("table", "code", "message"),
    [
        ("homs-20180307.txt,31 April 2018", 2, "days.csv:1: '31 April 2018': there is no 31 April"),
        ("homs-20180307.txt", 1, "days.csv:1: 'homs-20180307.txt' is no file and its day"),
        (
            "homs-20180307.txt,2018-03-07\nhoms-20180307.txt,2018-03-08",
            1,
            "days.csv:2: 'homs-20180307.txt' has another day",
        ),
        ("none.txt,2018-03-07", 1, "days.csv:1: no file that is read is called 'none.txt'"),
        ("file,published\n", 1, "days.csv: holds no days"),
    ],
)
def test_a_table_that_is_wrong_is_told_with_its_line(
    run: Run, folder: Path, table: str, code: int, message: str
) -> None:
    (folder.parent / "days.csv").write_text(table, encoding="utf-8")
    ran = run("read", folder, "--dates", folder.parent / "days.csv")
    assert message in ran.err
    assert ran.code == code


def test_the_day_in_a_files_name_is_offered_and_not_taken(run: Run, folder: Path) -> None:
    ran = run("read", folder / "homs-20180307.txt", "--json")
    assert "its name suggests 2018-03-07: give it with --published 2018-03-07" in ran.err
    assert [record["start"] for record in ran.records] == [None]


def test_standard_input_is_capped_too(run: Run) -> None:
    ran = run("read", "-", "--largest", "1", stdin=b"x" * 1_000_001)
    assert ran.code == 1
    assert "standard input: has more than 1 MB" in ran.err


@pytest.mark.parametrize(
    "address",
    ["postgres://me:s3cr3t@host:port/db", "postgresql:/me:s3cr3t@host/db", "postgresql://me:s3@cr3t@host:port/db",
     "postgresql+psycopg://me@host:x/db?password=s3cr3t", "mysql://me:s3cr3t@host/db"],
)  # fmt: skip
def test_a_password_in_an_address_is_never_told(run: Run, folder: Path, address: str) -> None:
    ran = run("read", folder / "douma.txt", "--into", address, "--verbose")
    assert ran.code == 1
    assert not re.search("s3|cr3t", ran.err + ran.out)


def test_a_database_that_is_only_looked_at_is_not_made(run: Run, tmp_path: Path) -> None:
    ran = run("export", tmp_path / "x.csv", "--database", tmp_path / "none.db")
    assert ran.code == 1
    assert "holds no events" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_day_in_figures_that_can_be_read_in_two_ways_says_how_it_was(run: Run, folder: Path) -> None:
    ran = run("read", folder / "homs-20180307.txt", "--published", "05/06/2018", "--json")
    assert "'05/06/2018' is read as 05 June 2018, day first; write 2018-06-05 to be sure" in ran.err


def test_a_file_name_with_marks_that_a_terminal_obeys_is_kept_without_them(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a\nb\x1b[31m.txt").write_text(DOUMA, encoding="utf-8")
    assert [record["url"] for record in run("read", tmp_path, "--json").records] == ["a\ufffdb\ufffd[31m.txt"]


def test_of_many_those_without_a_day_and_in_other_languages_are_named(run: Run, tmp_path: Path) -> None:
    made = tmp_path / "many"
    made.mkdir()
    for number in range(21):
        (made / f"{number:02}.txt").write_text(f"{DOUMA.splitlines()[2]} Told {number}.", encoding="utf-8")
    (made / "undated.txt").write_text(HOMS, encoding="utf-8")
    (made / "arabic.txt").write_text(
        "قصفت المدفعية مدينة دوما صباح اليوم وقتل ثلاثة مدنيين.", encoding="utf-8"
    )
    ran = run("read", made, "--into", tmp_path / "case.db", "--jobs", "1")
    assert ran.code == 0
    assert "1 report without a day of publication" in ran.err
    assert "1 report in Arabic, whose events are not read" in ran.err
    assert ran.err.count("undated.txt") == 1
    assert ran.err.count("arabic.txt") == 1
