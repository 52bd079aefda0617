"""What a file is, is told by its content; a name that lies gives no events out of a script."""

import bz2
import gzip
import hashlib
import io
import json
import lzma
import os
import socket
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.errors import InputError
from dashboard.readers import read_bytes, read_file
from dashboard.readers.contents import PROSE as PLAIN
from dashboard.readers.contents import Kind, content_in, content_of, content_of_text
from tests.readers.made_files import mail, page_archive, pdf, zipped

PROSE = "Artillery struck Douma on Monday, killing three civilians."


def archive(name: str, content: str = "<w:p/>") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr(name, content)
    return made.getvalue()


KINDS = {
    Kind.PDF: b"%PDF-1.7\n1 0 obj\n",
    Kind.WORD: archive("word/document.xml"),
    Kind.OPEN_TEXT: archive("mimetype", "application/vnd.oasis.opendocument.text"),
    Kind.ARCHIVE: archive("monday.txt", PROSE),
    Kind.TABLE: archive("xl/workbook.xml"),
    Kind.PAGE_ARCHIVE: b"From: <Saved by Blink>\r\nSubject: 99 killed\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n--x\r\n<script>99 killed</script>',
    Kind.MAIL: b"From: a@example.org\r\nTo: b@example.org\r\nSubject: Report\r\nMIME-Version: 1.0\r\n\r\n99 killed",
    Kind.MAILBOX: b"From a@example.org Mon May 21 08:00:00 2018\nFrom: a@example.org\nSubject: Report\n\n99 killed",
    Kind.PROSE: PROSE.encode(),
}
OF_TEXT = {
    Kind.PAGE: "<!-- saved --><!DOCTYPE html><html><body><script>var x='99 killed';</script><p>Calm.</p></body>",
    Kind.FEED: "<?xml version='1.0'?><!-- made --><rss version='2.0'><channel/></rss>",
    Kind.CHAT: '{"name": "Monitor", "type": "public_channel", "id": 7, "messages": [',
    Kind.CHAT_PAGE: '<!DOCTYPE html><html><body><div class="page_wrap"><div class="message default clearfix">',
    Kind.TABLE: json.dumps({"events": [{"fatalities": 99, "place": "Homs"}]}),
    Kind.PROSE: PROSE,
}
FOREIGN = {
    "a 7-Zip archive": b"7z\xbc\xaf\x27\x1c\x00\x04",
    "a tar archive": b"post.txt".ljust(257, b"\x00") + b"ustar\x0000",
    "a rich-text document (RTF)": rb"{\rtf1\ansi 99 killed}",
    "an SQLite database": b"SQLite format 3\x00" + bytes(84),
    "a PNG picture": b"\x89PNG\r\n\x1a\n",
}
DATA = {
    "an XML document": "<?xml version='1.0'?><events><item>99 killed</item></events>",
    "JSON data": json.dumps({"events": [{"fatalities": 99, "place": "Homs"}]}),
    "a table (CSV)": "date,place,killed\n2018-05-21,Homs,99\n2018-05-22,Douma,3\n2018-05-23,Idlib,1\n",
}


@pytest.mark.parametrize(("what", "data"), FOREIGN.items(), ids=FOREIGN)
def test_a_foreign_file_is_known_by_its_content_whatever_its_name(what: str, data: bytes) -> None:
    with pytest.raises(InputError, match=r"post\.txt: is") as refused:
        read_bytes(data, "post.txt")
    way_out = "unpack it, and read what was in it" if "archive" in what else "save its text as .txt"
    assert str(refused.value) == f"post.txt: is {what}, not a report; {way_out}"


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_report_packed_by_itself_is_read(pack: Callable[[bytes], bytes]) -> None:
    report = read_bytes(pack(PROSE.encode()), "post.txt.gz")
    assert (report.text, report.called) == (PROSE, "post.txt.gz/post.txt")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (
            gzip.compress(PROSE.encode())[:-9],
            "a file packed by gzip that is broken or cut off: get it once more",
        ),
        (gzip.compress(b" " * 60_000_000), "more than 200 times as large unpacked"),
        (
            gzip.compress(gzip.compress(b"post.txt".ljust(257, b"\x00") + b"ustar")),
            "is a tar archive, not a report",
        ),
    ],
    ids=["cut off", "a bomb", "a tar archive"],
)
def test_what_is_packed_wrongly_is_refused_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read_bytes(data, "post.gz")


@pytest.mark.parametrize(
    ("before", "data"),
    [(b"\xef\xbb\xbf", mail()), (b"\r\n \n", mail()), (b"\n", page_archive("<p>Calm.</p>")), (b"GET / HTTP/1.1\r\n", pdf([[PROSE]]))],
    ids=["a mark", "empty lines", "an empty line", "another header"],
)  # fmt: skip
def test_what_a_program_put_in_front_does_not_hide_what_a_file_is(before: bytes, data: bytes) -> None:
    assert content_of(before + data).kind is content_of(data).kind
    assert read_bytes(before + data, "a.txt").text == read_bytes(data, "a.txt").text


@pytest.mark.parametrize(
    "data",
    [PROSE.encode(), mail(), b"<!doctype html><p>" + PROSE.encode() + b"</p>"],
    ids=["prose", "mail", "page"],
)
def test_nulls_where_the_rest_was_never_written_are_told_and_the_rest_is_read(data: bytes) -> None:
    report = read_bytes(data + b"\x00" * 4_000, "post.txt")
    assert report.text.strip() == read_bytes(data, "post.txt").text.strip()
    assert "ends in 4,000 NULs: perhaps not all of it was written" in report.notes
    assert report.sha256 == hashlib.sha256(data + b"\x00" * 4_000).hexdigest()


def test_a_damaged_workbook_is_not_read_as_an_archive_of_reports() -> None:
    made = zipped({"[Content_Types].xml": b"<a/>", "xl/sheet1.xml": b"<sheet/>"})
    with pytest.raises(InputError, match="is an Excel workbook that is broken or cut off"):
        read_bytes(made, "list.xlsx")


@pytest.mark.parametrize(("kind", "data"), KINDS.items(), ids=KINDS)
def test_each_kind_is_told_by_how_it_begins(kind: Kind, data: bytes) -> None:
    assert (content_of(data).kind, content_in(io.BytesIO(data)).kind) == (kind, kind)


@pytest.mark.parametrize(("kind", "text"), OF_TEXT.items(), ids=OF_TEXT)
def test_each_kind_of_text_is_told_by_what_it_says(kind: Kind, text: str) -> None:
    assert content_of_text(text).kind is kind


@pytest.mark.parametrize(
    "text", ["<!---->" * 20_000, "<!-- x --> " * 5_000, "<script " * 20_000, "<?xml " * 9_000]
)
def test_what_is_made_to_take_long_does_not(text: str) -> None:
    assert content_of_text(text).kind in Kind


@pytest.mark.parametrize(("what", "text"), DATA.items(), ids=DATA)
def test_data_are_no_report(what: str, text: str) -> None:
    with pytest.raises(InputError) as refused:
        read_bytes(text.encode(), "post.txt")
    assert f"is {what}, not a report" in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "The page used a <b> tag and said 3 < 5, and a <p> in one place.",
        "Subject: shelling in Douma\n\nArtillery struck Douma.",
        "[Reuters] Artillery struck Douma, killing {three}.",
        "DOUMA, Syria, 21 May\nHOMS, Syria, 22 May\nCalm prevailed.\nShells fell, later, in Idlib.",
        "- Douma, Homs, Idlib\n- Artillery, rockets, mortars\n\nThree were killed in Douma, where shells fell on Monday.",
    ],
)
def test_prose_stays_prose(text: str) -> None:
    assert read_bytes(text.encode(), "post.txt").text == text


def test_every_report_we_hold_is_prose() -> None:
    for path in (*Path("tests/gold/reports").glob("*.txt"), *Path("seeds").glob("*.txt")):
        data = path.read_bytes()
        assert {content_of(data), content_of_text(data.decode(errors="replace"))} == {PLAIN}, path


def pipe(path: Path) -> None:
    os.mkfifo(path)


def listening_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes and sockets among files here")
@pytest.mark.parametrize("make", [pipe, listening_socket])
def test_what_is_no_regular_file_is_refused_and_never_waited_for(
    tmp_path_factory: pytest.TempPathFactory, make: Callable[[Path], None]
) -> None:
    path = tmp_path_factory.mktemp("x") / "p.txt"
    make(path)
    with pytest.raises(InputError, match="is no file but a pipe, a socket or a device"):
        read_file(path)


def test_a_file_that_is_too_large_for_a_report_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)
    with pytest.raises(InputError, match=r"has more than 10 MB.*--largest MB"):
        read_file(path)


def test_the_size_that_is_read_can_be_raised(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(PROSE * 20_000, encoding="utf-8")
    with pytest.raises(InputError, match="has more than 1 MB"):
        read_file(path, largest=1)
    assert len(read_file(path, largest=2).text) == 20_000 * len(PROSE)


def test_a_database_named_as_text_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "db.txt"
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE t (x)")
    made.close()
    with pytest.raises(InputError, match="is an SQLite database"):
        read_file(path)
