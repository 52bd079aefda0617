"""What filters leave: the counts in the rail, the chips, the number above, and where exports lead."""

from collections.abc import Callable

from dash import Dash, Input, Output, State, html, no_update
from dash.development.base_component import Component

from dashboard.app import ids
from dashboard.app.chips import active, cleared, without
from dashboard.app.clock import zone_note, zone_of
from dashboard.app.explained import report_of
from dashboard.app.light import light, light_id
from dashboard.app.limits import MOST_CHIPS
from dashboard.app.links import cross, link
from dashboard.app.picker import Names, counts_id, names_id, version_id
from dashboard.app.rail import FACETS, PICKERS, choices, places
from dashboard.app.topbar import export_lines
from dashboard.app.tray import tray
from dashboard.app.url import View, search_of, view_of
from dashboard.app.window import presets
from dashboard.figures.timeline import undated
from dashboard.table import Dataset
from dashboard.table.filter_words import Filter
from dashboard.table.filters import select


def register(app: Dash, load: Callable[[], Dataset]) -> None:
    """The callbacks that count."""

    @app.callback(
        {part: Output(names_id(part), "data") for part in PICKERS},
        {part: Output(version_id(part), "data") for part in PICKERS},
        {part: Output(counts_id(part), "data") for part in PICKERS},
        Input(ids.WANTED, "data"),
        {part: State(version_id(part), "data") for part in PICKERS},
    )
    def rail(wanted: str, known: dict[str, str | None]) -> tuple[object, object, object]:
        found = offered(load(), view_of(wanted))
        names = {
            part: no_update if told.version == known[part] else told.as_data()
            for part, (told, _) in found.items()
        }
        versions = {part: told.version for part, (told, _) in found.items()}
        return names, versions, {part: counts for part, (_, counts) in found.items()}

    @app.callback(
        Output(ids.COUNT, "children"),
        Output(light_id(ids.CHIPS), "data"),
        Output(light_id(ids.UNDATED), "data"),
        Input(ids.URL, "search"),
    )
    def left(search: str) -> tuple[object, ...]:
        view, dataset = view_of(search), load()
        wanted = select(dataset.events, view.selection)
        count = counted(len(wanted), len(dataset.events))
        return count, light(chips(view, zone_of(view, dataset))), light(tray(undated(wanted), view))

    @app.callback(
        Output(ids.ZONE_NOTE, "children"), Output(light_id(ids.PRESETS), "data"), Input(ids.URL, "search")
    )
    def window(search: str) -> tuple[object, ...]:
        view, dataset = view_of(search), load()
        return f"Times in {zone_note(view, dataset)}", light(preset_links(view, dataset))

    @app.callback({part: Output(part, "href") for part in export_lines()}, Input(ids.URL, "search"))
    def exports(search: str) -> dict[str, str]:
        query = search_of(view_of(search))
        return {part: f"{path}{query}" for part, path in export_lines().items()}


def offered(dataset: Dataset, view: View) -> dict[str, tuple[Names, list[int]]]:
    """Every picker's choices, and the number of events each would leave."""
    facets = {ids.facet(facet.column): choices(dataset.events, view, facet) for facet in FACETS}
    return {ids.PLACES: places(dataset, view), **facets}


def counted(wanted: int, of: int) -> str:
    """How much is shown of how much.

    >>> counted(143, 1208)
    '143 of 1,208 events'
    """
    return f"{wanted:,} of {of:,} event{'' if of == 1 else 's'}"


def chips(view: View, zone: str) -> list[Component]:
    """What of the address is passed over, a chip for each filter that is on, and one that lifts them all."""
    notes: list[Component] = [html.Span(each, className="hint") for each in view.notes]
    filters = active(view, zone)
    if not filters:
        return notes
    shown = [_chip(each, view) for each in filters[:MOST_CHIPS]]
    return [*notes, *shown, *_more(len(filters)), link("Clear all", cleared(view), look="clear")]


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
    filters = active(view, zone)
    buttons = [
        link(["Lift ", html.B(each.words)], without(view, each.field, each.value), look="button")
        for each in filters[:MOST_CHIPS]
    ]
    return [
        *buttons,
        *_more(len(filters)),
        *([link("Clear all", cleared(view), look="button")] if len(filters) > 1 else []),
    ]


def _more(count: int) -> list[Component]:
    """How many filters are on beside those shown: each link repeats the whole address."""
    left = count - MOST_CHIPS
    return [html.Span(f"and {left:,} more", className="hint")] if left > 0 else []


def _chip(each: Filter, view: View) -> Component:
    words = [html.Span("Lift ", className="unseen"), html.Span(each.words, className="words"), cross()]
    return link(words, without(view, each.field, each.value), look="chip", hint="Lift this filter")
