"""The chart over several sheets: one stretch of time after the other, each with no more events than can be read.

Of a stretch with many lanes a few of them stand on each sheet.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dashboard.exchange.provenance import Window
from dashboard.figures.drawn_window import DrawnWindow
from dashboard.figures.lanes import MOST_ROWS, PAD
from dashboard.table.binned import bin_of
from dashboard.table.bins import bin_edges, closed
from dashboard.table.counted import SIZES, Per
from dashboard.table.epochs import instant, moment_of
from dashboard.table.index import Rows
from dashboard.table.lanes import lane_codes

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


def by_lanes(rows: Rows, by: str, most: float) -> tuple[Rows, ...]:
    """The events in parts of a few lanes each, in the order in which the lanes begin: none with more than so many rows, unless one lane has them.

    A lane has a row for each event at most; one with more than can be drawn is folded to one.
    """
    codes, names = lane_codes(rows, by)
    first = rows.of(rows.index.times.first)
    lanes, at = np.unique(codes, return_inverse=True)
    begun = np.full(len(names), np.iinfo(np.int64).max)
    np.minimum.at(begun, codes, first)
    sizes = np.bincount(at, minlength=len(lanes))
    parts: list[list[int]] = []
    room = 0.0
    for lane, size in sorted(
        zip(lanes.tolist(), sizes.tolist(), strict=True), key=lambda each: begun[each[0]]
    ):
        high = (1 if size > MOST_ROWS else size) + PAD
        if high > room:
            parts.append([])
            room = most
        parts[-1].append(lane)
        room -= high
    return tuple(rows.where(np.isin(codes, part)) for part in parts)
