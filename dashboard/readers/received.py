"""What came in: bytes with the name people know them by, and the report that is made of them."""

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from dashboard.errors import InputError
from dashboard.readers.headline import headline
from dashboard.text import Report, whole
from dashboard.text.report import DateSource

LARGEST = 10
"""Megabytes: a longer file is no report, unless somebody says so."""
MEGABYTE = 1_000_000
DEEPEST = 4
"""A mail in a mail in a ZIP archive in a ZIP archive; what is packed deeper hides something."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # in a name: no terminal may obey it, no picture can hold it
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or a part of one, that can't be read: its ``name`` for people, and ``why`` with what to do."""

    name: str
    why: str

    def __str__(self) -> str:
        return f"{self.name}: {self.why}"


@dataclass(frozen=True, slots=True)
class Received:
    """Bytes as they came.

    ``name`` is what people call them; ``origin`` the same with the folders above it, for messages. ``address`` is
    where they were on the web and ``charset`` what whoever brought them said of their encoding, if anything.
    ``largest`` are the megabytes a report may have, ``depth`` how many archives and mails they were packed in.
    """

    name: str
    data: bytes
    origin: str = ""
    address: str = ""
    charset: str = ""
    notes: tuple[str, ...] = ()
    largest: int = LARGEST
    depth: int = 0
    digest: str = ""

    @property
    def sha256(self) -> str:
        """That of the bytes; of an entry that of the file it stands in."""
        return self.digest or hashlib.sha256(self.data).hexdigest()

    @property
    def where(self) -> str:
        """The name to complain of."""
        return self.origin or self.name

    def part(self, name: str, data: bytes) -> "Received":
        """A part of it, as a thing received by itself."""
        within = replace(
            self, name=f"{self.name}/{name}", origin=f"{self.where}/{name}", depth=self.depth + 1
        )
        return replace(within, data=data, address="", charset="")

    def holding(self) -> "Received":
        """The same without its bytes, for what is read from it entry by entry: only their digest stays."""
        return replace(self, data=b"", digest=self.sha256)

    def entry(self, name: str) -> "Received":
        """An entry of it, which is no file by itself."""
        return replace(self, name=f"{self.name}/{name}", origin=f"{self.where}/{name}")


Found: TypeAlias = Report | Unreadable
Reader: TypeAlias = Callable[[Received], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Publication:
    """When something was published as it says itself: the words that prove it, and what speaks against it."""

    when: date | datetime | None = None
    evidence: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


UNDATED = Publication()


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader got out of the bytes: the text, and what they say of themselves."""

    text: str
    title: str = ""
    source: str = ""
    url: str = ""
    key: str = ""
    published: Publication = UNDATED
    notes: tuple[str, ...] = ()
    made: tuple[str, ...] = ()


def report_of(received: Received, told: Told) -> Report:
    """The report; raises InputError, naming what was received, when it holds no text or too much."""
    if not told.text.strip():
        msg = f"{received.where}: is empty"
        raise InputError(msg)
    if len(told.text) > received.largest * MEGABYTE:
        raise too_large(received.where, received.largest)
    dated = told.published
    return Report(
        text=whole(told.text),
        source=one_line(told.source),
        title=one_line(told.title) or headline(told.text),
        url=told.url or received.name,
        published=dated.when,
        published_source=DateSource.PAGE.value if dated.when else "",
        notes=(*received.notes, *told.notes, *dated.notes),
        sha256=received.sha256,
        published_evidence=dated.evidence if dated.when else (),
        name=received.name,
        made=(*((f"from {received.name}",) if told.url not in ("", received.name) else ()), *told.made),
        key=told.key,
    )


def too_large(name: str, largest: int) -> InputError:
    """What to say of something that goes on for too long."""
    return InputError(
        f"{name}: has more than {largest} MB, which no report has; --largest MB reads longer ones"
    )


BREAKS_OFF = "seems to be cut off ({}); get it once more, if there is more of it"
"""A note: what was read is kept, and a person can look."""


def unreadable(error: InputError, received: Received) -> Unreadable:
    """What was received as a part that can't be read, with the reason the error gives."""
    return Unreadable(received.name, str(error).removeprefix(f"{received.where}: "))


def spared(found: Iterator[Found], received: Received) -> Iterator[Found]:
    """What is found, and where that breaks off the reason: nothing that was read before it is lost.

    Raises InputError, naming what was received, where it breaks off at once, whatever the library says that read it.
    """
    is_begun = False
    try:
        for each in found:
            is_begun = True
            yield each
    except InputError as error:
        if not is_begun:
            raise
        yield unreadable(error, received)
    except OSError:
        raise
    except Exception as error:
        broken = InputError(
            f"{received.where}: is damaged, or of a form that is not known ({_in_a_word(error)})"
        )
        if not is_begun:
            raise broken from error
        yield unreadable(broken, received)


def _in_a_word(error: Exception) -> str:
    said = one_line(str(error))
    return f"{type(error).__name__}: {said:.120}" if said else type(error).__name__


def one_line(text: str) -> str:
    r"""A title or a name on one line, without what a terminal would obey.

    >>> one_line("Calm\n in  Douma\x1b[2J")
    'Calm in Douma�[2J'
    """
    return _TURNING.sub("", _CONTROL.sub("\ufffd", " ".join(whole(text).split())))


def shown(path: Path | str) -> str:
    r"""A file's name that can be printed and kept, whatever bytes it is made of.

    >>> shown("\udcffmonday.txt")
    '\\xffmonday.txt'
    """
    return _CONTROL.sub("\ufffd", os.fsencode(path).decode("utf-8", "backslashreplace"))
