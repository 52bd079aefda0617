"""Workbooks (xlsx, xls, ods): the sheet that holds the events, its cells as texts."""

import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.errors import InputError
from dashboard.exchange.tabular.batch import Cells
from dashboard.exchange.tabular.sheet import Opening, Sheet, frame_of, opening
from dashboard.readers import shown

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOOKS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")
_MOST_UNPACKED = 2_000_000_000
_MOST_TIMES = 300  # a workbook of made-up rows packs forty times; a bomb a thousand
_SMALL = 50_000_000
_SAMPLE_ROWS = 200
_AT_ONCE = 25_000  # rows: as texts of their own they take ten times what they take in a file
_DAY_ONE = time(0)


def workbook(path: Path) -> Sheet | None:
    """The table of a workbook, its sheet with the most cells or the one named "events"; None for what is no workbook.

    Raises InputError for one that is locked, damaged, or unpacks to more than two gigabytes.
    """
    if not _is_book(path):
        return None
    _must_be_small(path)
    book = _opened(path)
    if book is None:
        return None
    from python_calamine import CalamineError  # noqa: PLC0415 - only workbooks pay for it

    try:
        sheet = _chosen(book)
        rows = [texts(row) for row in islice(sheet.iter_rows(), _SAMPLE_ROWS)] if sheet else []
        start = opening(rows)
        if sheet is None or start is None:
            return None
        below = [texts(row) for row in islice(sheet.iter_rows(), start.before, start.before + _SAMPLE_ROWS)]
    except (CalamineError, OSError, ValueError) as error:
        raise _broken(path, error) from error
    name = sheet.name
    others = [f"{each!r}" for each in book.sheet_names if each != name]
    notes = (f"sheet {name!r} was read, not {', '.join(others)}",) if others else ()
    sample = frame_of(below, start.header)
    return Sheet(
        path, "workbook", start.header, sample, lambda: _batches(path, name, start), start.tags, notes=notes
    )


def texts(cells: Sequence[object]) -> list[str]:
    """Cells as texts: whole numbers without a point, moments in ISO.

    >>> texts([3.0, 2.5, datetime(2018, 5, 21), datetime(2018, 5, 21, 9, 30), True, None, "Douma"])
    ['3', '2.5', '2018-05-21', '2018-05-21 09:30:00', 'true', '', 'Douma']
    """
    return [_text(each) for each in cells]


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == _DAY_ONE:
        return str(cell.date())
    return str(cell)


def _is_book(path: Path) -> bool:
    with path.open("rb") as file:
        start = file.read(8)
    if start == _OLD:
        return path.suffix.lower() not in {".doc", ".ppt", ".msg"}
    if not start.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            is_sheet = "mimetype" not in names or b"spreadsheet" in archive.read("mimetype")[:200]
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError):
        return False
    return is_sheet and any(each in names for each in _BOOKS)


def _must_be_small(path: Path) -> None:
    """Raise InputError for a workbook that is a bomb: what it unpacks to is told before anything is unpacked."""
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        unpacked = sum(each.file_size for each in archive.infolist())
    packed = max(path.stat().st_size, 1)
    if unpacked > _MOST_UNPACKED or (unpacked > _SMALL and unpacked > _MOST_TIMES * packed):
        msg = f"{shown(path)}: unpacks to {unpacked // 1_000_000:,} MB, which no table of events does; save it as CSV"
        raise InputError(msg)


def _opened(path: Path) -> "CalamineWorkbook | None":
    from python_calamine import CalamineError, PasswordError, load_workbook  # noqa: PLC0415 - only workbooks pay for it

    try:
        return load_workbook(path)
    except PasswordError as error:
        msg = f"{shown(path)}: is locked with a password; save it without one"
        raise InputError(msg) from error
    except (CalamineError, OSError, ValueError) as error:
        if zipfile.is_zipfile(path):
            raise _broken(path, error) from error
        return None


def _broken(path: Path, error: Exception) -> InputError:
    return InputError(
        f"{shown(path)}: can't be read as a workbook ({str(error)[:120]}); open it and save it once more"
    )


def _chosen(book: "CalamineWorkbook") -> "CalamineSheet | None":
    """The sheet named events, else the one with the most cells; each is unpacked once, and no more than two are held."""
    best: CalamineSheet | None = None
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        if not _cells(sheet):
            continue
        if name.strip().casefold() == "events":
            return sheet
        best = sheet if best is None or _cells(sheet) > _cells(best) else best
    return best


def _cells(sheet: "CalamineSheet") -> int:
    return sheet.total_height * sheet.total_width


def _batches(path: Path, name: str, start: Opening) -> Iterator[Cells]:
    book = _opened(path)
    if book is None:
        return
    sheet = book.get_sheet_by_name(name)
    above = sheet.start[0] if sheet.start else 0
    rows = islice(sheet.iter_rows(), start.before, None)
    first = above + start.before + 1
    while some := [texts(row) for row in islice(rows, _AT_ONCE)]:
        filled = [(number, row) for number, row in enumerate(some, start=first) if any(row)]
        yield Cells(frame_of([row for _, row in filled], start.header, [number for number, _ in filled]))
        first += len(some)
