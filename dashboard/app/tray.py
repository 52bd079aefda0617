"""What has no place on the time axis: listed, never dropped."""

from dataclasses import replace
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.app.light import light_part, listing
from dashboard.app.links import link
from dashboard.app.url import View
from dashboard.figures.undrawn import undated
from dashboard.table.describe import title
from dashboard.table.filters import wanted

UNDATED = "undated"

_AT_MOST = 200


def tray_below() -> list[Component]:
    """Where the tray stands."""
    return light_part(UNDATED)


def tray(events: pd.DataFrame, view: View) -> Component | None:
    """The events wanted that have no usable time, with their words; None when there are none."""
    if events.empty:
        return None
    items = [_item(event, view) for _, event in events.head(_AT_MOST).iterrows()]
    if len(events) > _AT_MOST:
        items.append(html.Li(f"and {len(events) - _AT_MOST:,} more, in the table", className="hint"))
    heading = html.Summary(f"Undated: {_events(len(events))} with no usable time")
    return html.Details([heading, *_hint(events), html.Ul(items)], className="tray")


def _item(event: "pd.Series[Any]", view: View) -> Component:
    place = f", {event['location']}" if event["location"] else ""
    stated = [part for part in (str(event["time_text"]), str(event["time_notes"])) if part]
    shown = link(f"{title(event)}{place}", replace(view, event=str(event["event_id"])))
    return html.Li([shown, html.Span(" — ".join(stated) or "no time told", className="hint")])


def _hint(events: pd.DataFrame) -> list[Component]:
    """What to do about times that hang on an unknown publication day."""
    if not events["time_notes"].str.contains("publication day").any():
        return []
    said = (
        "Some times hang on a publication day that nothing in the report tells. Stop the server, start it with that "
        "report and its day (serve REPORT --published 2018-05-21), and they fall into place."
    )
    return [html.P(said, className="advice")]


def _events(count: int) -> str:
    return f"{count:,} event{'' if count == 1 else 's'}"


PART = listing(UNDATED, lambda view, dataset: tray(undated(wanted(dataset.index, view.selection)), view))
