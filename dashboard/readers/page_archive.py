"""A page saved whole in one file (MHTML): the page in it, at the address it was saved from."""

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from dashboard.errors import InputError
from dashboard.readers.contents import Kind, content_of_text
from dashboard.readers.mail import BOUNDED, cut_off, header, text_in
from dashboard.readers.markup import parsed
from dashboard.readers.page import told_by
from dashboard.readers.received import Found, Received, report_of

_PAGES = ("text/html", "application/xhtml+xml")


def reports(received: Received) -> Iterator[Found]:
    """The one report of a saved page; when it was saved is noted, and is no day of publication."""
    message = message_from_bytes(received.data, policy=BOUNDED)
    page = next((each for each in message.walk() if each.get_content_type() in _PAGES), None)
    text = text_in(page) if page is not None else ""
    if page is None or not text.strip():
        msg = f"{received.where}: is a saved page (MHTML) without a page in it"
        raise InputError(msg)
    if content_of_text(text).kind is Kind.PROSE:
        text = f"<pre>{text}</pre>"
    address = header(message, "Snapshot-Content-Location") or header(page, "Content-Location")
    found = replace(received, address=received.address or address)
    yield report_of(found, told_by(parsed(text), found, cut_off(message), _saved(message)))


def _saved(message: Message) -> tuple[str, ...]:
    said = header(message, "Date")
    return (f"the page was saved on {said}",) if said else ()
