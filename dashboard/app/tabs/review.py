"""The tab of the review: how far it is, and which events to look at first, each with the reason."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dash import html
from dash.development.base_component import Component

from dashboard.app.editing.form import go
from dashboard.app.editing.mode import Mode
from dashboard.app.editing.queue import queue_of, why
from dashboard.app.links import link
from dashboard.app.tabs.tab import Tab
from dashboard.app.url import View
from dashboard.table import Dataset
from dashboard.table.describe import title, when

if TYPE_CHECKING:
    import pandas as pd

REVIEW = "review"
_MOST = 50
_KEYS = "Keys: a accepts the open event, r rejects it, e edits it, n goes on to the next."


def review(view: View, dataset: Dataset) -> list[Component]:
    """How far the review of what the filters leave is, and the first of the queue."""
    queue = queue_of(dataset, view)
    events = dataset.events.iloc[queue.left[:_MOST]]
    items = [html.Li(_asked(row, view)) for _, row in events.iterrows()]
    left = "" if len(queue.left) <= _MOST else f" The first {_MOST} of {len(queue.left):,} that are left:"
    return [
        html.P(f"{queue.done:,} of {queue.of:,} reviewed"),
        html.P(f"{_KEYS}{left}", className="hint"),
        html.Div([go("Add an event by hand", {"edit": Mode.ADD}), go("Correct all in view", {"edit": Mode.MANY})], className="buttons"),
        html.Ol(items),
    ]  # fmt: skip


def _asked(event: "pd.Series[Any]", view: View) -> list[Component | str]:
    """A link that opens an event, and why it is asked."""
    event_id, place = str(event["event_id"]), str(event["location"])
    words = f"{title(event)}{f', {place}' if place else ''}: {when(event)}"
    look = "here" if event_id == view.event else ""
    reasons = why(event)
    return [
        link(words, replace(view, event=event_id, edit=""), look=look),
        f" – {reasons}" if reasons else "",
    ]


TAB = Tab(REVIEW, "Review", review)
