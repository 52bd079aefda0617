"""Files into reports."""

import re
import stat
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TypeVar

from dashboard.errors import InputError
from dashboard.readers.contents import START, Kind, content_in
from dashboard.readers.opened import decoded, opened, refused
from dashboard.readers.received import (
    LARGEST,
    MEGABYTE,
    Found,
    Received,
    Unreadable,
    shown,
    spared,
    too_large,
)
from dashboard.text import Report

T = TypeVar("T")
_PICTURED = (
    10  # times as large: pages and documents bring their pictures along, and an export holds many reports
)
_BULKY = frozenset(Kind) - {Kind.PROSE, Kind.MAIL, Kind.TABLE, Kind.OTHER}
_STREAMED = {Kind.ARCHIVE: "archive", Kind.MAILBOX: "mailbox"}
_NAME = re.compile(r"[^\s<>]+\.(?:txt|md|x?html?|mhtml?|eml|mbox|pdf|docx|odt|zip)", re.IGNORECASE)
_LONGEST_NAME = 256  # bytes; no system takes a longer name for a file


def read_reports(path: Path, largest: int = LARGEST) -> Iterator[Found]:
    """Every report a file holds, in its order; what can't be read of it stands there with the reason.

    A mailbox, a feed, a chat or an archive holds many. Raises InputError, naming the file, when nothing of it can
    be read: there is none, it is empty, it holds no report, or it has more than ``largest`` megabytes.
    """
    if path.is_dir():
        msg = f"{shown(path)}: is a folder; name a file in it"
        raise InputError(msg)
    return _at(path, lambda file: _reports_in(file, path, largest))


def read_file(path: Path, largest: int = LARGEST) -> Report:
    """The one report a file holds; its ``name`` is the file's, without the folders above it.

    Raises InputError, naming the file, when there is none in it, or more than one.
    """
    return _only(read_reports(path, largest), shown(path))


def read_bytes(data: bytes, name: str) -> Report:
    r"""The one report that some bytes hold: an upload, or standard input.

    >>> report = read_bytes(b"Calm in Douma\n\nIt was calm on Monday.", "monday.txt")
    >>> report.title, report.url
    ('Calm in Douma', 'monday.txt')
    """
    return _only(opened(Received(name, data)), name)


def read_stream(stream: BinaryIO, name: str, largest: int = LARGEST) -> Report:
    """The report that a stream holds; raises InputError when it goes on for more than ``largest`` megabytes."""
    return _only(reports_of_stream(stream, name, largest), name)


def reports_of_stream(stream: BinaryIO, name: str, largest: int = LARGEST) -> Iterator[Found]:
    """Every report that a stream holds."""
    return opened(Received(name, _capped(stream, name, largest), largest=largest))


def decode_file(path: Path, largest: int = LARGEST) -> str:
    """The text of any plain file; raises InputError, naming it, when there is none."""
    name = shown(path)
    (data,) = _at(path, lambda file: iter([_capped(file, name, largest)]))
    return decoded(Received(path.name, data, name)).text


def names_a_file(text: str) -> bool:
    """Whether it is the name of a file rather than a text: one word that ends like a file, or the name of one that is there.

    >>> names_a_file("reports/post.txt"), names_a_file("They shelled Douma.")
    (True, False)
    """
    short = "\n" not in text and 0 < len(text.encode(errors="replace")) < _LONGEST_NAME
    return short and "\0" not in text and (_NAME.fullmatch(text) is not None or Path(text).is_file())


def _reports_in(file: BinaryIO, path: Path, largest: int) -> Iterator[Found]:
    name, origin = shown(path.name), shown(path)
    found = content_in(file)
    if found.kind in (Kind.TABLE, Kind.OTHER):
        raise refused(origin, found)
    received = Received(name, b"", origin, largest=largest)
    if found.kind in _STREAMED:
        reader = import_module(f"dashboard.readers.{_STREAMED[found.kind]}")
        yield from spared(reader.streamed(received, file), received)
        return
    many = largest * _PICTURED if found.kind in _BULKY or _is_marked_up(file) else largest
    yield from opened(Received(name, _capped(file, origin, many), origin, largest=largest))


def _is_marked_up(file: BinaryIO) -> bool:
    """Whether it begins like a page, a feed or a chat, which may be long."""
    head = file.read(START).lstrip(b"\xef\xbb\xbf \t\r\n")
    file.seek(0)
    return head.startswith((b"<", b"{"))


def _at(path: Path, read: Callable[[BinaryIO], Iterable[T]]) -> Iterator[T]:
    """What is read of a regular file."""
    with _opened(path) as file:
        try:
            yield from read(file)
        except OSError as error:
            raise _refused_by_system(path, error) from error


def _opened(path: Path) -> BinaryIO:
    """A regular file: a pipe may never be written to, and a device never ends."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            msg = f"{shown(path)}: is no file but a pipe, a socket or a device; save its text as a file"
            raise InputError(msg)
        return path.open("rb")
    except OSError as error:
        raise _refused_by_system(path, error) from error
    except ValueError as error:  # a name with a null character
        msg = f"{path!s:.80}: is not a file name"
        raise InputError(msg) from error


def _refused_by_system(path: Path, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError(f"{shown(path)}: no such file or folder")
    return InputError(f"{shown(path)}: can't be opened ({(error.strerror or 'unknown reason').lower()})")


def _capped(stream: BinaryIO, name: str, largest: int) -> bytes:
    data = stream.read(largest * MEGABYTE + 1)
    if len(data) > largest * MEGABYTE:
        raise too_large(name, largest)
    return data


def _only(found: Iterator[Found], name: str) -> Report:
    """The report, where there is one."""
    first = list(islice(found, 2))
    if len(first) > 1 and all(isinstance(each, Report) for each in first):
        msg = f"{name}: holds several reports, and one is asked for; read it as a whole"
        raise InputError(msg)
    report = next((each for each in first if isinstance(each, Report)), None)
    if report is None:
        msg = str(first[0]) if first and isinstance(first[0], Unreadable) else f"{name}: holds no report"
        raise InputError(msg)
    return report
