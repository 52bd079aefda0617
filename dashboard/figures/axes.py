"""What stands around the marks: the time axis and its zone, lane names, nights, names within marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.figures.lanes import Lane
from dashboard.figures.marks import ARROW_PX
from dashboard.figures.placed import GAP_PX, Placed, Side
from dashboard.figures.texts import safe
from dashboard.figures.theme import FONT, Theme
from dashboard.figures.traces import TEXT_PX, named
from dashboard.figures.view import TimeView
from dashboard.figures.wall_clock import DAY, HOUR, iso

Part = dict[str, Any]

NIGHTS_UNDER = 4 * DAY
EVENING, NIGHT_HOURS = 18, 12
NARROW_PX = 600  # a narrower figure has its lanes' names over them, not beside them
ALONE = "show its events alone"
INSIDE_PX = 17
LEGEND_LINE_PX = 20
TICKS: list[Part] = [
    {"dtickrange": [None, 60_000], "value": "%H:%M:%S\n%-d %b %Y"},
    {"dtickrange": [60_000, 86_400_000], "value": "%H:%M\n%a %-d %b %Y"},
    {"dtickrange": [86_400_000, "M1"], "value": "%-d %b\n%Y"},
    {"dtickrange": ["M1", "M12"], "value": "%b\n%Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]


@dataclass(frozen=True, slots=True)
class Room:
    """Pixels around the plot and for a row; lane names stand left of the plot, or over their lane when it is narrow."""

    left: int
    right: int
    top: int
    bottom: int
    row: int
    narrow: bool

    def height(self, units: float) -> int:
        """The whole figure's height for so many rows."""
        return self.top + self.bottom + round(units * self.row)


def legend_px(names: Sequence[str], pixels: int) -> int:
    """About how high a legend of these names is: plotly gives each the room of the longest."""
    widest = max((len(name) for name in names), default=0) * 6.5 + 60
    lines = -(-len(names) // max(int(pixels // widest), 1))
    return lines * LEGEND_LINE_PX


def time_axis(view: TimeView, theme: Theme) -> Part:
    """The axis of time, above the plot, with whose clock it shows."""
    return {
        "type": "date",
        "range": view.range,
        "side": "top",
        "title": {
            "text": safe(view.clock),
            "standoff": 8,
            "font": {"size": 12, "color": theme.muted},
        },
        "tickformatstops": TICKS,
        "hoverformat": "%H:%M, %-d %b %Y",
        "tickfont": {"size": 11, "color": theme.ink},
        "gridcolor": theme.grid,
        "ticks": "outside",
        "tickcolor": theme.lane,
        "ticklen": 4,
        "zeroline": False,
        "nticks": max(3, view.pixels // 110),
    }


def lane_axis(lanes: Sequence[Lane]) -> Part:
    """The axis of lanes: rows downwards, without ticks, not to be zoomed."""
    bottom = lanes[-1].bottom if lanes else 1.0
    return {
        "range": [bottom, 0],
        "fixedrange": True,
        "showgrid": False,
        "showticklabels": False,
        "ticks": "",
        "zeroline": False,
    }


def lane_parts(
    lanes: Sequence[Lane], room: Room, theme: Theme, folded: frozenset[str]
) -> tuple[list[Part], list[Part]]:
    """Lines between lanes and their names with counts; a click on a name folds the lane.

    Where there are too many events to show, lanes stand folded that nobody folded: a click on such a name asks
    for its events alone.
    """
    lines = [_across(lane.bottom, theme) for lane in lanes]
    return lines, [_lane_name(lane, room, theme, by_hand=lane.label in folded) for lane in lanes]


def night_parts(view: TimeView, theme: Theme) -> list[Part]:
    """Shaded nights, when the view is short enough for them to mean something."""
    if view.span >= NIGHTS_UNDER:
        return []
    first = (view.first // DAY - 1) * DAY + EVENING * HOUR
    dusks = range(first, view.last, DAY)
    return [
        _night(dusk, dusk + NIGHT_HOURS * HOUR, theme)
        for dusk in dusks
        if dusk + NIGHT_HOURS * HOUR > view.first
    ]


def inside_names(marks: Sequence[Placed], view: TimeView, theme: Theme) -> list[Part]:
    """Names of marks too wide for a name beside them, on paper within the mark."""
    return [_inside(each, view, theme) for each in marks if each.label.side is Side.INSIDE]


def base_layout(theme: Theme, room: Room, units: float) -> Part:
    """Paper, fonts, margins and manners, the same for every timeline."""
    return {
        "height": room.height(units),
        "margin": {"l": room.left, "r": room.right, "t": room.top, "b": room.bottom, "pad": 0},
        "paper_bgcolor": theme.paper,
        "plot_bgcolor": theme.paper,
        "font": {"family": FONT, "size": 12, "color": theme.ink},
        "barmode": "overlay",
        "bargap": 0,
        "hovermode": "closest",
        "hoverlabel": {"align": "left", "bgcolor": theme.paper, "bordercolor": theme.muted,
                       "font": {"family": FONT, "size": 12, "color": theme.ink}, "namelength": -1},
        "dragmode": False if room.narrow else "zoom",
        "showlegend": True,
        "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": 0, "yanchor": "bottom", "yref": "container",
                   "itemclick": False, "itemdoubleclick": False,
                   "font": {"size": 11, "color": theme.muted}, "bgcolor": "rgba(0, 0, 0, 0)"},
    }  # fmt: skip


def note(text: str, theme: Theme) -> Part:
    """A sentence in the middle of an empty plot."""
    return {"text": text, "xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "showarrow": False,
            "font": {"size": 14, "color": theme.muted}}  # fmt: skip


def _across(y: float, theme: Theme) -> Part:
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": y, "y1": y, "layer": "below",
            "line": {"color": theme.lane, "width": 1}}  # fmt: skip


def _lane_name(lane: Lane, room: Room, theme: Theme, *, by_hand: bool) -> Part:
    """Left of the first row, or over it; the name is what the page folds by."""
    arrow = "▸" if lane.folded else "▾"
    click = ("open the lane" if by_hand else ALONE) if lane.folded else "fold the lane"
    letters = 40 if room.narrow else max(int((room.left - 60) / 6.6), 8)
    name = lane.label if len(lane.label) <= letters else lane.label[: letters - 1] + "…"
    over = lane.top + lane.header / 2 + 0.08 if room.narrow else lane.middle(0)
    return {
        "name": lane.label,
        "text": f"{arrow} <b>{safe(name)}</b>  {lane.count:,}",
        "hovertext": f"{safe(lane.label)}: {click}",
        "captureevents": True,
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "xshift": 0 if room.narrow else -room.left + 4,
        "yref": "y",
        "y": over,
        "yanchor": "middle",
        "showarrow": False,
        "align": "left",
        "font": {"size": 12, "color": theme.ink},
    }


def _night(first: int, last: int, theme: Theme) -> Part:
    dusk, dawn = iso([first, last])
    return {"type": "rect", "xref": "x", "x0": dusk, "x1": dawn, "yref": "paper", "y0": 0, "y1": 1, "layer": "below",
            "fillcolor": theme.night, "line": {"width": 0}}  # fmt: skip


def _inside(placed: Placed, view: TimeView, theme: Theme) -> Part:
    """On the colour where that is certain, on paper over hatch."""
    mark = placed.mark
    sure = mark.certain if mark.certain and not mark.hollow and not mark.others else None
    begins, ends = (max((sure or placed.drawn)[0], view.first), min((sure or placed.drawn)[1], view.last))
    fits = sure is not None and ends - begins >= view.wide(placed.label.pixels)
    at = begins if fits else max(placed.drawn[0], view.first) + view.wide(ARROW_PX if mark.open_start else 0)
    return {
        "text": named(placed),
        "xref": "x",
        "x": iso([at + view.wide(GAP_PX)])[0],
        "xanchor": "left",
        "yref": "y",
        "y": placed.y,
        "yanchor": "middle",
        "height": None if fits else INSIDE_PX,
        "showarrow": False,
        "borderpad": 0,
        "bgcolor": "rgba(0, 0, 0, 0)" if fits else theme.paper,
        "font": {"size": TEXT_PX, "color": mark.paint.ink if fits else theme.ink},
    }
