"""The tab of the review: how far it is, and which events to look at first, each with the reason."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dash import Output, html
from dash.development.base_component import Component

from dashboard.app.case import Case
from dashboard.app.editing.form import do, go
from dashboard.app.editing.history import deleted_words
from dashboard.app.editing.mode import Mode
from dashboard.app.editing.queue import queue_of, why
from dashboard.app.editing.wording import in_a_line
from dashboard.app.hidden import deleted_of
from dashboard.app.light import light
from dashboard.app.links import link
from dashboard.app.own import Drawn
from dashboard.app.part import Answer, PagePart
from dashboard.app.tabs.tab import Tab
from dashboard.app.url import View
from dashboard.store import Deleted
from dashboard.table import Dataset
from dashboard.wording.say import say, so_many, to_say

if TYPE_CHECKING:
    import pandas as pd

REVIEW = "review"
DELETED = "review-deleted"
_MOST = 50
_MOST_DELETED = 200
_KEYS = to_say("Keys: a accepts the open event, r rejects it, e edits it, n goes on to the next.")


def review(view: View, dataset: Dataset) -> list[Component]:
    """How far the review of what the filters leave is, and the first of the queue."""
    queue = queue_of(dataset, view)
    events = dataset.events.iloc[queue.left[:_MOST]]
    items = [html.Li(_asked(row, view)) for _, row in events.iterrows()]
    left = (
        []
        if len(queue.left) <= _MOST
        else [say("The first {most} of {left} that are left:", most=_MOST, left=len(queue.left))]
    )
    return [
        html.P(say("{done} of {of} reviewed", done=queue.done, of=queue.of)),
        html.P(" ".join([say(_KEYS), *left]), className="hint"),
        html.Div([go(say("Add an event by hand"), {"edit": Mode.ADD}), go(say("Correct all in view"), {"edit": Mode.MANY})], className="buttons"),
        html.Ol(items),
    ]  # fmt: skip


def _asked(event: "pd.Series[Any]", view: View) -> list[Component | str]:
    """A link that opens an event, and why it is asked."""
    event_id = str(event["event_id"])
    look = "here" if event_id == view.event else ""
    reasons = why(event)
    return [
        link(in_a_line(event), replace(view, event=event_id, edit=""), look=look),
        f" – {reasons}" if reasons else "",
    ]


def deleted_ones(found: Sequence[Deleted]) -> Component | None:
    """The events that were deleted, folded: each with who, when and why, and a click that brings it back."""
    if not found:
        return None
    items = [html.Li(_deleted(each)) for each in found[:_MOST_DELETED]]
    left = len(found) - _MOST_DELETED
    more = (
        [
            html.Li(
                so_many("and {count} that was deleted before", "and {count} that were deleted before", left),
                className="hint",
            )
        ]
        if left > 0
        else []
    )
    heading = html.Summary(
        so_many(
            "{count} event deleted; to be brought back here",
            "{count} events deleted; to be brought back here",
            len(found),
        )
    )
    return html.Details([heading, html.Ul([*items, *more])], className="deleted")


def _deleted(each: Deleted) -> list[Component | str]:
    return [
        html.Span(f"{in_a_line(each.event)} "),
        html.Span(deleted_words(each.edit), className="hint", dir="auto"),
        do(say("Bring back"), "restore", {"ids": [each.event_id]}),
    ]


def _listed(view: View, dataset: Dataset, case: Case) -> object:
    return light(deleted_ones(deleted_of(case, dataset))) if view.tab == REVIEW else []


PART = PagePart(
    answers=(Answer((Output(DELETED, "data"),), _listed, of_case=True, heeds=lambda view: view.tab),),
)
TAB = Tab(REVIEW, to_say("Review"), review, above=lambda: [Drawn(id=DELETED)], part=PART)
