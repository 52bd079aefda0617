"""Files of every kind at the terminal: what a person sees of them, and what they can say of them."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.readers.made_files import chat, chat_message, mail, page_archive, pdf, word, written, zipped

PAGE = "<html><body><h1>Shelling in Douma</h1><p>Artillery struck Douma yesterday, killing three civilians.</p></body></html>"
FOLDER = {
    "page.html": PAGE.replace("<body>", "<head><meta property='article:published_time' content='2018-03-05T23:30:00Z'></head><body>").encode(),
    "saved.mhtml": page_archive(PAGE.replace("Douma", "Saqba"), "https://monitor.example.org/2018/03/06/saqba"),
    "report.pdf": pdf([["Situation report, 6 March 2018", "", "Gunmen attacked a checkpoint in Idlib yesterday and killed two soldiers."]]),
    "notes.docx": word(("Warplanes bombed Harasta on 5 March 2018, killing four civilians.",)),
    "post.eml": mail("Shells hit Jobar yesterday, killing one civilian.", sent="Tue, 6 Mar 2018 12:00:00 +0200"),
    "tg/result.json": chat([chat_message(1, "Air strike on Arbin yesterday, 2 killed", date="2018-03-06T10:00:00", date_unixtime="1520323200")]),
    "case.zip": zipped({"in/inner.txt": b"Artillery struck Aleppo yesterday, killing five civilians."}),
    "photo.jpg": b"\xff\xd8\xff\xe0",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "case", FOLDER)


def test_a_folder_of_every_kind_is_read_each_report_from_its_own_day(run: Run, folder: Path) -> None:
    ran = run("read", folder, "--json", "--timezone", "Asia/Damascus")
    days = {record["location"]: (record["start"] or "")[:10] for record in ran.records}
    assert ran.code == 0
    assert days == dict.fromkeys(("Arbin", "Douma", "Harasta", "Idlib", "Jobar", "Saqba"), "2018-03-04") | {
        "Aleppo": ""
    }
    assert "1 other file was not read (a JPEG picture)" in ran.err


def test_a_day_can_be_given_to_what_is_in_an_archive(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "days.csv").write_text(
        "case/case.zip/in/inner.txt,2018-03-06\nresult.json/1,2018-03-08\n", encoding="utf-8"
    )
    ran = run("read", folder, "--json", "--timezone", "Asia/Damascus", "--dates", tmp_path / "days.csv")
    days = {record["location"]: record["start"][:10] for record in ran.records}
    assert (ran.code, days["Aleppo"], days["Arbin"], days["Jobar"]) == (
        0,
        "2018-03-04",
        "2018-03-06",
        "2018-03-04",
    )


def test_the_one_day_for_all_is_not_for_a_message_that_tells_its_own(run: Run, folder: Path) -> None:
    ran = run(
        "read",
        folder / "tg" / "result.json",
        folder / "case.zip",
        "--json",
        "--published",
        "2020-01-02",
        "--timezone",
        "Asia/Damascus",
    )
    days = {record["location"]: record["start"][:10] for record in ran.records}
    assert days == {"Arbin": "2018-03-04", "Aleppo": "2019-12-31"}
    assert "result.json/1: keeps its own day, not the one given" in ran.err


def test_several_reports_can_come_in_by_standard_input(run: Run) -> None:
    box = b"From a@b Mon May 21 08:00:00 2018\n"
    ran = run("read", "-", stdin=(box + mail("One.") + b"\n" + box + mail("Two.")))
    assert "standard input/1: Shelling in Douma" in ran.out
    assert "standard input/2: Shelling in Douma" in ran.out
