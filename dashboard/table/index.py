"""A table of events with what is worked out of it once: moments as whole numbers, codes of words, places by number.

Everything that counts, filters or draws asks here, and pays for a column only when it looks at it.
"""

from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.table.epochs import (
    EVER_BEFORE,
    MISSING,
    Instants,
    Mask,
    bounds,
    core,
    dated,
    instants,
    plausible,
)
from dashboard.table.once import Once

Codes: TypeAlias = npt.NDArray[np.integer[Any]]
Numbers: TypeAlias = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Times:
    """When each event was, at the most; ``latest`` is the last end of all events up to it.

    The first ``ordered`` events are sorted by start; those after them have none, or stand in no order.
    """

    first: Instants
    last: Instants
    dated: Mask
    ordered: int
    latest: Instants

    def reaching(self, opens: int, closes: int) -> Mask:
        """True where an event may overlap the window: looked at is only what starts before it closes."""
        here = np.zeros(len(self.first), dtype=bool)
        end = int(np.searchsorted(self.first[: self.ordered], closes))
        begin = int(np.searchsorted(self.latest[:end], opens, side="right"))
        here[begin:end] = self.last[begin:end] > opens
        rest = slice(self.ordered, None)
        here[rest] = self.dated[rest] & (self.first[rest] < closes) & (self.last[rest] > opens)
        return here


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The events, and what is worked out of them once.

    ``mentions`` and ``reports`` are those that tell of them, None where nobody says which.
    """

    events: pd.DataFrame
    mentions: pd.DataFrame | None = None
    reports: pd.DataFrame | None = None
    once: Once = field(default_factory=Once)

    def __len__(self) -> int:
        return len(self.events)

    def codes(self, column: str) -> Codes:
        """The number of each event's word in a category column, or in one of texts that are mostly the same."""
        return np.asarray(self._coded(column).codes)

    def words(self, column: str) -> list[str]:
        """The words that those are the numbers of."""
        return self.once.of(("words", column), lambda: [str(each) for each in self._coded(column).categories])

    def _coded(self, column: str) -> pd.Categorical:
        values = self.events[column]
        if isinstance(values.dtype, pd.CategoricalDtype):
            return cast("pd.Categorical", values.array)
        return self.once.of(("coded", column), lambda: pd.Categorical(values))

    @property
    def edges(self) -> tuple[Instants, Instants]:
        """Start and end of each event, MISSING where there is none; worked out anew each time."""
        return instants(self.events["start"]), instants(self.events["end"])

    @property
    def times(self) -> Times:
        """When each event was."""
        return self.once.of("times", lambda: _times(self.events))

    @property
    def covered(self) -> tuple[int, int] | None:
        """The first and the last edge of an event that is known."""
        return self.once.of("covered", lambda: covered(self.everything))

    @property
    def core(self) -> tuple[Instants, Instants, Mask]:
        """The certain part of each event, and where there is one."""
        return self.once.of("core", lambda: core(self.events))

    @property
    def plausible(self) -> Mask:
        """True where the year can be meant."""
        return self.once.of("plausible", lambda: plausible(self.events))

    @property
    def everything(self) -> "Rows":
        """All of the events."""
        return Rows(self)


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Some events of a table, in its order, of which nothing is copied before it is asked for; all where ``at`` is None."""

    index: Index
    at: Numbers | None = None

    def __len__(self) -> int:
        return len(self.index) if self.at is None else len(self.at)

    @property
    def numbers(self) -> Numbers:
        """Which events of the table they are."""
        return np.arange(len(self.index)) if self.at is None else self.at

    def of(self, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Their part of an array that has a value for each event of the table."""
        return values if self.at is None else values[self.at]

    def codes(self, column: str) -> Codes:
        """The numbers of their words in a category column."""
        return self.of(self.index.codes(column))

    def first(self, most: int) -> "Rows":
        """The first of them."""
        return Rows(self.index, self.numbers[:most])

    def between(self, first: int, last: int) -> "Rows":
        """Those of them from a number up to another, in their order."""
        return Rows(self.index, self.numbers[first:last])

    def where(self, true: Mask) -> "Rows":
        """Those of them for which it is true."""
        if true.all():
            return self
        found = np.flatnonzero(true)
        return Rows(self.index, found if self.at is None else self.at[found])

    def frame(self, columns: list[str] | None = None) -> pd.DataFrame:
        """Them as a frame, whole or with some of its columns."""
        events = self.index.events if columns is None else self.index.events[columns]
        return events if self.at is None else events.take(self.at)

    def mask(self) -> Mask:
        """True for each event of the table that is one of them."""
        if self.at is None:
            return np.ones(len(self.index), dtype=bool)
        here = np.zeros(len(self.index), dtype=bool)
        here[self.at] = True
        return here


def index_of(events: "pd.DataFrame | Index") -> Index:
    """The table with an index, for whoever has but a frame."""
    return events if isinstance(events, Index) else Index(events)


def rows_of(events: "pd.DataFrame | Rows") -> Rows:
    """All rows of a frame, or those that are rows already."""
    return events if isinstance(events, Rows) else Index(events).everything


def covered(rows: Rows) -> tuple[int, int] | None:
    """The first and the last edge of these events that is known; None where none is."""
    firsts, lasts = rows.of(rows.index.edges[0]), rows.of(rows.index.edges[1])
    ends = [
        (int(known.min()), int(known.max()))
        for each in (firsts, lasts)
        if len(known := each[each != MISSING])
    ]
    return (min(first for first, _ in ends), max(last for _, last in ends)) if ends else None


def _times(events: pd.DataFrame) -> Times:
    first, last = bounds(events)
    known = dated(events)
    begun = int(np.argmax(first == EVER_BEFORE)) if (first == EVER_BEFORE).any() else len(first)
    ordered = begun if bool((first[1:begun] >= first[: max(begun - 1, 0)]).all()) else 0
    return Times(first, last, known, ordered, np.maximum.accumulate(last[:ordered]))
