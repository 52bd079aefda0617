"""The strip above the chart: how much happened when, and the window in time, by drag, by name or in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.app.browser import SCREEN, Screen, is_dark, width_of
from dashboard.app.chart_events import zoomed
from dashboard.app.clock import box_words, latest, moment_of, reference_of, zone_of
from dashboard.app.editing.mode import has_card
from dashboard.app.kinds import is_move, is_text
from dashboard.app.light import light
from dashboard.app.links import aria, link
from dashboard.app.outlook import looked_through, opens_on
from dashboard.app.own import Drawn, Kept, TextBox
from dashboard.app.part import Answer, Control, Gesture, PagePart
from dashboard.app.plots import BLANK, choice, settings
from dashboard.app.shown_report import report_of
from dashboard.app.url import View
from dashboard.errors import SelectionError
from dashboard.figures.drawn_window import drawn_window, plausible_bounds
from dashboard.figures.overview import over, overview
from dashboard.table import Dataset
from dashboard.table.links import told_in
from dashboard.temporal import read_moment
from dashboard.wording.dates import Form, dated
from dashboard.wording.say import say

OVERVIEW = "overview"
WINDOW = "strip-window"
OVER = "strip-over"
FROM = "window-from"
TO = "window-to"
PRESETS = "presets"
MUST = "must"

_DAY = timedelta(days=1)
_MAY = "may"
_EXAMPLE = date(2018, 5, 19)


@dataclass(frozen=True, slots=True)
class Preset:
    """A window with a name; open on both sides for all."""

    words: str
    start: datetime | None
    end: datetime | None


def strip() -> Component:
    """The strip before anything is counted, under the boxes of its window."""
    bar = html.Div(
        [
            _edge(FROM, say("From"), dated(_EXAMPLE, Form.DAY)),
            _edge(TO, say("To"), say("yesterday")),
            Drawn(id=PRESETS, className="presets", role="group", **aria(label=say("Windows"))),
            choice(MUST, say("Overlap"), ((_MAY, say("may overlap")), (MUST, say("must overlap")))),
        ],
        className="window-bar",
    )
    graph = dcc.Graph(
        id=OVERVIEW,
        figure=BLANK,
        config=settings(displayModeBar=False, doubleClick=False, responsive=False),
        className="strip",
        responsive=False,
    )
    over = html.Div(html.Div(id=OVER), className="strip-over")
    box = html.Div([graph, over, Kept(id=WINDOW, by="strip")], className="strip-box")
    return html.Section([bar, box], className="window", **aria(label=say("Window in time")))


def drawn(view: View, dataset: Dataset, screen: Screen) -> object:
    """The figure of the whole dataset, the same whatever is looked through."""
    width = width_of(screen, view, "strip")
    return overview(dataset.index.everything, zone=zone_of(view, dataset), width=width, dark=is_dark(screen))


def laid_over(view: View, dataset: Dataset) -> object:
    """The window in it, or where the chart opens."""
    window = drawn_window(dataset.index.everything, view.window)
    opened = None if window else looked_through(view, dataset)
    return over(dataset.index.everything, zone=zone_of(view, dataset), window=window, opened=opened)


def presets(dataset: Dataset, report_id: str) -> tuple[Preset, ...]:
    """All; the events of one report; the last day and week of reports."""
    return tuple(_presets(dataset, report_id))


def preset_links(view: View, dataset: Dataset) -> list[Component]:
    """The named windows; the one looked through is marked."""
    named = [
        (each.words, view.through(each.start, each.end))
        for each in presets(dataset, report_of(view, dataset))
    ]
    if opens_on(view, dataset) or view.whole:
        named[:1] = [(say("Nearly all"), view.through(None, None)), (say("All"), view.entire())]
    return [link(words, after, look="preset on" if after == view else "preset") for words, after in named]


def typed(view: View, words: str | None, dataset: Dataset, *, last: bool) -> View:
    """The view with one edge of its window as typed; empty words open that side.

    Raises DateError for words that are no date, SelectionError for a window that would end before it starts.
    """
    edge = _moment(words or "", dataset, zone_of(view, dataset), last=last)
    start, end = view.window
    start, end = (start, edge) if last else (edge, end)
    if start is not None and end is not None and start >= end:
        msg = say("From has to be before To; the window stays as it was")
        raise SelectionError(msg)
    return view.through(start, end)


def _moment(words: str, dataset: Dataset, zone: str, *, last: bool) -> datetime | None:
    if not words.strip():
        return None
    return moment_of(read_moment(words, reference_of(dataset, zone)), zone, last=last)


def _presets(dataset: Dataset, report_id: str) -> Iterator[Preset]:
    yield Preset(say("All"), None, None)
    bounds = plausible_bounds(told_in(dataset.index, report_id))
    if bounds:
        yield Preset(say("This report"), *bounds)
    last = latest(dataset)
    if last:
        end = last + _DAY
        yield Preset(say("24 h"), end - _DAY, end)
        yield Preset(say("7 days"), end - 7 * _DAY, end)


def _edge(name: str, words: str, example: str) -> Component:
    return TextBox(id=name, label=words, placeholder=example, className="edge")


def _box(name: str, *, last: bool) -> Control:
    def words(view: View, dataset: Dataset) -> str:
        return box_words(view.window[last], zone_of(view, dataset), last=last)

    return Control(
        name, "value", is_text, words, partial(typed, last=last), alone=True, settles=True, refuses=True
    )


PART = PagePart(
    answers=(
        Answer(
            (Output(OVERVIEW, "figure"),),
            drawn,
            (Input(SCREEN, "data"),),
            heeds=lambda view: (view.zone, has_card(view)),
        ),
        Answer(
            (Output(WINDOW, "data"),),
            laid_over,
            heeds=lambda view: (view.selection, view.zone, view.whole),
        ),
        Answer((Output(PRESETS, "data"),), lambda view, dataset: light(preset_links(view, dataset))),
    ),
    controls=(
        Control(
            MUST,
            "value",
            is_text,
            lambda view, _: MUST if view.selection.must else _MAY,
            lambda view, value, _: view.choosing(must=value == MUST),
        ),
        _box(FROM, last=False),
        _box(TO, last=True),
    ),
    gestures=(Gesture(OVERVIEW, "relayoutData", is_move, zoomed),),
)
