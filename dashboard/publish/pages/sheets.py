"""The chart over several sheets: one stretch of time after the other, each with no more events than can be read."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dashboard.exchange.provenance import Window
from dashboard.figures.drawn_window import DrawnWindow
from dashboard.table.binned import bin_of
from dashboard.table.bins import bin_edges, closed
from dashboard.table.counted import SIZES, Per
from dashboard.table.epochs import instant, moment_of
from dashboard.table.index import Rows

MOST_A_SHEET, MOST_SHEETS = 60, 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """A stretch of time, what it is called, and how many events begin in it."""

    window: DrawnWindow
    per: Per
    events: int


def sheets(rows: Rows, zone: str, window: Window = (None, None)) -> tuple[Sheet, ...]:
    """The sheets of a window in order of time, those without an event left out; none where one chart holds all.

    They are as long as may be: years, months, weeks or days, with no more than ``MOST_A_SHEET`` events in the fullest.
    """
    known = rows.where(rows.of(rows.index.times.dated) & rows.of(rows.index.plausible))
    if len(known) <= MOST_A_SHEET:
        return ()
    first, last = closed(known)
    opens, closes = (instant(edge) if edge else int(end) for edge, end in zip(window, (first.min(), last.max()), strict=True))  # fmt: skip
    found: tuple[Sheet, ...] = ()
    for per, size in reversed(SIZES.items()):
        edges = bin_edges(max(int(first.min()), opens), min(int(last.max()), closes), zone, size)
        inside = first[(first >= edges[0]) & (first < edges[-1])]
        counts = np.bincount(bin_of(edges, inside), minlength=len(edges) - 1)
        if found and np.count_nonzero(counts) > MOST_SHEETS:
            break
        found = tuple(_filled(edges.tolist(), counts.tolist(), per))
        if counts.max(initial=0) <= MOST_A_SHEET:
            break
    return found


def _filled(edges: list[int], counts: list[int], per: Per) -> Iterator[Sheet]:
    for begin, end, count in zip(edges[:-1], edges[1:], counts, strict=True):
        if count:
            yield Sheet((moment_of(begin), moment_of(end)), per, count)
