"""What stands around the marks: the time axis and its zone, lane names."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dashboard.figures.lanes import Lane
from dashboard.figures.locale import tick_px
from dashboard.figures.paths import across
from dashboard.figures.texts import safe, ticks
from dashboard.figures.theme import FONT, Theme
from dashboard.figures.view import TimeView
from dashboard.wording.numbers import number
from dashboard.wording.say import say, term, to_say

Part = dict[str, Any]

NARROW_PX = 600  # a narrower figure has its lanes' names over them, not beside them
EDGE_PX = 4
NAME_HIT_PX = 24
REACH_PX = 15  # a pointer meets a point so far off: half of what lies between two, and half a bar
NAMES = "lanes"
"""The name of the traces of lane names; their ``customdata`` is this word, the lane's label and what a click does."""
LEGEND_LINE_PX = 20
TICKS: list[Part] = [
    {"dtickrange": [None, 60_000], "value": "%H:%M:%S\n%-d %b %Y"},
    {"dtickrange": [60_000, 86_400_000], "value": "%H:%M\n%a %-d %b %Y"},
    {"dtickrange": [86_400_000, "M1"], "value": "%-d %b\n%Y"},
    {"dtickrange": ["M1", "M12"], "value": "%b\n%Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]


class Press(StrEnum):
    """What a click on a lane's name does."""

    FOLD = to_say("fold the lane")
    OPEN = to_say("open the lane")
    ALONE = to_say("show its events alone")


@dataclass(frozen=True, slots=True)
class LaneName:
    """A lane, how far down its name stands, and what a click on it does."""

    lane: Lane
    y: float
    press: Press


@dataclass(frozen=True, slots=True)
class Room:
    """Pixels around the plot and for a row; lane names stand left of the plot, or over their lane when it is narrow.

    ``left`` is where time begins, ``width`` that of the whole figure.
    """

    width: int
    left: int
    right: int
    top: int
    bottom: int
    row: int
    narrow: bool

    @property
    def margin(self) -> int:
        """Pixels left of the lanes' names, or of the plot where they stand over it."""
        return self.left if self.narrow else EDGE_PX

    @property
    def gutter(self) -> int:
        """Pixels that the lanes' names have."""
        return self.width - self.left - self.right if self.narrow else self.left - EDGE_PX

    @property
    def time_from(self) -> float:
        """Where time begins, as a part of the plot's width."""
        return 0.0 if self.narrow else self.gutter / max(self.width - EDGE_PX - self.right, 1)

    def height(self, units: float) -> int:
        """The whole figure's height for so many rows."""
        return self.top + self.bottom + round(units * self.row)


def legend_px(names: Sequence[str], pixels: int) -> int:
    """About how high a legend of these names is: plotly gives each the room of the longest."""
    widest = max((len(name) for name in names), default=0) * 6.5 + 60
    lines = -(-len(names) // max(int(pixels // widest), 1))
    return lines * LEGEND_LINE_PX


def name_axis(room: Room) -> Part:
    """The axis that lane names stand on: left of time, or over it; never zoomed."""
    place = {"overlaying": "x"} if room.narrow else {"domain": [0, room.time_from]}
    return {"range": [0, 1], "fixedrange": True, "visible": False, **place}


def time_axis(view: TimeView, room: Room, theme: Theme) -> Part:
    """The axis of time, above the plot, with whose clock it shows."""
    return {
        "type": "date",
        "domain": [room.time_from, 1],
        "range": view.range,
        "side": "top",
        "title": {
            "text": safe(view.clock),
            "standoff": 8,
            "font": {"size": 12, "color": theme.muted},
        },
        "tickformatstops": ticks(TICKS),
        "hoverformat": "%H:%M, %-d %b %Y",
        "tickfont": {"size": 11, "color": theme.ink},
        "gridcolor": theme.grid,
        "ticks": "outside",
        "tickcolor": theme.lane,
        "ticklen": 4,
        "zeroline": False,
        "nticks": max(3, int(view.pixels // tick_px())),
    }


def lane_axis(lanes: Sequence[Lane], above: float = 0.0) -> Part:
    """The axis of lanes: rows downwards, without ticks, not to be zoomed; so many rows ``above`` them are left for marks."""
    bottom = lanes[-1].bottom if lanes else 1.0
    return {
        "range": [bottom, -above],
        "fixedrange": True,
        "showgrid": False,
        "showticklabels": False,
        "ticks": "",
        "zeroline": False,
    }


def lane_parts(
    lanes: Sequence[Lane], room: Room, theme: Theme, folded: frozenset[str]
) -> tuple[list[Part], list[Part]]:
    """Lines between lanes, as one shape, and the traces of their names with counts; a click on a name folds the lane.

    Where there are too many events to show, lanes stand folded that nobody folded: a click on such a name asks
    for its events alone.
    """
    names = [_lane_name(lane, room, by_hand=lane.label in folded) for lane in lanes]
    written = {
        "type": "scatter",
        "mode": "text",
        "name": NAMES,
        "xaxis": "x2",
        "x": [0] * len(names),
        "y": [each.y for each in names],
        "text": [_said(each.lane, room) for each in names],
        "textposition": "middle right",
        "textfont": {"size": 12, "color": theme.ink},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }
    return [across([lane.bottom for lane in lanes], theme.lane)], [written, _hits(names, room)]


def base_layout(theme: Theme, room: Room, units: float) -> Part:
    """Paper, fonts, margins and manners, the same for every timeline."""
    return {
        "height": room.height(units),
        "margin": {"l": room.margin, "r": room.right, "t": room.top, "b": room.bottom, "pad": 0},
        "paper_bgcolor": theme.paper,
        "plot_bgcolor": theme.paper,
        "font": {"family": FONT, "size": 12, "color": theme.ink},
        "hovermode": "closest",
        "hoverdistance": REACH_PX,
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


def _hits(names: Sequence[LaneName], room: Room) -> Part:
    """Unseen points along the names: a click on one folds its lane, or asks for its events alone."""
    steps = max(round(room.gutter / NAME_HIT_PX), 1)
    along = [(each, (2 * step + 1) / (2 * steps)) for each in names for step in range(steps)]
    return {
        "type": "scatter",
        "mode": "none",
        "name": NAMES,
        "xaxis": "x2",
        "x": [x for _, x in along],
        "y": [each.y for each, _ in along],
        "customdata": [[NAMES, each.lane.label, each.press] for each, _ in along],
        "hovertext": [
            safe(say("{lane}: {deed}", lane=each.lane.words, deed=term(each.press))) for each, _ in along
        ],
        "hoverinfo": "text",
        "showlegend": False,
    }


def _lane_name(lane: Lane, room: Room, *, by_hand: bool) -> LaneName:
    """Left of the first row, or over it, with what a click on it does."""
    press = (Press.OPEN if by_hand else Press.ALONE) if lane.folded else Press.FOLD
    over = lane.top + lane.header / 2 + 0.08 if room.narrow else lane.middle(0)
    return LaneName(lane, over, press)


def _said(lane: Lane, room: Room) -> str:
    letters = 40 if room.narrow else max(int((room.left - 60) / 6.6), 8)
    name = lane.words if len(lane.words) <= letters else lane.words[: letters - 1] + "…"
    return f"{'▸' if lane.folded else '▾'} <b>{safe(name)}</b>  {number(lane.count)}"
