"""The timeline: lanes of events, drawn as surely as they are known.

A plain dict for plotly.js: building ``go.Figure`` would take ten times as long. px.timeline would hide
overlaps, draw an exact moment with no width and drop the time zone.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pandas as pd

from dashboard.figures.axes import (
    NARROW_PX,
    Room,
    base_layout,
    lane_axis,
    lane_parts,
    legend_px,
    name_axis,
    note,
    time_axis,
)
from dashboard.figures.laid_out import LaidOut, laid_out
from dashboard.figures.nights import night_parts
from dashboard.figures.pins import ROW, Pin, pin_parts
from dashboard.figures.reported import report_parts
from dashboard.figures.shown import COUNTED, SCREEN, Limits, Shown, shown_of
from dashboard.figures.strips import scale, strips
from dashboard.figures.theme import Theme, paint, theme
from dashboard.figures.traces import legend, traces
from dashboard.figures.undrawn import OUTSIDE, many
from dashboard.figures.view import TimeView, view_of
from dashboard.table.index import Index, Rows
from dashboard.table.lanes import LanesBy, longest_name
from dashboard.wording.say import say, term, to_say

Figure = dict[str, Any]

REPORT_NAMES_PX = 34
NAMES_PX = 180
COUNTED_SHORT = to_say("counts – zoom in")
NOTHING = to_say("No event with a known time in this view")


def timeline(
    events: pd.DataFrame | Rows,
    *,
    zone: str,
    lanes_by: str = LanesBy.PLACE,
    window: tuple[datetime, datetime] | None = None,
    reports: pd.DataFrame | None = None,
    dark: bool = False,
    folded: frozenset[str] = frozenset(),
    selected: str | None = None,
    width_px: int = 1000,
    mentions: pd.DataFrame | None = None,
    pins: Sequence[Pin] = (),
    limits: Limits = SCREEN,
) -> Figure:
    """``data`` and ``layout`` of the events in the window, all of them when there is none.

    Times are shown on the clock of the zone. ``folded`` lanes, and every lane when there are more
    events than the ``limits`` let, are strips of counts. What is pointed at carries its event's id as
    ``customdata``, a lane's name its label and what a click on it does. ``mentions`` let times that
    contradict each other be drawn; rows of a dataset bring theirs and its reports. ``pins`` stand in a row of their own
    above the lanes. The height follows from the rows.
    """
    colours = theme(dark=dark)
    rows = events if isinstance(events, Rows) else Index(events, mentions, reports).everything
    shown = shown_of(rows, zone, window, lanes_by, limits)
    room = _room(shown, width_px)
    view = view_of(shown, max(width_px - room.left - room.right, 120))
    if view is None or not len(shown.rows):
        return _empty(shown, view, room, colours)
    laid = laid_out(shown, view, folded, header=0.8 if room.narrow else 0.0)
    drawn = traces(laid.marks, view, colours, selected=selected)
    counted = strips(shown, laid.numbers, laid.lanes, view, colours)
    key = scale(counted, colours) if shown.is_crowded else legend(shown.types)
    lines, names = lane_parts(laid.lanes, room, colours, folded)
    published, days = report_parts(shown.rows, view, colours)
    pinned, below_pins = pin_parts(pins, view, colours)
    above = ROW if pinned else 0.0
    layout = base_layout(colours, room, laid.lanes[-1].bottom + above) | {
        "xaxis": time_axis(view, room, colours),
        "xaxis2": name_axis(room),
        "yaxis": lane_axis(laid.lanes, above),
        "shapes": [*night_parts(shown, view, colours), *lines, *below_pins, *published, *drawn.shapes],
        "annotations": days,
    }
    layout["xaxis"]["title"]["text"] += _beside_the_axis(shown, laid, folded, narrow=room.narrow)
    layout["uirevision"] = repr((zone, str(lanes_by), view.range))
    return {"data": [*counted, *drawn.data, *pinned, *names, *key], "layout": layout}


def _beside_the_axis(shown: Shown, laid: LaidOut, folded: frozenset[str], *, narrow: bool) -> str:
    """What must be said with the clock: that lanes nobody folded are counts, and that events lie outside."""
    advice = shown.limits.advice
    counts = f" · ▸ {say(COUNTED_SHORT if narrow and advice == COUNTED else advice)}"
    is_counted = {lane.label for lane in laid.lanes if lane.folded} - folded
    outside = f" · {many(shown.far)} {say(OUTSIDE)}" if shown.far else ""
    return f"{counts if is_counted else ''}{outside}"


def _room(shown: Shown, width_px: int) -> Room:
    """Margins: lane names get what the longest needs, up to a fifth of the width, or what a name of three words takes."""
    names = [f"B {term(paint(each).name)}" for each in shown.types]
    below = REPORT_NAMES_PX + legend_px(names, width_px)
    if width_px < NARROW_PX:
        return Room(width=width_px, left=10, right=10, top=64, bottom=below, row=24, narrow=True)
    longest = longest_name(shown.rows, shown.by)
    left = min(max(round(longest * 7.2) + 70, 110), max(width_px // 5, NAMES_PX))
    return Room(width=width_px, left=left, right=24, top=64, bottom=below, row=25, narrow=False)


def _empty(shown: Shown, view: TimeView | None, room: Room, colours: Theme) -> Figure:
    """No marks: the axis if there is a window, and a sentence."""
    layout = base_layout(colours, room, 6) | {
        "xaxis": time_axis(view, room, colours) if view else {"visible": False},
        "yaxis": lane_axis([]) | {"visible": False},
        "shapes": night_parts(shown, view, colours) if view else [],
        "annotations": [note(say(NOTHING), colours)],
        "showlegend": False,
        "uirevision": NOTHING,
    }
    return {"data": [], "layout": layout}
