"""The events that a chart has no place for, and what a picture says of them."""

from datetime import datetime

import pandas as pd

from dashboard.table.describe import named
from dashboard.table.index import Rows, rows_of
from dashboard.wording.say import one_by_one, say, so_many, to_say

OUTSIDE = to_say("more than a century away")
_NAMED = 5


def undated(events: pd.DataFrame | Rows) -> pd.DataFrame:
    """Events with no usable time: they belong in the tray, never at 00:00 and never in 1970."""
    return undated_rows(rows_of(events)).frame()


def undated_rows(rows: Rows) -> Rows:
    """The same, of which nothing is copied yet."""
    return rows.where(~rows.of(rows.index.times.dated))


def undrawn(events: pd.DataFrame | Rows, window: tuple[datetime | None, datetime | None]) -> tuple[str, ...]:
    """What a picture through that window says of the events it has no place for; nothing when it shows them all.

    A window that was asked for shows what lies in it; without one, an event a century away is left outside.
    """
    rows = rows_of(events)
    far = rows.where(~rows.of(rows.index.plausible)) if window == (None, None) else rows.first(0)
    left = (
        (undated(events), say("with no usable time")),
        (far.frame(), say("more than a century away from the report's day: check the year")),
    )
    return tuple(
        say("not drawn: {events} {why} ({names})", events=many(len(rows)), why=why, names=_names(rows))
        for rows, why in left
        if len(rows)
    )


def many(count: int) -> str:
    """So many events, in words."""
    return so_many("{count} event", "{count} events", count)


def _names(events: pd.DataFrame) -> str:
    """The first few events by what and where they are."""
    rows = events.head(_NAMED).to_dict("records")
    names = [named(row) for row in rows]
    more = f" {say('and {left} more', left=len(events) - _NAMED)}" if len(events) > _NAMED else ""
    return f"{one_by_one(names)}{more}"
