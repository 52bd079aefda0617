"""What was seen in the reports and made no event: running totals by themselves, all else by reason."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dash import html
from dash.development.base_component import Component

from dashboard.app.links import link
from dashboard.app.report import Unread, unread
from dashboard.app.url import View
from dashboard.extraction.model import UnreadReason
from dashboard.table import Dataset

_AT_MOST = 500
_NO_TOTALS = "These reports tell no running total."
_ALL_READ = "Every time phrase in these reports belongs to an event."
_TOTALS = (
    "Sums that reports tell over days, towns or a whole war. They count events that may be here already, "
    "so they are never events themselves."
)
_LEFT = "Seen in the reports, and not made into events. Nothing is dropped silently."


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The phrases that made no event, and who tells each report; names are empty where one report tells all."""

    totals: tuple[Unread, ...]
    others: tuple[Unread, ...]
    names: Mapping[str, str]


@lru_cache(maxsize=1)
def left_out(dataset: Dataset) -> LeftOut:
    """What made no event, worked out once for a dataset: a hundred thousand phrases take a second."""
    phrases = unread(dataset.reports)
    reports = dataset.reports
    told = zip(reports["report_id"], reports["source"], reports["url"], strict=True)
    names = {key: source or url for key, source, url in told} if len(reports) > 1 else {}
    return LeftOut(
        tuple(each for each in phrases if _is_total(each)),
        tuple(each for each in phrases if not _is_total(each)),
        names,
    )


def _is_total(phrase: Unread) -> bool:
    reason = UnreadReason.of(phrase.why)
    return reason is not None and reason.is_total


def totals_list(left: LeftOut, view: View) -> list[Component]:
    """The running totals, report by report."""
    if not left.totals:
        return [html.P(_NO_TOTALS, className="hint")]
    return [html.P(_TOTALS, className="hint"), _listed(left.totals, left, view)]


def others_list(left: LeftOut, view: View) -> list[Component]:
    """Everything else, the reason that is rarest first."""
    if not left.others:
        return [html.P(_ALL_READ, className="hint")]
    groups: defaultdict[str, list[Unread]] = defaultdict(list)
    for each in left.others:
        groups[_reason(each)].append(each)
    parts: list[Component] = [html.P(_LEFT, className="hint")]
    for reason, phrases in sorted(groups.items(), key=lambda item: (len(item[1]), item[0])):
        heading = html.H3(f"{reason[:1].upper()}{reason[1:]} ({len(phrases):,})")
        parts.append(html.Section([heading, _listed(phrases, left, view)]))
    return parts


def _listed(phrases: Sequence[Unread], left: LeftOut, view: View) -> Component:
    items = [_phrase(each, left, view) for each in phrases[:_AT_MOST]]
    if len(phrases) > _AT_MOST:
        more = f"and {len(phrases) - _AT_MOST:,} more: the report tab shows each in its place"
        items.append(html.Li(more, className="hint"))
    return html.Ul(items, className="unread-list")


def _phrase(phrase: Unread, left: LeftOut, view: View) -> Component:
    shown = link(f"“{phrase.text}”", replace(view, tab="report", report=phrase.report_id))
    hints = (phrase.why.partition(": ")[2], left.names.get(phrase.report_id, ""))
    hint = " · ".join(each for each in hints if each)
    return html.Li([shown, html.Span(f" {hint}", className="hint")] if hint else [shown])


def _reason(phrase: Unread) -> str:
    """The reason without what it says of this phrase alone."""
    return phrase.why.partition(" (")[0].partition(": ")[0]
