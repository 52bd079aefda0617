"""Strips of counts: what a lane shows when it is folded, or has more events than can be drawn apart."""

from collections.abc import Sequence

import numpy as np

from dashboard.figures.lanes import PAD, Lane
from dashboard.figures.shown import Shown
from dashboard.figures.texts import safe
from dashboard.figures.theme import Theme
from dashboard.figures.traces import Trace, entry
from dashboard.figures.view import TimeView
from dashboard.figures.wall_clock import iso
from dashboard.table.binned import bin_of
from dashboard.table.epochs import Instants

BINS = 400
FEW = 6  # a lone event is pale, however few there are in all


def strips(
    shown: Shown, numbers: Instants, lanes: Sequence[Lane], view: TimeView, theme: Theme
) -> list[Trace]:
    """A row of counted bins for each folded lane: events that may have been going on, on one scale of colour.

    ``numbers`` gives the lane of each event.
    """
    if not any(lane.folded for lane in lanes):
        return []
    counts = _counts(shown, numbers, len(lanes), view)
    folded = [(lane, counts[number]) for number, lane in enumerate(lanes) if lane.folded]
    most = max((int(each.max()) for _, each in folded), default=0)
    edges = iso(_edges(view).tolist())
    return [_strip(lane, each, edges, most, theme) for lane, each in folded]


def scale(data: Sequence[Trace], theme: Theme) -> list[Trace]:
    """Entries of the legend: what the colours of the strips count."""
    top = max((strip["zmax"] for strip in data), default=0.0)
    steps = {round(float(np.expm1(top * at / 3))) or 1: colour for at, colour in enumerate(theme.heat)}
    return [
        entry(f"{count:,} at once" if count > 1 else "1 event", colour) for count, colour in steps.items()
    ]


def _counts(shown: Shown, of_lane: Instants, lanes: int, view: TimeView) -> Instants:
    """How many events may overlap each bin of the view, a row for each lane."""
    begins, ends = (bin_of(_edges(view), each) for each in (shown.first, shown.last - 1))
    shape, at = (lanes, BINS + 1), of_lane * (BINS + 1)
    up = np.bincount(at + begins, minlength=lanes * (BINS + 1)).reshape(shape)
    down = np.bincount(at + np.maximum(ends, begins) + 1, minlength=lanes * (BINS + 1)).reshape(shape)
    return np.cumsum(up - down, axis=1)[:, :BINS]


def _edges(view: TimeView) -> Instants:
    return np.linspace(view.first, view.last, BINS + 1).astype(np.int64)


def _strip(lane: Lane, counts: Instants, edges: list[str], most: int, theme: Theme) -> Trace:
    name = safe(lane.label).replace("%{", "% {")
    heat = np.log1p(counts)
    return {
        "type": "heatmap",
        "name": lane.label,
        "x": edges,
        "y": [lane.bottom - lane.rows - PAD / 2 + 0.1, lane.bottom - PAD / 2 - 0.1],
        "z": [[each or None for each in np.round(heat, 3).tolist()]],
        "text": [counts.tolist()],
        "zmin": 0,
        "zmax": float(np.log1p(max(most, FEW))),
        "colorscale": [[at / 3, colour] for at, colour in enumerate(theme.heat)],
        "showscale": False,
        "hovertemplate": f"<b>{name}</b><br>%{{text}} events about %{{x}}<br>counts – zoom in for single events<extra></extra>",
    }
