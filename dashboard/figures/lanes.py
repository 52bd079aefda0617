"""The lanes from top to bottom, and which lane and row each event has."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.figures.shown import Shown
from dashboard.table.choices import counted
from dashboard.table.epochs import EVER_AFTER, Instants
from dashboard.table.index import Codes
from dashboard.table.lanes import NAMELESS, lane_codes, lane_words
from dashboard.wording.say import so_many

MOST_ROWS = 40
PAD = 0.36


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: its name and what people read of it, how many events, the edge it begins at, its rows; folded to a strip of counts or not."""

    label: str
    words: str
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


def lanes_of(packed: pd.DataFrame, by: str, folded: frozenset[str], *, header: float) -> list[Lane]:
    """The lanes from top to bottom; one with too many rows to draw is folded as well."""
    labels = dict(zip(packed["lane"].tolist(), packed["label"].tolist(), strict=True))
    last: dict[int, int] = {}
    for lane, row in zip(packed["lane"].tolist(), packed["row"].tolist(), strict=True):
        last[lane] = max(row, last.get(lane, 0))
    counts = Counter(packed["lane"].tolist())
    lanes: list[Lane] = []
    top = 0.0
    for lane in sorted(labels):
        label, rows = str(labels[lane]), last[lane] + 1
        shut = label in folded or rows > MOST_ROWS
        lanes.append(Lane(label, lane_words(by, label), counts[lane], top, 1 if shut else rows, shut, header))
        top = lanes[-1].bottom
    return lanes


def strips_of(counts: Sequence[tuple[str, int]], by: str, *, header: float) -> list[Lane]:
    """Lanes that are all folded, with how many events each has."""
    return [
        Lane(label, lane_words(by, label), count, at * (header + 1 + PAD), 1, folded=True, header=header)
        for at, (label, count) in enumerate(counts)
    ]


def crowded(shown: Shown) -> tuple[list[tuple[str, int]], Instants]:
    """The lanes with their events, and the lane of each event, when there are too many to pack: the largest, and the rest as one.

    Lanes stand in the order of their first event, as they do when they are packed.
    """
    codes, values = lane_codes(shown.rows, shown.by)
    sizes = counted(codes, len(values))
    found = np.argsort(-sizes, kind="stable")[: np.count_nonzero(sizes)]
    most = shown.limits.lanes
    rest = np.sort(found[most - 1 :]) if len(found) > most else found[:0]
    alone = found[: len(found) - len(rest)]
    labels = [values[code] or NAMELESS[shown.by] for code in alone.tolist()]
    begun = _begun(shown, codes, len(values))
    heads = [*alone.tolist(), *rest[np.argmin(begun[rest])][None].tolist()] if len(rest) else alone.tolist()
    labels += [so_many("{count} other", "{count} others", len(rest))] if len(rest) else []
    order = np.lexsort((heads, begun[heads]))
    lane_of = np.zeros(len(values), dtype=np.int64)
    lane_of[rest] = len(alone)
    lane_of[alone] = np.arange(len(alone))
    lane_of = np.argsort(order)[lane_of]
    counts = np.zeros(len(labels), dtype=np.int64)
    np.add.at(counts, lane_of[found], sizes[found])
    return list(zip((labels[at] for at in order.tolist()), counts.tolist(), strict=True)), lane_of[codes]


def _begun(shown: Shown, codes: Codes, values: int) -> Instants:
    """When the first event of each value began."""
    begun = np.full(values, EVER_AFTER)
    np.minimum.at(begun, codes, shown.first)
    return begun
