"""A Telegram Desktop export as data (result.json): each message a report, sent at its own moment."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from urllib.parse import quote

from dashboard.errors import InputError
from dashboard.readers.decode import Decoded
from dashboard.readers.moments import moment_in
from dashboard.readers.received import (
    UNDATED,
    Found,
    Publication,
    Received,
    Told,
    one_line,
    report_of,
    unreadable,
)

_TELLS = ("message",)  # service messages (joined, pinned, called) tell nothing
_NO_CLOCK = "the export does not say in which zone its clock was"


def reports(received: Received, read: Decoded) -> Iterator[Found]:
    """Every message with a text, in the order of the export.

    Raises InputError, naming the file, where it is cut off or holds no message.
    """
    try:
        export = json.loads(read.text)
    except (ValueError, RecursionError) as error:
        msg = f"{received.where}: is a Telegram export that is broken or cut off ({one_line(str(error))}); export it anew"
        raise InputError(msg) from error
    number, whole = 0, received.holding()
    for chat in _chats(export):
        for message in _messages(chat):
            number += 1
            within = whole.entry(_number(chat, message, export))
            try:
                yield report_of(within, _told(chat, message))
            except InputError as error:
                yield unreadable(error, within)
    if not number:
        msg = f"{received.where}: is a Telegram export without messages that have a text"
        raise InputError(msg)


def _chats(export: object) -> Iterator[Mapping[str, object]]:
    """The chat of an export, or each of all."""
    if not isinstance(export, Mapping):
        return
    if isinstance(export.get("messages"), list):
        yield export
    chats = export.get("chats")
    listed = chats.get("list") if isinstance(chats, Mapping) else None
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, Mapping):
            yield each


def _messages(chat: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    messages = chat.get("messages")
    for each in messages if isinstance(messages, list) else ():
        if (
            isinstance(each, Mapping)
            and each.get("type", "message") in _TELLS
            and _text(each.get("text")).strip()
        ):
            yield each


def _told(chat: Mapping[str, object], message: Mapping[str, object]) -> Told:
    name = str(chat.get("name") or message.get("from") or "Telegram")
    published = _sent(message)
    return Told(
        _text(message.get("text")),
        source=name,
        url=_link(chat, message),
        key=f"telegram {chat.get('id', name)} {message.get('id', '')}",
        published=published,
        made=tuple(_passed_on(message)),
    )


def _passed_on(message: Mapping[str, object]) -> Iterator[str]:
    sender = message.get("from")
    if sender:
        yield f"sent by {one_line(str(sender))}"
    if message.get("forwarded_from"):
        yield f"forwarded from {one_line(str(message['forwarded_from']))}: these are its words, sent there earlier"
    if message.get("reply_to_message_id"):
        yield f"in reply to message {one_line(str(message['reply_to_message_id']))}"
    if message.get("edited"):
        yield f"edited on {one_line(str(message['edited']))}"


def _sent(message: Mapping[str, object]) -> Publication:
    """The moment: in seconds since 1970, which is the same everywhere, and else on the clock of whoever exported it."""
    said = str(message.get("date") or "")
    seconds = str(message.get("date_unixtime") or "")
    on_clock = moment_in(said)
    moment = _moment(seconds)
    if moment is None:
        return Publication(on_clock, (f"date: {said}",), (_NO_CLOCK,)) if on_clock else UNDATED
    return Publication(_with_its_offset(moment, on_clock), (f"date: {said}, {seconds} seconds since 1970",))


def _moment(seconds: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(seconds), UTC) if seconds else None
    except (ValueError, OverflowError, OSError):
        return None


def _with_its_offset(moment: datetime, on_clock: date | datetime | None) -> datetime:
    """The moment as the clock of the export showed it, so that its own day stays to be seen."""
    if not isinstance(on_clock, datetime) or on_clock.tzinfo:
        return moment
    offset = on_clock - moment.replace(tzinfo=None)
    quarters = round(offset.total_seconds() / 900)
    if abs(quarters) > 14 * 4:
        return moment
    return moment.astimezone(_zone(quarters * 15))


def _zone(minutes: int) -> timezone:
    return timezone(timedelta(minutes=minutes))


def _link(chat: Mapping[str, object], message: Mapping[str, object]) -> str:
    """The address of a message of a public channel, where the export names it."""
    name, number = str(chat.get("username") or ""), str(message.get("id") or "")
    return f"https://t.me/{quote(name)}/{quote(number)}" if name and number else ""


def _number(chat: Mapping[str, object], message: Mapping[str, object], export: object) -> str:
    number = one_line(str(message.get("id", "?")))
    return (
        number
        if chat is export
        else f"{one_line(str(chat.get('name') or chat.get('id') or 'chat'))}/{number}"
    )


def _text(value: object) -> str:
    """A text, or one in pieces of which some are set apart as links, names or bold."""
    if isinstance(value, str):
        return value
    pieces = value if isinstance(value, list) else ()
    return "".join(each if isinstance(each, str) else _piece(each) for each in pieces)


def _piece(value: object) -> str:
    text = value.get("text") if isinstance(value, Mapping) else ""
    return text if isinstance(text, str) else ""
