"""Feeds and Telegram exports: each entry, each message a report with its own clock."""

from datetime import datetime, timedelta, timezone

import pytest

from dashboard.errors import InputError
from tests.readers.asked import found, only, refusals, reports
from tests.readers.made_files import CHANNEL_PAGE, CHAT_PAGE, PROSE, chat, chat_message, feed

NIGHT = datetime(2018, 5, 21, 2, 10, tzinfo=timezone(timedelta(hours=3)))
BERLIN = datetime(2018, 5, 21, 1, 10, tzinfo=timezone(timedelta(hours=2)))
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Example Monitor</title>
<entry><title>Shelling</title><link href="https://monitor.example.org/1"/><published>2018-05-21T02:10:00+03:00</published>
<updated>2019-01-01T00:00:00Z</updated><content type="html">&lt;p&gt;{PROSE}&lt;/p&gt;&lt;p&gt;More.&lt;/p&gt;</content></entry>
<entry><title>Undated</title><updated>2019-01-01T00:00:00Z</updated><summary>Calm in Homs.</summary></entry></feed>"""


def test_each_entry_of_a_feed_is_a_report_with_its_own_offset() -> None:
    one, two = reports(feed(), "news.xml")
    assert one.text == f"Shelling in Douma 1\n\n{PROSE} Number 1."
    assert (one.name, one.url, one.source) == (
        "news.xml/1",
        "https://monitor.example.org/1",
        "Example Monitor",
    )
    assert (one.published, one.published_evidence) == (NIGHT, ("published: Mon, 21 May 2018 02:10:00 +0300",))
    assert two.text.endswith("Number 2.")


def test_an_atom_feed_is_dated_by_its_publication_and_never_by_a_later_change() -> None:
    one, two = reports(ATOM.encode())
    assert (one.published, one.text) == (NIGHT, f"Shelling\n\n{PROSE}\n\nMore.")
    assert (two.published, two.title) == (None, "Undated")


def test_a_feed_that_is_cut_off_gives_what_it_has_and_says_so() -> None:
    data = feed(5)
    assert len(reports(data[: len(data) * 3 // 4], "f")) >= 3
    (told,) = refusals(data[: len(data) * 3 // 4], "f")
    assert told.startswith("f: is not whole: it breaks off or is misspelt behind entry")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (
            b"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'aaa'>]><rss><channel/></rss>",
            "declares entities",
        ),
        (b"<rss version='2.0'><channel><title>x</title></channel></rss>", "is a feed without entries"),
    ],
)
def test_a_feed_that_is_none_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=f"file: {why}|file: is a feed without"):
        found(data)


def test_each_message_of_an_export_is_a_report_at_its_moment() -> None:
    pieces = ["Warplanes bombed ", {"type": "bold", "text": "Homs"}, " on Sunday."]
    service = {"id": 2, "type": "service", "action": "pin_message", "text": ""}
    messages = [
        chat_message(1),
        service,
        chat_message(3, pieces, forwarded_from="Other", reply_to_message_id=1),
        chat_message(4, ""),
    ]
    one, three = reports(chat(messages), "result.json")
    assert (one.name, one.source, one.text) == ("result.json/1", "Example Channel", PROSE)
    assert (one.published, three.published) == (BERLIN, BERLIN)
    assert one.published == NIGHT.replace()
    assert three.text == "Warplanes bombed Homs on Sunday."
    assert three.made == (
        "sent by Example Channel",
        "forwarded from Other: these are its words, sent there earlier",
        "in reply to message 1",
    )


def test_the_same_words_sent_twice_are_two_reports_and_an_export_made_anew_tells_the_same() -> None:
    one, two = reports(chat([chat_message(1), chat_message(2)]), "a.json")
    (again,) = reports(chat([chat_message(2)]), "b.json")
    assert one.report_id != two.report_id == again.report_id


@pytest.mark.parametrize(
    ("more", "published"),
    [
        ({"date_unixtime": ""}, datetime(2018, 5, 21, 1, 10)),
        ({"date_unixtime": "later"}, datetime(2018, 5, 21, 1, 10)),
        ({"date": "", "date_unixtime": "1526857800"}, NIGHT),
        ({"date": None, "date_unixtime": None}, None),
        (
            {"date": "2018-05-21T23:59:00", "date_unixtime": "99999999999999999"},
            datetime(2018, 5, 21, 23, 59),
        ),
    ],
)
def test_a_message_has_the_clock_that_it_tells(more: dict[str, object], published: datetime | None) -> None:
    assert only(chat([chat_message(1, **more)])).published == published


def test_every_chat_of_an_account_is_read() -> None:
    export = (
        b'{"about": "x", "chats": {"list": ['
        + chat([chat_message(5)])
        + b', {"name": null, "messages": 3}, 4]}}'
    )
    assert [each.name for each in reports(export, "r.json")] == ["r.json/Example Channel/5"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (chat([chat_message(1)])[:-30], "is a Telegram export that is broken or cut off"),
        (chat([]), "is a Telegram export without messages"),
        (
            b'{"type": "x", "messages": [1, null, {"id": 1, "text": [[], {}, {"text": 4}]}]}',
            "without messages",
        ),
        (
            b'{"id": 1, "messages": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
            "is a Telegram export that is broken",
        ),
    ],
)
def test_an_export_that_is_none_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        found(data)


def test_the_pages_of_an_export_are_read_message_by_message() -> None:
    one, two = reports(CHAT_PAGE.encode(), "messages.html")
    assert (one.name, one.source) == ("messages.html/12", "Example Channel")
    assert one.text == "Artillery struck Douma yesterday.\nThree were killed."
    assert (one.published, one.published_evidence) == (NIGHT, ("date: 21.05.2018 02:10:00 UTC+03:00",))
    assert (two.text, two.published) == ("Warplanes bombed Homs.", NIGHT + timedelta(minutes=1))
    assert two.made[0] == "sent by Field Desk"
    assert "forwarded from Other Channel" in two.made[1]
    assert two.made[2] == "in reply to this message"


def test_a_channel_saved_from_the_browser_is_read_message_by_message() -> None:
    one, two = reports(CHANNEL_PAGE.encode(), "channel.html")
    assert (one.name, one.source, one.url) == (
        "channel.html/12",
        "Example Channel",
        "https://t.me/example/12",
    )
    assert one.text == "Artillery struck Douma yesterday.\nThree were killed."
    assert (one.published, one.published_evidence) == (NIGHT, ("<time>: 2018-05-20T23:10:00+00:00",))
    assert (two.text, two.source, two.published) == (
        "Warplanes bombed Homs.",
        "example",
        NIGHT + timedelta(minutes=1),
    )
    assert two.made[1] == "forwarded from Other: these are its words, sent there earlier"
