"""Tables and reports among what is to be read, told apart by their content, in folders and archives too."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.cli.arrived import Arrived, arrived, from_standard_input
from dashboard.cli.fetched import Source
from dashboard.cli.gather import Given, name_of
from dashboard.cli.output import note
from dashboard.errors import InputError
from dashboard.exchange.archived import tables_within
from dashboard.exchange.tables import is_table, may_be_one
from dashboard.readers import LARGEST, files_under, words_of_passed_over
from dashboard.readers.received import Received
from dashboard.text import Report

_STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Parted:
    """Tables, and what is left to be read as reports; ``name`` of those together, where a folder was taken apart.

    ``unpacked`` says of a table that came in an archive, or over a wire, what it is called there. ``failed`` counts what
    came without a file and can't be read; it was told.
    """

    tables: tuple[Path, ...]
    rest: tuple[Path | Report, ...]
    name: str = ""
    unpacked: Mapping[Path, str] = field(default_factory=dict)
    failed: int = 0

    def given(self, given: Given) -> Given:
        """What is given of the rest: that these tables are none of the reports in their archives."""
        return replace(given, imported=frozenset(self.unpacked.values()))


@contextmanager
def parted(paths: Sequence[Source], largest: int = LARGEST) -> Iterator[Parted]:
    """The tables among the paths, in folders and archives too, on standard input, and all else as it was given.

    Those that were no files are files as long as the block lasts.
    """
    with TemporaryDirectory(prefix="conflict-timeline-") as room:
        each = [_one(path, Path(room, str(number)), largest) for number, path in enumerate(paths)]
        tables = tuple(table for one in each for table in one.tables)
        folder = isinstance(paths[0], Path) and paths[0].is_dir() if len(paths) == 1 else False
        named = [path for path in paths if not isinstance(path, Received)]
        name = name_of(named) if tables and folder else ""
        unpacked = {table: called for one in each for table, called in one.unpacked.items()}
        rest = tuple(rest for one in each for rest in one.rest)
        yield Parted(tables, rest, name, unpacked, sum(one.failed for one in each))


def _one(path: Source, room: Path, largest: int) -> Parted:
    """The tables of one path, and what is left of it."""
    if isinstance(path, Received):
        return _of(arrived(path, room))
    if isinstance(path, Report):
        return Parted((), (path,))
    if path == _STANDARD_INPUT:
        return _of(from_standard_input(room, largest))
    files = _files(path)
    tables = {file for file in files if may_be_one(file) and is_table(file)}
    within = {
        file: tables_within(file, room / str(number), largest)
        for number, file in enumerate(files)
        if file not in tables
    }
    unpacked = {table: called for each in within.values() for called, table in each.tables.items()}
    emptied = [file for file, each in within.items() if not each.has_more]
    found = [file for file in files if file in tables]
    return Parted((*found, *unpacked), tuple(_without(path, (*found, *emptied))), unpacked=unpacked)


def _of(found: Arrived) -> Parted:
    return Parted(tuple(found.tables), found.reports, unpacked=found.tables, failed=found.failed)


def _files(path: Path) -> Sequence[Path]:
    """The file itself, or all that is in a folder, but nothing hidden and no links."""
    if not path.is_dir():
        return (path,)
    inside = (each for each in sorted(path.rglob("*")) if each.is_file() and not each.is_symlink())
    return [each for each in inside if not any(part.startswith(".") for part in each.relative_to(path).parts)]


def _without(path: Path, tables: Sequence[Path]) -> Sequence[Path]:
    """What is left of a path to be read as reports, once its tables are taken out."""
    if not tables:
        return (path,)
    if not path.is_dir():
        return ()
    for each in words_of_passed_over(path):
        note(each)
    with suppress(InputError):
        return [file for file in files_under(path) if file not in tables]
    return ()
