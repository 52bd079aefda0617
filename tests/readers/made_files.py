"""Files of many kinds as people hold them, made by hand or by the libraries that write them."""

import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from email.message import EmailMessage
from pathlib import Path

import docx
from pypdf import PdfWriter

SENT = "Mon, 21 May 2018 02:10:00 +0300"
PROSE = "Artillery struck Douma yesterday, killing three civilians."
TWO_LINES = (
    "Artillery struck the old market of Douma in the early morning of\nMonday, killing three civilians.\n"
)


def pdf(pages: Iterable[Sequence[str]], password: str | None = None, title: str = "") -> bytes:
    """A PDF with these lines on its pages; an empty page is a picture."""
    plain = _pdf([_stream(lines) for lines in pages])
    if password is None and not title:
        return plain
    writer = PdfWriter(clone_from=io.BytesIO(plain))
    if title:
        writer.add_metadata({"/Title": title, "/CreationDate": "D:20131223000000Z"})
    if password is not None:
        writer.encrypt(user_password=password, owner_password="owner", algorithm="AES-256")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _stream(lines: Sequence[str]) -> bytes:
    shown = " T* ".join(f"({line.replace('(', '').replace(')', '')}) Tj" for line in lines)
    return f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET".encode("latin-1") if lines else b""


def _pdf(streams: Sequence[bytes]) -> bytes:
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, stream in enumerate(streams):
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    body, places = b"%PDF-1.4\n", list[int]()
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    return body + head + table + tail


def word(
    paragraphs: Sequence[str] = (PROSE,), rows: Sequence[Sequence[str]] = (), items: Sequence[str] = ()
) -> bytes:
    """A Word document with the dates of its program's template."""
    document = docx.Document()
    document.add_heading("Situation report", 1)
    for each in paragraphs:
        document.add_paragraph(each)
    for each in items:
        document.add_paragraph(each, style="List Bullet")
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def open_text(content: str) -> bytes:
    """An OpenDocument text whose body is this."""
    names = ["office", "text", "table"]
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    whole = f"<office:document-content {spaces}><office:body><office:text>{content}</office:text></office:body></office:document-content>"
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": whole.encode()})


def mail(
    text: str = PROSE, *, html: str = "", sent: str = SENT, attached: Mapping[str, bytes] | None = None
) -> bytes:
    """A mail with a date and an offset."""
    return _mail(text, html, sent, attached or {}).as_bytes()


def _mail(text: str, html: str, sent: str, attached: Mapping[str, bytes]) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Field Office <field@monitor.example.org>"
    made["To"] = "desk@monitor.example.org"
    made["Subject"] = "Shelling in Douma"
    made["Message-ID"] = "<1@monitor.example.org>"
    if sent:
        made["Date"] = sent
    made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html")
    for name, data in attached.items():
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made


def mail_within(levels: int) -> bytes:
    """A mail that holds a mail that holds a mail."""
    made = _mail("The innermost. " + PROSE, "", SENT, {})
    for _ in range(levels):
        outer = _mail("See what I was sent.", "", SENT, {})
        outer.add_attachment(made)
        made = outer
    return made.as_bytes()


def page_archive(markup: str, address: str = "https://monitor.example.org/2018/05/21/shelling") -> bytes:
    """A page saved whole by a browser."""
    return (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {address}\r\n"
        "Subject: Shelling\r\nDate: Tue, 3 Mar 2026 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b"\r\n\r\n\r\n----b\r\n'
        "Content-Type: text/html\r\nContent-ID: <frame-0>\r\nContent-Transfer-Encoding: binary\r\n"
        f"Content-Location: {address}\r\n\r\n{markup}\r\n\r\n----b\r\nContent-Type: image/png\r\n"
        "Content-Transfer-Encoding: base64\r\nContent-Location: https://x.example.org/a.png\r\n\r\niVBORw0KGgo=\r\n\r\n----b--\r\n"
    ).encode()


def feed(entries: int = 2) -> bytes:
    """An RSS feed with offsets in its dates."""
    items = "".join(
        f"<item><title>Shelling in Douma {number}</title><link>https://monitor.example.org/{number}</link>"
        f"<description>&lt;p&gt;{PROSE} Number {number}.&lt;/p&gt;</description><pubDate>{SENT}</pubDate></item>"
        for number in range(1, entries + 1)
    )
    return f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Example Monitor</title>{items}</channel></rss>".encode()


def chat_message(number: int, text: object = PROSE, **more: object) -> dict[str, object]:
    """A message of a Telegram export, sent on 21 May 2018 at 02:10 in Damascus, exported on a clock of Berlin."""
    return {
        "id": number,
        "type": "message",
        "date": "2018-05-21T01:10:00",
        "date_unixtime": "1526857800",
        "from": "Example Channel",
        "from_id": "channel7",
        "text": text,
        **more,
    }


def chat(messages: Sequence[Mapping[str, object]]) -> bytes:
    """A Telegram Desktop export of a channel."""
    export = {"name": "Example Channel", "type": "public_channel", "id": 7, "messages": list(messages)}
    return json.dumps(export, ensure_ascii=False, indent=1).encode()


CHAT_PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body>
<div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">Example Channel</div></div></div>
<div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">20 May 2018</div></div>
<div class="message default clearfix" id="message12"><div class="body">
 <div class="pull_right date details" title="21.05.2018 02:10:00 UTC+03:00">02:10</div>
 <div class="from_name">Field Desk</div><div class="text">Artillery struck <strong>Douma</strong> yesterday.<br>Three were killed.</div></div></div>
<div class="message default clearfix joined" id="message13"><div class="body">
 <div class="pull_right date details" title="21.05.2018 02:11:00 UTC+03:00">02:11</div>
 <div class="reply_to details">In reply to <a href="#go_to_message12">this message</a></div>
 <div class="forwarded body"><div class="from_name">Other Channel <span class="date details" title="20.05.2018 09:00:00"> 20.05.2018 09:00:00</span></div>
 <div class="text">Warplanes bombed Homs.</div></div></div></div>
<div class="message default clearfix" id="message14"><div class="body"><div class="media_wrap clearfix">Photo</div></div></div>
</div></div></div></body></html>"""


CHANNEL_PAGE = """<!DOCTYPE html><html><head><title>Example Channel – Telegram</title></head><body><main class="tgme_main"><section>
<div class="tgme_widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="example/12">
 <a class="tgme_widget_message_owner_name" href="https://t.me/example"><span>Example Channel</span></a>
 <div class="tgme_widget_message_text js-message_text" dir="auto">Artillery struck <b>Douma</b> yesterday.<br/>Three were killed.</div>
 <span class="tgme_widget_message_views">4.1K</span>
 <a class="tgme_widget_message_date" href="https://t.me/example/12"><time datetime="2018-05-20T23:10:00+00:00" class="time">23:10</time></a></div></div>
<div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="example/13">
 <a class="tgme_widget_message_reply"><div class="tgme_widget_message_text js-message_reply_text">Artillery struck Douma</div></a>
 <div class="tgme_widget_message_forwarded_from">Forwarded from <a class="tgme_widget_message_forwarded_from_name">Other</a></div>
 <div class="tgme_widget_message_text js-message_text">Warplanes bombed Homs.</div>
 <video><time class="message_video_duration">0:21</time></video>
 <a class="tgme_widget_message_date"><time datetime="2018-05-20T23:11:00+00:00">23:11</time></a></div></div>
<div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="example/14">Photo</div></div>
</section></main></body></html>"""


def zipped(members: Mapping[str, bytes]) -> bytes:
    """An archive of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def written(folder: Path, files: Mapping[str, bytes]) -> Path:
    """The folder with these files in it."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
