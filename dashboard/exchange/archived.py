"""Tables in archives and packed files, taken out into a folder of their own: a table is read from a file, whatever it was packed in."""

import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from errno import ENOSPC
from io import BytesIO
from itertools import chain
from os import R_OK, access
from pathlib import Path
from typing import BinaryIO

from dashboard.errors import InputError
from dashboard.exchange.tables import is_table, may_begin_one
from dashboard.readers.archive import BROKEN, harmless_name, is_of_the_system, must_be_harmless
from dashboard.readers.contents import START, Kind, content_in, content_of
from dashboard.readers.mail import attached
from dashboard.readers.mailbox import messages
from dashboard.readers.packed import inner_name, unpacked
from dashboard.readers.received import DEEPEST, LARGEST, MEGABYTE, Received, shown

_INSIDE = "in"
_LONGEST = 100  # letters of a file's name; no system takes more than 255 bytes


@dataclass(frozen=True, slots=True)
class Within:
    """What an archive holds: its tables, each a file now, by their names in it, and whether anything else is in it to be read."""

    tables: dict[str, Path] = field(default_factory=dict)
    has_more: bool = True


def tables_within(path: Path, room: Path, largest: int = LARGEST, called: str = "") -> Within:
    """The tables in an archive or a packed file, or attached to mails, in those in it too, each unpacked into the folder ``room``; none for all else.

    What would do harm or is broken gives none: whoever reads its reports says what is wrong with it. ``called`` is what
    people call it, where that is not the file's name.
    """
    within = Received(called or shown(path.name), b"", largest=largest)
    if not path.is_file() or not access(
        path, R_OK
    ):  # a pipe may never be written to; who reads reports says the rest
        return Within()
    try:
        with path.open("rb") as file:
            kind = content_in(file).kind
            if kind not in _PACKING:
                return Within()
            found = list(_PACKING[kind](file, within, room))
    except InputError:
        return Within()
    tables = {name: table for name, table in found if table is not None}
    return Within(tables, len(tables) < len(found))


def _members(stream: BinaryIO, within: Received, room: Path) -> Iterator[tuple[str, Path | None]]:
    """The name of every file in an archive and, of a table, the file that it is now."""
    try:
        with zipfile.ZipFile(stream) as archive:
            must_be_harmless(archive.infolist(), within)
            for number, member in enumerate(archive.infolist()):
                if not member.is_dir() and not is_of_the_system(member.filename):
                    yield from _member(archive, member, within, room / str(number))
    except (*BROKEN, zipfile.LargeZipFile, InputError) as error:
        if getattr(error, "errno", None) == ENOSPC:
            raise
        yield within.name, None


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, within: Received, room: Path
) -> Iterator[tuple[str, Path | None]]:
    inner = within.part(harmless_name(member.filename), b"")
    try:
        with archive.open(member) as opened:
            head = opened.read(START)
        if not may_begin_one(head, Path(inner.name).suffix):
            if content_of(head).kind is not Kind.OTHER:
                yield inner.name, None
            return
        file = _unpacked(archive, member, room / Path(inner.name).name[-_LONGEST:])
    except BROKEN as error:
        if getattr(error, "errno", None) == ENOSPC:
            raise
        yield inner.name, None
        return
    yield from _told_apart(file, inner, room)


def _told_apart(file: Path, inner: Received, room: Path) -> Iterator[tuple[str, Path | None]]:
    """A file that may be a table: it is one, an archive of others, or something else, which is not kept."""
    if is_table(file):
        yield inner.name, file
        return
    with file.open("rb") as opened:
        kind = content_in(opened).kind
        if kind in _PACKING and inner.depth < DEEPEST:
            yield from _spared(_PACKING[kind](opened, inner, room), inner)
        else:
            yield inner.name, None
    file.unlink()


def _spared(found: Iterator[tuple[str, Path | None]], within: Received) -> Iterator[tuple[str, Path | None]]:
    """What is found; where that breaks off, what it is in is left to whoever reads reports, and says why."""
    try:
        yield from found
    except InputError:
        yield within.name, None


def _alone(stream: BinaryIO, within: Received, room: Path) -> Iterator[tuple[str, Path | None]]:
    """The one file in a packed one: unpacked only where its beginning is a table's or an archive's."""
    inner = within.part(harmless_name(inner_name(within.name)), b"")
    pieces = unpacked(stream, within)
    head = next(pieces, b"")
    if not may_begin_one(head[:START], Path(inner.name).suffix):
        yield inner.name, None
        return
    inside = room / _INSIDE
    inside.mkdir(parents=True, exist_ok=True)
    file = inside / Path(inner.name).name[-_LONGEST:]
    try:
        with file.open("wb") as opened:
            opened.writelines(chain([head], pieces))
    except InputError:
        shutil.rmtree(inside)
        raise
    yield from _told_apart(file, inner, inside)


def _attached(stream: BinaryIO, within: Received, room: Path) -> Iterator[tuple[str, Path | None]]:
    """What is attached to a mail, or to one within it; its own text is no table."""
    yield within.name, None
    for number, (name, data) in enumerate(attached(stream.read())):
        inner = within.part(name, b"")
        if may_begin_one(data[:START], Path(name).suffix) or content_of(data).kind in _PACKING:
            folder = room / str(number)
            folder.mkdir(parents=True, exist_ok=True)
            file = folder / Path(harmless_name(name)).name[-_LONGEST:]
            file.write_bytes(data)
            yield from _told_apart(file, inner, folder / _INSIDE)


def _of_mails(stream: BinaryIO, within: Received, room: Path) -> Iterator[tuple[str, Path | None]]:
    """The same of every mail of a mailbox."""
    yield within.name, None
    for number, data in enumerate(messages(stream, within.largest * MEGABYTE), start=1):
        if data is not None:
            yield from _attached(BytesIO(data), within.part(str(number), b""), room / str(number))


_PACKING = {
    Kind.ARCHIVE: _members,
    Kind.PACKED: _alone,
    Kind.MAIL: _attached,
    Kind.MAILBOX: _of_mails,
}


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, to: Path) -> Path:
    to.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as packed, to.open("wb") as file:
        shutil.copyfileobj(packed, file)
    return to
