"""How many events may have begun by when: the moments at which their number grows, for whoever goes through time."""

from dataclasses import dataclass

import numpy as np

from dashboard.table.epochs import EVER_BEFORE, Instants
from dashboard.table.index import Numbers, Rows

MOST_STOPS = 120


@dataclass(frozen=True, slots=True, eq=False)
class Begun:
    """Moments in order of time, and how many events may have begun at each: those before the first of them count from the first."""

    moments: Instants
    counts: Numbers


def begun(rows: Rows, opens: int, closes: int) -> Begun:
    """The stops between two moments: where an event may begin, or evenly spaced ones where those are too many.

    An event without a known beginning counts from the first stop on; one that begins later than ``closes``, never.
    """
    times = rows.index.times
    known = rows.where(rows.of(times.dated) & rows.of(rows.index.plausible))
    first, last = known.of(times.first), known.of(times.last)
    first = np.sort(
        first[(first < closes) & (last > opens)], kind="stable"
    )  # they mostly stand in that order
    inside = first[(first > opens) & (first != EVER_BEFORE)]
    stops = np.unique(inside[:: max(len(inside) // (50 * MOST_STOPS), 1)])
    if len(stops) > MOST_STOPS or len(inside) > 50 * MOST_STOPS:
        stops = np.linspace(opens, closes, MOST_STOPS + 1)[1:-1].astype(np.int64)
    moments = np.concatenate([np.array([opens]), stops, np.array([closes])])
    return Begun(moments, np.searchsorted(first, moments, side="right"))
