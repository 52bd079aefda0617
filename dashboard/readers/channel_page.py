"""A Telegram channel as the browser shows it (t.me/s/…), saved: each message a report at its own address and moment."""

from collections.abc import Iterator

from dashboard.errors import InputError
from dashboard.readers.decode import Decoded
from dashboard.readers.markup import Tree, parsed, text_of
from dashboard.readers.moments import moment_in
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

_MESSAGE = "tgme_widget_message"


def reports(received: Received, read: Decoded) -> Iterator[Found]:
    """Every message with a text; raises InputError, naming the file, where there is none."""
    whole, number = received.holding(), 0
    for message in _of(parsed(read.text), _MESSAGE):
        told = _told(message)
        if not told.text.strip():
            continue
        number += 1
        within = whole.entry(_post(message).rpartition("/")[2] or str(number))
        try:
            yield report_of(within, told)
        except InputError as error:
            yield unreadable(error, within)
    if not number:
        msg = f"{received.where}: is a page of a Telegram channel without messages that have a text"
        raise InputError(msg)
    for each in cut_off(read.text):
        yield Unreadable(received.name, each)


def _told(message: Tree) -> Told:
    post = _post(message)
    forwarded = _words(message, f"{_MESSAGE}_forwarded_from_name")
    return Told(
        # a reply quotes the message it answers in words of the same class, within an element of its own
        "\n\n".join(text_of(each) for each in _of(message, f"{_MESSAGE}_text") if not _is_quoted(each)),
        source=_words(message, f"{_MESSAGE}_owner_name") or post.partition("/")[0],
        url=f"https://t.me/{post}" if post else "",
        key=f"telegram {post}" if post else "",
        published=_sent(message),
        made=(f"forwarded from {forwarded}: these are its words, sent there earlier",) if forwarded else (),
    )


def _sent(message: Tree) -> Publication:
    for link in _of(message, f"{_MESSAGE}_date"):
        for each in link.iter("time"):
            said = one_line(each.get("datetime") or "")
            when = moment_in(said)
            if when:
                return Publication(when, (f"<time>: {said}",))
    return UNDATED


def _post(message: Tree) -> str:
    """The channel and the number of a message."""
    post = one_line(message.get("data-post") or "")
    return post if post.replace("/", "").replace("_", "").isalnum() else ""


def _is_quoted(text: Tree) -> bool:
    return any(f"{_MESSAGE}_reply" in (each.get("class") or "").split() for each in text.iterancestors())


def _words(tree: Tree, name: str) -> str:
    return next((one_line(text_of(each)) for each in _of(tree, name)), "")


def _of(tree: Tree, name: str) -> Iterator[Tree]:
    """The elements of a class."""
    for each in tree.iter("div", "span", "a"):
        if name in (each.get("class") or "").split():
            yield each
