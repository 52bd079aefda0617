"""The phrases that were seen in the reports and made no event: running totals by themselves, all else by reason."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.app.links import link
from dashboard.app.shown_report import REPORT
from dashboard.app.url import View
from dashboard.extraction.model import UnreadReason
from dashboard.table import Dataset
from dashboard.text import Span
from dashboard.text.apart import apart
from dashboard.wording.say import say

_AT_MOST = 500


@dataclass(frozen=True, slots=True)
class UnreadPhrase:
    """A phrase of a report that was seen and made no event, and why."""

    report_id: str
    span: Span
    text: str
    why: str


def unread_phrases(reports: pd.DataFrame) -> list[UnreadPhrase]:
    """All phrases of these reports that could not be read."""
    return [
        UnreadPhrase(
            str(row["report_id"]),
            Span(int(each["char_start"]), int(each["char_end"])),
            each["text"],
            each["why"],
        )
        for _, row in reports.iterrows()
        for each in json.loads(str(row["unread"]) or "[]")
    ]


@dataclass(frozen=True, slots=True)
class AllUnread:
    """The phrases that made no event, and who reported each; names are empty where there is one report."""

    totals: tuple[UnreadPhrase, ...]
    others: tuple[UnreadPhrase, ...]
    names: Mapping[str, str]


def unread_of(dataset: Dataset) -> AllUnread:
    """What made no event, worked out once for a dataset: a hundred thousand phrases take a second."""
    return dataset.once.of("unread", lambda: _unread_of(dataset))


def _unread_of(dataset: Dataset) -> AllUnread:
    phrases = unread_phrases(dataset.reports)
    reports = dataset.reports
    sources = zip(reports["report_id"], reports["source"], reports["url"], strict=True)
    names = {key: source or url for key, source, url in sources} if len(reports) > 1 else {}
    return AllUnread(
        tuple(each for each in phrases if _is_total(each)),
        tuple(each for each in phrases if not _is_total(each)),
        names,
    )


def _is_total(phrase: UnreadPhrase) -> bool:
    reason = UnreadReason.of(phrase.why)
    return reason is not None and reason.is_total


def listed(phrases: Sequence[UnreadPhrase], left: AllUnread, view: View) -> Component:
    """The first of these phrases, each a click from its report."""
    items = [_phrase(each, left, view) for each in phrases[:_AT_MOST]]
    if len(phrases) > _AT_MOST:
        more = say("and {left} more: the report tab shows each in its place", left=len(phrases) - _AT_MOST)
        items.append(html.Li(more, className="hint"))
    return html.Ul(items, className="unread-list")


def _phrase(phrase: UnreadPhrase, left: AllUnread, view: View) -> Component:
    shown = link(f"“{apart(phrase.text)}”", replace(view, tab=REPORT, report=phrase.report_id))
    hints = (apart(phrase.why.partition(": ")[2]), apart(left.names.get(phrase.report_id, "")))
    hint = " · ".join(each for each in hints if each)
    return html.Li([shown, html.Span(f" {hint}", className="hint")] if hint else [shown])
