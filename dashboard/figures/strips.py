"""Strips of counts: what a lane shows when it is folded, or has more events than can be told apart."""

from collections.abc import Sequence
from html import escape
from typing import Any

import numpy as np
import pandas as pd

from dashboard.figures.placed import PAD, Lane
from dashboard.figures.theme import Theme
from dashboard.figures.view import View, iso, to_local
from dashboard.table.instants import Instants, bounds

BINS = 400
FEW = 6  # a lone event is pale, however few there are in all
MOST_LANES = 60
REST = "others"


def strips(
    events: pd.DataFrame, packed: pd.DataFrame, lanes: Sequence[Lane], view: View, theme: Theme
) -> list[dict[str, Any]]:
    """A row of counted bins for each folded lane: events that may have been going on, on one scale of colour.

    ``packed`` gives the lane of each event, under the events' index.
    """
    folded = [(number, lane) for number, lane in enumerate(lanes) if lane.folded]
    counts = {
        number: _counts(events.loc[(packed["lane"] == number).to_numpy()], view) for number, _ in folded
    }
    most = max((int(each.max()) for each in counts.values()), default=0)
    edges = iso(np.linspace(view.first, view.last, BINS + 1).astype(np.int64).tolist())
    return [_strip(lane, counts[number], edges, most, theme) for number, lane in folded]


def laned(events: pd.DataFrame, by: str, nameless: str) -> pd.DataFrame:
    """Lane and label of each event when there are too many to pack: the largest lanes, and the rest as one.

    Lanes stand in the order of their first event, as they do when they are packed.
    """
    names = events[by].astype(object).where(events[by] != "", nameless)
    sizes = names.value_counts()
    if len(sizes) > MOST_LANES:
        kept = sizes.index[: MOST_LANES - 1]
        names = names.where(names.isin(kept), f"{len(sizes) - len(kept)} {REST}")
    order = np.argsort(bounds(events)[0], kind="stable")
    lanes, labels = pd.factorize(names.to_numpy(dtype=object)[order])
    table = pd.DataFrame(
        {"lane": lanes, "label": np.asarray(labels)[lanes], "row": 0}, index=events.index[order]
    )
    return table.reindex(events.index)


def _counts(events: pd.DataFrame, view: View) -> Instants:
    """How many events may overlap each bin of the view."""
    first, last = bounds(events)
    begins = _bin(to_local(first, view.zone), view)
    ends = _bin(to_local(last - 1, view.zone), view)
    up = np.bincount(begins, minlength=BINS + 1)
    down = np.bincount(np.maximum(ends, begins) + 1, minlength=BINS + 1)
    return np.cumsum(up - down[: BINS + 1])[:BINS]


def _bin(local: Instants, view: View) -> Instants:
    share = (np.clip(local, view.first, view.last - 1) - view.first) / view.span
    return (share * BINS).astype(np.int64)


def _strip(lane: Lane, counts: Instants, edges: list[str], most: int, theme: Theme) -> dict[str, Any]:
    told = escape(lane.label, quote=False).replace("%{", "% {")
    heat = np.log1p(counts)
    return {
        "type": "heatmap",
        "name": lane.label,
        "x": edges,
        "y": [lane.bottom - lane.rows - PAD / 2 + 0.1, lane.bottom - PAD / 2 - 0.1],
        "z": [[round(float(each), 3) if each else None for each in heat]],
        "text": [counts.tolist()],
        "zmin": 0,
        "zmax": float(np.log1p(max(most, FEW))),
        "colorscale": [[at / 3, colour] for at, colour in enumerate(theme.heat)],
        "showscale": False,
        "hovertemplate": f"<b>{told}</b><br>%{{text}} events about %{{x}}<br>counts – zoom in for single events<extra></extra>",
    }
