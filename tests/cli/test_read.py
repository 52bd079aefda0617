from pathlib import Path

import pytest

from dashboard.table.columns import EVENT_COLUMNS
from tests.cli.conftest import Run

NAMES = [column.name for column in EVENT_COLUMNS]
REPORT = """Shelling kills three in Douma

Artillery struck Douma yesterday, killing three civilians.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_the_seed_becomes_events_with_the_columns_of_the_table(run: Run) -> None:
    ran = run("read", "seeds", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert all(list(record) == NAMES for record in ran.records)
    assert {record["published"] for record in ran.records} == {"2018-05-20T21:00:00Z"}


def test_the_quote_is_the_text_at_its_span(run: Run) -> None:
    (seed,) = Path("seeds").glob("000_*.txt")
    text = seed.read_bytes().decode()
    records = run("read", seed, "--json").records
    assert records
    assert all(record["notes"] == text[record["char_start"] : record["char_end"]] for record in records)


def test_the_date_given_is_the_date_used(run: Run, report: Path) -> None:
    records = run(
        "read", report, "--published", "2018-03-06", "--timezone", "Asia/Damascus", "--json"
    ).records
    assert [record["start"] for record in records if "yesterday" in record["notes"]] == [
        "2018-03-04T22:00:00Z"
    ]
    assert {(record["reference_source"], record["timezone"]) for record in records} == {
        ("given", "Asia/Damascus")
    }


def test_without_a_date_the_events_have_no_day_and_the_date_is_asked_for(run: Run, report: Path) -> None:
    ran = run("read", report, "--json")
    assert ran.code == 0
    assert {record["start"] for record in ran.records} == {None}
    assert "report.txt: no publication date could be worked out" in ran.err
    assert "--published" in ran.err


def test_the_same_report_gives_the_same_ids(run: Run, report: Path) -> None:
    once, twice = (run("read", report, "--json").records for _ in range(2))
    assert [record["event_id"] for record in once] == [record["event_id"] for record in twice]


def test_people_get_the_report_its_date_and_its_events(run: Run, report: Path) -> None:
    out = run("read", report, "--published", "2018-03-06").out
    assert "report.txt: Shelling kills three in Douma" in out
    assert "published Tuesday 6 March 2018 (given)" in out
    assert "Douma" in out


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", b"", "is empty"),
        ("photo.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "is a JPEG picture, not a report"),
        ("report.pdf", b"%PDF-1.7", "is a broken or cut off PDF"),
    ],
)
def test_a_file_that_can_not_be_read_is_told_and_the_others_are_read(
    run: Run, report: Path, name: str, data: bytes | None, message: str
) -> None:
    bad = report.parent / name
    if data is not None:
        bad.write_bytes(data)
    ran = run("read", bad, report, "--published", "2018-03-06", "--json")
    assert ran.code == 1
    assert f"{name}: " in ran.err
    assert message in ran.err
    assert {record["url"] for record in ran.records} == {"report.txt"}


def test_the_encoding_that_was_assumed_is_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Artillery struck the town’s market on 5 March 2018.".encode("cp1252"))
    ran = run("read", path, "--json")
    assert (ran.code, ran.err.count("old.txt: not UTF-8: read as windows-1252")) == (0, 1)


def test_what_a_folder_holds_beside_reports_is_told(run: Run, report: Path) -> None:
    (report.parent / "scan.pdf").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00")
    ran = run("read", report.parent, "--published", "2018-03-06", "--json")
    assert (ran.code, "1 other file was not read (a JPEG picture)" in ran.err) == (0, True)


def test_a_report_may_come_from_standard_input(run: Run) -> None:
    records = run("read", "-", "--published", "2018-03-06", "--json", stdin=REPORT.encode()).records
    assert {record["url"] for record in records} == {"standard input"}


def test_a_zone_that_is_none_is_refused(run: Run, report: Path) -> None:
    ran = run("read", report, "--timezone", "Damascus")
    assert (ran.code, ran.err.startswith("error: 'Damascus' is no time zone")) == (2, True)


def test_a_folder_is_one_table_of_what_its_reports_tell_together(run: Run, report: Path) -> None:
    (report.parent / "other.txt").write_text(
        "On Monday shells fell on Douma, killing 3 people.", encoding="utf-8"
    )
    records = run("read", report.parent, "--published", "2018-03-06", "--json").records
    assert [(record["location"], record["n_mentions"]) for record in records] == [("Douma", 3)]
    out = run("read", report.parent, "--published", "2018-03-06").out
    assert "2 reports · 1 event, 1 told by more than one" in out


def test_a_report_whose_days_are_all_told_lacks_no_date(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "dated.txt"
    path.write_text("Artillery struck Douma on 5 March 2018.", encoding="utf-8")
    assert run("read", path).err == ""


def test_the_explanation_has_every_clause_and_fits_eighty_columns(run: Run) -> None:
    (seed,) = Path("seeds").glob("000_*.txt")
    out = run("read", seed, "--explain").out
    assert max(map(len, out.splitlines())) <= 80
    told = " ".join(out.split())
    assert (
        "“after midnight of yesterday” → 2018-05-21 00:00 – 2018-05-21 06:00 [after midnight of <day>" in told
    )
    assert "taken over within the sentence" in told
    assert "no event a denial, not an event" in told
    assert "clock: quoted report of Sunday 20 May 2018" in told


def test_the_explanation_says_why_mentions_are_one_event_and_which_words_each_field_rests_on(
    run: Run, report: Path
) -> None:
    told = " ".join(run("read", report, "--published", "2018-03-06", "--explain").out.split())
    assert "[1] its first mention" in told or "[2] its first mention" in told
    assert "of 2.6 needed" in told
    text = report.read_text(encoding="utf-8")
    at = text.index("yesterday")
    assert f"from 2018-03-05 00:00:00 [characters {at}–{at + 9};" in told
