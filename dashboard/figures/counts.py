"""Events and dead in time as bands: solid up to what is certain, hatched on to what is possible, and no line in between."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np

from dashboard.figures.overview import COLOUR, TICKS
from dashboard.figures.texts import safe, ticks
from dashboard.figures.theme import FONT, PAINTS, Theme, faded, theme
from dashboard.figures.undrawn import many
from dashboard.figures.wall_clock import iso, to_local
from dashboard.table.counted import Band, Counted, Group, Per
from dashboard.table.epochs import Instants
from dashboard.wording.dates import Form, dated
from dashboard.wording.numbers import number
from dashboard.wording.say import say, term, to_say

Figure = dict[str, Any]

_ROW_PX, _TOP_PX, _BOTTOM_PX = 92, 8, 34
_MOST_IN = {
    Per.DAY: to_say("{name} most on the day {start}: {events} events, {killed} killed."),
    Per.WEEK: to_say("{name} most in the week from {start}: {events} events, {killed} killed."),
    Per.MONTH: to_say("{name} most in the month from {start}: {events} events, {killed} killed."),
    Per.YEAR: to_say("{name} most in the year from {start}: {events} events, {killed} killed."),
}
_PER = {
    Per.DAY: (to_say("Counts per day of {events}."), to_say("{start}")),
    Per.WEEK: (to_say("Counts per week of {events}."), to_say("week from {start}")),
    Per.MONTH: (to_say("Counts per month of {events}."), to_say("month from {start}")),
    Per.YEAR: (to_say("Counts per year of {events}."), to_say("year from {start}")),
}
_TICK_PX = (
    96  # a time below the bands, with the air around it: at the ends of both halves they would else touch
)


def counts_figure(counted: Counted, *, zone: str, dark: bool = False, width_px: int = 1000) -> Figure:
    """``data`` and ``layout``: a row for each group, events at the left and the dead at the right, on one scale each.

    A bin carries its first and last moment on the zone's clock as ``customdata``. ``layout.meta`` says it in words.
    """
    if not counted.groups:
        return {
            "data": [],
            "layout": {"meta": {"words": say("No event of this view has a time to count it by.")}},
        }
    colours, local = theme(dark=dark), to_local(counted.edges, zone)
    rows = len(counted.groups)
    height = _TOP_PX + _BOTTOM_PX + max(rows * _ROW_PX, 150)
    panels = [(group, side, row) for row, group in enumerate(counted.groups) for side in range(2)]
    data = [
        trace
        for group, side, row in panels
        for trace in _panel(group, side, row, counted.per, local, dark=dark)
    ]
    layout = {
        "height": height,
        "margin": {"l": 40, "r": 12, "t": _TOP_PX, "b": _BOTTOM_PX},
        "paper_bgcolor": colours.paper,
        "plot_bgcolor": colours.paper,
        "font": {"family": FONT, "size": 11, "color": colours.ink},
        "hoverlabel": {"bgcolor": colours.paper, "bordercolor": colours.muted, "font": {"color": colours.ink}, "align": "left"},
        "hovermode": "closest", "hoverdistance": 60, "showlegend": False, "dragmode": False,
        "annotations": [_heading(group, side, row, rows, colours) for group, side, row in panels],
        "meta": {"words": words(counted, zone)},
    } | _axes(counted.groups, local, colours, width_px)  # fmt: skip
    return {"data": data, "layout": layout}


def words(counted: Counted, zone: str) -> str:
    """The bands in a sentence for whoever can't see them.

    >>> words(Counted(Per.DAY, np.zeros(0, dtype=np.int64), (), 0), "UTC")
    'Counts per day of 0 events.'
    """
    total = sum(group.count for group in counted.groups)
    said = [say(_PER[counted.per][0], events=many(total))]
    for group in counted.groups[:3]:
        at = int(np.argmax(group.events.possible))
        start = _day(str(iso(to_local(counted.edges[at : at + 1], zone).tolist())[0]))
        name = say("{group}:", group=term(group.name)) if group.name else ""
        most = say(
            _MOST_IN[counted.per],
            name=name,
            start=start,
            events=_span(group.events, at),
            killed=_span(group.dead, at),
        ).strip()
        said.append(f"{most[:1].upper()}{most[1:]}")
    return " ".join(said)


def _panel(group: Group, side: int, row: int, per: Per, local: Instants, *, dark: bool) -> Iterator[Figure]:
    band = group.dead if side else group.events
    colour = next((each.colour for each in PAINTS.values() if each.name == group.name), COLOUR[dark])
    number = 2 * row + side + 1
    place = {"type": "scatter", "xaxis": "x2" if side else "x", "yaxis": f"y{number}" if number > 1 else "y"}
    edges = iso(local.tolist())
    step = place | {"mode": "lines", "x": edges, "hoverinfo": "skip"}
    yield step | {
        "y": _stepped(band.certain), "name": "certain", "fill": "tozeroy", "fillcolor": colour,
        "line": {"shape": "hv", "width": 0.8, "color": colour},
    }  # fmt: skip
    yield step | {
        "y": _stepped(band.possible), "name": "possible", "fill": "tonexty", "fillcolor": colour,
        "fillpattern": {"shape": "/", "size": 5, "solidity": 0.22, "fgcolor": colour, "bgcolor": faded(colour, 0.06)},
        "line": {"shape": "hv", "width": 1, "dash": "dot", "color": colour},
    }  # fmt: skip
    yield place | {
        "mode": "none", "name": "bins", "x": iso(((local[:-1] + local[1:]) // 2).tolist()),
        "y": ((band.possible + band.certain) / 2).tolist(),
        "hovertext": [_hover(group, side, at, per, edges) for at in range(len(edges) - 1)],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "customdata": [list(each) for each in pairwise(edges)],
    }  # fmt: skip


def _stepped(values: Instants) -> list[int]:
    """A value from each edge to the next, the last one on to the end."""
    return [*values.tolist(), int(values[-1])]


def _hover(group: Group, side: int, at: int, per: Per, edges: Sequence[str]) -> str:
    name = f"<b>{safe(term(group.name))}</b><br>" if group.name else ""
    since = say(_PER[per][1], start=_day(edges[at]))
    count = _span(group.dead if side else group.events, at)
    said = (
        say("{time}: {count} killed", time=since, count=count)
        if side
        else say("{time}: {count} events", time=since, count=count)
    )
    return f"{name}{safe(said)}"


def _day(edge: str) -> str:
    return dated(date.fromisoformat(edge[:10]), Form.SHORT)


def _span(band: Band, at: int) -> str:
    low, high = int(band.certain[at]), int(band.possible[at])
    return number(low) if low == high else say("{low} to {high}", low=low, high=high)


def _heading(group: Group, side: int, row: int, rows: int, colours: Theme) -> Figure:
    name = f"<b>{safe(term(group.name))}</b> · " if group.name else ""
    said = (
        say("killed, told of in {told} of {count} events", told=group.told, count=group.count)
        if side
        else many(group.count)
    )
    return {
        "text": f"{name}{safe(said)}", "xref": "x2 domain" if side else "x domain", "x": 0, "xanchor": "left",
        "yref": "paper", "y": 1 - row / rows, "yanchor": "top", "showarrow": False, "font": {"size": 11, "color": colours.ink},
    }  # fmt: skip


def _axes(groups: Sequence[Group], local: Instants, colours: Theme, width_px: int) -> Figure:
    edges = iso([int(local[0]), int(local[-1])])
    rows = len(groups)
    time = {"type": "date", "range": edges, "fixedrange": True, "showgrid": True, "gridcolor": colours.grid, "tickformatstops": ticks(TICKS),
            "nticks": min(max(width_px // 2 // _TICK_PX, 2), 7), "ticklabeloverflow": "hide past domain", "ticks": "", "anchor": "free", "position": 0, "tickfont": {"color": colours.muted}}  # fmt: skip
    axes: Figure = {"xaxis": time | {"domain": [0, 0.475]}, "xaxis2": time | {"domain": [0.535, 1]}}
    for side in range(2):
        most = max(int((group.dead if side else group.events).possible.max()) for group in groups)
        for row in range(rows):
            number = 2 * row + side + 1
            axes["yaxis" if number == 1 else f"yaxis{number}"] = {
                "domain": [1 - (row + 1) / rows + 0.02, 1 - row / rows - 17 / (rows * _ROW_PX)], "range": [0, max(most, 1) * 1.04],
                "anchor": "x2" if side else "x", "fixedrange": True, **({"dtick": 1} if most < 3 else {"nticks": 3}), "tickformat": ",d", "gridcolor": colours.grid,
                "zerolinecolor": colours.lane, "rangemode": "tozero", "tickfont": {"color": colours.muted},
            }  # fmt: skip
    return axes
