"""The chart: lanes of events, how they are laid out, and what stands in its place when there is nothing to draw."""

from dataclasses import replace
from typing import Any

from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.app import key, pins, play
from dashboard.app.browser import SCREEN, Screen, is_dark, width_of
from dashboard.app.chart_events import pressed, zoomed
from dashboard.app.chips import chips_row, lifted
from dashboard.app.clock import zone_of
from dashboard.app.editing.mode import has_card
from dashboard.app.hidden import hidden_part, offered
from dashboard.app.kinds import is_click, is_move, is_text, is_texts
from dashboard.app.links import aria
from dashboard.app.outlook import lanes_of, looked_through, outside_part
from dashboard.app.own import ListBox
from dashboard.app.part import Answer, Control, Gesture, PagePart
from dashboard.app.plots import BLANK, settings
from dashboard.app.url import View
from dashboard.figures.shown import Limits
from dashboard.figures.timeline import timeline
from dashboard.table import Dataset
from dashboard.table.filters import wanted
from dashboard.table.lanes import LanesBy, first_lanes, lane_words
from dashboard.wording.say import say, so_many, to_say

TIMELINE = "timeline"
LANES_BY = "lanes-by"
FOLDED = "folded"
EMPTY = "empty"
SECTION = f"{TIMELINE}-section"
LANE_WORDS = {
    LanesBy.PLACE: to_say("Place"),
    LanesBy.DISTRICT: to_say("District"),
    LanesBy.GOVERNORATE: to_say("Governorate"),
    LanesBy.COUNTRY: to_say("Country"),
    LanesBy.TYPE: to_say("Type"),
    LanesBy.ACTOR: to_say("Actor"),
    LanesBy.SIDE: to_say("Side"),
    LanesBy.SOURCE: to_say("Source"),
    LanesBy.DATASET: to_say("Dataset"),
    LanesBy.REVIEW: to_say("Review"),
}

HOVERED_LATER = Limits(hovers=False)
_MOST_LANES = 50
_KEYS = to_say(
    "Timeline. Left and right arrow keys go from event to event, Enter into its card; the table below says the same in words."
)


def chart() -> Component:
    """The chart before it is drawn, under the row of its lanes and of the filters that are on."""
    folded = ListBox(
        id=FOLDED,
        data=[],
        value=[],
        many=True,
        searched=True,
        placeholder=say("Fold lanes"),
        className="fold",
        **aria(label=say("Folded lanes")),
    )
    lanes_by = ListBox(
        id=LANES_BY,
        data=[{"value": str(by), "label": say(words)} for by, words in LANE_WORDS.items()],
        className="lanes-by",
        **aria(label=say("Lanes by")),
    )
    head = html.Div(
        [
            html.Span(say("Lanes by"), className="label"),
            lanes_by,
            folded,
            play.opener(),
            key.opener(),
            *outside_part(),
            *hidden_part(),
            *chips_row(),
        ],
        className="lanes-bar",
    )
    graph = dcc.Graph(
        id=TIMELINE,
        figure=BLANK,
        # a slow hand, or a busy machine, takes longer than the 300 ms that plotly.js allows
        config=settings(doubleClick="autosize", doubleClickDelay=700, responsive=False),
        responsive=False,
    )
    return html.Section(
        [head, html.Div(id=EMPTY), *play.part(), *pins.part(), html.Div(graph, className="drawing")],
        id=SECTION,
        className="timeline",
        tabIndex=0,
        **aria(label=say(_KEYS)),
    )


def drawn(view: View, dataset: Dataset, screen: Screen) -> tuple[object, object]:
    """The figure, and whether it is shown."""
    rows = wanted(dataset.index, view.selection)
    figure = timeline(
        rows,
        zone=zone_of(view, dataset),
        lanes_by=lanes_of(view, dataset),
        window=looked_through(view, dataset),
        dark=is_dark(screen),
        folded=frozenset(view.folded),
        selected=view.event or None,
        width_px=width_of(screen, view),
        limits=HOVERED_LATER,
    )
    figure["layout"]["width"] = width_of(screen, view)  # said, not measured: plotly.js draws once
    return figure, {} if len(rows) else {"display": "none"}


def _beside(view: View, dataset: Dataset) -> tuple[object, object]:
    """What stands in the figure's place, and the lanes that can be folded."""
    return empty(view, dataset, len(wanted(dataset.index, view.selection))), lanes(dataset, view)


def _heeded(view: View) -> object:
    """What of a view the figure hangs on: not which tab is open below it."""
    return view.selection, view.zone, view.lanes_by, view.folded, view.event, has_card(view), view.whole


def empty(view: View, dataset: Dataset, left: int) -> Component | None:
    """What stands in place of the chart when nothing is to be drawn, and what to do about it."""
    if left:
        return None
    if dataset.events.empty:
        return html.Div(
            [html.H2(say("No events yet")), *_how_to_begin(len(dataset.reports))], className="empty"
        )
    offers = [*lifted(view, zone_of(view, dataset)), *offered(view, dataset)]
    return html.Div(
        [html.H2(say("No event passes these filters")), html.Div(offers, className="offers")],
        className="empty",
    )


def lanes(dataset: Dataset, view: View) -> list[dict[str, str]]:
    """The names of the first lanes that can be folded, in the order they are drawn, and of those that are."""
    by = lanes_of(view, dataset)
    names = dataset.once.of(("lane names", by), lambda: first_lanes(dataset.index, by))
    shown = list(dict.fromkeys((*view.folded, *names)))[: max(_MOST_LANES, len(view.folded))]
    return [{"value": each, "label": lane_words(by, each)} for each in shown]


def _how_to_begin(reports: int) -> list[Component]:
    said = (
        so_many(
            "One report was read, and no event was found in it.",
            "{count} reports were read, and no event was found in them.",
            reports,
        )
        if reports
        else say("No report has been read.")
    )
    add = html.Button(say("Add reports or tables"), className="button primary add-open only-kept")
    sample = html.Button(say("Look at the sample"), className="button add-sample only-kept")
    dropped = html.P(
        say("Drop files anywhere on this page, paste a text, or choose them:"), className="only-kept"
    )
    how = html.P(
        [
            say("Read reports with this command, and load this page again:"),
            " ",
            html.Code("conflict-timeline serve PATH…", dir="ltr"),
        ]
    )
    return [
        html.P(said),
        dropped,
        html.Div([add, *([sample] if reports == 0 else [])], className="offers"),
        html.Div(how, className="only-shown"),
    ]


def _fold(view: View, names: Any, _: Dataset) -> View:
    return replace(view, folded=tuple(names or ()))


def _lay_out(view: View, by: Any, dataset: Dataset) -> View:
    """Other lanes, none of which is folded; those that tell most are not named in the address."""
    if by == lanes_of(view, dataset) or by not in set(LANE_WORDS):
        return view
    plain = replace(view, lanes_by="", folded=())
    return plain if by == lanes_of(plain, dataset) else replace(plain, lanes_by=by)


PART = PagePart(
    answers=(
        Answer(
            (Output(TIMELINE, "figure"), Output(TIMELINE, "style")), drawn, (Input(SCREEN, "data"),), heeds=_heeded
        ),
        Answer((Output(EMPTY, "children"), Output(FOLDED, "data")), _beside),
    ),
    controls=(
        Control(FOLDED, "value", is_texts, lambda view, _: list(view.folded), _fold, settles=True),
        Control(LANES_BY, "value", is_text, lanes_of, _lay_out, alone=True, settles=True),
    ),
    gestures=(
        Gesture(TIMELINE, "clickData", is_click, pressed),
        Gesture(TIMELINE, "relayoutData", is_move, zoomed),
    ),
)  # fmt: skip
