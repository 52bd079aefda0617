"""Rows in the order of a column: by the numbers of words, so that a million of them are sorted in a blink; the unsaid last."""

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from dashboard.table.describe import title
from dashboard.table.index import Index, Rows
from dashboard.wording.spoken import spoken

Keys = npt.NDArray[np.float64]
BACKWARDS = "-"


def ordered(rows: Rows, by: str) -> Rows:
    """The rows by ``when``, ``event``, ``killed`` or another key of ``ORDERS``, with ``-`` before it backwards; else as they stand."""
    made = ORDERS.get(by.removeprefix(BACKWARDS))
    if made is None:
        return rows
    keys = rows.of(
        rows.index.once.of(
            ("order", made, by.removeprefix(BACKWARDS), spoken().code), lambda: made(rows.index)
        )
    )
    keys = (
        -keys if by.startswith(BACKWARDS) else keys
    )  # a missing one stays a missing one, which is sorted last
    found = np.argsort(keys, kind="stable")
    return Rows(rows.index, found if rows.at is None else rows.at[found])


def _words(column: str) -> Callable[[Index], Keys]:
    def made(index: Index) -> Keys:
        return _ranked(index.words(column))[index.codes(column)]

    return made


def _ranked(words: list[str]) -> Keys:
    """Where each word comes in the alphabet; nowhere if it says nothing.

    >>> _ranked(["b", "", "A"]).tolist()
    [1.0, nan, 0.0]
    """
    ranks = np.full(len(words) + 1, np.nan)
    for rank, at in enumerate(
        sorted((at for at, word in enumerate(words) if word), key=lambda at: words[at].casefold())
    ):
        ranks[at] = rank
    return ranks[:-1]


def _kinds(index: Index) -> Keys:
    """By the short name that an event has of its three levels of type."""
    columns = ("ext_type", "sub_event_type", "event_type", "modality")
    sizes = [len(index.words(column)) for column in columns]
    codes = np.ravel_multi_index([index.codes(column).astype(np.int64) for column in columns], sizes)
    found, number = np.unique(codes, return_inverse=True)
    each = zip(*np.unravel_index(found, sizes), strict=True)
    names = [
        title({column: index.words(column)[at] for column, at in zip(columns, row, strict=True)})
        for row in each
    ]
    return _ranked(names)[number]


def _begun(index: Index) -> Keys:
    return np.where(index.times.dated, index.times.first.astype(np.float64), np.nan)


def _killed(index: Index) -> Keys:
    return index.events["fatalities"].to_numpy(dtype=np.float64, na_value=np.nan)


ORDERS: Mapping[str, Callable[[Index], Keys]] = {
    "when": _begun,
    "event": _kinds,
    "status": _words("modality"),
    "place": _words("location"),
    "region": _words("admin1"),
    "actors": _words("actor1"),
    "killed": _killed,
    "source": _words("source"),
}
"""What rows can be sorted by."""
