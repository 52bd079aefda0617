"""Marks in their rows: which lane and row each has, and where its name stands so that nothing covers anything."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

import pandas as pd

from dashboard.figures.lanes import Lane
from dashboard.figures.marks import ARROW_PX, DIAMOND_PX, LEAST_PX, Mark
from dashboard.figures.shown import Stretch
from dashboard.figures.view import TimeView
from dashboard.table.lanes import pack

LABELLED = 160
LETTER_PX = 6.3
GAP_PX = 6
SIGN = 2  # letters before a name: that of its type, and a space
SHORTEST_LABEL = 6
LONGEST_LABEL = 56


class Side(StrEnum):
    """Where a name stands by its mark."""

    RIGHT = "right"
    LEFT = "left"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True)
class Label:
    """A mark's name: right or left of it, or inside; empty when there is no room."""

    text: str = ""
    side: Side | None = None

    @property
    def pixels(self) -> float:
        """About how wide it is."""
        return (SIGN + len(self.text)) * LETTER_PX + 2 * GAP_PX if self.text else 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark, the middle of its row, the stretch it is drawn over, and its name."""

    mark: Mark
    y: float
    drawn: Stretch
    label: Label


def packed_marks(
    marks: Sequence[Mark], names: "pd.Series[str]", by: str, view: TimeView
) -> tuple[pd.DataFrame, list[Label]]:
    """Lane, label and row of each mark, and its name, with room kept for the name, arrow and bracket."""
    labels = [_label(mark, view) if len(marks) <= LABELLED else Label() for mark in marks]
    drawn = [drawn_over(mark, view) for mark in marks]
    frame = pd.DataFrame(
        {
            by: names.to_numpy(),
            "start": pd.to_datetime([first for first, _ in drawn], unit="us", utc=True),
            "end": pd.to_datetime([last for _, last in drawn], unit="us", utc=True),
        }
    )
    pairs = list(zip(marks, labels, strict=True))
    before = [head(mark) + (label.pixels if label.side is Side.LEFT else 0) for mark, label in pairs]
    beside = [
        tail(mark) + (label.pixels if label.side is Side.RIGHT else GAP_PX / 2) for mark, label in pairs
    ]
    return pack(frame, by, before=_lasting(before, view), beside=_lasting(beside, view)), labels


def placed(
    marks: Sequence[Mark],
    labels: Sequence[Label],
    packed: pd.DataFrame,
    lanes: Sequence[Lane],
    view: TimeView,
) -> list[Placed]:
    """The marks of the lanes that are not folded, where they are drawn."""
    rows = zip(marks, labels, packed["lane"], packed["row"], strict=True)
    return [
        Placed(mark, lanes[lane].middle(row), drawn_over(mark, view), label)
        for mark, label, lane, row in rows
        if not lanes[lane].folded
    ]


def drawn_over(mark: Mark, view: TimeView) -> Stretch:
    """The stretch a mark takes: at least as wide as can be seen, about its middle."""
    first, last = mark.extent
    least = view.wide(DIAMOND_PX if mark.instant else LEAST_PX)
    missing = max(least - (last - first), 0)
    return first - missing // 2, last + (missing + 1) // 2


def _lasting(pixels: Sequence[float], view: TimeView) -> "pd.Series[pd.Timedelta]":
    return pd.Series(pd.to_timedelta([view.wide(each) for each in pixels], unit="us"))


def tail(mark: Mark) -> float:
    """Pixels right of a mark that belong to it: its arrow."""
    return ARROW_PX if mark.ongoing or mark.open_end else 0.0


def head(mark: Mark) -> float:
    """Pixels left of a mark that belong to it: its bracket."""
    return 2 * GAP_PX if mark.others else 0.0


def core(mark: Mark) -> Stretch | None:
    """The stretch of a mark that is drawn solid; None where it has none."""
    return mark.certain if mark.certain and not mark.hollow and not mark.others else None


def room_inside(mark: Mark, view: TimeView, pixels: float) -> Stretch:
    """Where a name within a mark stands: on what is certain if that holds it, else on the widest part, so as to cover no other."""
    first, last = (min(max(each, view.first), view.last) for each in drawn_over(mark, view))
    sure = core(mark)
    if sure is None:
        gap = max(_between(mark, first, last), key=_length, default=(first, first))
        return (
            gap
            if _length(gap) >= view.wide((SIGN + SHORTEST_LABEL) * LETTER_PX + 2 * GAP_PX)
            else (first, last)
        )
    begins, ends = (min(max(each, first), last) for each in sure)
    if ends - begins >= view.wide(pixels):
        return begins, ends
    return max(((first, begins), (begins, ends), (ends, last)), key=_length)


def _between(mark: Mark, first: int, last: int) -> list[Stretch]:
    """What lies between readings that contradict each other, and is of none of them."""
    told = [(mark.first, mark.last), *mark.others] if mark.others else []
    edges = sorted({min(max(each, first), last) for stretch in told for each in stretch})
    return [
        (begins, ends)
        for begins, ends in pairwise(edges)
        if not any(one <= begins and ends <= other for one, other in told)
    ]


def _length(stretch: Stretch) -> int:
    return stretch[1] - stretch[0]


def _label(mark: Mark, view: TimeView) -> Label:
    """The name where there is room: right of the mark, left of it, inside it, else cut to the room there is."""
    first, last = drawn_over(mark, view)
    whole = Label(_cut(mark.label, LONGEST_LABEL))
    inside = room_inside(mark, view, whole.pixels)
    rooms = {
        Side.RIGHT: view.pixels - view.at(last) - tail(mark),
        Side.LEFT: view.at(first) - head(mark),
        Side.INSIDE: view.at(inside[1]) - view.at(inside[0]),
    }
    side = next((side for side, room in rooms.items() if room >= whole.pixels), None)
    if side:
        return replace(whole, side=side)
    side = max(rooms, key=lambda each: rooms[each])
    letters = int((rooms[side] - 2 * GAP_PX) / LETTER_PX) - SIGN
    return Label(_cut(mark.label, letters), side) if letters >= SHORTEST_LABEL else Label()


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
