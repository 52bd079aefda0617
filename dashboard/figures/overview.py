"""The strip above the timeline: how much happened when in the whole dataset, and which window is looked through."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd

from dashboard.errors import SelectionError
from dashboard.figures.texts import ticks
from dashboard.figures.theme import FONT, Theme, faded, theme
from dashboard.figures.wall_clock import from_local, iso, to_local
from dashboard.table.bins import CERTAIN, UNCERTAIN, bins
from dashboard.table.epochs import Instants, instant, instants
from dashboard.table.index import Rows, rows_of
from dashboard.wording.say import say

Figure = dict[str, Any]

HEIGHT = 64
TICKS: list[Figure] = [
    {"dtickrange": [None, 86_400_000], "value": "%H:%M, %-d %b"},
    {"dtickrange": [86_400_000, "M1"], "value": "%-d %b %Y"},
    {"dtickrange": ["M1", "M12"], "value": "%b %Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]
WIDTH = 1100
_TICK_PX = 90  # the room of a day below the strip: with less, days would lean
COLOUR = {False: "#3f6f9f", True: "#7fb0e0"}


def overview(events: pd.DataFrame | Rows, *, zone: str, width: int = WIDTH, dark: bool = False) -> Figure:
    """Counts per bin, certain solid and uncertain hatched; the window is laid over it by assets/strip.js; ``width`` in pixels."""
    counted = _counted(rows_of(events), zone)
    first, last = (to_local(instants(counted[edge]), zone) for edge in ("start", "end"))
    most = int((counted[CERTAIN] + counted[UNCERTAIN]).max()) if len(counted) else 1
    data = [_bars(counted, name, first, last, COLOUR[dark]) for name in (CERTAIN, UNCERTAIN)]
    layout = _layout(first, last, most, width, theme(dark=dark))
    return {"data": data if len(counted) else [], "layout": layout}


def over(
    events: pd.DataFrame | Rows,
    *,
    zone: str,
    window: tuple[datetime, datetime] | None = None,
    opened: tuple[datetime, datetime] | None = None,
) -> dict[str, Any]:
    """What lies over the strip, on the clock of the zone: all that it shows, the window in it, or a frame where the chart opens when none is asked for.

    Empty where nothing has a time.
    """
    counted = _counted(rows_of(events), zone)
    if not len(counted):
        return {}
    whole = (counted["start"].iloc[0], counted["end"].iloc[-1])
    stretches = {"whole": whole, "window": window, "opened": None if window else opened}
    return {name: iso(_local(each, zone)) for name, each in stretches.items() if each}


def _counted(rows: Rows, zone: str) -> pd.DataFrame:
    known = rows.where(rows.of(rows.index.plausible))
    if rows.at is not None:
        return bins(known, zone=zone)
    return rows.index.once.lately(("bins", zone), lambda: bins(known, zone=zone))


def moments(first: str, last: str, zone: str) -> tuple[datetime, datetime]:
    """The window between two wall-clock texts of a zone, as plotly gives them, in UTC.

    >>> [str(edge) for edge in moments("2018-05-21", "2018-05-21 06:00:00.5", "Asia/Damascus")]
    ['2018-05-20 21:00:00+00:00', '2018-05-21 03:00:00.500000+00:00']
    """
    try:
        edges = [pd.Timestamp(text).tz_localize(None) for text in (first, last)]
        start, end = (from_local(instant(edge.tz_localize("UTC").to_pydatetime()), zone) for edge in edges)
    except (ValueError, TypeError, OverflowError) as error:  # no moment, none that a calendar has, or NaT
        msg = f"{first!r} to {last!r} is no stretch of time"
        raise SelectionError(msg) from error
    return start, end


def _bars(counted: pd.DataFrame, name: str, first: Instants, last: Instants, colour: str) -> Figure:
    """One bar a bin; the uncertain stand on the certain."""
    certain = name == CERTAIN
    pattern = {} if certain else {"pattern": {"shape": "/", "size": 5, "solidity": 0.3, "fgcolor": colour}}
    return {
        "type": "bar",
        "name": name,
        "x": iso(((first + last) // 2).tolist()),
        "y": counted[name].tolist(),
        "width": ((last - first) / 1000).tolist(),
        "marker": {"color": colour if certain else faded(colour, 0.12), "line": {"width": 0}, **pattern},
        "hovertemplate": f"{say('%{y} certainly then') if certain else say('%{y} possibly then')}<extra></extra>",
    }


def _local(window: Iterable[datetime], zone: str) -> list[int]:
    return [int(edge) for edge in to_local(np.array([instant(edge) for edge in window]), zone)]


def _layout(first: Instants, last: Instants, most: int, width: int, colours: Theme) -> Figure:
    axis: Figure = {
        "type": "date",
        "tickformatstops": ticks(TICKS),
        "tickfont": {"size": 10, "color": colours.muted},
        "showgrid": False,
        "fixedrange": True,
        "nticks": min(max(width // _TICK_PX, 2), 8),
    }
    if len(first):
        axis["range"] = iso([int(first[0]), int(last[-1])])
    return {
        "height": HEIGHT,
        "width": width,
        "margin": {"l": 8, "r": 8, "t": 4, "b": 18},
        "paper_bgcolor": colours.paper,
        "plot_bgcolor": colours.paper,
        "font": {"family": FONT, "size": 10, "color": colours.ink},
        "barmode": "stack",
        "bargap": 0,
        "dragmode": False,
        "hovermode": "x",
        "showlegend": False,
        "xaxis": axis if len(first) else {"visible": False, "fixedrange": True},
        "yaxis": {"visible": False, "fixedrange": True, "range": [0, most]},
        "uirevision": "overview",
    }
