"""What a file holds, told by its content: names lie, and a page read as prose gives events out of its scripts."""

import csv
import json
import re

_START = 4096  # bytes in which a file tells what it is
_MAGIC = (  # signatures as registered with IANA or in file(1), and what to do about each
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document (.docx, .xlsx, .odt)"),
    (b"\xd0\xcf\x11\xe0", "an old office document (.doc, .xls)"),
    (b"{\\rtf", "a rich-text document (RTF)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"RIFF", "a WebP picture, or sound or film"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_FILM = b"ftyp"  # four bytes after the start of an MP4
_HEADERS = re.compile(rb"\A(?:[A-Za-z][A-Za-z-]{1,40}: ?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")
_OF_A_MAIL = re.compile(rb"(?im)^(?:MIME-Version|Received|Message-ID|Return-Path|Content-Type): ")
_OF_A_PAGE_ARCHIVE = re.compile(rb"(?i)multipart/related|Saved by Blink")
_PAGE_OPENS = re.compile(
    r"\A[\ufeff\s]*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html\b|head\b|body\b)", re.IGNORECASE | re.DOTALL
)
_XML_OPENS = re.compile(r"\A[\ufeff\s]*<\?xml\b", re.IGNORECASE)
_SCRIPT = re.compile(r"<(script|style)\b[^<>]{0,2000}>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|h[1-6]|ul|ol|li|table|tr|td|img|meta|link|article|section)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_FEW_TAGS = 5
"""A text may quote a tag or two; a page cut out of another has one in nearly every line."""
_SEPARATORS = ",;\t|"
_FEW_LINES, _FEW_CELLS, _SHORT_CELL = 4, 3, 40
_MOST_ROWS = 40


def foreign(data: bytes) -> str:
    """What the bytes are when they are no plain text, in words; empty when nothing speaks against it.

    >>> foreign(b"%PDF-1.7 ..."), foreign(b"Artillery struck Douma on Monday.")
    ('a PDF document', '')
    """
    head = data[:_START]
    for magic, what in _MAGIC:
        if head.startswith(magic):
            return what
    if head[4:8] == _FILM:
        return "a film"
    headers = _HEADERS.match(head)
    if headers and _OF_A_MAIL.search(headers.group()):
        return "a saved page (MHTML)" if _OF_A_PAGE_ARCHIVE.search(head) else "a mail message"
    return ""


def marked_up(text: str) -> str:
    """What the text is when it is no prose: a page, data or a table, in words; empty when it is prose.

    >>> marked_up("<!doctype html><p>Calm.</p>"), marked_up("The <b> tag is bold.")
    ('an HTML page', '')
    """
    if _PAGE_OPENS.match(text) or _SCRIPT.search(text):
        return "an HTML page"
    if _XML_OPENS.match(text):
        return "an XML document"
    tags = len(_TAG.findall(text))
    if tags >= _FEW_TAGS and tags >= text.count("\n") // 2:
        return "a piece of an HTML page"
    if _is_json(text):
        return "JSON data"
    return "a table (CSV)" if _is_table(text) else ""


def _is_json(text: str) -> bool:
    stripped = text.strip("\ufeff \t\r\n")
    if not stripped.startswith(("{", "[{", '["', "[[")) or not stripped.endswith(("}", "]")):
        return False
    try:
        json.loads(stripped)
    except (ValueError, RecursionError):
        return False
    return True


def _is_table(text: str) -> bool:
    """Whether every line has the same number of cells, and the first line only short ones."""
    lines = [line for line in text.splitlines()[: 2 * _MOST_ROWS] if line.strip()]
    if len(lines) < _FEW_LINES:
        return False
    return any(_is_table_of(lines, separator) for separator in _SEPARATORS if separator in lines[0])


def _is_table_of(lines: list[str], separator: str) -> bool:
    try:
        rows = list(csv.reader(lines[:_MOST_ROWS], delimiter=separator))
    except csv.Error:
        return False
    heads = rows[0]
    even = all(len(row) == len(heads) for row in rows[:-1])  # the last may be cut off
    return len(heads) >= _FEW_CELLS and even and all(0 < len(cell.strip()) <= _SHORT_CELL for cell in heads)
