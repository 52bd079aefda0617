"""Archives and saved pages: what is packed is read, what would do harm is not."""

import gzip
import io
import random
import zipfile
from datetime import date
from pathlib import Path

import pytest

from dashboard.errors import InputError
from dashboard.readers import Unreadable, read_file, read_reports
from dashboard.readers.contents import READ, Kind, content_of, content_of_text
from dashboard.readers.opened import opened
from dashboard.readers.received import Received
from tests.readers.asked import found, only, refusals, reports
from tests.readers.made_files import (
    CHANNEL_PAGE,
    CHAT_PAGE,
    PROSE,
    chat,
    chat_message,
    feed,
    mail,
    mail_within,
    open_text,
    page_archive,
    pdf,
    word,
    written,
    zipped,
)
from tests.readers.made_pages import ARABIC, article

EVERY_KIND = {
    "a.txt": PROSE.encode(),
    "a.html": article(1).markup.encode(),
    "a.mhtml": page_archive(article(1).markup),
    "a.eml": mail(),
    "a.mbox": b"From a@example.org Mon May 21 08:00:00 2018\n" + mail(),
    "a.xml": feed(),
    "a.json": chat([chat_message(1), chat_message(2)]),
    "messages.html": CHAT_PAGE.encode(),
    "channel.html": CHANNEL_PAGE.encode(),
    "a.pdf": pdf([[PROSE], [PROSE]]),
    "a.docx": word(),
    "a.odt": open_text(f"<text:p>{PROSE}</text:p>"),
    "a.txt.gz": gzip.compress(PROSE.encode(), mtime=0),
    "a.zip": zipped({"inner.txt": PROSE.encode()}),
    "in.eml": mail_within(2),
}


def test_every_file_of_an_archive_is_read_by_its_kind_and_named_with_it(tmp_path: Path) -> None:
    path = (
        written(
            tmp_path,
            {"case.zip": zipped({**EVERY_KIND, "x/photo.jpg": b"\xff\xd8\xff\xe0", ".DS_Store": b"x"})},
        )
        / "case.zip"
    )
    told = list(read_reports(path))
    names = [each.name for each in told]
    assert {
        "case.zip/a.txt",
        "case.zip/a.mbox/1",
        "case.zip/a.zip/inner.txt",
        "case.zip/in.eml/mail/mail",
    } <= set(names)
    assert [str(each) for each in told if isinstance(each, Unreadable)] == [
        "case.zip: 1 of its files hold no report (a JPEG picture)"
    ]


@pytest.mark.parametrize("name", EVERY_KIND)
def test_every_kind_says_which_bytes_it_was_read_from(name: str) -> None:
    assert {len(each.sha256) for each in reports(EVERY_KIND[name], name)} == {64}


@pytest.mark.parametrize("name", EVERY_KIND)
def test_what_is_cut_off_or_damaged_anywhere_gives_a_line_and_no_more(name: str) -> None:
    whole, chance = EVERY_KIND[name], random.Random(name)
    for _ in range(12):
        cut = whole[: chance.randrange(1, len(whole))]
        spoilt = bytearray(whole)
        for _ in range(20):
            spoilt[chance.randrange(len(whole))] = chance.randrange(256)
        for data in (cut, bytes(spoilt)):
            try:
                lines = [str(each) for each in opened(Received(name, data)) if isinstance(each, Unreadable)]
            except InputError as error:
                lines = [str(error)]
            assert all(line.startswith(name) for line in lines), lines
            assert all("\n" not in line for line in lines), lines


def test_names_that_lead_out_of_an_archive_are_only_names() -> None:
    data = zipped(
        {
            "../../etc/passwd": b"Calm in Homs.",
            "/abs/b.txt": b"Calm.",
            "..\\c.txt": b"Calm.",
            "d\x1b[2J.txt": b"Calm.",
        }
    )
    assert [each.name for each in reports(data, "z")] == [
        "z/etc/passwd",
        "z/abs/b.txt",
        "z/c.txt",
        "z/d\ufffd[2J.txt",
    ]


def test_an_archive_that_is_a_bomb_is_refused_unopened() -> None:
    with pytest.raises(
        InputError, match=r"would be .* times as large unpacked: such archives are made to do harm"
    ):
        found(zipped({f"{number}.txt": bytes(9_000_000) for number in range(4)}))


def test_a_bomb_in_an_archive_is_told_and_the_rest_is_read() -> None:
    bomb = zipped({f"{number}.txt": bytes(9_000_000) for number in range(4)})
    data = zipped({"bomb.zip": bomb, "a.txt": PROSE.encode()})
    assert [each.name for each in reports(data, "z")] == ["z/a.txt"]
    assert ["times as large" in each for each in refusals(data, "z")] == [True]


def test_archives_in_archives_end_somewhere() -> None:
    data = PROSE.encode()
    for number in range(9):
        data = zipped({f"{number}.zip": data})
    assert [each.partition(": ")[2] for each in refusals(data)] == [
        "is packed in more than 4 others; unpack it"
    ]


def test_too_many_files_are_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(20_001):
            archive.writestr(zipfile.ZipInfo(str(number)), b"")
    with pytest.raises(InputError, match="holds 20,001 files, more than 20,000"):
        found(made.getvalue())


def test_a_file_of_an_archive_that_is_encrypted_is_told() -> None:
    data = bytearray(zipped({"a.txt": PROSE.encode(), "b.txt": PROSE.encode()}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert refusals(bytes(data), "z") == ["z/a.txt: is encrypted; unpack it with its password"]
    assert [each.name for each in reports(bytes(data), "z")] == ["z/b.txt"]


def test_a_saved_page_is_the_page_at_its_address_and_the_day_it_was_saved_is_not_its_own() -> None:
    report = only(page_archive(f"<html dir=rtl><body><p>{ARABIC}</p></body></html>"), "page.mhtml")
    assert (report.text, report.url) == (ARABIC, "https://monitor.example.org/2018/05/21/shelling")
    assert (report.published, report.published_evidence) == (date(2018, 5, 21), ("address: 2018/05/21",))
    assert report.made[1] == "the page was saved on Tue, 3 Mar 2026 10:00:00 -0000"


def test_a_file_of_many_reports_is_not_one(tmp_path: Path) -> None:
    path = written(tmp_path, {"result.json": EVERY_KIND["a.json"]}) / "result.json"
    with pytest.raises(InputError, match=r"result\.json: holds several reports, and one is asked for"):
        read_file(path)


def test_there_is_an_example_of_every_kind() -> None:
    kinds = {content_of(data).kind for data in EVERY_KIND.values()}
    texts = {
        content_of_text(data.decode()).kind
        for data in EVERY_KIND.values()
        if content_of(data).kind is Kind.PROSE
    }
    assert kinds | texts == READ
