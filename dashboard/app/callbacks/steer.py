"""Controls and the address: what a person sets goes into the address, and Back sets the controls again.

One callback is both: Dash lets a callback read and write the same parts, and only so is there no race
between a quick second click and the answer to the first.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from dash import Dash, Input, Output, ctx, no_update

from dashboard.app import ids
from dashboard.app.clock import box_words, home_zone, moment_of, reference_of, zone_of
from dashboard.app.explained import report_of
from dashboard.app.limits import MOST_VALUES
from dashboard.app.links import href
from dashboard.app.rail import FACETS, narrowed
from dashboard.app.url import View, known_zone, view_of
from dashboard.errors import DateError
from dashboard.table import Dataset
from dashboard.temporal import read_moment

Said = dict[str, Any]

CONTROLS = {
    ids.SEARCH: "value",
    ids.PLACES: "data",
    **{ids.facet(facet.column): "data" for facet in FACETS},
    ids.MUST: "value",
    ids.LANES_BY: "value",
    ids.FOLDED: "value",
    ids.ZONE: "value",
    ids.TABS: "value",
    ids.REPORT_PICK: "value",
    ids.TABLE: "selectedRows",
    ids.FROM: "value",
    ids.TO: "value",
}
_SETTLED = (ids.PLACES, ids.FOLDED, ids.FROM, ids.TO)  # may say something else once read


@dataclass(frozen=True, slots=True)
class Typed:
    """What a box says after it was read: its moment, or what is wrong with the words."""

    moment: datetime | None = None
    trouble: str = ""


def register(app: Dash, load: Callable[[], Dataset]) -> None:
    """The callback between controls and address."""

    @app.callback(
        output={
            "search": Output(ids.URL, "search"),
            "controls": {part: Output(part, prop) for part, prop in CONTROLS.items()},
            "errors": {part: Output(part, "error") for part in (ids.FROM, ids.TO)},
        },
        inputs={
            "search": Input(ids.URL, "search"),
            "controls": {part: Input(part, prop) for part, prop in CONTROLS.items()},
        },
    )
    def steer(search: str, controls: Said) -> dict[str, object]:
        view, dataset = view_of(search), load()
        if ctx.triggered_id in (None, ids.URL) or len(ctx.triggered_prop_ids) > 1:
            return answer(no_update, shown(view, dataset), "", "")
        return taken(view, dataset, controls, str(ctx.triggered_id))


def shown(view: View, dataset: Dataset) -> Said:
    """What each control says for a view."""
    selection, zone = view.selection, zone_of(view, dataset)
    return {
        ids.SEARCH: selection.text,
        ids.PLACES: list(selection.places),
        **{ids.facet(facet.column): list(getattr(selection, facet.field)) for facet in FACETS},
        ids.MUST: "must" if selection.must else "may",
        ids.LANES_BY: view.lanes_by,
        ids.FOLDED: list(view.folded),
        ids.ZONE: zone,
        ids.TABS: view.tab,
        ids.REPORT_PICK: report_of(view, dataset) or None,
        ids.TABLE: [{"event_id": view.event}] if view.event else [],
        ids.FROM: box_words(selection.start, zone, last=False),
        ids.TO: box_words(selection.end, zone, last=True),
    }


def taken(view: View, dataset: Dataset, controls: Said, touched: str) -> dict[str, object]:
    """The address after a control was touched, and what other controls then say."""
    after, trouble = _opened(steered(view, dataset, controls), controls, touched), ""
    if touched in (ids.FROM, ids.TO):
        last = touched == ids.TO
        edge = typed(controls[touched] or "", dataset, zone_of(after, dataset), last=last)
        after, trouble = through(after, edge, last=last)
    said = shown(after, dataset)
    settled = {part: said[part] for part in _SETTLED if said[part] != controls[part]}
    if trouble:
        settled.pop(touched, None)
    errors = (trouble if touched == ids.FROM else "", trouble if touched == ids.TO else "")
    search = no_update if after == view else href(after)
    return answer(search, dict.fromkeys(CONTROLS, no_update) | settled, *errors)


def steered(view: View, dataset: Dataset, controls: Said) -> View:
    """The view with every control's value; the window and what is open stay."""
    facets = {facet.field: tuple(controls[ids.facet(facet.column)] or ()) for facet in FACETS}
    zone = known_zone(controls[ids.ZONE] or "")
    places = narrowed(view.selection.places, (controls[ids.PLACES] or ())[: 2 * MOST_VALUES])
    chosen_ = view.choosing(
        **facets, places=places, text=(controls[ids.SEARCH] or "").strip(), must=controls[ids.MUST] == "must"
    )
    return replace(
        chosen_,
        lanes_by=controls[ids.LANES_BY],
        folded=tuple(controls[ids.FOLDED] or ()) if controls[ids.LANES_BY] == view.lanes_by else (),
        zone="" if zone == home_zone(dataset) else zone,
        tab=controls[ids.TABS],
    )


def typed(words: str, dataset: Dataset, zone: str, *, last: bool) -> Typed:
    """A typed date as a moment; empty words open that side."""
    if not words.strip():
        return Typed()
    reference = reference_of(dataset, zone)
    try:
        return Typed(moment_of(read_moment(words, reference), zone, last=last))
    except DateError as error:
        return Typed(trouble=str(error))


def through(view: View, edge: Typed, *, last: bool) -> tuple[View, str]:
    """The view with one edge of its window moved, and what is wrong when it can't be."""
    start, end = view.window
    start, end = (start, edge.moment) if last else (edge.moment, end)
    if edge.trouble:
        return view, edge.trouble
    if start is not None and end is not None and start >= end:
        return view, "From has to be before To; the window stays as it was"
    return view.through(start, end), ""


def answer(search: object, controls: Said, from_trouble: str, to_trouble: str) -> dict[str, object]:
    """What the callback gives back."""
    return {"search": search, "controls": controls, "errors": {ids.FROM: from_trouble, ids.TO: to_trouble}}


def _opened(view: View, controls: Said, touched: str) -> View:
    """The view with what a row or the choice of report opens."""
    if touched == ids.REPORT_PICK:
        return replace(view, report=controls[touched] or "")
    if touched == ids.TABLE and controls[touched]:
        return replace(view, event=str(controls[touched][0]["event_id"]))
    return view
