"""What has no place on the time axis: listed, never dropped."""

from dataclasses import replace
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.app.links import link
from dashboard.app.url import View
from dashboard.table.describe import title

_AT_MOST = 200


def tray(undated: pd.DataFrame, view: View) -> Component | None:
    """The events wanted that have no usable time, with their words; None when there are none."""
    if undated.empty:
        return None
    items = [_item(event, view) for _, event in undated.head(_AT_MOST).iterrows()]
    if len(undated) > _AT_MOST:
        items.append(html.Li(f"and {len(undated) - _AT_MOST:,} more, in the table", className="hint"))
    heading = html.Summary(f"Undated: {_events(len(undated))} with no usable time")
    return html.Details(
        [heading, *_hint(undated), html.Ul(items)], className="tray", open=bool(_hint(undated))
    )


def _item(event: "pd.Series[Any]", view: View) -> Component:
    place = f", {event['location']}" if event["location"] else ""
    told = [part for part in (str(event["time_text"]), str(event["time_notes"])) if part]
    shown = link(f"{title(event)}{place}", replace(view, event=str(event["event_id"])))
    return html.Li([shown, html.Span(" — ".join(told) or "no time told", className="hint")])


def _hint(undated: pd.DataFrame) -> list[Component]:
    """What to do about times that hang on an unknown publication day."""
    if not undated["time_notes"].str.contains("publication day").any():
        return []
    said = (
        "Some times hang on a publication day that nothing in the report tells. Stop the server, start it with that "
        "report and its day (serve REPORT --published 2018-05-21), and they fall into place."
    )
    return [html.P(said, className="advice")]


def _events(count: int) -> str:
    return f"{count:,} event{'' if count == 1 else 's'}"
