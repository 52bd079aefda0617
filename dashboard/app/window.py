"""The window looked through: its presets, and the stretch of time that is drawn for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pandas as pd

from dashboard.app.clock import latest
from dashboard.app.url import View
from dashboard.figures.drawn_window import DrawnWindow, drawn_window, plausible_bounds
from dashboard.table import Dataset

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Preset:
    """A window with a name; open on both sides for all."""

    words: str
    start: datetime | None
    end: datetime | None


def presets(dataset: Dataset, report_id: str) -> tuple[Preset, ...]:
    """All; the events of one report; the last day and week of reports."""
    return tuple(_presets(dataset, report_id))


def span(events: pd.DataFrame, view: View) -> DrawnWindow | None:
    """The window to be drawn for a view. None when all is drawn."""
    return drawn_window(events, view.window)


def _presets(dataset: Dataset, report_id: str) -> Iterator[Preset]:
    yield Preset("All", None, None)
    told = dataset.mentions.loc[dataset.mentions["report_id"] == report_id, "event_id"]
    bounds = plausible_bounds(dataset.events[dataset.events["event_id"].isin(told)])
    if bounds:
        yield Preset("This report", *bounds)
    last = latest(dataset)
    if last:
        end = last + _DAY
        yield Preset("24 h", end - _DAY, end)
        yield Preset("7 days", end - 7 * _DAY, end)
