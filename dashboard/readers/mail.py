"""A mail: its text under its subject, sent when its header says; what is attached to it is read as well."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.errors import (
    CloseBoundaryNotFoundDefect,
    HeaderParseError,
    InvalidBase64LengthDefect,
    InvalidBase64PaddingDefect,
    StartBoundaryNotFoundDefect,
)
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import parseaddr

from dashboard.errors import InputError
from dashboard.readers.contents import BEFORE, Kind, content_of
from dashboard.readers.decode import decode
from dashboard.readers.markup import parsed, text_of
from dashboard.readers.moments import moment_in
from dashboard.readers.opened import part
from dashboard.readers.received import (
    BREAKS_OFF,
    UNDATED,
    Found,
    Publication,
    Received,
    Told,
    one_line,
    report_of,
    unreadable,
)
from dashboard.readers.wrapped import unwrapped

_LONGEST_HEADER = 10_000
_NO_REPORTS = re.compile(
    r"text/(?:x-)?(?:calendar|vcard)|application/(?:pgp|pkcs7|x-pkcs7|ics)|message/(?!rfc822)"
)
_MAY_ATTACH = re.compile(rb"name\*?\d?\*?=|message/rfc822|Content-Disposition: *attachment", re.IGNORECASE)
_FOLDERS = re.compile(r"[\\/]")
_MOSTLY = 3  # a plain text this many times shorter than the page beside it only says where to read on
_OPEN = {
    CloseBoundaryNotFoundDefect,
    StartBoundaryNotFoundDefect,
    InvalidBase64PaddingDefect,
    InvalidBase64LengthDefect,
}
_SOFT_END = re.compile(r"(?<=\S) \r?\n(?!-- |>)")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a mail is made of: its texts, the parts that are things by themselves, tables, and what is none of these."""

    texts: tuple[str, ...] = ()
    things: tuple[tuple[str, bytes], ...] = ()
    left: tuple[str, ...] = ()
    tables: tuple[tuple[str, bytes], ...] = ()


def _all(parts: Iterable[Parts]) -> Parts:
    """Several parts as one."""
    each = list(parts)
    return Parts(
        tuple(text for one in each for text in one.texts),
        tuple(thing for one in each for thing in one.things),
        tuple(name for one in each for name in one.left),
        tuple(table for one in each for table in one.tables),
    )


class _Bounded(Compat32):
    """Headers as they came, and no longer than a header is: the library's parsers of single ones fill the memory over long ones."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """The name and the value of a header."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


BOUNDED = _Bounded()


def reports(received: Received) -> Iterator[Found]:
    """The mail's own report, then those of what is attached to it, mails within the mail among them."""
    message = message_from_bytes(received.data, policy=BOUNDED)
    parts = _parts(message)
    body = "\n\n".join(each.strip("\r\n") for each in parts.texts if each.strip())
    if not body and not parts.things and not parts.tables:
        msg = f"{received.where}: is a mail without text"
        raise InputError(msg)
    if body:
        yield from _own(received, message, body, parts)
    for name, data in parts.things:
        yield from part(received.part(name, data))


def attached(data: bytes) -> tuple[tuple[str, bytes], ...]:
    """What is attached to a mail, by its names; a mail within the mail is one of them."""
    if not _MAY_ATTACH.search(data):
        return ()
    parts = _parts(message_from_bytes(data.lstrip(BEFORE), policy=BOUNDED))
    return (*parts.things, *parts.tables)


def cut_off(message: Message) -> tuple[str, ...]:
    """A note where a mail, or a page that is saved like one, ends before it should: a part is open, or letters of it are missing."""
    found = {type(each) for part in message.walk() for each in part.defects}
    return (BREAKS_OFF.format("its last part has no end"),) if found & _OPEN else ()


def header(message: Message, name: str) -> str:
    """A header as people read it; empty where there is none."""
    raw = next((str(value) for each, value in message.raw_items() if each.lower() == name.lower()), "")
    text = raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        return one_line("".join(_word(*each) for each in decode_header(text)))
    except (HeaderParseError, ValueError):
        return one_line(text)


def _word(word: str | bytes, charset: str | None) -> str:
    """An encoded word of a header; one in an unknown encoding as far as it can be read."""
    if isinstance(word, str):
        return word
    try:
        return word.decode(charset or "latin-1", "replace")
    except LookupError:
        return word.decode("utf-8", "replace")


def text_in(message: Message) -> str:
    """The text of one part, in whatever encoding it says or is."""
    data = message.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return decode(data, str(message.get_content_charset("") or "")).text
    except InputError:
        return ""


def _own(received: Received, message: Message, body: str, parts: Parts) -> Iterator[Found]:
    subject = header(message, "Subject")
    sender, address = parseaddr(header(message, "From"))
    tables = tuple(name for name, _ in parts.tables)
    left = (
        *((f"attached and not read: {', '.join(parts.left)}",) if parts.left else ()),
        *((f"attached as a table: {', '.join(tables)}",) if tables else ()),
    )
    within = received.depth == 0 and not received.data.endswith(
        (b"\n", b"\r")
    )  # of a mail within others it is taken off
    ends = (BREAKS_OFF.format("it ends within a line"),) if within else ()
    notes = (*(cut_off(message) or ends), *left)
    told = Told(
        f"{subject}\n\n{body}" if subject else body,
        subject,
        sender or address,
        key=header(message, "Message-ID"),
        published=_sent(message),
        notes=notes,
    )
    try:
        yield report_of(received, told)
    except InputError as error:
        yield unreadable(error, received)


def _sent(message: Message) -> Publication:
    said = header(message, "Date")
    when = moment_in(said)
    return Publication(when, (f"Date: {said}",)) if when else UNDATED


def _parts(message: Message) -> Parts:
    kind = message.get_content_type()
    if kind == "message/rfc822":
        return _mail_within(message)
    if message.is_multipart():
        inner = [each for each in message.get_payload() if isinstance(each, Message)]
        if kind == "multipart/alternative":
            return _best(inner)
        if kind == "multipart/related":
            return _related(inner)
        return _all(_parts(each) for each in inner)
    name = _name(message)
    if kind in ("text/plain", "text/html") and not name:
        return Parts(texts=(_text(message, kind),))
    return _thing(message, name or kind.replace("/", "."), kind)


def _best(alternatives: list[Message]) -> Parts:
    """The same said several times: as plain text, unless that leaves most of it out."""
    each = [_parts(one) for one in alternatives]
    things = _all(replace(one, texts=()) for one in each)
    lengths = [sum(map(len, one.texts)) for one in each]
    longest = max(lengths, default=0)
    texts = next(
        (one.texts for one, long in zip(each, lengths, strict=True) if long * _MOSTLY >= longest), ()
    )
    return replace(things, texts=texts)


def _related(inner: list[Message]) -> Parts:
    """A page and its pictures."""
    found = _all(_parts(each) for each in inner)
    return Parts(
        found.texts, tuple(each for each in found.things if content_of(each[1]).kind is not Kind.OTHER)
    )


def _text(message: Message, kind: str) -> str:
    text = text_in(message)
    if kind == "text/html":
        return text_of(parsed(text)) if text.strip() else ""
    flowed = str(message.get_param("format", "") or "").lower() == "flowed"
    return _SOFT_END.sub(" ", text) if flowed else unwrapped(text)


def _mail_within(message: Message) -> Parts:
    payload = message.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else None
    if not isinstance(inner, Message):
        return Parts(left=("a broken mail",))
    return Parts(things=((_file_name(message) or "mail", inner.as_bytes()),))


def _thing(message: Message, name: str, kind: str) -> Parts:
    data = message.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return Parts()
    content = content_of(data).kind
    if _NO_REPORTS.match(kind) or content is Kind.OTHER:
        return Parts(left=(name,))
    if content is Kind.TABLE:
        return Parts(tables=((name, data),))
    return Parts(things=((name, data),))


def _name(message: Message) -> str:
    """What is attached has a name, if only that."""
    attached = message.get_content_disposition() == "attachment"
    return _file_name(message) or ("attached" if attached else "")


def _file_name(message: Message) -> str:
    """The file name, without folders: whoever sent it chose it."""
    try:
        name = message.get_filename("") or ""
    except Exception:  # noqa: BLE001 - as for headers
        return ""
    return one_line(_FOLDERS.split(name)[-1])
