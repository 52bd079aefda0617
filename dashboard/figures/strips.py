"""Strips of counts: what a lane shows when it is folded, or has more events than can be told apart."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dashboard.figures.marks import safe
from dashboard.figures.placed import PAD, Lane
from dashboard.figures.theme import Theme
from dashboard.figures.traces import Trace, entry
from dashboard.figures.view import View, iso, to_local
from dashboard.table.epochs import Instants, bounds

BINS = 400
FEW = 6  # a lone event is pale, however few there are in all
MOST_LANES = 60


def strips(
    events: pd.DataFrame, packed: pd.DataFrame, lanes: Sequence[Lane], view: View, theme: Theme
) -> list[Trace]:
    """A row of counted bins for each folded lane: events that may have been going on, on one scale of colour.

    ``packed`` gives the lane of each event, under the events' index.
    """
    counts = _counts(events, packed["lane"].to_numpy(), len(lanes), view)
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


def laned(events: pd.DataFrame, by: str, nameless: str) -> pd.DataFrame:
    """Lane and label of each event when there are too many to pack: the largest lanes, and the rest as one.

    Lanes stand in the order of their first event, as they do when they are packed.
    """
    names = _names(events[by], nameless)
    labels = list(dict.fromkeys(names[value] for value in _by_first(events, by)))
    number = {label: at for at, label in enumerate(labels)}
    lane_of = np.array([number[names[value]] if value in names else 0 for value in events[by].cat.categories])
    lanes = lane_of[events[by].cat.codes.to_numpy()]
    label = pd.Categorical.from_codes(lanes, pd.Index(labels))
    return pd.DataFrame({"lane": lanes, "label": label, "row": 0}, index=events.index)


def _names(values: "pd.Series[str]", nameless: str) -> dict[str, str]:
    """The lane of each value that occurs: its own, or the one that the smallest share."""
    sizes = values.value_counts()
    found = [str(value) for value in sizes[sizes > 0].index]
    rest = found[MOST_LANES - 1 :] if len(found) > MOST_LANES else []
    return {value: value or nameless for value in found} | dict.fromkeys(rest, f"{len(rest):,} others")


def _by_first(events: pd.DataFrame, by: str) -> list[str]:
    """The values that occur, in the order of their first event."""
    begun = pd.Series(bounds(events)[0]).groupby(events[by].cat.codes.to_numpy()).min().sort_values()
    values = list(events[by].cat.categories)
    return [str(values[code]) for code in begun.index.tolist()]


def _counts(events: pd.DataFrame, of_lane: Instants, lanes: int, view: View) -> Instants:
    """How many events may overlap each bin of the view, a row for each lane."""
    first, last = (to_local(edge, view.zone) for edge in bounds(events))
    begins, ends = _bin(first, view), _bin(last - 1, view)
    shape, at = (lanes, BINS + 1), of_lane * (BINS + 1)
    up = np.bincount(at + begins, minlength=lanes * (BINS + 1)).reshape(shape)
    down = np.bincount(at + np.maximum(ends, begins) + 1, minlength=lanes * (BINS + 1)).reshape(shape)
    return np.cumsum(up - down, axis=1)[:, :BINS]


def _edges(view: View) -> Instants:
    return np.linspace(view.first, view.last, BINS + 1).astype(np.int64)


def _bin(local: Instants, view: View) -> Instants:
    return np.clip(np.searchsorted(_edges(view), local, side="right") - 1, 0, BINS - 1)


def _strip(lane: Lane, counts: Instants, edges: list[str], most: int, theme: Theme) -> Trace:
    told = safe(lane.label).replace("%{", "% {")
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
