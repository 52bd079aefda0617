"""Pointing at the chart: a click opens an event, a drag sets the window, a lane's name folds it or asks for it alone."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
from dash import Dash, Input, Output, State, no_update

from dashboard.app import ids
from dashboard.app.clock import zone_of
from dashboard.app.links import href
from dashboard.app.url import View, view_of
from dashboard.figures.axes import ALONE
from dashboard.figures.overview import moments
from dashboard.table import Dataset
from dashboard.table.filters import LEVELS, NO_PLACE, UNSAID
from dashboard.table.lanes import NAMELESS, lane_values
from dashboard.table.place_tree import place_key

_FILTERS = {"location": "places", "event_type": "event_types", "actor1": "actors", "source": "sources"}

Said = dict[str, Any] | None


def register(app: Dash, load: Callable[[], Dataset]) -> None:
    """The callbacks of the chart, the strip above it and the table below it."""

    def address() -> Output:
        return Output(ids.URL, "search", allow_duplicate=True)

    @app.callback(
        address(), Input(ids.TIMELINE, "clickData"), State(ids.URL, "search"), prevent_initial_call=True
    )
    def open_clicked(click: Said, search: str) -> object:
        event = clicked(click)
        return href(replace(view_of(search), event=event)) if event else no_update

    @app.callback(
        address(), Input(ids.TIMELINE, "relayoutData"), State(ids.URL, "search"), prevent_initial_call=True
    )
    def zoom(moved: Said, search: str) -> object:
        view = view_of(search)
        after = zoomed(view, moved, zone_of(view, load()))
        return no_update if after == view else href(after)

    @app.callback(
        address(), Input(ids.OVERVIEW, "relayoutData"), State(ids.URL, "search"), prevent_initial_call=True
    )
    def drag(moved: Said, search: str) -> object:
        view = view_of(search)
        after = dragged(view, moved, zone_of(view, load()))
        return no_update if after == view else href(after)

    @app.callback(
        address(),
        Input(ids.TIMELINE, "clickAnnotationData"),
        State(ids.URL, "search"),
        prevent_initial_call=True,
    )
    def fold(click: Said, search: str) -> object:
        name = (click or {}).get("annotation") or {}
        view, lane = view_of(search), name.get("name", "")
        if not lane:
            return no_update
        return href(
            alone(view, lane, load().events)
            if name.get("hovertext", "").endswith(ALONE)
            else toggled(view, lane)
        )


def clicked(click: Said) -> str:
    """The event a click on the chart points at; empty on a heat strip."""
    points = (click or {}).get("points") or [{}]
    told = points[0].get("customdata")
    return str(told[0] if isinstance(told, list) and told else told or "")


def zoomed(view: View, moved: Said, zone: str) -> View:
    """The view after the chart was zoomed or moved; a double click shows all."""
    said = moved or {}
    if said.get("xaxis.autorange"):
        return view.through(None, None)
    edges = said.get("xaxis.range") or [said.get("xaxis.range[0]"), said.get("xaxis.range[1]")]
    return view.through(*moments(str(edges[0]), str(edges[1]), zone)) if all(edges) else view


def dragged(view: View, moved: Said, zone: str) -> View:
    """The view after a stretch was drawn on the strip, or the one drawn there was moved."""
    said = moved or {}
    drawn = said.get("selections")
    edges = (drawn[-1].get("x0"), drawn[-1].get("x1")) if drawn else _moved(said)
    first, last = sorted(str(edge) for edge in edges)
    return view.through(*moments(first, last, zone)) if all(edges) else view


def toggled(view: View, lane: str) -> View:
    """The view with a lane folded, or opened again."""
    rest = tuple(each for each in view.folded if each != lane)
    return replace(view, folded=rest if lane in view.folded else (*rest, lane))


def alone(view: View, lane: str, events: pd.DataFrame) -> View:
    """The view with nothing but a lane's events; the same for a lane of many small ones."""
    by = view.lanes_by
    value = "" if lane == NAMELESS[by] else lane
    here = lane_values(events, by) == value
    if not here.any():
        return view
    return view.choosing(**{_FILTERS[by]: _places(events[here]) if by == "location" else (value or UNSAID,)})


def _places(events: pd.DataFrame) -> tuple[str, ...]:
    """The keys of the place tree that these events hang on."""
    ways = events[list(LEVELS)].drop_duplicates().astype(str).itertuples(index=False)
    return tuple(place_key(*way) if any(way) else NO_PLACE for way in ways)


def _moved(said: dict[str, Any]) -> tuple[str | None, str | None]:
    """Both edges of a stretch that was moved or stretched by its handles."""
    found = {key.rpartition(".")[2]: value for key, value in said.items() if key.startswith("selections[")}
    return found.get("x0"), found.get("x1")
