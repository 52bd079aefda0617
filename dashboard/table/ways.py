"""The ways down the tree of places, numbered in its order: whatever lies in a region is a stretch of numbers.

A way is country, first and second division, and place. Ways are sorted level by level, so that those that
begin alike stand together, and rows are found by two comparisons, however many places a region has.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.table.choices import counted
from dashboard.table.epochs import Mask
from dashboard.table.index import Index, Numbers, Rows

NO_PLACE = "-"
LEVELS = ("country", "admin1", "admin2", "location")


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """Every way that some event lies at the end of, in order, and the number of each event's.

    ``found`` is each way as one whole number made of the numbers of its names, ``sizes`` how many names a level has.
    """

    names: tuple[pd.Index, ...]
    sizes: tuple[int, ...]
    found: Numbers
    numbers: npt.NDArray[np.int32]

    def named(self) -> list[tuple[str, ...]]:
        """The ways by name."""
        levels = zip(self.names, np.unravel_index(self.found, self.sizes), strict=True)
        named = (["", *map(str, names)] for names, _ in levels)
        codes = (each.tolist() for each in np.unravel_index(self.found, self.sizes))
        return list(
            zip(*([words[at] for at in each] for words, each in zip(named, codes, strict=True)), strict=True)
        )

    def below(self, key: str) -> tuple[int, int]:
        """The first way that begins as a key of the place tree does, and the first one after those."""
        names = [""] * len(LEVELS) if key == NO_PLACE else [unquote(part) for part in key.split("/")]
        first, last = 0, int(np.prod(self.sizes, dtype=np.int64))
        for level, name in enumerate(names[: len(LEVELS)]):
            if name not in self.names[level]:
                return 0, 0
            each = int(np.prod(self.sizes[level + 1 :], dtype=np.int64))
            first += (int(self.names[level].get_indexer(pd.Index([name]))[0]) + 1) * each
            last = first + each
        begin, end = np.searchsorted(self.found, (first, last)).tolist()
        return begin, end


def ways_of(index: Index) -> Ways:
    """The ways of a table, numbered once."""
    return index.once.of("ways", lambda: _ways(index))


def way_counts(rows: Rows) -> Numbers:
    """How many of the rows lie at the end of each way; of all of them counted once."""
    ways = ways_of(rows.index)
    if rows.at is None:
        return rows.index.once.of("events by way", lambda: counted(ways.numbers, len(ways.found)))
    return counted(rows.of(ways.numbers), len(ways.found))


def at_places(index: Index, keys: Iterable[str]) -> Mask:
    """True where the place is one of the keys' or lies below it."""
    ways = ways_of(index)
    here = np.zeros(len(index), dtype=bool)
    for first, last in _joined(sorted(ways.below(key) for key in keys)):
        here |= (ways.numbers >= np.int32(first)) & (ways.numbers < np.int32(last))
    return here


def _joined(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches that follow each other as one; empty ones are none."""
    joined: list[tuple[int, int]] = []
    for first, last in stretches:
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        elif first < last:
            joined.append((first, last))
    return joined


def _ways(index: Index) -> Ways:
    names = tuple(index.events[level].cat.categories for level in LEVELS)
    sizes = tuple(len(each) + 1 for each in names)
    codes = [index.codes(level).astype(np.int64) + 1 for level in LEVELS]
    found, numbers = np.unique(np.ravel_multi_index(codes, sizes), return_inverse=True)
    return Ways(names, sizes, np.asarray(found, dtype=np.int64), numbers.astype(np.int32))
