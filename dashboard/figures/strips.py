"""Strips of counts: what a lane shows when it is folded, or has more events than can be drawn apart."""

from collections.abc import Sequence

import numpy as np

from dashboard.figures.lanes import PAD, Lane
from dashboard.figures.shown import Shown
from dashboard.figures.texts import safe
from dashboard.figures.theme import Theme
from dashboard.figures.traces import Trace, entry
from dashboard.figures.undrawn import many
from dashboard.figures.view import TimeView
from dashboard.figures.wall_clock import iso
from dashboard.table.binned import bin_of
from dashboard.table.epochs import Instants
from dashboard.wording.say import say

COUNTS = "counts"
FEW = 6  # a lone event is pale, however few there are in all


def strips(
    shown: Shown, numbers: Instants, lanes: Sequence[Lane], view: TimeView, theme: Theme
) -> list[Trace]:
    """A row of counted bins for each folded lane, all in one trace: events that may have been going on, on one scale.

    ``numbers`` gives the lane of each event.
    """
    folded = [number for number, lane in enumerate(lanes) if lane.folded]
    if not folded:
        return []
    edges = np.linspace(view.first, view.last, shown.limits.bins + 1).astype(np.int64)
    counts = _counts(shown, numbers, len(lanes), edges)[folded]
    strip = _heatmap([lanes[number] for number in folded], counts, iso(edges.tolist()), theme)
    hover = f"{say('%{text} about %{x}')}<br>{say(shown.limits.advice)}<extra></extra>"
    return [strip | {"hovertemplate": hover}]


def scale(data: Sequence[Trace], theme: Theme) -> list[Trace]:
    """Entries of the legend: what the colours of the strips count."""
    top = max((strip["zmax"] for strip in data), default=0.0)
    steps = {round(float(np.expm1(top * at / 3))) or 1: colour for at, colour in enumerate(theme.heat)}
    return [
        entry(say("{count} at once", count=count) if count > 1 else many(1), colour)
        for count, colour in steps.items()
    ]


def _counts(shown: Shown, of_lane: Instants, lanes: int, edges: Instants) -> Instants:
    """How many events may overlap each bin, a row for each lane."""
    begins, ends = (bin_of(edges, each) for each in (shown.first, shown.last - 1))
    wide = len(edges)  # one more than there are bins: where what ends in the last one is taken away
    shape, at = (lanes, wide), of_lane * wide
    up = np.bincount(at + begins, minlength=lanes * wide).reshape(shape)
    down = np.bincount(at + np.maximum(ends, begins) + 1, minlength=lanes * wide).reshape(shape)
    return np.cumsum(up - down, axis=1)[:, :-1]


def _heatmap(lanes: Sequence[Lane], counts: Instants, edges: list[str], theme: Theme) -> Trace:
    """The rows of all lanes, each with an empty one between it and the next."""
    rows: list[list[float | None]] = []
    words: list[list[str]] = []
    heights: list[float] = []
    for lane, row in zip(lanes, counts, strict=True):
        heights += [lane.bottom - lane.rows - PAD / 2 + 0.1, lane.bottom - PAD / 2 - 0.1]
        rows += [[heat or None for heat in np.round(np.log1p(row), 3).tolist()], [None] * len(row)]
        words += [_words(lane, row), [""] * len(row)]
    return {
        "type": "heatmap",
        "name": COUNTS,
        "x": edges,
        "y": heights,
        "z": rows[:-1],
        "text": words[:-1],
        "zmin": 0,
        "zmax": float(np.log1p(max(int(counts.max()), FEW))),
        "colorscale": [[at / 3, colour] for at, colour in enumerate(theme.heat)],
        "showscale": False,
        "hoverongaps": False,
    }


def _words(lane: Lane, counts: Instants) -> list[str]:
    """What a pointer is told of each bin; nothing of an empty one."""
    name = safe(lane.words).replace("%{", "% {")
    words = {
        count: f"<b>{name}</b><br>{many(count)}" if count else "" for count in np.unique(counts).tolist()
    }
    return [words[count] for count in counts.tolist()]
