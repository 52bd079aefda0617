"""Stars and notes on the chart: a thin row of marks above it.

They are drawn over the chart's own axis by assets/pins.js, so that a note that is written draws no chart anew.
"""

import numpy as np
from dash import Input, Output, html
from dash.development.base_component import Component

from dashboard.app.browser import CHANGED
from dashboard.app.case import Case
from dashboard.app.clock import zone_of
from dashboard.app.links import aria
from dashboard.app.outlook import looked_through
from dashboard.app.own import Kept
from dashboard.app.part import Answer, PagePart
from dashboard.app.url import View
from dashboard.figures.pins import Sign, pins_of
from dashboard.figures.wall_clock import iso, to_local
from dashboard.publish.remarks import remarks_of
from dashboard.table import Dataset
from dashboard.table.filters import wanted
from dashboard.wording.say import say

PINS = "pins"
DATA = "pins-data"


def part() -> list[Component]:
    """Where the marks stand, above the chart."""
    return [
        html.Div(id=PINS, className="pins", role="group", **aria(label=say("Stars and notes"))),
        Kept(id=DATA, by="pins"),
    ]


def sent(view: View, dataset: Dataset, case: Case, _: object = None) -> dict[str, object]:
    """The marks as data: moments on the page's clock, and how many there is no room for."""
    rows, zone = wanted(dataset.index, view.selection), zone_of(view, dataset)
    remarks = remarks_of(case.store) if case.store is not None else ()
    shown, left = pins_of(rows, looked_through(view, dataset), zone, remarks)
    stamps = iso(to_local(np.array([each.at for each in shown], dtype=np.int64), zone).tolist())
    return {
        "pins": [
            {
                "at": at,
                "sign": f"{Sign.BEFORE if each.before else ''}{each.sign}",
                "words": each.words,
                "event": each.event_id,
            }
            for at, each in zip(stamps, shown, strict=True)
        ],
        "left": left,
    }


def _heeded(view: View) -> object:
    return view.selection, view.zone, view.whole


PART = PagePart(
    answers=(Answer((Output(DATA, "data"),), sent, (Input(CHANGED, "data"),), of_case=True, heeds=_heeded),),
)
