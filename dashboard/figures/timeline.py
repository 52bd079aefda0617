"""The timeline: lanes of events, drawn as surely as they are known.

A plain dict for plotly.js: building ``go.Figure`` would take ten times as long. px.timeline would hide
overlaps, draw an exact moment with no width and drop the time zone.
"""

from datetime import datetime
from typing import Any

import pandas as pd

from dashboard.figures.axes import (
    NARROW_PX,
    Room,
    base_layout,
    inside_names,
    lane_axis,
    lane_parts,
    legend_px,
    night_parts,
    note,
    time_axis,
)
from dashboard.figures.marks import marks_of
from dashboard.figures.placed import Lane, lanes_of, packed_marks, placed
from dashboard.figures.reported import report_parts
from dashboard.figures.strips import laned, scale, strips
from dashboard.figures.theme import Theme, paint, theme
from dashboard.figures.traces import legend, traces
from dashboard.figures.view import View, in_view, view_of
from dashboard.table.describe import title
from dashboard.table.epochs import dated, plausible
from dashboard.table.lanes import NAMELESS, lane_values

Figure = dict[str, Any]

MOST_MARKS = 1_200
REPORT_NAMES_PX = 34
_NAMED = 5
COUNTED, COUNTED_SHORT = "counts – zoom in for single events", "counts – zoom in"
OUTSIDE = "more than a century away"
NOTHING = "No event with a known time in this view"


def timeline(
    events: pd.DataFrame,
    *,
    zone: str,
    lanes_by: str = "location",
    window: tuple[datetime, datetime] | None = None,
    reports: pd.DataFrame,
    dark: bool = False,
    folded: frozenset[str] = frozenset(),
    selected: str | None = None,
    width_px: int = 1000,
    mentions: pd.DataFrame | None = None,
) -> Figure:
    """``data`` and ``layout`` of the events in the window, all of them when there is none.

    Times are shown on the clock of the zone. ``folded`` lanes, and every lane when there are more than
    1,200 events, are strips of counts. Every mark carries its event's id as ``customdata``; a lane's name is
    an annotation that can be clicked and whose ``name`` is the lane's label. ``mentions`` let times that
    contradict each other be drawn. The height follows from the rows.
    """
    colours = theme(dark=dark)
    shown = in_view(events, window)
    shown = shown.assign(**{lanes_by: lane_values(shown, lanes_by)})
    room = _room(shown, lanes_by, width_px)
    view = view_of(shown, zone, window, max(width_px - room.left - room.right, 120))
    if view is None or shown.empty:
        return _empty(view, room, colours)
    data, lanes, names = _drawn(shown, view, room, colours, lanes_by, folded, selected, mentions)
    layout = _layout(lanes, _telling(reports, shown, mentions), view, room, colours, folded)
    layout["annotations"] += names
    if {lane.label for lane in lanes if lane.folded} - folded:
        layout["xaxis"]["title"]["text"] += f" · ▸ {COUNTED_SHORT if room.narrow else COUNTED}"
    if far := 0 if window else int((~plausible(shown)).sum()):
        layout["xaxis"]["title"]["text"] += f" · {_many(far)} {OUTSIDE}"
    layout["uirevision"] = repr((zone, lanes_by, view.range))
    key = scale(data, colours) if len(shown) > MOST_MARKS else legend(shown["event_type"].unique())
    return {"data": [*data, *key], "layout": layout}


def undated(events: pd.DataFrame) -> pd.DataFrame:
    """Events with no usable time: they belong in the tray, never at 00:00 and never in 1970."""
    return events.loc[~dated(events)]


def undrawn(events: pd.DataFrame, window: tuple[datetime | None, datetime | None]) -> tuple[str, ...]:
    """What a picture through that window says of the events it has no place for; nothing when it shows them all.

    A window that was asked for shows what lies in it; without one, an event a century away is left outside.
    """
    far = events.loc[~plausible(events)] if window == (None, None) else events.head(0)
    left = (
        (undated(events), "with no usable time"),
        (far, f"{OUTSIDE} from the report's day: check the year"),
    )
    return tuple(f"not drawn: {_many(len(rows))} {why} ({_names(rows)})" for rows, why in left if len(rows))


def _many(count: int) -> str:
    return f"{count:,} event{'' if count == 1 else 's'}"


def _names(events: pd.DataFrame) -> str:
    """The first few events by what and where they are."""
    told = events.head(_NAMED).to_dict("records")
    names = [", ".join(filter(None, (title(row), str(row["location"])))) for row in told]
    more = f" and {len(events) - _NAMED:,} more" if len(events) > _NAMED else ""
    return f"{'; '.join(names)}{more}"


def _drawn(
    shown: pd.DataFrame, view: View, room: Room, colours: Theme, by: str, folded: frozenset[str],
    selected: str | None, mentions: pd.DataFrame | None,
) -> tuple[list[Figure], list[Lane], list[Figure]]:  # fmt: skip
    """Traces, lanes, and the names that stand inside marks."""
    header = 0.8 if room.narrow else 0.0
    if len(shown) > MOST_MARKS:
        packed = laned(shown, by, NAMELESS[by])
        lanes = lanes_of(packed, frozenset(packed["label"].cat.categories), header=header)
        return strips(shown, packed, lanes, view, colours), lanes, []
    marks = marks_of(shown, view, mentions)
    packed, labels = packed_marks(marks, shown[by], by, view)
    lanes = lanes_of(packed, folded, header=header)
    rows = placed(marks, labels, packed, lanes, view)
    counted = strips(shown, packed.set_index(shown.index), lanes, view, colours)
    return (
        [*counted, *traces(rows, view, colours, selected=selected)],
        lanes,
        inside_names(rows, view, colours),
    )


def _layout(
    lanes: list[Lane], reports: pd.DataFrame, view: View, room: Room, colours: Theme, folded: frozenset[str]
) -> Figure:
    lines, names = lane_parts(lanes, room, colours, folded)
    published, told = report_parts(reports, view, colours)
    return base_layout(colours, room, lanes[-1].bottom) | {
        "xaxis": time_axis(view, colours),
        "yaxis": lane_axis(lanes),
        "shapes": [*night_parts(view, colours), *lines, *published],
        "annotations": [*names, *told],
    }


def _telling(reports: pd.DataFrame, shown: pd.DataFrame, mentions: pd.DataFrame | None) -> pd.DataFrame:
    """The reports that tell of what is shown; all of them where nobody says who tells of what."""
    if mentions is None:
        return reports
    told = mentions.loc[mentions["event_id"].isin(shown["event_id"]), "report_id"]
    return reports[reports["report_id"].isin(told)]


def _room(events: pd.DataFrame, by: str, width_px: int) -> Room:
    """Margins: lane names get what the longest needs, up to a fifth of the width."""
    names = [f"B {paint(each).name}" for each in events["event_type"].unique()]
    below = REPORT_NAMES_PX + legend_px(names, width_px)
    if width_px < NARROW_PX:
        return Room(left=10, right=10, top=64, bottom=below, row=24, narrow=True)
    longest = max((len(str(name)) for name in events[by].unique()), default=0)
    left = min(max(round(longest * 7.2) + 70, 110), width_px // 5)
    return Room(left=left, right=24, top=64, bottom=below, row=25, narrow=False)


def _empty(view: View | None, room: Room, colours: Theme) -> Figure:
    """No marks: the axis if there is a window, and a sentence."""
    layout = base_layout(colours, room, 6) | {
        "xaxis": time_axis(view, colours) if view else {"visible": False},
        "yaxis": lane_axis([]) | {"visible": False},
        "shapes": night_parts(view, colours) if view else [],
        "annotations": [note(NOTHING, colours)],
        "showlegend": False,
        "uirevision": NOTHING,
    }
    return {"data": [], "layout": layout}
