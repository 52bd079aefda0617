"""Figures for people at a keyboard: a plotly figure of whatever holds events, and a drawing for a notebook."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.errors import SelectionError
from dashboard.figures.timeline import timeline
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS
from dashboard.table.dataset import by_time, typed
from dashboard.table.lanes import LANES


def figure_of(of: pd.DataFrame | Dataset, lanes_by: str, zone: str, width: int) -> go.Figure:
    """The timeline of a dataset or an event table; the table may come from a file, columns in any order.

    Raises SelectionError for lanes there are none of, and TypeError for what holds no events.
    """
    if lanes_by not in LANES:
        msg = f"there are no lanes by {lanes_by!r}; there are lanes by {', '.join(LANES)}"
        raise SelectionError(msg)
    dataset = _dataset(of)
    figure = timeline(
        dataset.events,
        zone=zone or _zone(dataset.events),
        lanes_by=lanes_by,
        reports=dataset.reports,
        width_px=width,
        mentions=dataset.mentions if len(dataset.mentions) else None,
    )
    return go.Figure({**figure, "layout": {**figure["layout"], "width": width}})


def _dataset(of: pd.DataFrame | Dataset) -> Dataset:
    if isinstance(of, Dataset):
        return of
    if not isinstance(of, pd.DataFrame) or "event_type" not in of:
        msg = "timeline takes an event table (as event_table gives it), a Dataset, a Reading or a text"
        raise TypeError(msg)
    nothing = Dataset.from_rows()
    return Dataset(by_time(typed(of, EVENT_COLUMNS)), nothing.mentions, nothing.reports)


def _zone(events: pd.DataFrame) -> str:
    """The zone most events are told in."""
    zones = events["timezone"].astype(str)
    told = zones[zones != ""].mode()
    return str(told.iloc[0]) if len(told) else "UTC"
