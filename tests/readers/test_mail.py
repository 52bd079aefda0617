"""Mails and mailboxes: each a report, sent at the moment its header tells."""

from datetime import date, datetime, timedelta, timezone

import pytest

from dashboard.errors import InputError
from dashboard.readers import read_bytes
from tests.readers.asked import only, refusals, reports
from tests.readers.made_files import PROSE, TWO_LINES, mail, mail_within, pdf, zipped

NIGHT = datetime(2018, 5, 21, 2, 10, tzinfo=timezone(timedelta(hours=3)))
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(20)


def test_a_mail_is_its_text_under_its_subject_sent_when_its_header_says() -> None:
    report = only(mail(), "post.eml")
    assert report.text == f"Shelling in Douma\n\n{PROSE}"
    assert (report.title, report.source, report.published) == ("Shelling in Douma", "Field Office", NIGHT)
    assert (report.published_source, report.published_evidence) == (
        "page",
        ("Date: Mon, 21 May 2018 02:10:00 +0300",),
    )


@pytest.mark.parametrize(
    ("sent", "published"),
    [
        ("21 May 2018 02:10:00 +0300", NIGHT),
        ("Mon, 21 May 2018 02:10:00", datetime(2018, 5, 21, 2, 10)),
        ("Mon, 21 May 2018 00:00:00 +0000", date(2018, 5, 21)),
        ("some time in May", None),
        ("", None),
        ("Mon, 32 May 2018 02:10:00 +0300", None),
    ],
)
def test_the_day_is_the_headers_where_it_has_one(sent: str, published: date | None) -> None:
    raw = mail(sent="").replace(b"Subject:", f"Date: {sent}\nSubject:".encode() if sent else b"Subject:", 1)
    assert only(raw).published == published


def test_lines_broken_to_fit_are_sentences_again() -> None:
    assert "in the early morning of Monday, killing three civilians." in only(mail(TWO_LINES)).text


def test_of_the_same_said_twice_the_plain_text_is_read_unless_it_only_points_to_the_page() -> None:
    page = f"<p>{PROSE}</p><p>Two were wounded in Homs.</p><p>A third strike hit Idlib, residents said.</p>"
    assert "Two were" not in only(mail(PROSE + " " * 100, html=f"<p>{PROSE}</p>")).text
    assert only(mail("Read me online.", html=page)).text.endswith("A third strike hit Idlib, residents said.")


def test_what_is_attached_is_read_too_and_what_holds_no_report_is_told() -> None:
    attached = {
        "../../etc/report.pdf": pdf([[PROSE]]),
        "logo.png": PICTURE,
        "notes.txt": b"Calm in Homs on Monday.",
    }
    own, paper, notes = reports(mail(attached=attached), "post.eml")
    assert own.notes == ("attached and not read: logo.png",)
    assert [(paper.name, paper.text), (notes.name, notes.text)] == [
        ("post.eml/report.pdf", PROSE),
        ("post.eml/notes.txt", "Calm in Homs on Monday."),
    ]


def test_a_mail_within_a_mail_within_a_mail_is_three_reports() -> None:
    found = reports(mail_within(2), "a.eml")
    assert [each.name for each in found] == ["a.eml", "a.eml/mail", "a.eml/mail/mail"]
    assert found[-1].text.endswith(f"The innermost. {PROSE}")


def test_what_is_packed_too_deep_is_told() -> None:
    assert [each.partition(": ")[2] for each in refusals(mail_within(8))] == [
        "is packed in more than 4 others; unpack it"
    ]


@pytest.mark.parametrize("charset", ["no-such-charset", "utf-8x", "rot13", "unicode_escape"])
def test_a_wrong_name_of_an_encoding_loses_no_text(charset: str) -> None:
    raw = mail("L’armée a bombardé Ménaka.").replace(b'charset="utf-8"', f'charset="{charset}"'.encode())
    assert only(raw).text.endswith("L’armée a bombardé Ménaka.")


def test_broken_headers_lose_no_text() -> None:
    raw = (
        b"From: =?utf-8?b?!!!?= <@>\nSubject: =?x?q?\xff?=\nTo: \nMIME-Version: 1.0\nDate: \xff\n\n"
        + PROSE.encode()
    )
    assert PROSE in only(raw).text


def test_the_same_words_in_two_mails_are_two_reports_and_one_mail_is_one() -> None:
    one, other = mail(), mail().replace(b"<1@", b"<2@")
    assert only(one).report_id == only(one, "again").report_id != only(other).report_id


def test_a_mail_without_text_is_refused() -> None:
    with pytest.raises(InputError, match=r"empty\.eml: is a mail without text"):
        read_bytes(mail(" "), "empty.eml")


def box(*mails: bytes, between: bytes = b"\n") -> bytes:
    return between.join(b"From a@example.org Mon May 21 08:00:00 2018\n" + each for each in mails)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_every_message_of_a_mailbox_is_a_report(end: bytes) -> None:
    data = box(mail("One.\n\nFrom there they left."), mail("Two."), mail("Three.\n>From Homs.")).replace(
        b"\n", end
    )
    found = reports(data, "box.mbox")
    assert [
        (each.name, each.text.split("\n\n", 1)[1].replace("\r", "").split("\n")[0]) for each in found
    ] == [
        ("box.mbox/1", "One."),
        ("box.mbox/2", "Two."),
        ("box.mbox/3", "Three."),
    ]
    assert {each.published for each in found} == {NIGHT}


def test_a_broken_mailbox_loses_only_what_is_broken() -> None:
    data = box(
        mail("One."), b"", b"\x00\x01\x02" * 50 + b"\n", mail("Four."), mail("Five.")[:-4], between=b""
    )
    assert [each.name for each in reports(data, "b")] == ["b/1", "b/4", "b/5"]
    assert [each.partition(":")[0] for each in refusals(data, "b")] == ["b/2", "b/3"]


def test_a_message_that_is_too_long_is_told_and_the_others_are_read() -> None:
    data = box(mail("One."), mail("x" * 80 + "\n") + b"y" * 11_000_000 + b"\n", mail("Three."))
    assert [each.name for each in reports(data, "b")] == ["b/1", "b/3"]
    assert refusals(data, "b") == ["b/2: has more than 10 MB; --largest MB reads it"]


def test_an_archive_in_a_mail_is_opened() -> None:
    raw = mail("See what is attached.", attached={"case.zip": zipped({"a.txt": b"Calm in Homs."})})
    assert [each.name for each in reports(raw, "m")] == ["m", "m/case.zip/a.txt"]
