"""A workbook: the events, the mentions that support them, and where the file comes from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from tempfile import SpooledTemporaryFile

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from pandas.api.typing import NaTType

from dashboard.errors import ExportError
from dashboard.exchange.edtf import with_edtf
from dashboard.exchange.harmless import harmless
from dashboard.exchange.narrative.methods import Section, methods_of
from dashboard.exchange.pieces import pieces_of, slices
from dashboard.exchange.provenance import Provenance
from dashboard.exchange.supported import Passing, Supported, supported
from dashboard.exchange.values import plain
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS, REPORT_COLUMNS

_EVENTS = [*(each.name for each in EVENT_COLUMNS), "edtf"]
_IN_MEMORY = 1 << 24  # bytes; a larger workbook waits on the disk
_MOST_ROWS = 1_048_575  # and the header
_LONGEST = 32_767
_CUT = " … (cut: Excel holds 32,767 characters a cell)"
_MOMENT = 'yyyy-mm-dd"T"hh:mm:ss"Z"'
_FIRST = datetime(1900, 3, 1, tzinfo=UTC)  # Excel counts a 29 February 1900 that never was


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """The workbook: events, mentions, sources, filters, methods.

    Moments are Excel dates in UTC, shown as ISO 8601 with a Z; those before March 1900, which Excel
    can't count, are texts. Raises ExportError for more rows than a sheet holds.
    """
    return of_supported(supported(dataset), provenance)


def of_supported(events: Supported, provenance: Provenance) -> Iterator[bytes]:
    """The same of events that come part by part."""
    for many in (provenance.events, len(events.support.mentions), len(events.support.reports)):
        _must_fit(many)
    book, passing = Workbook(write_only=True), Passing(events)
    _fill(book.create_sheet("events"), _EVENTS, (with_edtf(part) for part in passing))
    for name, frame in (("mentions", events.support.mentions), ("sources", _sources(events.support))):
        _fill(book.create_sheet(name), list(map(str, frame)), slices(frame))
    if same := passing.links():
        alike = pd.DataFrame(map(asdict, same), dtype="str")
        _fill(book.create_sheet("same_as"), list(map(str, alike)), [alike])
    sheet = book.create_sheet("provenance")
    for line in provenance.lines():
        sheet.append([_text(line)])
    _tell(book.create_sheet("methods"), methods_of(passing.tallies, events.support, provenance))
    with SpooledTemporaryFile(_IN_MEMORY) as file:
        book.save(file)
        file.seek(0)
        yield from pieces_of(file)


def _tell(sheet: WriteOnlyWorksheet, sections: Iterable[Section]) -> None:
    """The methods, section below section."""
    for section in sections:
        for row in ((section.title,), *((line,) for line in section.lines), section.heads, *section.rows, ()):
            sheet.append([_text(cell) for cell in row])


def _sources(dataset: Dataset) -> pd.DataFrame:
    """The reports that tell of the events, without their texts."""
    return dataset.reports[[column.name for column in REPORT_COLUMNS if column.exported]]


def _must_fit(rows: int) -> None:
    if rows > _MOST_ROWS:
        msg = f"{rows:,} rows are more than an Excel sheet holds ({_MOST_ROWS:,}); use .csv or .parquet"
        raise ExportError(msg)


def _fill(sheet: WriteOnlyWorksheet, names: Sequence[str], parts: Iterable[pd.DataFrame]) -> None:
    sheet.freeze_panes = "B2"
    sheet.append(list(names))
    for part in parts:
        columns = [list(_column(sheet, part[name])) for name in part]
        for row in zip(*columns, strict=True):
            sheet.append(row)


def _column(sheet: WriteOnlyWorksheet, series: pd.Series) -> Iterator[object]:
    if isinstance(series.dtype, pd.DatetimeTZDtype):
        return (_moment(sheet, moment) for moment in series)
    values = (
        value if value != "" else None for value in plain(series)
    )  # most cells are empty: no cell is written
    return (_text(value) if isinstance(value, str) else value for value in values)


def _moment(sheet: WriteOnlyWorksheet, moment: pd.Timestamp | NaTType) -> object:
    if isinstance(moment, NaTType):
        return None
    if moment < _FIRST:
        return f"{moment.tz_convert('UTC'):%Y-%m-%dT%H:%M:%SZ}"
    cell = WriteOnlyCell(sheet, moment.tz_convert("UTC").tz_localize(None).to_pydatetime())
    cell.number_format = _MOMENT
    return cell


def _text(value: str) -> str:
    """The text, harmless, with what Excel can't hold marked."""
    clean = harmless(ILLEGAL_CHARACTERS_RE.sub("\ufffd", value))
    return clean if len(clean) <= _LONGEST else clean[: _LONGEST - len(_CUT)] + _CUT
