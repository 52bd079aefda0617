"""What comes without a file, on standard input or from an address: its tables as files, its reports as they are."""

import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from dashboard.cli.output import complain, note
from dashboard.errors import InputError
from dashboard.exchange.archived import tables_within
from dashboard.exchange.tables import is_table, may_begin_one, table_in
from dashboard.exchange.tabular.roles import guessed
from dashboard.readers import reports_of_stream
from dashboard.readers.contents import START
from dashboard.readers.opened import opened
from dashboard.readers.received import MEGABYTE, Found, Received
from dashboard.text import Report

STANDARD_INPUT = "standard input"
_LONGEST_ENDING = 10
_LIST = ".csv"


@dataclass(frozen=True, slots=True)
class Arrived:
    """Tables, each a file now, with what people call them; reports; and how much can't be read, which was told."""

    tables: Mapping[Path, str] = field(default_factory=dict)
    reports: tuple[Report, ...] = ()
    failed: int = 0


def arrived(received: Received, room: Path) -> Arrived:
    """What bytes from the web hold; a table says where it was fetched."""
    ending = PurePosixPath(urlsplit(received.address).path).suffix
    if not may_begin_one(received.data[:START], ending):
        return _reports(opened(received), {})
    file = _file(room, ending)
    file.write_bytes(received.data)
    tables, has_more = _tables(file, received.name, room, received.largest)
    for each in received.notes if tables else ():
        note(f"{received.name}: {each}")
    return _reports(opened(received), tables) if has_more else Arrived(tables)


def from_standard_input(room: Path, largest: int) -> Arrived:
    """What is typed or piped in; a table may be larger than the memory, and a report no longer than a report is."""
    stream = sys.stdin.buffer
    head = stream.read(START)
    is_table_like = may_begin_one(head, "")
    file = _file(room, "")
    with file.open("wb") as kept:
        kept.write(head)
        if is_table_like:
            shutil.copyfileobj(stream, kept)
        else:
            kept.write(stream.read(max(largest * MEGABYTE + 1 - len(head), 0)))
    tables, has_more = _tables(file, STANDARD_INPUT, room, largest) if is_table_like else ({}, True)
    if not has_more:
        return Arrived(tables)
    with file.open("rb") as kept:
        return _reports(reports_of_stream(kept, STANDARD_INPUT, largest), tables)


def _file(room: Path, ending: str) -> Path:
    """A file for it; of its name only the ending is kept, by which some tables are known."""
    room.mkdir(parents=True)
    return room / f"arrived{ending if len(ending) <= _LONGEST_ENDING and ending[1:].isalnum() else ''}"


def _tables(file: Path, called: str, room: Path, largest: int) -> tuple[Mapping[Path, str], bool]:
    """The tables it holds, itself or what is packed in it, and whether it holds anything else."""
    if is_table(file) or (file := _named_like_one(file)).suffix == _LIST:
        return {file: called}, False
    within = tables_within(file, room / "within", largest, called)
    return {table: name for name, table in within.tables.items()}, within.has_more


def _named_like_one(file: Path) -> Path:
    """The file under a name that promises a table, where it has none and its heads tell when and something else."""
    if file.suffix:
        return file
    named = file.rename(file.with_suffix(_LIST))
    with suppress(InputError):
        found = table_in(named)
        told = guessed(found.sheet.header, found.sheet.tags) if found else {}
        if {"date", "year"} & told.keys() and len(told) > 1:
            return named
    return named.rename(file)


def _reports(found: Iterator[Found], tables: Mapping[Path, str]) -> Arrived:
    """The reports, without those that are tables; what can't be read is told."""
    reports, failed = list[Report](), 0
    try:
        for each in found:
            if isinstance(each, Report):
                reports.append(each)
            elif each.name not in tables.values():
                complain(str(each))
                failed += 1
    except InputError as error:
        complain(str(error))
        failed += 1
    kept = tuple(each for each in reports if each.called not in tables.values())
    return Arrived(tables, kept, failed)
