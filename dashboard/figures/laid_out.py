"""The lanes, and the events in them: each as a mark in its row, or counted where a lane is folded."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.figures.lanes import Lane, crowded, lanes_of, strips_of
from dashboard.figures.marks import marks_of
from dashboard.figures.placed import Placed, packed_marks, placed
from dashboard.figures.shown import Shown
from dashboard.figures.view import TimeView
from dashboard.table.epochs import Instants
from dashboard.table.lanes import lane_names


@dataclass(frozen=True, slots=True, eq=False)
class LaidOut:
    """The lanes, which lane each event has, and the marks of the lanes that are not folded."""

    lanes: Sequence[Lane]
    numbers: Instants
    marks: Sequence[Placed] = ()


def laid_out(shown: Shown, view: TimeView, folded: frozenset[str], *, header: float) -> LaidOut:
    """Every event in its lane; where there are too many to draw each, every lane is folded."""
    if shown.is_crowded:
        counts, numbers = crowded(shown)
        return LaidOut(strips_of(counts, shown.by, header=header), numbers)
    marks = marks_of(shown, view)
    packed, labels = packed_marks(marks, lane_names(shown.rows, shown.by), shown.by, view)
    lanes = lanes_of(packed, shown.by, folded, header=header)
    return LaidOut(lanes, packed["lane"].to_numpy(), placed(marks, labels, packed, lanes, view))
