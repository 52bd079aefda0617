"""What filters leave: the counts in the rail, the chips, the number above, and where exports lead."""

from collections.abc import Callable

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from dashboard.app import ids
from dashboard.app.chips import Filter, active, cleared, without
from dashboard.app.clock import zone_note, zone_of
from dashboard.app.explained import report_of
from dashboard.app.links import cross, link
from dashboard.app.rail import FACETS, choices, tree
from dashboard.app.topbar import export_lines
from dashboard.app.tray import tray
from dashboard.app.url import View, search_of, view_of
from dashboard.app.window import presets
from dashboard.figures.timeline import undated
from dashboard.table import Dataset
from dashboard.table.filters import select


def register(app: Dash, load: Callable[[], Dataset]) -> None:
    """The callbacks that count."""

    @app.callback(
        Output(ids.PLACES, "children"),
        {facet.column: Output(ids.facet(facet.column), "children") for facet in FACETS},
        Input(ids.WANTED, "data"),
    )
    def rail(wanted: str) -> tuple[object, object]:
        view, events = view_of(wanted), load().events
        return tree(events, view), {facet.column: choices(events, view, facet) for facet in FACETS}

    @app.callback(
        Output(ids.COUNT, "children"),
        Output(ids.CHIPS, "children"),
        Output(ids.UNDATED, "children"),
        Input(ids.URL, "search"),
    )
    def left(search: str) -> tuple[object, ...]:
        view, dataset = view_of(search), load()
        wanted = select(dataset.events, view.selection)
        count = counted(len(wanted), len(dataset.events))
        return count, chips(view, zone_of(view, dataset)), tray(undated(wanted), view)

    @app.callback(
        Output(ids.ZONE_NOTE, "children"), Output(ids.PRESETS, "children"), Input(ids.URL, "search")
    )
    def window(search: str) -> tuple[object, ...]:
        view, dataset = view_of(search), load()
        return f"Times in {zone_note(view, dataset)}", preset_links(view, dataset)

    @app.callback({part: Output(part, "href") for part in export_lines()}, Input(ids.URL, "search"))
    def exports(search: str) -> dict[str, str]:
        query = search_of(view_of(search))
        return {part: f"{path}{query}" for part, path in export_lines().items()}


def counted(wanted: int, of: int) -> str:
    """How much is shown of how much.

    >>> counted(143, 1208)
    '143 of 1,208 events'
    """
    return f"{wanted:,} of {of:,} event{'' if of == 1 else 's'}"


def chips(view: View, zone: str) -> list[Component]:
    """A chip for each filter that is on, and one that lifts them all."""
    filters = active(view, zone)
    if not filters:
        return []
    return [*(_chip(each, view) for each in filters), link("Clear all", cleared(view), look="clear")]


def preset_links(view: View, dataset: Dataset) -> list[Component]:
    """The named windows; the one looked through is marked."""
    return [
        link(
            each.words,
            view.through(each.start, each.end),
            look="preset on" if (each.start, each.end) == view.window else "preset",
        )
        for each in presets(dataset, report_of(view, dataset))
    ]


def lifted(view: View, zone: str) -> list[Component]:
    """A button for each filter that is on, for a view that shows nothing."""
    return [
        link(["Lift ", html.B(each.words)], without(view, each.field, each.value), look="button")
        for each in active(view, zone)
    ]


def _chip(each: Filter, view: View) -> Component:
    words = [html.Span("Lift ", className="unseen"), html.Span(each.words, className="words"), cross()]
    return link(words, without(view, each.field, each.value), look="chip", hint="Lift this filter")
