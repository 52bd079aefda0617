"""The table tab: the rows that are drawn, as text a keyboard can walk through."""

from collections.abc import Hashable, Mapping
from typing import Any

import dash_ag_grid as dag
import pandas as pd
from dash import Output, html, no_update
from dash.development.base_component import Component

from dashboard.app.clock import zone_of
from dashboard.app.part import Answer, PagePart
from dashboard.app.tabs.tab import Tab
from dashboard.app.url import View
from dashboard.app.url import wanted as asked_for
from dashboard.table import Dataset
from dashboard.table.describe import title, when
from dashboard.table.filters import wanted

TABLE = "table"
TABLE_NOTE = "table-note"
AT_MOST = 1_000

Row = dict[str, str | float | None]

_COLUMNS: tuple[Mapping[str, object], ...] = (
    {
        "field": "when",
        "headerName": "When",
        "flex": 3,
        "minWidth": 310,
        "comparator": {"function": "byStart"},
    },
    {"field": "event", "headerName": "Event", "flex": 2, "minWidth": 170},
    {"field": "status", "headerName": "Status", "width": 105},
    {"field": "place", "headerName": "Place", "flex": 1, "minWidth": 120},
    {"field": "region", "headerName": "Region", "flex": 1, "minWidth": 120},
    {"field": "actors", "headerName": "Actors", "flex": 2, "minWidth": 150},
    {"field": "killed", "headerName": "Killed", "width": 84, "type": "rightAligned"},
    {"field": "phrase", "headerName": "Time phrase", "flex": 2, "minWidth": 160},
    {"field": "source", "headerName": "Source", "flex": 1, "minWidth": 120},
    {"field": "sentence", "headerName": "Sentence", "flex": 4, "minWidth": 260},
)


def grid() -> Component:
    """The empty table: one row selectable at a time, cells are text and never markup."""
    part: Component = dag.AgGrid(
        id=TABLE,
        columnDefs=[dict(column) for column in _COLUMNS],
        defaultColDef={"sortable": True, "resizable": True, "suppressHeaderMenuButton": True},
        getRowId="params.data.event_id",
        rowData=[],
        dashGridOptions={
            "rowSelection": {"mode": "singleRow", "checkboxes": False, "enableClickSelection": True},
            "rowHeight": 30,
            "headerHeight": 32,
            "animateRows": False,
            "enableCellTextSelection": True,
            "ensureDomOrder": True,
            "localeText": {"noRowsToShow": "No events to list"},
        },
        className="grid",
        style={"height": "100%", "width": "100%"},
    )
    return part


def rows(events: pd.DataFrame, zone: str) -> list[Row]:
    """The first rows wanted, as words."""
    return [_row(event, zone) for event in events.head(AT_MOST).to_dict("records")]


def first_rows(dataset: Dataset, view: View) -> pd.DataFrame:
    """The events that are listed."""
    return wanted(dataset.index, view.selection).first(AT_MOST).frame()


def _row(event: Mapping[Hashable, Any], zone: str) -> Row:
    killed = event["fatalities"]
    return {
        "event_id": str(event["event_id"]),
        "start": None if pd.isna(event["start"]) else event["start"].timestamp(),
        "when": when(event, zone),
        "event": title(event),
        "status": str(event["modality"]),
        "place": str(event["location"]),
        "region": ", ".join(dict.fromkeys(str(event[each]) for each in ("admin2", "admin1") if event[each])),
        "actors": " / ".join(str(event[each]) for each in ("actor1", "actor2") if event[each]),
        "killed": None if pd.isna(killed) else int(killed),
        "phrase": str(event["time_text"]),
        "source": str(event["source"]),
        "sentence": str(event["notes"]),
    }


def _listed(view: View, dataset: Dataset) -> tuple[object, object]:
    """The rows, where somebody sees them."""
    if view.tab:
        return no_update, no_update
    left = len(wanted(dataset.index, view.selection))
    return rows(first_rows(dataset, view), zone_of(view, dataset)), _cut(left)


def _chosen(view: View, _: Dataset) -> list[dict[str, str]]:
    """The row of the open event; a click on another is told by assets/page.js, as the grid echoes what we choose."""
    return [{"event_id": view.event}] if view.event else []


def _seen(view: View) -> object:
    return asked_for(view), view.tab


def _cut(count: int) -> Component | None:
    if count <= AT_MOST:
        return None
    return html.P(
        f"The first {AT_MOST:,} of {count:,} events are listed. Narrow the view to list others; an export holds all of them.",
        className="hint",
    )


TAB = Tab(
    TABLE,
    "Table",
    above=lambda: [html.Div(id=TABLE_NOTE), grid()],
    part=PagePart(
        answers=(
            Answer((Output(TABLE, "rowData"), Output(TABLE_NOTE, "children")), _listed, heeds=_seen),
            Answer((Output(TABLE, "selectedRows"),), _chosen, heeds=lambda view: view.event),
        ),
    ),
    look="panel table-panel",
)
