"""What a file holds, told by its content: names lie, and a page read as prose gives events out of its scripts."""

import re
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import BinaryIO

from dashboard.readers.data_text import is_json, is_table

START = 4096
"""Bytes in which a file tells what it is."""


class Kind(StrEnum):
    """Kinds of files, by how they are read; the last ones are not read as reports."""

    PROSE = "plain text"
    PAGE = "a page"
    PAGE_ARCHIVE = "a saved page"
    MAIL = "a mail"
    MAILBOX = "a mailbox"
    FEED = "a feed"
    CHAT = "a chat"
    CHAT_PAGE = "a page of a chat"
    CHANNEL_PAGE = "a page of a channel"
    PDF = "a PDF"
    WORD = "a Word document"
    OPEN_TEXT = "an OpenDocument text"
    ARCHIVE = "an archive"
    PACKED = "a packed file"
    TABLE = "a table"
    OTHER = "something else"


READ = frozenset(Kind) - {Kind.TABLE, Kind.OTHER}
"""The kinds that hold reports."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a file is: its kind, the same in the words people have for it, and what to do where it is not read."""

    kind: Kind
    words: str
    way_out: str = "save its text as .txt"


PROSE = Content(Kind.PROSE, "plain text")
_ARCHIVE = Content(Kind.ARCHIVE, "a ZIP archive")
_UNPACK = "unpack it, and read what was in it"
_TAPE = Content(Kind.OTHER, "a tar archive", _UNPACK)
_MAGIC = (  # signatures as registered with IANA or in file(1), and what to do about each
    (b"%PDF-", Content(Kind.PDF, "a PDF document")),
    (b"PK\x03\x04", _ARCHIVE),
    (b"PK\x05\x06", _ARCHIVE),
    (b"\xd0\xcf\x11\xe0", Content(Kind.OTHER, "an old office document (.doc, .xls, .msg)")),
    (b"{\\rtf", Content(Kind.OTHER, "a rich-text document (RTF)")),
    (b"\x1f\x8b", Content(Kind.PACKED, "a file packed by gzip")),
    (b"BZh", Content(Kind.PACKED, "a file packed by bzip2")),
    (b"\xfd7zXZ\x00", Content(Kind.PACKED, "a file packed by xz")),
    (b"\x28\xb5\x2f\xfd", Content(Kind.OTHER, "a file packed by zstd", _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Content(Kind.OTHER, "a 7-Zip archive", _UNPACK)),
    (b"Rar!\x1a", Content(Kind.OTHER, "a RAR archive", _UNPACK)),
    (b"SQLite format 3\x00", Content(Kind.OTHER, "an SQLite database")),
    (b"PAR1", Content(Kind.TABLE, "a Parquet table")),
    (b"\x89PNG", Content(Kind.OTHER, "a PNG picture")),
    (b"\xff\xd8\xff", Content(Kind.OTHER, "a JPEG picture")),
    (b"GIF8", Content(Kind.OTHER, "a GIF picture")),
    (b"II*\x00", Content(Kind.OTHER, "a TIFF picture")),
    (b"MM\x00*", Content(Kind.OTHER, "a TIFF picture")),
    (b"\x00\x00\x01\x00", Content(Kind.OTHER, "an icon")),
    (b"RIFF", Content(Kind.OTHER, "a WebP picture, or sound or film")),
    (b"ID3", Content(Kind.OTHER, "a sound recording")),
    (b"OggS", Content(Kind.OTHER, "a sound recording")),
    (b"wOFF", Content(Kind.OTHER, "a font")),
    (b"wOF2", Content(Kind.OTHER, "a font")),
    (b"\x7fELF", Content(Kind.OTHER, "a program")),
    (b"MZ\x90", Content(Kind.OTHER, "a program")),
)
_PACKED = (  # what stands in an archive that is a document
    ("word/document.xml", Content(Kind.WORD, "a Word document (.docx)")),
    ("xl/workbook.xml", Content(Kind.TABLE, "an Excel workbook")),
    ("xl/workbook.bin", Content(Kind.TABLE, "an Excel workbook")),
    ("ppt/presentation.xml", Content(Kind.OTHER, "a presentation")),
)
_OPEN_DOCUMENTS = (
    (b"application/vnd.oasis.opendocument.text", Content(Kind.OPEN_TEXT, "an OpenDocument text (.odt)")),
    (b"application/vnd.oasis.opendocument.spreadsheet", Content(Kind.TABLE, "an OpenDocument table")),
    (b"application/vnd.oasis", Content(Kind.OTHER, "an OpenDocument drawing or presentation")),
    (b"application/epub", Content(Kind.OTHER, "an e-book (EPUB)")),
)
_TAPE_SAYS = slice(257, 262)
_FILM = b"ftyp"  # four bytes after the start of an MP4
_HEADER = rb"[A-Za-z][\w-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*"
_PDF_BEGINS = re.compile(rb"(?:\A|[\r\n])[ \t]*%PDF-\d")
_PDF_WITHIN = 1024  # bytes; what stands before is no part of it (ISO 32000, annex H)
BEFORE = b"\xef\xbb\xbf \t\r\n"  # what programs put in front of a mail that they save
_HEADERS = re.compile(rb"\A(?:" + _HEADER + rb"){2,}")
_MAILBOX = re.compile(rb"\AFrom \S+[^\r\n]*\r?\n(?:" + _HEADER + rb"){2,}")
_OF_A_MAIL = re.compile(rb"(?im)^(?:MIME-Version|Received|Message-ID|Return-Path|Content-Type): ")
_WRITTEN_OUT = tuple(re.compile(rb"(?im)^" + name + rb": ") for name in (b"From", b"Date", b"Subject"))
_OF_A_PAGE_ARCHIVE = re.compile(
    rb"(?im)^Snapshot-Content-Location:|^From: *\"?<?Saved by |^X-MAF-Information:"
)
_RELATED = re.compile(rb"(?im)^Content-Type: *multipart/related")
_SENT = re.compile(rb"(?im)^(?:To|Received|Delivered-To|Message-ID|Return-Path): ")
_PAGE_OPENS = re.compile(
    r"\A[\ufeff\s]*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html\b|head\b|body\b)",
    re.IGNORECASE | re.DOTALL,
)
_XML_OPENS = re.compile(r"\A[\ufeff\s]*<\?xml\b", re.IGNORECASE)
_FEED_OPENS = re.compile(
    r"\A[\ufeff\s]*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<\?[^>]{0,500}\?>\s*|<!--(?:(?!-->).)*-->\s*|<!DOCTYPE[^>\[]{0,300}(?:\[[^\]]{0,2000}\]\s*)?>\s*)*"
    r"<(?:rss\b|(?:\w+:)?feed\b|rdf:RDF\b)",
    re.IGNORECASE | re.DOTALL,
)
_CHAT_PAGE = re.compile(r"<div class=\"(?:page_wrap|message (?:default|service))\b")
_CHANNEL_PAGE = re.compile(r"<div class=\"tgme_widget_message[ \"][^<>]{0,300}\bdata-post=")
_CHAT_OPENS = re.compile(r"\A[\ufeff\s]*\{")
_CHAT_SAYS = (
    re.compile(r"\"(?:messages|chats)\"\s*:"),
    re.compile(r"\"(?:type|id|about|personal_information)\"\s*:"),
)
_SCRIPT = re.compile(r"<(script|style)\b[^<>]{0,2000}>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|h[1-6]|ul|ol|li|table|tr|td|img|meta|link|article|section)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_FEW_TAGS = 5
"""A text may quote a tag or two; a page cut out of another has one in nearly every line."""
_LONGEST_TYPE = 100  # bytes; the "mimetype" of a document in an archive is one line


def content_of(data: bytes) -> Content:
    """What the bytes are, as far as they tell before they are decoded.

    >>> content_of(b"%PDF-1.7 ...").words, content_of(b"Artillery struck Douma on Monday.").words
    ('a PDF document', 'plain text')
    """
    return content_in(BytesIO(data))


def content_in(stream: BinaryIO) -> Content:
    """The same of a stream that can be rewound: it is read only as far as it takes."""
    stream.seek(0)
    head = stream.read(START)
    found = _by_its_start(head)
    packed = found is _ARCHIVE
    if packed:
        stream.seek(0)
        found = _packed(stream)
    stream.seek(0)
    return found


def content_of_text(text: str) -> Content:
    """What decoded text is: a page, a feed, a chat, data, a table, or prose.

    >>> content_of_text("<!doctype html><p>Calm.</p>").words, content_of_text("The <b> tag is bold.").words
    ('an HTML page', 'plain text')
    """
    return _marked_up(text) or _data(text)


def _marked_up(text: str) -> Content | None:
    head = text[: START * 16]
    if _FEED_OPENS.match(head):
        return Content(Kind.FEED, "a feed (RSS or Atom)")
    if _PAGE_OPENS.match(head):
        return _page(text, head)
    if _XML_OPENS.match(text):
        return Content(Kind.TABLE, "an XML document", "a map is read as KML, a list as CSV")
    tags = len(_TAG.findall(text))
    is_piece = tags >= _FEW_TAGS and tags >= text.count("\n") // 2
    return Content(Kind.PAGE, "a piece of an HTML page") if is_piece or _SCRIPT.search(text) else None


def _page(text: str, head: str) -> Content:
    """A page, or what a messenger makes of one."""
    if _CHAT_PAGE.search(head):
        return Content(Kind.CHAT_PAGE, "a page of a Telegram export")
    if _CHANNEL_PAGE.search(text):
        return Content(Kind.CHANNEL_PAGE, "a page of a Telegram channel")
    return Content(Kind.PAGE, "an HTML page")


def _data(text: str) -> Content:
    if _CHAT_OPENS.match(text) and all(each.search(text[: START * 16]) for each in _CHAT_SAYS):
        return Content(Kind.CHAT, "a Telegram export")
    if is_json(text):
        return Content(
            Kind.TABLE, "JSON data", "as a table it is read where it lists objects with a date each"
        )
    return (
        Content(Kind.TABLE, "a table (CSV)", "name it .csv, with a column that tells when")
        if is_table(text)
        else PROSE
    )


def _by_its_start(head: bytes) -> Content:
    for magic, what in _MAGIC:
        if head.startswith(magic):
            return what
    if _PDF_BEGINS.search(head[:_PDF_WITHIN]):
        return _MAGIC[0][1]
    if head[_TAPE_SAYS] == b"ustar":
        return _TAPE
    if head[4:8] == _FILM:
        return Content(Kind.OTHER, "a film")
    if _MAILBOX.match(head):
        return Content(Kind.MAILBOX, "a mailbox (mbox)")
    headers = _HEADERS.match(head.lstrip(BEFORE))
    return _mail(headers.group()) if headers else PROSE


def _mail(headers: bytes) -> Content:
    if _OF_A_PAGE_ARCHIVE.search(headers) or (_RELATED.search(headers) and not _SENT.search(headers)):
        return Content(Kind.PAGE_ARCHIVE, "a saved page (MHTML)")
    if _OF_A_MAIL.search(headers) or all(each.search(headers) for each in _WRITTEN_OUT):
        return Content(Kind.MAIL, "a mail message")
    return PROSE


def _packed(stream: BinaryIO) -> Content:
    """What an archive is: a document, or one of other files."""
    try:
        with zipfile.ZipFile(stream) as archive:
            names = {each.filename for each in archive.infolist()}
            found = next((what for name, what in _PACKED if name in names), None)
            return found or (_open_document(archive) if "mimetype" in names else None) or _ARCHIVE
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, RuntimeError, EOFError):
        return _ARCHIVE  # broken: whoever reads it says how


def _open_document(archive: zipfile.ZipFile) -> Content | None:
    with archive.open("mimetype") as told:
        kind = told.read(_LONGEST_TYPE)
    return next((what for begins, what in _OPEN_DOCUMENTS if kind.startswith(begins)), None)
