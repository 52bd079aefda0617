"""Days of publication for a folder whose reports do not tell theirs: a table that is given."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from dashboard.cli.moments import published_on
from dashboard.errors import DateError, InputError
from dashboard.readers import decode_file

_SEPARATORS = ",;\t"
_COLUMNS = 2
_INSIDE = re.compile(r"[^/]+\.(?:zip|mbox|json|x?html?|mhtml?|eml|xml|rss|atom)/.+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dates:
    """The day of publication of each file, by its name, and where that was said."""

    days: Mapping[str, date | datetime]
    rows: Mapping[str, str]

    def of(self, name: str) -> date | datetime | None:
        """The day of the file of that name, if the table has it."""
        return self.days.get(name)

    def missing(self, names: frozenset[str]) -> Iterator[str]:
        """What to say of rows that name none of these files."""
        for name, row in self.rows.items():
            if name not in names:
                yield f"{row}: no file that is read is called {name!r}"


NONE = Dates({}, {})


def dates_in(path: Path, zone: str) -> Dates:
    """The table of a file: a name and a day a row, with a header or without, parted by comma, semicolon or tab.

    Raises InputError or DateError, naming the file and the line, for what is no such table.
    """
    text = decode_file(path)
    days: dict[str, date | datetime] = {}
    rows: dict[str, str] = {}
    for number, row in enumerate(csv.reader(text.splitlines(), delimiter=_separator(text)), start=1):
        if not any(cell.strip() for cell in row) or (number == 1 and _is_header(row)):
            continue
        where = f"{path}:{number}"
        name, day = _dated(row, where, zone)
        if name in days and days[name] != day:
            msg = f"{where}: {name!r} has another day in {rows[name]}"
            raise InputError(msg)
        days[name], rows[name] = day, where
    if not days:
        msg = f"{path}: holds no days; write a line a file: report.txt,2018-05-21"
        raise InputError(msg)
    return Dates(days, rows)


def _separator(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_SEPARATORS, key=first.count)


def _is_header(row: list[str]) -> bool:
    return len(row) >= _COLUMNS and not re.search(r"\d", row[1])


def _name(written: str) -> str:
    """The file's name without the folders above it; of what is in another file, that file's name too: "case.zip/a.txt"."""
    inside = _INSIDE.search(written)
    return inside.group() if inside else Path(written).name


def _dated(row: list[str], where: str, zone: str) -> tuple[str, date | datetime]:
    if len(row) < _COLUMNS:
        msg = f"{where}: {' '.join(row)!r} is no file and its day; write: report.txt,2018-05-21"
        raise InputError(msg)
    try:
        day = published_on(row[1].strip(), zone)
    except DateError as error:
        msg = f"{where}: {error}"
        raise DateError(msg) from error
    return _name(row[0].strip()), day  # type: ignore[return-value]  # words were given, so there is a day
