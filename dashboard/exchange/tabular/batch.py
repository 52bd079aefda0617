"""What travels between the steps: rows as they stand, faults by row, and what a batch gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pandas as pd

from dashboard.exchange.tabular.kept_rows import RowKind
from dashboard.table import Dataset

if TYPE_CHECKING:
    from dashboard.gazetteer import Gazetteer

ROWS = 100_000
"""Rows a batch: few enough for any memory, enough that the work is done column by column."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that was not imported, or not all of it: its number in the file, the header's being 1, why, and its cells."""

    row: int
    why: str
    cells: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"row {self.row}: {self.why}"


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Rows as the file has them: texts only, the index their numbers in it; and rows that are no rows."""

    frame: pd.DataFrame
    faults: tuple[Fault, ...] = ()

    @property
    def filled(self) -> "Cells":
        """The same without rows that are nothing but separators, which workbooks leave below a table."""
        first = (self.frame.iloc[:, 0] == "").to_numpy()
        if not first.any():
            return self
        blank = (self.frame[first].astype("str") == "").all(axis=1)
        return replace(self, frame=self.frame.drop(index=blank.index[blank]))


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What rows tell: event columns by name, by row what is wrong with those that can't be imported.

    ``passed`` are rows that are rightly no events (the title of a timeline), with what they are · ``notes`` what had to be assumed.
    """

    columns: Mapping[str, pd.Series]
    wrong: Mapping[int, str] = field(default_factory=dict)
    passed: Mapping[int, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Some rows of a table as a dataset, and those of them that were left out, with the reason."""

    dataset: Dataset
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How a table is read: rows to event columns, the kind of row that is kept, and what a person should know.

    ``prefix`` stands before the ids that the table gives: two lists may both have a 17 · ``of_words`` before those that are made of
    all that a row says: two lists may both tell of a raid in the same words.
    """

    kind: RowKind
    told: Callable[[pd.DataFrame], Told]
    prefix: str = ""
    notes: tuple[str, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    of_words: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person said of a table.

    ``dataset`` its name · ``mapping`` role to column · ``kept`` the whole mapping of the last time · ``published`` the day that relative dates are counted from ·
    ``timezone`` of its places, where their country does not tell · ``places`` looks up names without coordinates.
    """

    dataset: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)
    published: date | datetime | None = None
    timezone: str = ""
    places: "Gazetteer | None" = None
