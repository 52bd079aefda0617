"""A Telegram Desktop export as pages (messages.html): each message a report, sent at the moment beside it."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from dashboard.errors import InputError
from dashboard.readers.decode import Decoded
from dashboard.readers.markup import Tree, parsed, text_of
from dashboard.readers.page_end import cut_off
from dashboard.readers.received import (
    UNDATED,
    Found,
    Publication,
    Received,
    Told,
    Unreadable,
    one_line,
    report_of,
    unreadable,
)

_SAID = re.compile(
    r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4}) (?P<clock>\d\d?:\d\d(?::\d\d)?)(?: UTC(?P<offset>[+-]\d\d:\d\d))?"
)
_NO_CLOCK = "the export does not say in which zone its clock was"


def reports(received: Received, read: Decoded) -> Iterator[Found]:
    """Every message with a text; raises InputError, naming the file, where there is none."""
    tree = parsed(read.text)
    chat = one_line(" ".join(_texts(tree, "page_header")))
    sender, number, whole = "", 0, received.holding()
    for message in _with(tree, "message", "default"):
        names = [each for each in _with(message, "from_name") if not _is_within(each, "forwarded", message)]
        sender = one_line(text_of(names[0])) if names else sender  # "joined" messages are of the one above
        told = _told(message, chat or sender, sender)
        if not told.text.strip():
            continue
        number += 1
        within = whole.entry(_id(message) or str(number))
        try:
            yield report_of(within, told)
        except InputError as error:
            yield unreadable(error, within)
    if not number:
        msg = f"{received.where}: is a page of a Telegram export without messages that have a text"
        raise InputError(msg)
    for each in cut_off(read.text):
        yield Unreadable(received.name, each)


def _told(message: Tree, chat: str, sender: str) -> Told:
    texts = [text_of(each) for each in _with(message, "text")]
    return Told(
        "\n\n".join(each for each in texts if each),
        source=chat,
        key=f"telegram {chat} {_id(message)}",
        published=_sent(message),
        made=tuple(_passed_on(message, sender)),
    )


def _passed_on(message: Tree, sender: str) -> Iterator[str]:
    if sender:
        yield f"sent by {sender}"
    for forwarded in _with(message, "forwarded"):
        names = _texts(forwarded, "from_name")
        yield f"forwarded from {one_line(' '.join(names))}: these are its words, sent there earlier"
    for reply in _with(message, "reply_to"):
        yield one_line(text_of(reply)).replace("In reply to", "in reply to")


def _sent(message: Tree) -> Publication:
    for each in _with(message, "date"):
        said = one_line(each.get("title") or "")
        found = _SAID.match(said)
        if found and not _is_within(each, "forwarded", message):
            when = _moment(found)
            notes = () if found["offset"] else (_NO_CLOCK,)
            return Publication(when, (f"date: {said}",), notes) if when else UNDATED
    return UNDATED


def _moment(found: re.Match[str]) -> date | datetime | None:
    clock = found["clock"].zfill(8) if found["clock"].count(":") > 1 else found["clock"].zfill(5)
    iso = f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}T{clock}{found['offset'] or ''}"
    try:
        return datetime.fromisoformat(iso)
    except ValueError:
        return None


def _with(tree: Tree, *names: str) -> Iterator[Tree]:
    """The elements that are of all these classes."""
    for each in tree.iter("div", "span", "a"):
        if set(names) <= set((each.get("class") or "").split()):
            yield each


def _texts(tree: Tree, name: str) -> list[str]:
    return [text_of(each) for each in _with(tree, name)]


def _is_within(element: Tree, name: str, above: Tree) -> bool:
    return any(
        name in (each.get("class") or "").split() for each in element.iterancestors() if each is not above
    )


def _id(message: Tree) -> str:
    return one_line((message.get("id") or "").removeprefix("message"))
