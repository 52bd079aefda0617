"""Events of other datasets that seem to be the open one: each with the reasons, and what may be made of it."""

from collections.abc import Iterator
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from dashboard.app.editing.form import go
from dashboard.app.editing.mode import JOIN
from dashboard.app.editing.regroup import leave_out
from dashboard.app.editing.wording import in_a_line, row_of
from dashboard.app.links import link
from dashboard.app.url import View
from dashboard.consolidation.links import Link, links_of
from dashboard.table import Dataset
from dashboard.table.columns import ReviewStatus
from dashboard.wording.retold import retold
from dashboard.wording.say import say

_MOST = 5


def alike(view: View, dataset: Dataset, *, hands: bool) -> Component | None:
    """The events that seem the same, from the likest on; None where none does."""
    found = dataset.once.lately(("links", view.event), lambda: links_of(dataset, view.event))
    items = [html.Li(list(_item(each, view, dataset, hands=hands))) for each in found[:_MOST]]
    more = (
        [html.P(say("and {left} more", left=len(found) - _MOST), className="hint")]
        if len(found) > _MOST
        else []
    )
    return (
        html.Section([html.H3(say("Seems the same as")), html.Ul(items, className="alike"), *more])
        if items
        else None
    )


def _item(found: Link, view: View, dataset: Dataset, *, hands: bool) -> Iterator[Component]:
    event = row_of(dataset, found.other_id)
    if event is None:
        return
    yield link(in_a_line(event), replace(view, event=found.other_id, edit=""))
    rejected = event["review_status"] == ReviewStatus.REJECTED
    of = (
        say("of {dataset}, rejected", dataset=found.dataset)
        if rejected
        else say("of {dataset}", dataset=found.dataset)
    )
    yield html.Div(f"{of}; {retold(found.why)}", className="hint", dir="auto")
    if hands and not rejected:
        yield html.Div(_hand(found, view, dataset), className="buttons")


def _hand(found: Link, view: View, dataset: Dataset) -> Component:
    """Both are joined where sentences tell of both; what rests on no report is left out beside the other."""
    told = dataset.mentions["event_id"].isin([found.event_id, found.other_id])
    if dataset.mentions.loc[told, "event_id"].nunique() == 2:
        return go(say("Join…"), {"edit": f"{JOIN}{view.event}", "event": found.other_id})
    return leave_out(found.other_id, found.event_id, say("The same: leave that one out"))
