"""Pointing at the chart: a click opens an event, a zoom sets the window, a lane's name folds it or asks for it alone."""

from dataclasses import replace

import pandas as pd

from dashboard.app.clock import zone_of
from dashboard.app.part import Said
from dashboard.app.url import View
from dashboard.figures.axes import ALONE
from dashboard.figures.overview import moments
from dashboard.table import Dataset
from dashboard.table.filters import UNSAID
from dashboard.table.lanes import FILTERS, NAMELESS, LanesBy, lane_values
from dashboard.table.place_tree import place_key
from dashboard.table.ways import LEVELS, NO_PLACE


def opened(view: View, click: Said, _: Dataset) -> View:
    """The view with the event under a click open; the same on a strip of counts."""
    return replace(view, event=clicked(click) or view.event)


def zoomed(view: View, moved: Said, dataset: Dataset) -> View:
    """The view after the chart was zoomed or moved; a double click shows all."""
    said = moved or {}
    if said.get("xaxis.autorange"):
        return view.through(None, None)
    edges = said.get("xaxis.range") or [said.get("xaxis.range[0]"), said.get("xaxis.range[1]")]
    zone = zone_of(view, dataset)
    return view.through(*moments(str(edges[0]), str(edges[1]), zone)) if all(edges) else view


def named(view: View, click: Said, dataset: Dataset) -> View:
    """The view after a click on a lane's name: folded, opened again, or alone."""
    name = (click or {}).get("annotation") or {}
    lane = name.get("name", "")
    if not lane:
        return view
    is_alone = (name.get("hovertext") or "").endswith(ALONE)
    return alone(view, lane, dataset.events) if is_alone else toggled(view, lane)


def clicked(click: Said) -> str:
    """The event a click on the chart points at; empty on a heat strip."""
    points = (click or {}).get("points") or [{}]
    data = points[0].get("customdata")
    return str(data[0] if isinstance(data, list) and data else data or "")


def toggled(view: View, lane: str) -> View:
    """The view with a lane folded, or opened again."""
    rest = tuple(each for each in view.folded if each != lane)
    return replace(view, folded=rest if lane in view.folded else (*rest, lane))


def alone(view: View, lane: str, events: pd.DataFrame) -> View:
    """The view with nothing but a lane's events; the same for a lane of many small ones."""
    by = LanesBy(view.lanes_by)
    value = "" if lane == NAMELESS[by] else lane
    here = lane_values(events, by) == value
    if not here.any():
        return view
    values = _places(events[here]) if by is LanesBy.PLACE else (value or UNSAID,)
    return view.choosing(**{FILTERS[by]: values})


def _places(events: pd.DataFrame) -> tuple[str, ...]:
    """The keys of the place tree that these events hang on."""
    ways = events[list(LEVELS)].drop_duplicates().astype(str).itertuples(index=False)
    return tuple(place_key(*way) if any(way) else NO_PLACE for way in ways)
