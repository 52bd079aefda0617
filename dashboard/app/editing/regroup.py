"""The forms that make one event of two, and two of one: they say what goes where before anything is done."""

from dataclasses import replace

import pandas as pd
from dash import html

from dashboard.app.editing.form import Asked, cancel, form
from dashboard.app.editing.mode import joining
from dashboard.app.editing.wording import words_of
from dashboard.app.light import Tag
from dashboard.app.links import link
from dashboard.app.url import View
from dashboard.consolidation.links import likely


def split_form(asked: Asked, mentions: pd.DataFrame) -> Tag:
    """The form of which mentions leave an event, and of what then stays."""
    boxes = [
        Tag("label", {"class": "tickbox"}, [
            Tag("input", {"type": "checkbox", "name": "mentions[]", "value": str(key)}), html.Q(str(quote), dir="auto"),
        ])
        for key, quote in zip(mentions["mention_id"], mentions["quote"], strict=True)
    ]  # fmt: skip
    words = "Tick the sentences that tell of another event. They become an event of their own; the others stay with this one."
    count = Tag(
        "p",
        {"class": "hint", "data-counts": f"{len(boxes)}", "role": "status"},
        [_split_words(0, len(boxes))],
    )
    return form("split", "Split", [html.P(words), *boxes, count], asked.said, asked.by, news=asked.news)


def join_form(mode: str, asked: Asked, view: View) -> Tag:
    """The form that joins the event that was chosen first with the one that is open now."""
    first = joining(mode)
    if str(asked.event["event_id"]) == first:
        return _choosing(asked, view)
    said: dict[str, object] = {"ids": [first, str(asked.event["event_id"])]}
    both = [html.Li(words_of(asked.dataset, each)) for each in (first, str(asked.event["event_id"]))]
    words = "These two are one event. All their sentences will stand on one card:"
    return form("join", "Join", [html.P(words), html.Ul(both)], said, asked.by)


def _choosing(asked: Asked, view: View) -> Tag:
    words = "Click the other event on the chart or in the table, or choose one that seems likely:"
    found = likely(asked.dataset, str(asked.event["event_id"]))
    items = [html.Li(link(words_of(asked.dataset, each), replace(view, event=each))) for each in found]
    listed = (
        [html.Ul(items, className="likely")] if items else [html.P("None seems likely.", className="hint")]
    )
    return Tag("section", {"class": "edit"}, [html.H3("Join with another"), html.P(words), *listed, cancel()])


def _split_words(leaving: int, of: int) -> str:
    return f"{leaving} of {of} leave."
