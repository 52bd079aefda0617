"""The tab of what was not read: every phrase that made no event, by reason."""

from collections import defaultdict

from dash import html
from dash.development.base_component import Component

from dashboard.app.tabs.phrases import UnreadPhrase, listed, unread_of
from dashboard.app.tabs.tab import Tab
from dashboard.app.url import View
from dashboard.table import Dataset
from dashboard.wording.retold import retold
from dashboard.wording.say import say, to_say

UNREAD = "unread"

_ALL_READ = to_say("Every time phrase in these reports belongs to an event.")
_LEFT = to_say("Seen in the reports, and not made into events. Nothing is dropped silently.")


def unread(view: View, dataset: Dataset) -> list[Component]:
    """Everything else, the reason that is rarest first."""
    left = unread_of(dataset)
    if not left.others:
        return [html.P(say(_ALL_READ), className="hint")]
    groups: defaultdict[str, list[UnreadPhrase]] = defaultdict(list)
    for each in left.others:
        groups[_reason(each)].append(each)
    parts: list[Component] = [html.P(say(_LEFT), className="hint")]
    for reason, phrases in sorted(groups.items(), key=lambda item: (len(item[1]), item[0])):
        words = retold(reason)
        name = f"{words[:1].upper()}{words[1:]}"
        heading = html.H3(say("{tab} ({count})", tab=name, count=len(phrases)))
        parts.append(html.Section([heading, listed(phrases, left, view)]))
    return parts


def _reason(phrase: UnreadPhrase) -> str:
    """The reason without what it says of this phrase alone."""
    return phrase.why.partition(" (")[0].partition(": ")[0]


TAB = Tab(UNREAD, to_say("Not read"), unread, lambda dataset: len(unread_of(dataset).others))
