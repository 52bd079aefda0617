"""What has no place on the time axis: listed, never dropped."""

from dataclasses import replace
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.app.light import listing
from dashboard.app.links import link
from dashboard.app.own import Drawn
from dashboard.app.report_days import days_form
from dashboard.app.shown_report import REPORT
from dashboard.app.url import View
from dashboard.figures.undrawn import undated_rows
from dashboard.table import Dataset
from dashboard.table.describe import headline, title
from dashboard.table.filters import wanted
from dashboard.table.index import Rows
from dashboard.table.links import told_of
from dashboard.text.apart import apart
from dashboard.wording.say import say, so_many

UNDATED = "undated"

_AT_MOST = 200
_FEW_REPORTS = 30
_AT_START = "conflict-timeline serve REPORT --published 2018-05-21"


def tray_below() -> list[Component]:
    """Where the tray stands."""
    return [Drawn(id=UNDATED)]


def tray(events: Rows, view: View) -> Component | None:
    """The events wanted that have no usable time, with their words; None when there are none."""
    if not len(events):
        return None
    items = [_item(event, view) for _, event in events.first(_AT_MOST).frame().iterrows()]
    if len(events) > _AT_MOST:
        items.append(
            html.Li(say("and {left} more, in the table", left=len(events) - _AT_MOST), className="hint")
        )
    advice = _advice(events, view)
    more = [html.Span([" · ", say("give the days of their reports")], className="hint")] if advice else []
    heading = html.Summary(
        [
            so_many(
                "Undated: {count} event with no usable time",
                "Undated: {count} events with no usable time",
                len(events),
            ),
            *more,
        ]
    )
    return html.Details([heading, *advice, html.Ul(items)], className="tray")


def _item(event: "pd.Series[Any]", view: View) -> Component:
    place = f", {apart(str(event['location']))}" if event["location"] else ""
    stated = [apart(part) for part in (str(event["time_text"]), str(event["time_notes"])) if part]
    shown = link(f"{title(event)}{place}", replace(view, event=str(event["event_id"])))
    return html.Li([shown, html.Span(" — ".join(stated) or say("no time told"), className="hint")])


def _advice(events: Rows, view: View) -> list[Component]:
    """What to do about times that hang on an unknown publication day: the reports that tell none, each with a box for it."""
    notes = events.frame(["time_notes"])["time_notes"]
    hanging = events.where(notes.str.contains("publication day").to_numpy(dtype=bool))
    mentions, reports = told_of(hanging) if len(hanging) else (pd.DataFrame(), pd.DataFrame())
    if reports.empty or reports["published"].notna().all():
        return []
    told = mentions["report_id"].value_counts()
    reports = reports[reports["published"].isna()]
    first = replace(view, tab=REPORT, report=str(reports["report_id"].iloc[0]))
    count = len(reports)
    reports_of = so_many("a report that does not tell it", "{count} reports that do not tell it", count)
    said: list[str | Component] = [
        so_many(
            "{count} event hangs on the publication day of {reports}.",
            "{count} events hang on the publication day of {reports}.",
            len(hanging),
            reports=reports_of,
        ),
        " ",
        link(say("Read the first"), first),
        html.Span(
            [" · ", say("or give the days here: the events fall into place at once.")], className="only-kept"
        ),
        html.Span(
            [" · ", say("and give its day:"), " ", html.Code(_AT_START, dir="ltr")], className="only-shown"
        ),
    ]
    rows = [
        _report(row, int(told[row["report_id"]]), view) for _, row in reports.head(_FEW_REPORTS).iterrows()
    ]
    more = [
        html.P(say("and {left} more once these have theirs", left=count - _FEW_REPORTS), className="hint")
    ]
    return [html.P(said, className="advice"), days_form(rows), *(more if count > _FEW_REPORTS else [])]


def _report(row: "pd.Series[Any]", events: int, view: View) -> tuple[Component, str, str]:
    """A report that tells no day: a link to it, its id, and its name."""
    key, name = str(row["report_id"]), str(row["url"]) or str(row["title"])
    called = headline(str(row["title"]), name, str(row["text"]))
    shown = link(called, replace(view, tab=REPORT, report=key), hint=name)
    return html.Span([shown, html.Span(f" {_events(events)}", className="hint")], dir="auto"), key, name


def _events(count: int) -> str:
    return so_many("{count} event", "{count} events", count)


def _undated(view: View, dataset: Dataset) -> Component | None:
    return tray(undated_rows(wanted(dataset.index, view.selection)), view)


PART = listing(UNDATED, _undated)
