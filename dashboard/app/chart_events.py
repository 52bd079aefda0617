"""Pointing at the chart: a click opens an event, a zoom sets the window, a lane's name folds it or asks for it alone."""

from dataclasses import replace

import pandas as pd

from dashboard.app.clock import zone_of
from dashboard.app.outlook import lanes_of
from dashboard.app.part import Said
from dashboard.app.url import View
from dashboard.figures.axes import NAMES, Press
from dashboard.figures.overview import moments
from dashboard.table import Dataset
from dashboard.table.filters import UNSAID
from dashboard.table.index import Rows
from dashboard.table.lanes import NAMELESS, REGIONS, LanesBy, in_lane
from dashboard.table.place_tree import place_key
from dashboard.table.ways import LEVELS, NO_PLACE

_FILTERS = {
    LanesBy.TYPE: "event_types",
    LanesBy.ACTOR: "actors",
    LanesBy.SOURCE: "sources",
    LanesBy.DATASET: "datasets",
    LanesBy.REVIEW: "reviews",
}


def pressed(view: View, click: Said, dataset: Dataset) -> View:
    """The view after a click: on a mark with its event open, on a lane's name with the lane folded, opened or alone."""
    data = _under(click)
    if isinstance(data, list) and data[:1] == [NAMES] and len(data) == 3:
        return _named(view, str(data[1]), str(data[2]), dataset)
    return replace(view, event=str(data)) if isinstance(data, str) and data else view


def zoomed(view: View, moved: Said, dataset: Dataset) -> View:
    """The view after the chart was zoomed or moved; a double click shows all."""
    said = moved or {}
    if said.get("xaxis.autorange"):
        return view.through(None, None)
    edges = said.get("xaxis.range") or [said.get("xaxis.range[0]"), said.get("xaxis.range[1]")]
    zone = zone_of(view, dataset)
    return view.through(*moments(str(edges[0]), str(edges[1]), zone)) if all(edges) else view


def toggled(view: View, lane: str) -> View:
    """The view with a lane folded, or opened again."""
    rest = tuple(each for each in view.folded if each != lane)
    return replace(view, folded=rest if lane in view.folded else (*rest, lane))


def alone(view: View, lane: str, dataset: Dataset) -> View:
    """The view with nothing but a lane's events; the same for a lane of many small ones, and where no filter goes by it."""
    by = lanes_of(view, dataset)
    here = in_lane(dataset.index.everything, by, lane)
    if not len(here):
        return view
    if by in REGIONS:
        return view.choosing(places=_places(here.frame(list(LEVELS)), by))
    if by is LanesBy.SIDE:
        return view.choosing(actors=_each(here, "actor1"))
    value = "" if lane == NAMELESS[by] and by is not LanesBy.REVIEW else lane
    return view.choosing(**{_FILTERS[by]: (value or UNSAID,)}) if by in _FILTERS else view


def _places(events: pd.DataFrame, by: LanesBy) -> tuple[str, ...]:
    """The keys of the place tree that these events hang on, as deep as their lanes go."""
    levels = list(LEVELS)[: len(LEVELS) - REGIONS.index(by)]
    named = events[by].astype(str).ne("").any()
    ways = events[levels if named else list(LEVELS)].drop_duplicates().astype(str).itertuples(index=False)
    return tuple(place_key(*way) if any(way) else NO_PLACE for way in ways)


def _each(rows: Rows, column: str) -> tuple[str, ...]:
    return tuple(str(each) or UNSAID for each in rows.frame([column])[column].unique())


def _named(view: View, lane: str, press: str, dataset: Dataset) -> View:
    return alone(view, lane, dataset) if press == Press.ALONE else toggled(view, lane)


def _under(click: Said) -> object:
    """What the point under a click carries; nothing on a strip of counts."""
    points = (click or {}).get("points") or [{}]
    return points[0].get("customdata")
