"""The table tab: the rows that are drawn, as text a keyboard can walk through, a page at a time.

Sorted and cut on the server, drawn by assets/table.js: a grid of a library weighs more than all the rest of the page.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from dash import Output, html, no_update
from dash.development.base_component import Component

from dashboard.app.clock import zone_of
from dashboard.app.found import marked
from dashboard.app.light import light
from dashboard.app.own import Kept
from dashboard.app.part import Answer, PagePart
from dashboard.app.tabs.tab import Tab
from dashboard.app.url import View
from dashboard.app.url import wanted as asked_for
from dashboard.table import Dataset
from dashboard.table.columns import ReviewStatus
from dashboard.table.describe import title, when
from dashboard.table.filters import wanted
from dashboard.table.index import Rows
from dashboard.table.order import BACKWARDS, ORDERS, ordered
from dashboard.text.apart import apart
from dashboard.wording.numbers import number
from dashboard.wording.say import enumerated, say, term, to_say
from dashboard.wording.spoken import spoken

TABLE = "table"
ROWS = "table-rows"
PAGE = 100


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its key in an order, and what stands above it; ``numbers`` stand at the right."""

    key: str
    words: str
    numbers: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row in words; one that a person rejected is struck through."""

    event_id: str
    cells: tuple[str, ...]
    rejected: bool


_COLUMNS = (
    "event_id", "start", "end", "core_start", "core_end", "timezone", "granularity", "ongoing", "time_notes", "modality", "event_type", "sub_event_type",
    "ext_type", "location", "admin2", "admin1", "actor1", "actor2", "fatalities", "time_text", "source", "notes", "review_status",
)  # fmt: skip

HEADS = (
    Head("when", to_say("When")),
    Head("event", to_say("Event")),
    Head("status", to_say("Status")),
    Head("place", to_say("Place")),
    Head("region", to_say("Region")),
    Head("actors", to_say("Actors")),
    Head("killed", to_say("Killed"), numbers=True),
    Head("phrase", to_say("Time phrase")),
    Head("source", to_say("Source")),
    Head("sentence", to_say("Sentence")),
)


def listed(view: View, dataset: Dataset) -> dict[str, object]:
    """The page of rows that the view asks for, as data: columns, rows of cells, and which of how many they are."""
    rows, selection = wanted(dataset.index, view.selection), view.selection
    sort = view.sort or "when"
    every = dataset.once.lately(("ordered", selection, view.sort), lambda: ordered(rows, view.sort))
    page = min(view.page, max(len(rows) - 1, 0) // PAGE)
    lines = _lines(every.between(page * PAGE, (page + 1) * PAGE), zone_of(view, dataset))
    return {
        "heads": [_head(each, sort) for each in HEADS],
        "rows": [
            [each.event_id, *(light(marked(cell, selection.text)) for cell in each.cells)] for each in lines
        ],
        "rejected": [each.event_id for each in lines if each.rejected],
        "first": page * PAGE,
        "of": len(rows),
        "page": page,
        "pages": -(-len(rows) // PAGE),
    }


def _lines(rows: Rows, zone: str) -> list[Line]:
    """The rows in words: put so for those that were not listed lately."""

    def made(numbers: Sequence[int]) -> list[Line]:
        events = Rows(rows.index, np.array(numbers, dtype=np.int64)).frame(list(_COLUMNS))
        return [_line(event, zone) for event in events.to_dict("records")]

    return rows.index.once.each(("line", zone, spoken().code), rows.numbers.tolist(), made)


def _head(head: Head, sort: str) -> dict[str, object]:
    """A column, how it is sorted, and what a click sorts by next."""
    now = (
        "none"
        if sort.removeprefix(BACKWARDS) != head.key
        else "descending"
        if sort.startswith(BACKWARDS)
        else "ascending"
    )
    after = f"{BACKWARDS}{head.key}" if now == "ascending" or (head.numbers and now == "none") else head.key
    return {
        "words": say(head.words),
        "numbers": head.numbers,
        "sorted": now,
        "next": after if head.key in ORDERS else "",
    }


def _line(event: Mapping[Hashable, Any], zone: str) -> Line:
    killed = event["fatalities"]
    cells = (
        when(event, zone),
        title(event),
        term(str(event["modality"])),
        str(event["location"]),
        enumerated(dict.fromkeys(apart(str(event[each])) for each in ("admin2", "admin1"))),
        " / ".join(apart(str(event[each])) for each in ("actor1", "actor2") if event[each]),
        "" if pd.isna(killed) else number(int(killed)),
        str(event["time_text"]),
        str(event["source"]),
        str(event["notes"]),
    )
    return Line(str(event["event_id"]), cells, event["review_status"] == ReviewStatus.REJECTED)


def _shown(view: View, dataset: Dataset) -> object:
    """The rows, where somebody sees them."""
    return no_update if view.tab else listed(view, dataset)


def _place() -> list[Component]:
    return [html.Div(id=TABLE, className="grid"), Kept(id=ROWS, by="table")]


TAB = Tab(
    TABLE,
    to_say("Table"),
    above=_place,
    part=PagePart(
        answers=(
            Answer(
                (Output(ROWS, "data"),),
                _shown,
                heeds=lambda view: (asked_for(view), view.tab, view.sort, view.page),
            ),
        ),
    ),
    look="panel table-panel",
)
