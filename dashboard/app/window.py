"""The window looked through: its presets, and the stretch of time that is drawn for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pandas as pd

from dashboard.app.clock import latest
from dashboard.app.url import View
from dashboard.figures.view import MARGIN
from dashboard.table import Dataset
from dashboard.table.epochs import plausible
from dashboard.temporal.calendar.interval import moved

_DAY = timedelta(days=1)

Window = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Preset:
    """A window with a name; open on both sides for all."""

    words: str
    start: datetime | None
    end: datetime | None


def presets(dataset: Dataset, report_id: str) -> tuple[Preset, ...]:
    """All; the events of one report; the last day and week of reports."""
    return tuple(_presets(dataset, report_id))


def span(events: pd.DataFrame, view: View) -> Window | None:
    """The window to be drawn; an open side ends a little beyond the events. None when all is drawn."""
    start, end = view.window
    if start is None and end is None:
        return None
    bounds = _bounds(events)
    first = start or (bounds[0] if bounds else moved(end, -_DAY) if end else None)
    last = end or (bounds[1] if bounds else moved(start, _DAY) if start else None)
    if first is None or last is None or first >= last:
        return None
    room = MARGIN * (last - first)  # for the arrow of what is still going on
    return (start or moved(first, -room), end or moved(last, room))


def _presets(dataset: Dataset, report_id: str) -> Iterator[Preset]:
    yield Preset("All", None, None)
    told = dataset.mentions.loc[dataset.mentions["report_id"] == report_id, "event_id"]
    bounds = _bounds(dataset.events[dataset.events["event_id"].isin(told)])
    if bounds:
        yield Preset("This report", *bounds)
    last = latest(dataset)
    if last:
        end = last + _DAY
        yield Preset("24 h", end - _DAY, end)
        yield Preset("7 days", end - 7 * _DAY, end)


def _bounds(events: pd.DataFrame) -> Window | None:
    events = events[plausible(events)]
    first, last = events["start"].min(), events["end"].max()
    if pd.isna(first) or pd.isna(last) or first >= last:
        return None
    return first.to_pydatetime(), last.to_pydatetime()
