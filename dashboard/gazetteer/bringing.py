"""Files with places, as people have them: what is in each row, and which rows can't be taken.

A GeoNames country dump ("SY.txt", zipped or not) has no header; every other table has one: OCHA's P-codes
and populated places, coded events of ACLED or UCDP, or a list of one's own.
"""

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.errors import InputError
from dashboard.gazetteer.added import Brought
from dashboard.gazetteer.dump import COLUMNS, from_dump
from dashboard.gazetteer.headed import from_table
from dashboard.gazetteer.homes import Homes

_TEXTS = (".txt", ".csv", ".tsv", ".tab")
_EXCEL = (".xlsx", ".xlsm")
_READ_ME = "readme"
Row = tuple[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Bringing:
    """What a file holds: places, each once, and a line for every row that was left out, saying why."""

    places: tuple[Brought, ...]
    left: tuple[str, ...]


def bring(path: Path, homes: Homes) -> Bringing:
    """The places of a file; raises InputError for a file that is no table of places.

    A row that can't be taken is named, and the others are taken all the same.
    """
    rows = _excel(path) if path.suffix.lower() in _EXCEL else _text(path)
    first = next((row for row in rows if any(row[1])), None)
    if first is None:
        msg = f"{path}: is empty; give a GeoNames country file or a table with names and coordinates"
        raise InputError(msg)
    is_dump = len(first[1]) == COLUMNS and first[1][0].isdigit()
    found = from_dump(rows, homes, path.name) if is_dump else from_table(rows, homes, path)
    places: dict[str, Brought] = {}
    left = []
    for each in found:
        if isinstance(each, str):
            left.append(f"{path.name}:{each}")
        else:
            places.setdefault(each.place_id, each)
    return Bringing(tuple(places.values()), tuple(left))


def _text(path: Path) -> list[Row]:
    text = _decoded(path, _unzipped(path))
    head = text.split("\n", 1)[0]
    mark = max("\t,;|", key=head.count)
    # a dump quotes nothing: a name may begin with a quotation mark
    source = io.StringIO(text, newline="")
    reader = (
        csv.reader(source, delimiter=mark, quoting=csv.QUOTE_NONE)
        if mark == "\t"
        else csv.reader(source, delimiter=mark)
    )
    try:
        return [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        msg = f"{path}:{reader.line_num}: is no table ({error})"
        raise InputError(msg) from error


def _unzipped(path: Path) -> bytes:
    try:
        if not zipfile.is_zipfile(path):
            return path.read_bytes()
        with zipfile.ZipFile(path) as archive:
            return archive.read(_inside(path, archive.namelist()))
    except (OSError, zipfile.BadZipFile) as error:
        reason = getattr(error, "strerror", None) or str(error)
        msg = f"{path}: can't be read ({reason.lower()})"
        raise InputError(msg) from error


def _inside(path: Path, names: Sequence[str]) -> str:
    tables = [each for each in names if each.lower().endswith(_TEXTS) and _READ_ME not in each.lower()]
    if len(tables) == 1:
        return tables[0]
    msg = f"{path}: holds {len(tables)} tables ({', '.join(tables or names)}); unpack it and give one"
    raise InputError(msg)


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        msg = f"{path}:{line}: is not UTF-8 text; save the table as CSV in UTF-8"
        raise InputError(msg) from error


def _excel(path: Path) -> list[Row]:
    from openpyxl import load_workbook  # noqa: PLC0415 - only Excel tables pay for loading it
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, InvalidFileException, zipfile.BadZipFile, KeyError) as error:
        msg = f"{path}: can't be read as an Excel table"
        raise InputError(msg) from error
    sheet = max(book.worksheets, key=lambda each: (each.max_row or 0) * (each.max_column or 0))
    return [
        (line, ["" if cell is None else str(cell) for cell in cells])
        for line, cells in enumerate(sheet.iter_rows(values_only=True), start=1)
    ]
