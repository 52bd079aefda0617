"""Delimited text (CSV, TSV): its encoding, its separator, its rows in batches, however long and however damaged.

pandas reads; where a row is no row (a quotation mark that is never closed, too many cells), the rest of the file is read
line by line, and what can't be taken is named.
"""

import codecs
import csv
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TextIO

import numpy as np
import pandas as pd
from pandas.errors import ParserError

from dashboard.errors import InputError
from dashboard.exchange.tabular import acled, own, ucdp
from dashboard.exchange.tabular.batch import ROWS, Cells, Fault
from dashboard.exchange.tabular.gdelt import HEADER as GDELT
from dashboard.exchange.tabular.quick import quickly
from dashboard.exchange.tabular.sheet import Opening, Row, Sheet, frame_of, opening
from dashboard.readers.decode import by_its_mark, decode

_SEPARATORS = ",\t;|"
_SAMPLE = 256 * 1024  # characters by which a table is known
_SAMPLE_ROWS = 200
_BLOCK = 256 * 1024  # bytes: what stays in the processor's cache while it is looked through
_LINE_END, _QUOTE = ord("\n"), ord('"')
_FEW = 8192
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_AGAIN = 3  # rows of a sample for each different word, in a column of few words
_MORE = 8  # cells beyond the header's that a row may have and still be read by pandas
_LONGEST_HEAD = 120
_TABLES = (".csv", ".tsv", ".tab")
_NEVER_CLOSED = "opens a quotation mark that is never closed"
Line = tuple[Row, str]
"""A row, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is written: its encoding, its separator, whether cells may be quoted, whether it has NULs, what to say of it.

    ``plain``: UTF-8, no NULs, no empty lines, every quotation mark closed.
    """

    encoding: str
    separator: str
    quoted: bool = True
    nulls: bool = False
    plain: bool = False
    notes: tuple[str, ...] = ()


def delimited(path: Path) -> Sheet | None:
    """The table in a text file; None for a text that is none.

    A name that ends like a table's is no proof, but with it a table of two columns and two rows is believed.
    """
    head = _head(path)
    if head is None:
        return None
    encoding, text = head
    found = _parted(text, loose=path.suffix.lower() in _TABLES)
    if found is None:
        return None
    separator, rows, titled = found
    start = opening(rows)
    if start is None:
        return None
    manner = _manner(path, encoding, separator, quoted=start.header != GDELT)
    sample = frame_of(rows[start.before :], start.header)
    below = replace(start, before=start.before + titled)
    cut = _is_cut(path, manner, rows)
    return Sheet(
        path,
        "CSV",
        start.header,
        sample,
        lambda: _batches(path, manner, below, _of_few_words(start.header, sample), cut=cut),
        start.tags,
        notes=manner.notes,
    )


def _head(path: Path) -> tuple[str, str] | None:
    """The encoding that its mark tells, and its beginning; None for what is no text."""
    with path.open("rb") as file:
        data = file.read(_SAMPLE)
    if encoding := by_its_mark(data):
        return encoding, data.decode(encoding, "replace").rstrip("\ufffd\x00")
    data = data.rstrip(b"\x00")  # where a disk did not write all of it
    if data.count(b"\x00") * 10 > len(data):
        return None
    bare = data.replace(b"\x00", b"")
    with suppress(UnicodeDecodeError):
        text = codecs.getincrementaldecoder("utf-8")().decode(bare)
        return None if _is_binary(text) else ("", text)
    try:
        return "", decode(bare).text
    except InputError:
        return None


def _is_binary(text: str) -> bool:
    return len(_CONTROL.findall(text[:_FEW])) * 100 > len(text[:_FEW])


def _parted(text: str, *, loose: bool) -> tuple[str, list[list[str]], int] | None:
    """The separator, the first rows, and how many lines above them only say which separator it is."""
    if text[:5].casefold().startswith("sep=") and len(text) > 5:
        rows = _rows(text.split("\n", 1)[-1], text[4])
        return (text[4], rows, 1) if rows else None
    best: tuple[tuple[float, int], str, list[list[str]]] | None = None
    for separator in _SEPARATORS:
        if separator not in text[:20_000]:
            continue
        rows = _rows(text, separator)
        score = _evenness(rows, loose=loose)
        if score and (best is None or score > best[0]):
            best = (score, separator, rows)
    return (best[1], best[2], 0) if best else None


def _rows(text: str, separator: str) -> list[list[str]]:
    """The first rows; the last, which may be cut, only where there is no other."""
    _any_length()
    rows = list(islice(csv.reader(text.splitlines(keepends=True), delimiter=separator), _SAMPLE_ROWS))
    return rows[:-1] if len(rows) > 2 and len(text) >= _SAMPLE // 2 and len(rows) < _SAMPLE_ROWS else rows


def _evenness(rows: Sequence[Row], *, loose: bool) -> tuple[float, int] | None:
    """How many rows are as wide as the header, and how wide; None where they are no table."""
    start = opening(rows)
    least_rows, least_cells, least_even = (1, 2, 0.5) if loose else (3, 3, 0.95)
    if start is None:
        return None
    width = len(start.header)
    body = [row for row in rows[start.before :] if any(row)]
    if acled.knows(start.header) or ucdp.knows(start.header) or own.knows(start.header):
        return 1.0, width
    longest = max(map(len, start.header))
    if len(body) < least_rows or width < least_cells or longest > _LONGEST_HEAD:
        return None
    even = sum(len(row) == width for row in body) / len(body)
    return (even, width) if even >= least_even else None


def _manner(path: Path, encoding: str, separator: str, *, quoted: bool) -> Manner:
    """The encoding of all of the file, told by all of its bytes."""
    looks = _looked_through(path)
    if encoding:
        is_utf8 = encoding == "utf-8-sig"  # in the wider ones every other byte may be a NUL
        return Manner(encoding, separator, quoted, is_utf8 and looks.nulls, is_utf8 and looks.plain)
    notes = ("NUL characters in it are shown as \ufffd",) if looks.nulls else ()
    if not looks.bad:
        return Manner("utf-8", separator, quoted, looks.nulls, looks.plain, notes)
    decoded = decode(looks.bad.replace(b"\x00", b""))
    guessed = decoded.note.removeprefix("not UTF-8: read as ")
    name = guessed.replace("windows-", "cp") if guessed != decoded.note else "utf-8"
    said = decoded.note or "damaged characters are shown as \ufffd"
    return Manner(name.replace("-", "_"), separator, quoted, looks.nulls, notes=(*notes, said))


@dataclass(frozen=True, slots=True)
class Looks:
    """What all bytes of a file tell: whether there are NULs, empty lines, an open quotation mark; what is around the first that is not UTF-8."""

    nulls: bool = False
    blank: bool = False
    quotes: int = 0
    bad: bytes = b""

    @property
    def plain(self) -> bool:
        """Whether it can be read the quick way."""
        return not (self.nulls or self.blank or self.bad or self.quotes % 2)


def _looked_through(path: Path) -> Looks:
    check = codecs.getincrementaldecoder("utf-8")()
    looks = Looks()
    last = b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            looks = Looks(
                looks.nulls or b"\x00" in block,
                looks.blank or _has_blank(last + block),
                looks.quotes + int(np.count_nonzero(np.frombuffer(block, np.uint8) == _QUOTE)),
            )
            last = block[-2:]
            if block.isascii() and not check.getstate()[0]:
                continue
            try:
                check.decode(block)
            except UnicodeDecodeError as error:
                return replace(looks, bad=block[max(0, error.start - 20_000) : error.start + 20_000])
    return looks


def _has_blank(block: bytes) -> bool:
    """Whether there is an empty line; of two line ends that may be far apart in every row, numpy knows sooner than bytes do."""
    ends = np.frombuffer(block, np.uint8) == _LINE_END
    return bool((ends[1:] & ends[:-1]).any()) or (b"\r" in block and (b"\n\r\n" in block or b"\r\r" in block))


def _is_cut(path: Path, manner: Manner, rows: Sequence[Row]) -> bool:
    """Whether the last row is cut off: no line end, and fewer cells than every row we have seen."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _SAMPLE))
        tail = file.read()
    if (
        tail.endswith((b"\n", b"\r", b"\x00"))
        or not manner.quoted
        or manner.encoding not in {"utf-8", "utf-8-sig"}
    ):
        return False
    last = tail.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")
    least = min((len(row) for row in rows[:-1] if any(row)), default=0)
    return last.count('"') % 2 == 0 and len(next(csv.reader([last], delimiter=manner.separator), [])) < least


def _of_few_words(header: Sequence[str], sample: pd.DataFrame) -> frozenset[str]:
    """The columns of ACLED's rows that say the same again and again, as its first rows tell, and its dates; others' rows are read as texts."""
    if not acled.knows(header):
        return frozenset()
    dates = (name for name, ours in acled.own_names(header).items() if ours == "event_date")
    return frozenset(
        (*dates, *(str(name) for name in sample.columns if sample[name].nunique() * _AGAIN <= len(sample)))
    )


def _batches(
    path: Path, manner: Manner, start: Opening, worded: frozenset[str], *, cut: bool
) -> Iterator[Cells]:
    """All rows: the quick way as far as it goes, the rest with care."""
    done = start.before
    if manner.plain and not cut:
        for cells in quickly(path, manner.separator, start, worded, quoted=manner.quoted):
            if cells is None:
                break
            done += len(cells.frame)
            yield cells
        else:
            return
    for cells in _with_care(path, manner, start, cut=cut):
        if cells.faults or len(cells.frame):
            yield from _after(cells, done)


def _after(cells: Cells, last: int) -> Iterator[Cells]:
    """What of the rows comes after the last that was given."""
    faults = tuple(each for each in cells.faults if each.row > last)
    frame = cells.frame[cells.frame.index > last]
    if faults or len(frame):
        yield Cells(frame, faults)


def _with_care(path: Path, manner: Manner, start: Opening, *, cut: bool) -> Iterator[Cells]:
    done = 0
    names = [*start.header, *(f"\x00more {number}" for number in range(_MORE))]
    held: Cells | None = None
    try:
        with _reader(path, manner, start, names) as chunks:
            for chunk in chunks:
                done += len(chunk)
                if held is not None:
                    yield held
                held = _checked(chunk, manner, start)
    except (ParserError, UnicodeError):
        yield from [held] if held is not None else []
        yield from _line_by_line(path, manner, start, done)
        return
    if held is not None:
        yield _without_cut(held, len(start.header)) if cut else held


def _reader(
    path: Path, manner: Manner, start: Opening, names: Sequence[str]
) -> "pd.io.parsers.TextFileReader":
    return pd.read_csv(
        path,
        sep=manner.separator,
        header=None,
        names=list(names),
        skiprows=start.before,
        dtype="str",
        keep_default_na=False,
        na_filter=False,
        index_col=False,
        skip_blank_lines=False,
        chunksize=ROWS,
        encoding=manner.encoding,
        encoding_errors="replace",
        quoting=csv.QUOTE_MINIMAL if manner.quoted else csv.QUOTE_NONE,
    )


def _checked(chunk: pd.DataFrame, manner: Manner, start: Opening) -> Cells:
    """The rows under their numbers in the file; those that are wider than the header are named."""
    width = len(start.header)
    numbered = chunk.set_axis(chunk.index + start.before + 1)
    if manner.nulls:
        numbered = numbered.apply(lambda column: column.where(column.str.strip("\x00") != "", ""))
        numbered = numbered.apply(lambda column: column.str.replace("\x00", "\ufffd", regex=False))
    frame, more = numbered.iloc[:, :width], numbered.iloc[:, width:]
    wide = (more != "").any(axis=1)
    empty = ~wide & (frame.iloc[:, 0] == "")
    if empty.any():
        blank = (frame[empty] == "").all(axis=1)
        empty = blank.reindex(frame.index, fill_value=False)
    faults = tuple(_too_wide(row, tuple(numbered.loc[row]), width) for row in frame.index[wide])
    return Cells(frame[~wide & ~empty], faults)


def _too_wide(row: int, cells: Row, width: int) -> Fault:
    told = len(tuple(cells)) - next(at for at, cell in enumerate(reversed(cells)) if cell)
    return Fault(row, f"has {told} cells, the header {width}", tuple(cells[:told]))


def _without_cut(cells: Cells, width: int) -> Cells:
    if cells.frame.empty:
        return cells
    last = int(cells.frame.index[-1])
    why = f"is cut off in the middle: the file ends there, before all {width} cells; get it once more"
    fault = Fault(last, why, tuple(map(str, cells.frame.iloc[-1])))
    return Cells(cells.frame.iloc[:-1], (*cells.faults, fault))


def _line_by_line(path: Path, manner: Manner, start: Opening, done: int) -> Iterator[Cells]:
    """The rows after those that are done, read one by one: slow, and stopped by nothing."""
    _any_length()
    lines = _lines(path, manner, start.before + done)
    first = start.before + done + 1
    while some := list(islice(lines, ROWS)):
        yield _taken(some, first, start.header)
        first += len(some)


def _lines(path: Path, manner: Manner, before: int) -> Iterator[Line]:
    """Each row after so many, and what is wrong with it; the lines that an open quotation mark has swallowed by themselves."""
    last: Row | None = None
    began = ended = 0
    with _opened(path, manner) as file:
        reader = csv.reader(file, delimiter=manner.separator)
        for row in islice(reader, before, None):
            if last is not None:
                yield last, ""
            last, began, ended = row, ended or reader.line_num - _height(row), reader.line_num
    if last is None:
        return
    if any("\n" in cell or "\r" in cell for cell in last) and _is_open(path, manner, began):
        yield from _single_lines(path, manner, began)
    else:
        yield last, ""


def _height(row: Row) -> int:
    return 1 + sum(cell.count("\n") for cell in row)


def _is_open(path: Path, manner: Manner, line: int) -> bool:
    """Whether a quotation mark after that line is never closed."""
    with _opened(path, manner) as file:
        return sum(each.count('"') for each in islice(file, line, None)) % 2 == 1


def _single_lines(path: Path, manner: Manner, line: int) -> Iterator[Line]:
    with _opened(path, manner) as file:
        for each in islice(file, line, None):
            row = next(csv.reader([each], delimiter=manner.separator), [])
            yield row, _NEVER_CLOSED if each.count('"') % 2 else ""


def _taken(lines: Sequence[Line], first: int, header: Sequence[str]) -> Cells:
    """The rows under their numbers, and those that are none."""
    width = len(header)
    numbered = [
        (number, row, why or _too_many(row, width)) for number, (row, why) in enumerate(lines, start=first)
    ]
    good = [(number, row) for number, row, why in numbered if not why and any(row)]
    faults = tuple(Fault(number, why, tuple(row)) for number, row, why in numbered if why)
    return Cells(frame_of([row for _, row in good], header, [number for number, _ in good]), faults)


def _too_many(row: Row, width: int) -> str:
    return f"has {len(row)} cells, the header {width}" if any(row[width:]) else ""


def _opened(path: Path, manner: Manner) -> TextIO:
    return path.open(encoding=manner.encoding, errors="replace", newline="")


def _any_length() -> None:
    """Cells of any length: the csv module stops at 131,072 characters unless told otherwise, for the whole process."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
