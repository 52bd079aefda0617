"""The stretch of time that holds nearly all events: where a chart opens, so that no outlier presses the rest into a corner.

A year that was misread, or a month-long "somewhere in May" beside three days told by the hour, would otherwise rule
the whole axis. What lies outside is counted, never dropped.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from dashboard.figures.view import LEAST_SPAN, MARGIN
from dashboard.table.epochs import MISSING, Instants, Mask, moment_of
from dashboard.table.index import Rows
from dashboard.wording.say import say, so_many

A_PART, A_FEW = 20, 3  # one in twenty may lie outside; of few events three, but never more than a quarter
PAYS = 2  # leaving some outside has to make the rest so many times wider
_NEARLY = 1.5  # a stretch that is little longer is as good, if it leaves fewer outside
_LOOKED_AT = 20_000  # more events are looked at by a sample of them
_STEPS = 8

Edges = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FirstView:
    """From when to when a chart opens, how many events lie outside, and how many reach beyond."""

    first: datetime
    last: datetime
    outside: int
    beyond: int

    @property
    def words(self) -> str:
        """What is said beside the chart.

        >>> moment = datetime(2018, 5, 21)
        >>> FirstView(moment, moment, 1, 2).words
        '1 event lies outside this stretch and 2 reach beyond it'
        """
        outside = so_many(
            "{count} event lies outside this stretch", "{count} events lie outside this stretch", self.outside
        )
        if not self.beyond:
            return outside
        if not self.outside:
            return so_many(
                "{count} event reaches beyond this stretch",
                "{count} events reach beyond this stretch",
                self.beyond,
            )
        beyond = so_many("{count} reaches beyond it", "{count} reach beyond it", self.beyond)
        return say("{outside} and {beyond}", outside=outside, beyond=beyond)


def first_view(rows: Rows) -> FirstView | None:
    """Where a chart of these events opens; None where it may as well show all of them."""
    starts, ends, far = _edges(rows)
    if len(starts) < 4:
        return None
    step = max(len(starts) // _LOOKED_AT, 1)
    whole = (int(starts.min()), int(ends.max()))
    found = _stretch(starts[::step], ends[::step], whole)
    return _told(found, starts, ends, far) if found else None


def _edges(rows: Rows) -> tuple[Instants, Instants, int]:
    """Start and end of the dated events, an open side as short as can be, and how many lie where no year can be meant."""
    starts, ends = map(rows.of, rows.index.edges)
    starts, ends = np.where(starts == MISSING, ends, starts), np.where(ends == MISSING, starts, ends)
    dated, known = starts != MISSING, rows.of(rows.index.plausible)
    here: Mask = dated & known
    return starts[here], np.maximum(ends, starts)[here], int(np.count_nonzero(dated & ~known))


def _stretch(starts: Instants, ends: Instants, whole: Edges) -> Edges | None:
    """The stretch that short events lie in, else all; with a margin. None where it is not much shorter than the whole."""
    for short in _shorter(ends - starts):
        first, last = _tightest(starts[short], ends[short])
        out = np.count_nonzero((ends <= first) | (starts >= last))
        pad = max(round((last - first) * MARGIN), (LEAST_SPAN - (last - first)) // 2)
        padded = first - pad, last + pad
        if out <= _most(len(starts)) and (padded[1] - padded[0]) * PAYS <= whole[1] - whole[0]:
            return padded
    return None


def _shorter(lengths: Instants) -> Iterator[Mask]:
    """The events that are told about as finely as most, if they are most; then all of them."""
    short = lengths <= max(4 * int(np.median(lengths)), LEAST_SPAN)
    if not short.all() and 2 * np.count_nonzero(short) > len(short):
        yield short
    yield np.ones(len(lengths), dtype=bool)


def _most(events: int) -> int:
    """How many may lie outside.

    >>> [_most(events) for events in (4, 8, 30, 1_000)]
    [1, 2, 3, 50]
    """
    return max(events // A_PART, min(events // 4, A_FEW))


def _tightest(starts: Instants, ends: Instants) -> Edges:
    """The stretch with the fewest events not wholly in it that is about as short as any with the most allowed."""
    most = _most(len(starts))
    tries = sorted({*range(min(most, A_FEW) + 1), *(most * at // _STEPS for at in range(_STEPS + 1))})
    found = [_shortest(starts, ends, left) for left in tries]
    least = found[-1][1] - found[-1][0]
    return next((first, last) for first, last in found if last - first <= least * _NEARLY)


def _shortest(starts: Instants, ends: Instants, most: int) -> Edges:
    """The shortest stretch that holds all but so many events, the left ones and the right ones tried in a few shares."""
    order = np.argsort(starts, kind="stable")
    tries = []
    for before in sorted({most * at // _STEPS for at in range(_STEPS + 1)}):
        rest = ends[order[before:]]
        at = len(rest) - 1 - (most - before)
        tries.append((int(starts[order[before]]), int(np.partition(rest, at)[at])))
    return min(tries, key=lambda edges: edges[1] - edges[0])


def _told(edges: Edges, starts: Instants, ends: Instants, far: int) -> FirstView:
    first, last = edges
    out = (ends <= first) | (starts >= last)
    beyond = ~out & ((starts < first) | (ends > last))
    outside, over = int(np.count_nonzero(out)) + far, int(np.count_nonzero(beyond))
    return FirstView(moment_of(first), moment_of(last), outside, over)
