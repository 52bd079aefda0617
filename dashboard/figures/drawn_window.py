"""The stretch of time that is drawn for a window, which may be open on a side."""

from datetime import datetime, timedelta

import pandas as pd

from dashboard.exchange.provenance import Window
from dashboard.figures.view import MARGIN
from dashboard.table.epochs import plausible
from dashboard.temporal.calendar.interval import moved

DrawnWindow = tuple[datetime, datetime]
_DAY = timedelta(days=1)


def drawn_window(events: pd.DataFrame, asked: Window) -> DrawnWindow | None:
    """The window to be drawn; an open side ends a little beyond the events. None when all is drawn."""
    start, end = asked
    if start is None and end is None:
        return None
    bounds = plausible_bounds(events)
    first = start or (bounds[0] if bounds else moved(end, -_DAY) if end else None)
    last = end or (bounds[1] if bounds else moved(start, _DAY) if start else None)
    if first is None or last is None or first >= last:
        return None
    room = MARGIN * (last - first)  # for the arrow of what is still going on
    return (start or moved(first, -room), end or moved(last, room))


def plausible_bounds(events: pd.DataFrame) -> DrawnWindow | None:
    """From the first start to the last end of the events whose year can be meant."""
    events = events[plausible(events)]
    first, last = events["start"].min(), events["end"].max()
    if pd.isna(first) or pd.isna(last) or first >= last:
        return None
    return first.to_pydatetime(), last.to_pydatetime()
