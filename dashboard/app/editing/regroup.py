"""The forms that make one event of two, and two of one: they say what goes where before anything is done."""

from dataclasses import replace

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.app.editing.form import Asked, cancel, do, form
from dashboard.app.editing.mode import joining
from dashboard.app.editing.wording import words_of
from dashboard.app.light import Tag
from dashboard.app.links import link
from dashboard.app.url import View
from dashboard.consolidation.links import likely
from dashboard.table import Dataset
from dashboard.table.columns import ReviewStatus
from dashboard.wording.say import say


def split_form(asked: Asked, mentions: pd.DataFrame) -> Tag:
    """The form of which mentions leave an event, and of what then stays."""
    boxes = [
        Tag("label", {"class": "tickbox"}, [
            Tag("input", {"type": "checkbox", "name": "mentions[]", "value": str(key)}), html.Q(str(quote), dir="auto"),
        ])
        for key, quote in zip(mentions["mention_id"], mentions["quote"], strict=True)
    ]  # fmt: skip
    words = say(
        "Tick the sentences that tell of another event. They become an event of their own; the others stay with this one."
    )
    count = Tag(
        "p",
        {"class": "hint", "data-counts": f"{len(boxes)}", "role": "status"},
        [_split_words(0, len(boxes))],
    )
    return form("split", say("Split"), [html.P(words), *boxes, count], asked.said, asked.by, news=asked.news)


def join_form(mode: str, asked: Asked, view: View) -> Tag:
    """The form that joins the event that was chosen first with the one that is open now."""
    first, other = joining(mode), str(asked.event["event_id"])
    if other == first:
        return _choosing(asked, view)
    both = [html.Li(words_of(asked.dataset, each)) for each in (first, other)]
    silent = [each for each in (first, other) if not _is_told(asked.dataset, each)]
    if silent:
        return _only_one_stays(asked.dataset, both, silent[0], other if silent[0] == first else first)
    words = say("These two are one event. All their sentences will stand on one card:")
    return form("join", say("Join"), [html.P(words), html.Ul(both)], {"ids": [first, other]}, asked.by)


def leave_out(event_id: str, same_as: str, words: str) -> html.Button:
    """A button that rejects an event, because another says the same."""
    because = say("the same as the event {id}", id=same_as)
    status = ReviewStatus.REJECTED.value
    return do(words, "review", {"ids": [event_id], "status": status, "because": because})


def _choosing(asked: Asked, view: View) -> Tag:
    words = say("Click the other event on the chart or in the table, or choose one that seems likely:")
    ids = likely(asked.dataset, str(asked.event["event_id"]))
    found = [each for each in ids if _is_told(asked.dataset, each)]
    items = [html.Li(link(words_of(asked.dataset, each), replace(view, event=each))) for each in found]
    listed = (
        html.Ul(items, className="likely") if items else html.P(say("None seems likely."), className="hint")
    )
    return _box([html.H3(say("Join with another")), html.P(words), listed, html.Div(cancel())])


def _only_one_stays(dataset: Dataset, both: list[html.Li], silent: str, told: str) -> Tag:
    """What is offered where one of the two rests on no report."""
    why = say(
        "{event} rests on no report and can't be joined with another. Leave it out, and the other stays:",
        event=words_of(dataset, silent),
    )
    hands = html.Div([leave_out(silent, told, say("Leave it out")), cancel()], className="buttons")
    return _box([html.H3(say("Join")), html.Ul(both), html.P(why), hands])


def _box(parts: list[Component]) -> Tag:
    return Tag("div", {"class": "edit", "role": "group", "aria-label": say("Join")}, parts)


def _is_told(dataset: Dataset, event_id: str) -> bool:
    """Whether a report tells of it."""
    return bool((dataset.mentions["event_id"] == event_id).any())


def _split_words(leaving: int, of: int) -> str:
    return say("{leaving} of {of} leave.", leaving=leaving, of=of)
