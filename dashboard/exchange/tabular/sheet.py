"""A table in a file, whatever the file is: its header, its first rows, and all of its rows in batches."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from dashboard.exchange.tabular import gdelt, ucdp
from dashboard.exchange.tabular.batch import Cells
from dashboard.readers import shown

_TAG = re.compile(r"#[a-z][a-z0-9_]*(?:\s*\+[a-z0-9_]+)*", re.IGNORECASE)
_PREAMBLE = 20
Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: ``header`` · ``sample`` its first rows · ``tags`` of HXL by column · ``batches`` gives all rows from the first on.

    ``form`` is told where the file itself says what it is (GeoJSON, KML, TimelineJS) · ``notes`` what a person should know.
    """

    path: Path
    label: str
    header: tuple[str, ...]
    sample: pd.DataFrame
    batches: Callable[[], Iterator[Cells]]
    tags: Mapping[str, str] = field(default_factory=dict)
    form: str = ""
    notes: tuple[str, ...] = ()
    called: str = ""

    @property
    def name(self) -> str:
        """The file's name, for people; of one that came in an archive that too."""
        return self.called or shown(self.path.name)


@dataclass(frozen=True, slots=True)
class Opening:
    """How a table begins: its header, how many rows stand before the first of its own, and its HXL tags by column."""

    header: tuple[str, ...]
    before: int
    tags: Mapping[str, str] = field(default_factory=dict)


def opening(rows: Sequence[Row]) -> Opening | None:
    """The header among the first rows, below a title if there is one; None where no row has two cells.

    >>> opening([["Events of May"], ["when", "where"], ["#date", "#loc+name"], ["1 May", "Douma"]])
    Opening(header=('when', 'where'), before=3, tags={'when': '#date', 'where': '#loc+name'})
    """
    first = next((row for row in rows if any(cell.strip() for cell in row)), ())
    if ucdp.is_headless(first):
        return Opening(ucdp.HEADER, rows.index(first))
    if gdelt.is_headless(first):
        return Opening(gdelt.HEADER, rows.index(first))
    at = _header_at(rows)
    if at is None:
        return None
    below = rows[at + 1] if at + 1 < len(rows) else ()
    if _are_tags(rows[at]):
        header = _named(rows[at])
        return Opening(header, at + 1, dict(zip(header, rows[at], strict=True)))
    header = _named(rows[at])
    if _are_tags(below):
        return Opening(
            header, at + 2, {name: tag for name, tag in zip(header, below, strict=False) if tag.strip()}
        )
    return Opening(header, at + 1)


def _header_at(rows: Sequence[Row]) -> int | None:
    """The first row as wide as most: what stands above it is a title."""
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    widths = Counter(len(row) for row, full in zip(rows, filled, strict=True) if full)
    if not widths:
        return None
    usual = max(widths, key=lambda width: (widths[width], width))
    wide = (at for at, row in enumerate(rows[:_PREAMBLE]) if len(row) >= usual > 1 and filled[at] * 2 > usual)
    return next(wide, None)


def _are_tags(row: Row) -> bool:
    """Whether it is HXL's row of tags: half of its cells at least, and nothing else but empty ones."""
    told = [cell.strip() for cell in row if cell.strip()]
    return bool(told) and all(_TAG.fullmatch(cell) for cell in told)


def _named(row: Row) -> tuple[str, ...]:
    """A name for each column, each once; one without a name goes by its number."""
    names: list[str] = []
    for number, cell in enumerate(row, start=1):
        name = " ".join(cell.replace("\ufeff", "").split()) or f"column {number}"
        again = sum(each == name or each.startswith(f"{name} (") for each in names)
        names.append(f"{name} ({again + 1})" if name in names else name)
    return tuple(names)


def frame_of(
    rows: Sequence[Row], header: Sequence[str], numbers: Sequence[int] | None = None
) -> pd.DataFrame:
    """The rows as a frame of texts, each as wide as the header; empty ones are left out where they have no numbers."""
    width = len(header)
    kept = rows if numbers is not None else [row for row in rows if any(row)]
    fitted = [[*row[:width], *[""] * (width - len(row))] for row in kept]
    index = pd.RangeIndex(len(fitted)) if numbers is None else pd.Index(list(numbers), dtype="int64")
    return pd.DataFrame(fitted, columns=list(header), index=index, dtype="str")
