"""The lanes, and the events in them: each as a mark in its row, or counted where a lane is folded."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.figures.lanes import Lane, crowded, lanes_of
from dashboard.figures.marks import marks_of
from dashboard.figures.placed import Placed, packed_marks, placed
from dashboard.figures.shown import Shown
from dashboard.figures.view import TimeView


@dataclass(frozen=True, slots=True, eq=False)
class LaidOut:
    """The lanes, which lane and row each event has, and the marks of the lanes that are not folded."""

    lanes: Sequence[Lane]
    packed: pd.DataFrame
    marks: Sequence[Placed] = ()


def laid_out(
    shown: Shown, view: TimeView, mentions: pd.DataFrame | None, folded: frozenset[str], *, header: float
) -> LaidOut:
    """Every event in its lane; where there are too many to draw each, every lane is folded."""
    if shown.is_crowded:
        packed = crowded(shown)
        return LaidOut(lanes_of(packed, frozenset(packed["label"].cat.categories), header=header), packed)
    marks = marks_of(shown, view, mentions)
    packed, labels = packed_marks(marks, shown.lanes, shown.by, view)
    lanes = lanes_of(packed, folded, header=header)
    return LaidOut(lanes, packed, placed(marks, labels, packed, lanes, view))
