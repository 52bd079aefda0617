"""The tab of running totals: sums over days, towns or a whole war."""

from dash import html
from dash.development.base_component import Component

from dashboard.app.tabs.phrases import listed, unread_of
from dashboard.app.tabs.tab import Tab
from dashboard.app.url import View
from dashboard.table import Dataset
from dashboard.wording.say import say, to_say

TOTALS = "totals"

_NONE = to_say("These reports tell no running total.")
_WHAT = to_say(
    "Sums that reports tell over days, towns or a whole war. They count events that may be here already, "
    "so they are never events themselves."
)


def totals(view: View, dataset: Dataset) -> list[Component]:
    """The running totals, report by report."""
    left = unread_of(dataset)
    if not left.totals:
        return [html.P(say(_NONE), className="hint")]
    return [html.P(say(_WHAT), className="hint"), listed(left.totals, left, view)]


TAB = Tab(TOTALS, to_say("Running totals"), totals, lambda dataset: len(unread_of(dataset).totals))
