"""Where each event is drawn: its lane, and a row of the lane in which nothing covers it."""

from collections.abc import Iterable
from datetime import timedelta
from heapq import heappop, heappush

import numpy as np
import pandas as pd

from dashboard.errors import SelectionError
from dashboard.table.instants import Instants, bounds, dated

LANES = ("location", "event_type", "actor1", "source")
NAMELESS = {
    "location": "no place",
    "event_type": "unknown type",
    "actor1": "no actor",
    "source": "no source",
}

_MICROSECOND = timedelta(microseconds=1)


def pack(
    events: pd.DataFrame,
    by: str = "location",
    *,
    min_width: timedelta = timedelta(0),
    beside: "pd.Series[pd.Timedelta] | None" = None,
) -> pd.DataFrame:
    """Lane number, lane label and row within the lane of each dated event, under the events' index.

    Lanes stand in the order of their first event. ``min_width`` is the least width a mark is drawn
    with, about its middle; ``beside`` the time that more room to its right takes (an arrow, a label).
    Raises SelectionError when there are no lanes by that name.
    """
    if by not in LANES:
        msg = f"there are no lanes by {by!r}: use one of {', '.join(LANES)}"
        raise SelectionError(msg)
    shown = events.loc[dated(events)]
    first, last = extents(shown, min_width)
    if beside is not None:
        last = last + beside.reindex(shown.index).to_numpy("timedelta64[us]").astype(np.int64)
    labels = shown[by].astype(object).where(shown[by] != "", NAMELESS[by])
    order = np.argsort(first, kind="stable")
    lanes, names = pd.factorize(labels.to_numpy()[order])
    rows = _rows(first[order], last[order], lanes)
    packed = pd.DataFrame({"lane": lanes, "label": names[lanes], "row": rows}, index=shown.index[order])
    return packed.reindex(shown.index)


def extents(events: pd.DataFrame, min_width: timedelta = timedelta(0)) -> tuple[Instants, Instants]:
    """Outer bounds of the marks, none narrower than the least width."""
    first, last = bounds(events)
    missing = np.maximum(min_width // _MICROSECOND - (last - first), 0)
    return first - missing // 2, last + (missing + 1) // 2


def _rows(first: Instants, last: Instants, lanes: Iterable[int]) -> list[int]:
    """The lowest free row of the lane for each mark, taken in order of their starts."""
    taken: dict[int, list[tuple[int, int]]] = {}
    free: dict[int, list[int]] = {}
    rows = []
    for start, end, lane in zip(first.tolist(), last.tolist(), lanes, strict=True):
        busy, open_rows = taken.setdefault(lane, []), free.setdefault(lane, [])
        while busy and busy[0][0] <= start:
            heappush(open_rows, heappop(busy)[1])
        row = heappop(open_rows) if open_rows else len(busy)
        heappush(busy, (end, row))
        rows.append(row)
    return rows
