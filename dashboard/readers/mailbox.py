"""A mailbox in one file (mbox): every message of it a mail, read one after the other, however long the file."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO

from dashboard.errors import InputError
from dashboard.readers.opened import part
from dashboard.readers.received import BREAKS_OFF, MEGABYTE, Found, Received, Unreadable

_WITH_A_CLOCK = re.compile(
    rb"From \S+\s.{0,60}?\d{1,2}:\d\d"
)  # as every program writes it; "From there they left" has none
_WITH_A_DAY = re.compile(rb"From \S+\s+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b")
_ESCAPED = re.compile(rb"(?m)^>(>*From )")
_CHUNK = 1 << 20


def reports(received: Received) -> Iterator[Found]:
    """Every mail of a mailbox."""
    return streamed(received, BytesIO(received.data))


def streamed(received: Received, stream: BinaryIO) -> Iterator[Found]:
    """The same from a file, with no more than one mail in memory."""
    number = 0
    for number, data in enumerate(messages(stream, received.largest * MEGABYTE), start=1):
        if data is None:
            yield Unreadable(
                f"{received.name}/{number}", f"has more than {received.largest} MB; --largest MB reads it"
            )
        else:
            whole = data.endswith((b"\n", b"\r"))  # as every message is before the next, and the last one too
            notes = () if whole else (BREAKS_OFF.format("the mailbox ends within a line"),)
            yield from part(replace(received.part(str(number), data), notes=(*received.notes, *notes)))
    if not number:
        msg = f"{received.where}: is a mailbox without mails"
        raise InputError(msg)


def messages(stream: BinaryIO, largest: int) -> Iterator[bytes | None]:
    """The bytes of each message, without the line that parts it from the one before; None for one that is too long."""
    lines: list[bytes] = []
    size, is_open, after_blank = 0, False, True
    for line in iter(lambda: stream.readline(_CHUNK), b""):
        if (_WITH_A_CLOCK if after_blank else _WITH_A_DAY).match(line):
            if is_open:
                yield _message(lines, size, largest)
            lines, size, is_open = [], 0, True
            continue
        size += len(line)
        if size <= largest:
            lines.append(line)
        after_blank = not line.strip()
    if is_open:
        yield _message(lines, size, largest)


def _message(lines: list[bytes], size: int, largest: int) -> bytes | None:
    return _ESCAPED.sub(rb"\1", b"".join(lines)) if size <= largest else None
