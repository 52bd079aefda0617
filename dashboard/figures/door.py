"""Figures for people at a keyboard: a plotly figure of whatever holds events, and a drawing for a notebook."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dashboard.errors import SelectionError
from dashboard.figures.render import titled
from dashboard.figures.timeline import timeline
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS
from dashboard.table.dataset import by_time, typed
from dashboard.table.lanes import LANES, LanesBy
from dashboard.table.zones import home_zone

_LEAST_PX = 100


@dataclass(frozen=True, slots=True)
class FigureLook:
    """How a figure is wanted: its lanes, the clock of its times ("" that of most events), its title and size in pixels."""

    lanes_by: str = LanesBy.PLACE
    zone: str = ""
    title: str = ""
    width: int = 1000
    height: int | None = None


def figure_of(of: pd.DataFrame | Dataset, look: FigureLook) -> go.Figure:
    """The timeline of a dataset or an event table; the table may come from a file, columns in any order.

    Raises SelectionError for lanes there are none of and sizes that hold nothing, TypeError for what holds no events.
    """
    _check(look)
    dataset = _dataset(of)
    figure = timeline(
        dataset.events,
        zone=look.zone or home_zone(dataset.index),
        lanes_by=look.lanes_by,
        reports=dataset.reports,
        width_px=look.width,
        mentions=dataset.mentions if len(dataset.mentions) else None,
    )
    if look.title:
        figure = titled(figure, look.title)
    size = {"width": look.width} | ({"height": look.height} if look.height else {})
    return go.Figure({**figure, "layout": {**figure["layout"], **size}})


def _check(look: FigureLook) -> None:
    if look.lanes_by not in LANES:
        msg = f"there are no lanes by {look.lanes_by!r}; there are lanes by {', '.join(LANES)}"
        raise SelectionError(msg)
    for side, pixels in (("width", look.width), ("height", look.height)):
        if pixels is not None and not (isinstance(pixels, int) and pixels >= _LEAST_PX):
            msg = f"{side} is a whole number of pixels, {_LEAST_PX} at least, not {pixels!r}"
            raise SelectionError(msg)


def _dataset(of: pd.DataFrame | Dataset) -> Dataset:
    if isinstance(of, Dataset):
        return of
    if "event_type" not in of:
        msg = f"timeline takes an event table (as event_table gives it), not one of {', '.join(map(str, of.columns[:5])) or 'no columns'}"
        raise TypeError(msg)
    nothing = Dataset.from_rows()
    return Dataset(by_time(typed(of, EVENT_COLUMNS)), nothing.mentions, nothing.reports)
