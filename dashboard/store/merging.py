"""Runs of rows that are each in order of time, as one, piece by piece: of each run only what is given next is in memory."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.table.columns import Column
from dashboard.table.dataset import by_time
from dashboard.table.replaced import appended

Keys = npt.NDArray[np.int64]
_LAST = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Run:
    """Start and end of each of its rows, in order; ``take`` gives so many of the next rows."""

    keys: Keys
    take: Callable[[int], pd.DataFrame]


def keys_of(moments: Sequence[Sequence[Any]]) -> Keys:
    """Rows of moments as numbers, the largest where there is none."""
    cells = [[_LAST if each is None else each for each in row] for row in moments]
    return np.array(cells, dtype=np.int64).reshape(-1, 2)


def merged(runs: Sequence[Run], rows: int, columns: Sequence[Column]) -> Iterator[pd.DataFrame]:
    """The rows of all runs in order of time, about so many at a time; those of one moment together."""
    if not runs:
        return
    keys = np.concatenate([each.keys for each in runs])
    of = np.repeat(np.arange(len(runs)), [len(each.keys) for each in runs])
    order = np.lexsort((keys[:, 1], keys[:, 0]))
    keys, of = keys[order], of[order]
    begins = np.flatnonzero(np.r_[True, (keys[1:] != keys[:-1]).any(axis=1)])  # of each moment
    first = 0
    while first < len(of):
        after = np.searchsorted(begins, first + rows)
        last = int(begins[after]) if after < len(begins) else len(of)
        counts = np.bincount(of[first:last], minlength=len(runs)).tolist()
        parts = [run.take(many) for run, many in zip(runs, counts, strict=True) if many]
        yield by_time(reduce(lambda one, other: appended(one, other, columns), parts))
        first = last
