"""PDF, Word and OpenDocument files: their text in paragraphs, and never the day of the file."""

import io
import zipfile

import pytest

from dashboard.errors import InputError
from dashboard.readers import read_bytes
from tests.readers.asked import only
from tests.readers.made_files import PROSE, open_text, pdf, word, zipped

LINES = (
    "Artillery struck the old market of Douma in the early morning of Mon-",
    "day, killing three civilians and wounding five more, residents said on the",
    "phone.",
    "Two rockets fell on the eastern outskirts of the town after sunset; no",
    "casualties were reported.",
    "1. Food is short.",
    "2. Water is short.",
)


def page(number: int, *lines: str) -> tuple[str, ...]:
    return (
        "Weekly report of the field office, 21 May 2018",
        *lines,
        "monitor.example.org",
        f"Page {number} of 3",
    )


def test_a_pdf_is_read_in_paragraphs() -> None:
    report = only(pdf([LINES]), "report.pdf")
    assert report.text.split("\n") == [
        (
            "Artillery struck the old market of Douma in the early morning of Monday, killing three civilians and wounding "
            "five more, residents said on the phone."
        ),
        "Two rockets fell on the eastern outskirts of the town after sunset; no casualties were reported.",
        "1. Food is short.",
        "2. Water is short.",
    ]
    assert (report.notes, report.made[0][:28]) == ((), "text of the document by pypd")


def test_what_stands_on_every_page_is_read_once_and_page_numbers_never() -> None:
    text = only(
        pdf([page(1, "One fell."), page(2, "Two fell."), page(3, "Three fell.", "Four.", "Five.")])
    ).text
    assert (
        text
        == "Weekly report of the field office, 21 May 2018\n\nOne fell.\nTwo fell.\nThree fell.\nFour.\nFive."
    )


def test_a_pdf_that_anybody_may_open_is_opened_and_its_own_date_is_not_taken() -> None:
    report = only(pdf([[PROSE]], password="", title="Shelling in Douma"))
    assert (report.text, report.title, report.published) == (PROSE, "Shelling in Douma", None)
    assert report.made[1] == "the PDF was made on 2013-12-23, which is not taken for its day"


def test_pages_without_text_are_told() -> None:
    assert only(pdf([[PROSE], [], [PROSE], []])).notes[0] == "without text, perhaps pictures: pages 2, 4"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pdf([[PROSE]], password="secret"), "is an encrypted PDF; open it with its password and save a copy"),
        (pdf([[], []]), "is a PDF whose 2 pages are pictures; have their text recognised"),
        (pdf([[]]), "is a PDF whose one page is a picture; have its text recognised"),
        (pdf([[PROSE]])[:300], "is a broken or cut off PDF|is damaged|is a PDF whose"),
        (b"%PDF-1.7\n" + bytes(5000), "is a broken or cut off PDF|is damaged"),
        (zipped({"word/document.xml": b"<w:p/>"}), "is damaged"),
        (word(())[:2000], "is a ZIP archive that is broken or cut off: get it once more"),
        (open_text("<text:p>x"), "is a broken or encrypted OpenDocument text"),
        (open_text(" "), "is empty"),
    ],
)
def test_a_document_that_can_not_be_read_says_why(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=f"^paper: (?:{why})"):
        read_bytes(data, "paper")


def test_a_word_document_is_read_in_its_order_and_the_day_of_its_template_is_not_taken() -> None:
    rows = [("Day", "Killed"), ("Monday", "three in Homs")]
    report = only(word((PROSE, "Calm in Homs."), rows, ("one child", "two men")), "a.docx")
    assert report.text == (
        f"Situation report\n\n{PROSE}\n\nCalm in Homs.\n\n- one child\n- two men\n\nDay | Killed\nMonday | three in Homs"
    )
    assert report.published is None


def test_an_open_document_is_read_in_its_order() -> None:
    body = (
        "<text:h>Situation report</text:h><text:p>Shells hit <text:span>Douma</text:span><text:s/>on Monday.</text:p>"
        "<text:list><text:list-item><text:p>one child</text:p></text:list-item><text:list-item><text:p>two men</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Monday</text:p></table:table-cell>"
        "<table:table-cell><text:p>three</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert only(open_text(body)).text == (
        "Situation report\n\nShells hit Douma on Monday.\n\n- one child\n- two men\n\nMonday | three"
    )


def test_a_document_that_is_a_bomb_is_refused_unopened() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(50_000_000))
    with pytest.raises(InputError, match="times as large unpacked"):
        read_bytes(made.getvalue(), "a.docx")


def test_entities_that_fill_the_memory_are_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    data = zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": bomb})
    with pytest.raises(InputError, match="declares entities of its own"):
        read_bytes(data, "a.odt")
