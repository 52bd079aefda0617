"""Files into reports."""

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dashboard.errors import InputError
from dashboard.readers.contents import foreign, marked_up
from dashboard.readers.decode import decode
from dashboard.readers.headline import headline
from dashboard.text import Report

READ_NOW = (".txt", ".md")
NOT_YET = (
    *(".htm", ".html", ".xhtml", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".eml", ".epub"),
    *(".csv", ".tsv", ".json", ".geojson", ".xml", ".xls", ".xlsx", ".ods", ".parquet", ".zip", ".db"),
)


LARGEST = 10
"""Megabytes: a longer file is no report, unless somebody says so."""
_MEGABYTE = 1_000_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # in a name: no terminal may obey it, no picture can hold it
_NAME = re.compile(r"[^\s<>]+\.(?:txt|md|html?)", re.IGNORECASE)
_LONGEST_NAME = 256  # bytes; no system takes a longer name for a file


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or a part of one, that can't be read: its ``name`` for people, and ``why`` with what to do."""

    name: str
    why: str

    def __str__(self) -> str:
        return f"{self.name}: {self.why}"


def read_reports(path: Path, largest: int = LARGEST) -> Iterator[Report | Unreadable]:
    """Every report a file holds, in its order; what can't be read of it stands there with the reason.

    Raises InputError, naming the file, when nothing of it can be read.
    """
    yield read_file(path, largest)


def read_file(path: Path, largest: int = LARGEST) -> Report:
    """The report a file holds; its ``url`` is the file's name, without the folders above it.

    Raises InputError, naming the file, when there is none, it is empty, it is no text or no prose (a page, a
    table, a document), or it has more than ``largest`` megabytes.
    """
    if path.is_dir():
        msg = f"{shown(path)}: is a folder; name a file in it"
        raise InputError(msg)
    if path.suffix.lower() in NOT_YET:
        msg = f"{shown(path)}: {path.suffix.lower()} files are not read yet; save its text as {' or '.join(READ_NOW)}"
        raise InputError(msg)
    return _report(_contents(path, largest), name=shown(path.name), origin=shown(path))


def read_bytes(data: bytes, name: str) -> Report:
    r"""The report that some bytes hold: an upload, or standard input.

    >>> report = read_bytes(b"Calm in Douma\n\nIt was calm on Monday.", "monday.txt")
    >>> report.title, report.url
    ('Calm in Douma', 'monday.txt')
    """
    return _report(data, name=name, origin=name)


def read_stream(stream: BinaryIO, name: str, largest: int = LARGEST) -> Report:
    """The report that a stream holds; raises InputError when it goes on for more than ``largest`` megabytes."""
    return read_bytes(_capped(stream, name, largest), name)


def shown(path: Path | str) -> str:
    r"""A file's name that can be printed and kept, whatever bytes it is made of.

    >>> shown("\udcffmonday.txt")
    '\\xffmonday.txt'
    """
    return _CONTROL.sub("\ufffd", os.fsencode(path).decode("utf-8", "backslashreplace"))


def decode_file(path: Path, largest: int = LARGEST) -> str:
    """The text of any plain file; raises InputError, naming it, when there is none."""
    try:
        return decode(_contents(path, largest)).text
    except InputError as error:
        msg = str(error) if str(error).startswith(shown(path)) else f"{shown(path)}: {error}"
        raise InputError(msg) from error


def files_under(path: Path) -> tuple[Path, ...]:
    """The file itself, or every readable file of a folder and the folders in it, by name.

    Raises InputError for a folder without one.
    """
    if not path.is_dir():
        return (path,)
    found = tuple(file for file in _inside(path) if file.suffix.lower() in READ_NOW)
    if not found:
        msg = f"{shown(path)}: holds no {' or '.join(READ_NOW)} file"
        raise InputError(msg)
    return found


def passed_over(path: Path) -> tuple[Path, ...]:
    """The files of a folder that are left out, so that a person can be told."""
    if not path.is_dir():
        return ()
    return tuple(file for file in _inside(path) if file.suffix.lower() not in READ_NOW)


def words_of_passed_over(path: Path) -> tuple[str, ...]:
    """The same in words: one sentence, or none."""
    left = passed_over(path)
    if not left:
        return ()
    kinds = ", ".join(sorted({file.suffix.lower() or file.name for file in left}))
    others = "1 other file was" if len(left) == 1 else f"{len(left):,} other files were"
    return (f"{shown(path)}: {others} not read ({kinds})",)


def names_a_file(text: str) -> bool:
    """Whether it is the name of a file rather than a text: one word that ends like a file, or the name of one that is there.

    >>> names_a_file("reports/post.txt"), names_a_file("They shelled Douma.")
    (True, False)
    """
    short = "\n" not in text and 0 < len(text.encode(errors="replace")) < _LONGEST_NAME
    return short and "\0" not in text and (_NAME.fullmatch(text) is not None or Path(text).is_file())


def _inside(folder: Path) -> list[Path]:
    files = (file for file in folder.rglob("*") if not file.is_dir())
    return sorted(file for file in files if not _is_hidden(file.relative_to(folder)))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _contents(path: Path, largest: int) -> bytes:
    """The bytes of a regular file: a pipe may never be written to, and a device never ends."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            msg = f"{shown(path)}: is no file but a pipe, a socket or a device; save its text as a file"
            raise InputError(msg)
        with path.open("rb") as file:
            return _capped(file, shown(path), largest)
    except FileNotFoundError:
        msg = f"{shown(path)}: no such file or folder"
    except OSError as error:
        msg = f"{shown(path)}: can't be opened ({(error.strerror or 'unknown reason').lower()})"
    except ValueError:  # a name with a null character
        msg = f"{path!s:.80}: is not a file name"
    raise InputError(msg)


def _capped(stream: BinaryIO, name: str, largest: int) -> bytes:
    data = stream.read(largest * _MEGABYTE + 1)
    if len(data) > largest * _MEGABYTE:
        msg = f"{name}: has more than {largest} MB, which no report has; --largest MB reads longer ones"
        raise InputError(msg)
    return data


def _report(data: bytes, *, name: str, origin: str) -> Report:
    _must_be_prose(foreign(data), origin)
    try:
        decoded = decode(data)
    except InputError as error:
        msg = f"{origin}: {error}"
        raise InputError(msg) from error
    if not decoded.text.strip():
        msg = f"{origin}: is empty"
        raise InputError(msg)
    _must_be_prose(marked_up(decoded.text), origin)
    notes = (decoded.note,) if decoded.note else ()
    digest = hashlib.sha256(data).hexdigest()
    return Report(text=decoded.text, title=headline(decoded.text), url=name, notes=notes, sha256=digest)


def _must_be_prose(what: str, origin: str) -> None:
    if what:
        msg = f"{origin}: is {what}, not plain text; save what it says as {' or '.join(READ_NOW)}"
        raise InputError(msg)
