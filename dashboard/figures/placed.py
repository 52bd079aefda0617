"""Marks in their rows: which lane and row each has, and where its name stands so that nothing covers anything."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from dashboard.figures.marks import ARROW_PX, DIAMOND_PX, LEAST_PX, Mark, Stretch
from dashboard.figures.view import View
from dashboard.table.lanes import pack

LABELLED = 160
MOST_ROWS = 40
LETTER_PX = 6.3
GAP_PX = 6
SHORTEST_LABEL = 6
LONGEST_LABEL = 56


@dataclass(frozen=True, slots=True)
class Label:
    """A mark's name: right or left of it, or inside; empty when there is no room."""

    text: str = ""
    side: str = ""

    @property
    def pixels(self) -> float:
        """About how wide it is."""
        return len(self.text) * LETTER_PX + 2 * GAP_PX if self.text else 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark, the middle of its row, the stretch it is drawn over, and its name."""

    mark: Mark
    y: float
    drawn: Stretch
    label: Label


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


PAD = 0.36


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


def packed_marks(
    marks: Sequence[Mark], names: "pd.Series[str]", by: str, view: View
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
    before = [head(mark) + (label.pixels if label.side == "left" else 0) for mark, label in pairs]
    beside = [tail(mark) + (label.pixels if label.side == "right" else GAP_PX / 2) for mark, label in pairs]
    return pack(frame, by, before=_lasting(before, view), beside=_lasting(beside, view)), labels


def placed(
    marks: Sequence[Mark], labels: Sequence[Label], packed: pd.DataFrame, lanes: Sequence[Lane], view: View
) -> list[Placed]:
    """The marks of the lanes that are not folded, where they are drawn."""
    rows = zip(marks, labels, packed["lane"], packed["row"], strict=True)
    return [
        Placed(mark, lanes[lane].middle(row), drawn_over(mark, view), label)
        for mark, label, lane, row in rows
        if not lanes[lane].folded
    ]


def drawn_over(mark: Mark, view: View) -> Stretch:
    """The stretch a mark takes: at least as wide as can be seen, about its middle."""
    first, last = mark.extent
    least = view.wide(DIAMOND_PX if mark.instant else LEAST_PX)
    missing = max(least - (last - first), 0)
    return first - missing // 2, last + (missing + 1) // 2


def _lasting(pixels: Sequence[float], view: View) -> "pd.Series[pd.Timedelta]":
    return pd.Series(pd.to_timedelta([view.wide(each) for each in pixels], unit="us"))


def tail(mark: Mark) -> float:
    """Pixels right of a mark that belong to it: its arrow."""
    return ARROW_PX if mark.ongoing or mark.open_end else 0.0


def head(mark: Mark) -> float:
    """Pixels left of a mark that belong to it: its bracket."""
    return 2 * GAP_PX if mark.others else 0.0


def _label(mark: Mark, view: View) -> Label:
    """The name where there is room: right of the mark, left of it, inside it, else cut to the room there is."""
    first, last = drawn_over(mark, view)
    rooms = {
        "right": view.pixels - view.at(last) - tail(mark),
        "left": view.at(first) - head(mark),
        "inside": min(view.at(last), view.pixels) - max(view.at(first), 0.0),
    }
    whole = Label(_cut(mark.label, LONGEST_LABEL))
    side = next((side for side, room in rooms.items() if room >= whole.pixels), "")
    if side:
        return replace(whole, side=side)
    side = max(rooms, key=lambda each: rooms[each])
    letters = int((rooms[side] - 2 * GAP_PX) / LETTER_PX)
    return Label(_cut(mark.label, letters), side) if letters >= SHORTEST_LABEL else Label()


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
