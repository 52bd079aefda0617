"""The stretch of time that is drawn for a window, which may be open on a side."""

from datetime import datetime, timedelta

import pandas as pd

from dashboard.exchange.provenance import Window
from dashboard.figures.view import MARGIN
from dashboard.table.epochs import MISSING, instant, moment_of
from dashboard.table.index import Rows, rows_of
from dashboard.temporal.calendar.interval import moved

DrawnWindow = tuple[datetime, datetime]
_DAY = timedelta(days=1)


def drawn_window(events: pd.DataFrame | Rows, asked: Window) -> DrawnWindow | None:
    """The window to be drawn; an open side ends a little beyond the events. None when all is drawn."""
    start, end = asked
    if start is None and end is None:
        return None
    bounds = plausible_bounds(events) if start is None or end is None else None
    first = start or (bounds[0] if bounds else moved(end, -_DAY) if end else None)
    last = end or (bounds[1] if bounds else moved(start, _DAY) if start else None)
    if first is None or last is None or first >= last:
        return None
    room = MARGIN * (last - first)  # for the arrow of what is still going on
    return (start or moved(first, -room), end or moved(last, room))


def reached(rows: Rows, window: DrawnWindow | None) -> Rows:
    """Those with a time that reach into what is drawn."""
    times = rows.index.times
    return rows.where(rows.of(times.dated if window is None else times.reaching(*map(instant, window))))


def plausible_bounds(events: pd.DataFrame | Rows) -> DrawnWindow | None:
    """From the first start to the last end of the events whose year can be meant."""
    rows = rows_of(events)
    if rows.at is None:
        return rows.index.once.of("bounds", lambda: _bounds(rows))
    return _bounds(rows)


def _bounds(rows: Rows) -> DrawnWindow | None:
    known = rows.where(rows.of(rows.index.plausible))
    starts, ends = map(known.of, rows.index.edges)
    starts, ends = starts[starts != MISSING], ends[ends != MISSING]
    if not len(starts) or not len(ends) or starts.min() >= ends.max():
        return None
    return moment_of(int(starts.min())), moment_of(int(ends.max()))
