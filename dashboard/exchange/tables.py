"""Tables of events, whoever made them, into datasets: what a file is by its content, and its rows in batches.

``recognised(path)`` says which of the forms in ``formats.READ`` a file has, None for what is no table (a report, say).
``read_table(path, asked)`` gives batches of some tens of thousands of rows, each a dataset with the rows that were left
out and why; memory does not grow with the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from dashboard.errors import InputError
from dashboard.exchange.formats import Readable
from dashboard.exchange.tabular import acled
from dashboard.exchange.tabular.batch import Asked, Batch, Cells, Fault, Reading
from dashboard.exchange.tabular.built import built
from dashboard.exchange.tabular.delimited import delimited
from dashboard.exchange.tabular.kml import kml
from dashboard.exchange.tabular.parquet_rows import parquet
from dashboard.exchange.tabular.promised import NAMED_DATA, must_not_promise
from dashboard.exchange.tabular.readings import form_of, mapping_of, reading_of
from dashboard.exchange.tabular.records import records
from dashboard.exchange.tabular.roles import fingerprint
from dashboard.exchange.tabular.seen import Seen
from dashboard.exchange.tabular.sheet import Sheet
from dashboard.exchange.tabular.worded import in_full
from dashboard.exchange.tabular.workbook import workbook
from dashboard.readers import shown
from dashboard.readers.contents import Kind, content_of

__all__ = [
    "Asked",
    "Batch",
    "Fault",
    "Table",
    "is_table",
    "mapping_of",
    "may_be_one",
    "may_begin_one",
    "read",
    "read_table",
    "recognised",
    "table_in",
]

_CARRIERS = (parquet, workbook, kml, records, delimited)
_NOTHING = Asked()
_FEW = 4096
_MOST_COLUMNS = 2_000
_BINARY = (
    *(b"PK\x03\x04", b"PAR1", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"\xfe\xff"),
    *(b"\x1f\x8b", b"BZh", b"\xfd7zXZ"),  # packed by themselves
)
_NAMED_TABLES = (".csv", ".tsv", ".tab")
_ENDINGS = (
    *_NAMED_TABLES,
    ".xlsx",
    ".xlsm",
    ".xls",
    ".ods",
    ".parquet",
    ".json",
    ".jsonl",
    ".ndjson",
    ".geojson",
    ".kml",
    ".kmz",
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was found in a file: its form, and the sheet that it is."""

    form: Readable
    sheet: Sheet

    @property
    def fingerprint(self) -> str:
        """A mark of its header, by which a mapping is known next time."""
        return fingerprint(self.sheet.header)


def table_in(path: Path, called: str = "") -> Table | None:
    """The table that a file holds, told by its content; None for what is no table. ``called``: its name, if not the file's.

    Raises InputError for a table that is damaged, locked, or a bomb; and for a file that can't be opened.
    """
    try:
        if not path.is_file() or path.stat().st_size == 0:
            return None
        found = (carrier(path) for carrier in _CARRIERS if carrier is not delimited or not _is_foreign(path))
        sheet = next((each for each in found if each is not None), None)
    except OSError as error:
        msg = f"{shown(path)}: can't be opened ({(error.strerror or 'unknown reason').lower()})"
        raise InputError(msg) from error
    if sheet is None and path.suffix.lower() in (*_NAMED_TABLES, *NAMED_DATA):
        must_not_promise(path)
    if sheet and len(sheet.header) > _MOST_COLUMNS:
        msg = (
            f"{shown(path)}: has {len(sheet.header):,} columns, and a table of events no more than {_MOST_COLUMNS:,}; "
            "leave out those that tell nothing of events"
        )
        raise InputError(msg)
    return Table(form_of(sheet), replace(sheet, called=called)) if sheet else None


def recognised(path: Path) -> Readable | None:
    """The form of the table in a file; None for what is no table. Raises InputError as ``table_in`` does."""
    found = table_in(path)
    return found.form if found else None


def may_be_one(path: Path) -> bool:
    """Whether a file's first line or bytes are a table's: a reason to look into it, in a folder of thousands of reports."""
    try:
        if not path.is_file():  # a pipe may never be written to
            return False
        with path.open("rb") as file:
            return may_begin_one(file.read(_FEW), path.suffix)
    except OSError:
        return False


def is_table(path: Path) -> bool:
    """Whether it is one; a table that is damaged is told of when it is read as one."""
    try:
        return table_in(path) is not None
    except InputError:
        return True


def may_begin_one(head: bytes, suffix: str) -> bool:
    """The same by the first bytes of a file, and the end of its name.

    >>> may_begin_one(b"when,where,what", ".txt"), may_begin_one(b"Shells fell on Douma.", ".txt")
    (True, False)
    """
    if head.startswith(_BINARY):
        return True
    lines = [line for line in head.removeprefix(b"\xef\xbb\xbf").split(b"\n") if line.strip()]
    if (
        not lines
        or suffix.lower() in _ENDINGS
        or lines[0].lstrip().startswith((b"{", b"[", b"<?xml", b"<kml"))
    ):
        return bool(lines)
    return any(lines[0].count(mark) >= 2 for mark in (b",", b"\t", b";", b"|"))


def read_table(path: Path, asked: Asked = _NOTHING) -> Iterator[Batch]:
    """The events of a table in batches; the first says what a person should know of it.

    Raises InputError for what is no table of events, with the reason.
    """
    table = table_in(path)
    if table is None:
        msg = f"{shown(path)}: is no table of events"
        raise InputError(msg)
    yield from read(table, asked)


def read(table: Table, asked: Asked = _NOTHING) -> Iterator[Batch]:
    """The events of a table that was found; its dataset is called as its file is, unless something else is asked."""
    named = asked if asked.dataset else replace(asked, dataset=Path(table.sheet.name).stem)
    worded = table.form.name == acled.KIND.name and not asked.mapping  # the others take texts
    batches = (each if worded else replace(each, frame=in_full(each.frame)) for each in table.sheet.batches())
    first = next(batches, None)
    if first is None or (first.frame.empty and not first.faults):
        msg = f"{table.sheet.name}: has a header and no rows"
        raise InputError(msg)
    reading = reading_of(table.sheet, named, first.frame)
    notes = (*table.sheet.notes, *reading.notes)
    given = chain([first], batches)
    del first  # not held while the others are read
    yield from _built(given, reading, named.dataset, notes)


def _built(
    batches: Iterator[Cells], reading: Reading, dataset: str, notes: tuple[str, ...]
) -> Iterator[Batch]:
    seen, told = Seen(), notes
    for cells in batches:
        batch, seen = built(cells.filled, reading, dataset, seen)
        del cells  # nor is what was given held while the next are read
        yield replace(batch, notes=(*told, *batch.notes))
        del batch
        told = ()


def _is_foreign(path: Path) -> bool:
    """Whether it is something else that is text, by its first bytes: a saved page, a mail, a PDF."""
    with path.open("rb") as file:
        head = file.read(4096)
    told = content_of(head).kind
    return told not in {Kind.PROSE, Kind.TABLE} or head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(
        (b"<", b"{", b"[")
    )
