"""What was received, opened: each kind of file by its reader, and what is packed in others by theirs."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib import import_module

from dashboard.errors import InputError
from dashboard.readers.contents import BEFORE, START, Content, Kind, content_of, content_of_text
from dashboard.readers.decode import Decoded, decode
from dashboard.readers.prose import prose
from dashboard.readers.received import DEEPEST, Found, Received, spared, unreadable
from dashboard.readers.said_charset import said_charset

_OF_BYTES: Mapping[Kind, str] = {  # readers by name: each brings a library along, loaded when it is needed
    Kind.PAGE_ARCHIVE: "page_archive",
    Kind.MAIL: "mail",
    Kind.MAILBOX: "mailbox",
    Kind.PDF: "pdf",
    Kind.WORD: "word",
    Kind.OPEN_TEXT: "open_text",
    Kind.ARCHIVE: "archive",
    Kind.PACKED: "packed",
}
_OF_TEXT: Mapping[Kind, str] = {
    Kind.PAGE: "page",
    Kind.FEED: "feed",
    Kind.CHAT: "chat",
    Kind.CHAT_PAGE: "chat_page",
    Kind.CHANNEL_PAGE: "channel_page",
}
_MAILS = frozenset({Kind.MAIL, Kind.PAGE_ARCHIVE})
_WRITTEN = frozenset({Kind.PROSE, Kind.MAILBOX}) | _MAILS
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # encodings in which every other byte may be one
_PADDED = 16  # NULs at the end that are no part of a text
_FEW = 100


def opened(received: Received) -> Iterator[Found]:
    r"""Every report in what was received, in its order; a part that can't be read stands there with the reason.

    Raises InputError, naming it, where nothing of it can be read.

    >>> [
    ...     report.title
    ...     for report in opened(Received("monday.txt", b"Calm in Douma\n\nIt was calm on Monday."))
    ... ]
    ['Calm in Douma']
    """
    return spared(_opened(received), received)


def part(received: Received) -> Iterator[Found]:
    """The same of a part: what can't be read is told in its place, and the other parts are read."""
    try:
        yield from opened(received)
    except InputError as error:
        yield unreadable(error, received)


def _opened(received: Received) -> Iterator[Found]:
    if received.depth > DEEPEST:
        msg = f"{received.where}: is packed in more than {DEEPEST} others; unpack it"
        raise InputError(msg)
    if not received.data.strip():
        msg = f"{received.where}: is empty"
        raise InputError(msg)
    found = content_of(received.data)
    if found.kind in _WRITTEN:
        received = _without_padding(received)
    if found.kind in _OF_BYTES:
        yield from import_module(f"dashboard.readers.{_OF_BYTES[found.kind]}").reports(received)
    elif found.kind is Kind.PROSE:
        yield from _text(received)
    else:
        raise refused(received.where, found)


def refused(name: str, found: Content) -> InputError:
    """What to say of a file that holds no report."""
    return InputError(f"{name}: is {found.words}, not a report; {found.way_out}")


def decoded(received: Received) -> Decoded:
    """The text of it; raises InputError, naming it, when it is none."""
    try:
        return decode(_without_nulls(received.data), received.charset or said_charset(received.data[:START]))
    except InputError as error:
        msg = f"{received.where}: {error}"
        raise InputError(msg) from error


def _without_padding(received: Received) -> Received:
    """The same without what is no part of it: a mark or empty lines before, and NULs after where a disk did not write all of it."""
    whole = received.data
    data = whole if whole.startswith(_WIDE) else whole.rstrip(b"\x00")
    padding = len(whole) - len(data)
    if padding < _PADDED:
        padding, data = 0, whole
    notes = (f"ends in {padding:,} NULs: perhaps not all of it was written",) if padding else ()
    if content_of(data).kind in _MAILS:
        data = data.lstrip(BEFORE)
    return replace(received, data=data, digest=received.sha256, notes=(*received.notes, *notes))


def _without_nulls(data: bytes) -> bytes:
    """A page with a few nulls in it, which browsers pass over; what has many is in UTF-16, or is no text."""
    nulls = data.count(b"\x00")
    is_page = (
        nulls and nulls < len(data) // _FEW and data[:START].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    )
    return data.replace(b"\x00", b" ") if is_page else data


def _text(received: Received) -> Iterator[Found]:
    read = decoded(received)
    if not read.text.strip():
        msg = f"{received.where}: is empty"
        raise InputError(msg)
    found = content_of_text(read.text)
    if found.kind is Kind.PROSE:
        yield from prose(received, read.text, read.note)
    elif found.kind in _OF_TEXT:
        reader = import_module(f"dashboard.readers.{_OF_TEXT[found.kind]}")
        yield from reader.reports(received, read)
    else:
        raise refused(received.where, found)
