"""The report as it came, each time phrase underlined in its event's colour, each sentence one click from its bar."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.app.found import marked
from dashboard.app.links import link
from dashboard.app.plain import plain
from dashboard.app.report_days import day_form
from dashboard.app.tabs.phrases import unread_phrases
from dashboard.app.url import View
from dashboard.figures.theme import PAINTS
from dashboard.table import Dataset
from dashboard.table.describe import day_or_moment
from dashboard.table.links import mentions_in, told_in
from dashboard.text import Span
from dashboard.text.apart import apart
from dashboard.text.report import DateSource
from dashboard.wording.retold import retold
from dashboard.wording.say import say, term, to_say

_HINT = to_say("Show the event this time belongs to")
_DATED: dict[str, str] = {
    DateSource.TEXT: to_say("worked out from the text"),
    DateSource.GIVEN: to_say("as given"),
    DateSource.PAGE: to_say("from the page"),
}


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that belong to the same phrases: the events they stand for, and the quotes they lie in."""

    span: Span
    events: tuple[str, ...]
    quotes: tuple[str, ...]
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A span of the report and what it is: a phrase or a quote of an event, or words that were not read."""

    span: Span
    event: str = ""
    phrase: bool = False
    why: str = ""


def report(dataset: Dataset, report_id: str, view: View) -> list[Component]:
    """One report in full; the open event's sentences stand out."""
    found = dataset.reports[dataset.reports["report_id"] == report_id]
    if found.empty:
        return [html.P(say("No report stands behind these events."), className="hint")]
    row = found.iloc[0]
    text = str(row["text"])
    paints = _paints(told_in(dataset.index, report_id).frame(["event_id", "event_type"]))
    words = [
        _word(each, each.span.of(text), view, paints) for each in segments(text, notes(dataset, report_id))
    ]
    return [_head(row), html.Article(words, dir="auto", className="report-text", tabIndex=0)]


def notes(dataset: Dataset, report_id: str) -> list[Note]:
    """Everything that points at characters of a report."""
    mentions = mentions_in(dataset.index, report_id)
    found = [note for mention in mentions.to_dict("records") for note in _of_mention(mention)]
    reports = dataset.reports[dataset.reports["report_id"] == report_id]
    return found + [Note(each.span, why=each.why) for each in unread_phrases(reports)]


def segments(text: str, noted: Sequence[Note]) -> list[Segment]:
    """The text cut wherever a note begins or ends; joined together it is the text.

    >>> [
    ...     each.span.of("left at dawn.")
    ...     for each in segments("left at dawn.", [Note(Span(5, 12), "e1", phrase=True)])
    ... ]
    ['left ', 'at dawn', '.']
    """
    edges = {0, len(text)} | {edge for note in noted for edge in (note.span.start, note.span.end)}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
    return [_segment(Span(*pair), noted) for pair in pairwise(cuts)]


def _of_mention(mention: Mapping[Hashable, Any]) -> Iterator[Note]:
    event = str(mention["event_id"])
    for phrase, names in ((False, ("char_start", "char_end")), (True, ("time_char_start", "time_char_end"))):
        edges = [mention[name] for name in names]
        if not any(pd.isna(edge) for edge in edges):
            yield Note(Span(*(int(str(edge)) for edge in edges)), event, phrase)


def _segment(span: Span, noted: Iterable[Note]) -> Segment:
    here = [note for note in noted if note.span.covers(span)]
    return Segment(
        span,
        tuple(dict.fromkeys(note.event for note in here if note.phrase)),
        tuple(dict.fromkeys(note.event for note in here if note.event and not note.phrase)),
        next((note.why for note in here if note.why), ""),
    )


def _paints(events: pd.DataFrame) -> dict[str, str]:
    kinds = zip(events["event_id"], events["event_type"].astype(str), strict=True)
    return {str(event): PAINTS.get(kind, PAINTS[""]).colour for event, kind in kinds}


def _word(segment: Segment, said: str, view: View, paints: dict[str, str]) -> Component | str:
    is_quoted = bool(view.event) and view.event in segment.quotes
    found = marked(said, view.selection.text)
    known = [each for each in segment.events if each in paints]
    if known:
        here = "here" if view.event in known else ""
        target = _next(known, view.event)
        look = " ".join(each for each in ("phrase", "quoted" if is_quoted else "", here) if each)
        return link(
            found, replace(view, event=target), look=look, hint=say(_HINT), style={"--paint": paints[target]}
        )
    if segment.unread:
        look = "unread quoted" if is_quoted else "unread"
        return html.Span(found, className=look, title=say("Not read: {why}", why=retold(segment.unread)))
    if is_quoted or found != [said]:
        return html.Span(found, className="quoted" if is_quoted else "")
    return said


def _next(events: Sequence[str], event: str) -> str:
    """The event a click shows: the next one, when several stand in the same words."""
    return events[(events.index(event) + 1) % len(events)] if event in events else events[0]


def _published(dated: str, how: str) -> str:
    return say("Published {day} ({how})", day=dated, how=how) if how else say("Published {day}", day=dated)


def _head(row: "pd.Series[Any]") -> Component:
    published = row["published"]
    dated = day_or_moment(published, str(row["timezone"]) or "UTC") if not pd.isna(published) else ""
    how = term(_DATED.get(str(row["published_source"]), ""))
    said = _published(dated, how) if dated else say("No publication date is known")
    lines = [
        html.P(
            " · ".join(
                filter(None, dict.fromkeys((apart(str(row["source"])), said, apart(str(row["url"])))))
            ),
            className="hint",
        )
    ]
    proofs = " · ".join(f"“{apart(proof)}”" for proof in str(row["published_evidence"]).splitlines())
    lines += [html.P(say("Dated by {words}", words=proofs), className="hint", dir="auto")] if proofs else []
    lines += [
        html.P(retold(plain(note)), className="hint", dir="auto") for note in str(row["notes"]).splitlines()
    ]
    hands = day_form(str(row["report_id"]), str(row["url"]) or str(row["title"]), str(row["timezone"]))
    return html.Header([*lines, hands], className="report-head")
