"""The lanes from top to bottom, and which lane and row each event has."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.figures.shown import Shown
from dashboard.table.lanes import NAMELESS

MOST_ROWS = 40
MOST_LANES = 60
PAD = 0.36


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: its name, how many events, the edge it begins at, its rows; folded to a strip of counts or not."""

    label: str
    count: int
    top: float
    rows: int
    folded: bool
    header: float

    @property
    def bottom(self) -> float:
        """The edge it ends at."""
        return self.top + self.header + self.rows + PAD

    def middle(self, row: int) -> float:
        """The middle of one of its rows."""
        return self.top + self.header + PAD / 2 + row + 0.5


def lanes_of(packed: pd.DataFrame, folded: frozenset[str], *, header: float) -> list[Lane]:
    """The lanes from top to bottom; one with too many rows to draw is folded as well."""
    sizes = packed.groupby("lane").agg(label=("label", "first"), count=("row", "size"), rows=("row", "max"))
    lanes: list[Lane] = []
    top = 0.0
    for label, count, last in zip(sizes["label"], sizes["count"], sizes["rows"], strict=True):
        rows, shut = int(last) + 1, str(label) in folded or last >= MOST_ROWS
        lanes.append(Lane(str(label), int(count), top, 1 if shut else rows, shut, header))
        top = lanes[-1].bottom
    return lanes


def crowded(shown: Shown) -> pd.DataFrame:
    """Lane, label and row of each event when there are too many to pack: the largest lanes, and the rest as one.

    Lanes stand in the order of their first event, as they do when they are packed.
    """
    names = _names(shown.lanes, NAMELESS[shown.by])
    labels = list(dict.fromkeys(names[value] for value in _by_first(shown)))
    number = {label: at for at, label in enumerate(labels)}
    categories = shown.lanes.cat.categories
    lane_of = np.array([number[names[value]] if value in names else 0 for value in categories])
    lanes = lane_of[shown.lanes.cat.codes.to_numpy()]
    label = pd.Categorical.from_codes(lanes, pd.Index(labels))
    return pd.DataFrame({"lane": lanes, "label": label, "row": 0}, index=shown.events.index)


def _names(values: "pd.Series[str]", nameless: str) -> dict[str, str]:
    """The lane of each value that occurs: its own, or the one that the smallest share."""
    sizes = values.value_counts()
    found = [str(value) for value in sizes[sizes > 0].index]
    rest = found[MOST_LANES - 1 :] if len(found) > MOST_LANES else []
    return {value: value or nameless for value in found} | dict.fromkeys(rest, f"{len(rest):,} others")


def _by_first(shown: Shown) -> Iterable[str]:
    """The values that occur, in the order of their first event."""
    begun = pd.Series(shown.first).groupby(shown.lanes.cat.codes.to_numpy()).min().sort_values()
    values = list(shown.lanes.cat.categories)
    return [str(values[code]) for code in begun.index.tolist()]
