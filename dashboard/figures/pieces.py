"""What a mark is made of: bars, lines and points.

Hatch and dashes, never fades: readers prefer dashing to blur for uncertainty, and a fade suggests a
probability that no report gives (Boukhelifa et al. 2012).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dashboard.figures.marks import ARROW_PX, LEAST_PX, Mark
from dashboard.figures.placed import GAP_PX, Placed
from dashboard.figures.shown import Stretch
from dashboard.figures.theme import Theme
from dashboard.figures.view import TimeView

HEIGHT = 0.62
THIN = 0.26
APART = 0.19
CAP_PX = 5
LETTER_PX = 15
DASHED = "4px,3px"
CLEAR = "rgba(0, 0, 0, 0)"


class Fill(StrEnum):
    """How a bar is filled, from below to above."""

    HOLLOW = "hollow"
    HATCH = "hatch"
    SOLID = "solid"


class Shape(StrEnum):
    """The symbols, by their plotly names."""

    MOMENT = "diamond"
    HOLLOW_MOMENT = "diamond-open"
    GOES_ON = "triangle-right"
    BEGAN_BEFORE = "triangle-left"

    @property
    def is_moment(self) -> bool:
        """Whether it stands for an exact moment, and is no arrow."""
        return self in {Shape.MOMENT, Shape.HOLLOW_MOMENT}


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled stretch."""

    style: Fill
    event_id: str
    stretch: Stretch
    y: float
    height: float
    colour: str
    edge: str
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points, in a colour, solid or dashed."""

    points: tuple[tuple[int, float], ...]
    colour: str
    dash: str = "solid"
    width: float = 1.5


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol at a moment."""

    style: Shape
    event_id: str
    at: int
    y: float
    colour: str


Piece = Bar | Line | Symbol


def drawn(placed: Placed, view: TimeView, theme: Theme) -> Iterator[Piece]:
    """The pieces of one mark; of a contradicted one, thin bars joined by a bracket."""
    mark = placed.mark
    if not mark.others:
        yield from _reading(placed, placed.y, HEIGHT, view, theme)
        return
    yield from _reading(placed, placed.y - APART, THIN, view, theme)
    for other in mark.others:
        yield from _window(mark, other, placed.y + APART, THIN, view)
    yield from _bracket(placed, view, theme)


def _reading(placed: Placed, y: float, height: float, view: TimeView, theme: Theme) -> Iterator[Piece]:
    """What the event's own time looks like."""
    mark = placed.mark
    if mark.instant:
        style = Shape.HOLLOW_MOMENT if mark.hollow else Shape.MOMENT
        yield Symbol(style, mark.event_id, (mark.first + mark.last) // 2, y, mark.paint.colour)
    elif mark.hollow:
        yield from _hollow(mark, y, height, view, theme)
    elif mark.certain is None:
        yield from _window(mark, (mark.first, mark.last), y, height, view)
    else:
        yield _solid(placed, mark.certain, y, height, view)
        for side in mark.doubtful:
            yield from _fringe(mark, side, y, height)
    yield from _arrows(mark, y, view)


def _hollow(mark: Mark, y: float, height: float, view: TimeView, theme: Theme) -> Iterator[Piece]:
    """What did not surely happen: an outline, dashed and capped where its time is a window."""
    stretch = _seen((mark.first, mark.last), view)
    known = mark.certain == (mark.first, mark.last)
    edge = mark.paint.colour if known else CLEAR
    yield Bar(Fill.HOLLOW, mark.event_id, stretch, y, height, theme.paper, edge)
    if not known:
        yield from _dashes(stretch, y, height, mark.paint.colour)
        yield from _caps(mark, stretch, y, height, view)


def _window(mark: Mark, stretch: Stretch, y: float, height: float, view: TimeView) -> Iterator[Piece]:
    """A short event somewhere in a window: hatch between square brackets."""
    seen = _seen(stretch, view)
    yield Bar(Fill.HATCH, mark.event_id, seen, y, height, mark.paint.colour, CLEAR)
    yield from _caps(mark, seen, y, height, view)


def _solid(placed: Placed, certain: Stretch, y: float, height: float, view: TimeView) -> Bar:
    """What is certain; with its letter when it has no name beside it."""
    mark, stretch = placed.mark, _seen(certain, view)
    room = not placed.label.text and height == HEIGHT and stretch[1] - stretch[0] >= view.wide(LETTER_PX)
    letter = mark.paint.letter if room else ""
    return Bar(Fill.SOLID, mark.event_id, stretch, y, height, mark.paint.colour, mark.paint.edge, letter)


def _arrows(mark: Mark, y: float, view: TimeView) -> Iterator[Symbol]:
    """Still going on at the report; begun before anyone says."""
    if mark.ongoing or mark.open_end:
        yield Symbol(Shape.GOES_ON, mark.event_id, mark.last + view.wide(ARROW_PX / 2), y, mark.paint.colour)
    if mark.open_start:
        yield Symbol(
            Shape.BEGAN_BEFORE, mark.event_id, view.first + view.wide(ARROW_PX / 2), y, mark.paint.colour
        )


def _fringe(mark: Mark, side: Stretch, y: float, height: float) -> Iterator[Piece]:
    """A fuzzy end: hatch with a dashed edge, out to the outer bound."""
    yield Bar(Fill.HATCH, mark.event_id, side, y, height, mark.paint.colour, CLEAR)
    outer, inner = side if mark.certain and side[1] == mark.certain[0] else side[::-1]
    low, high = y - height / 2, y + height / 2
    yield Line(((inner, low), (outer, low), (outer, high), (inner, high)), mark.paint.colour, DASHED)


def _dashes(stretch: Stretch, y: float, height: float, colour: str) -> Iterator[Line]:
    for edge in (y - height / 2, y + height / 2):
        yield Line(((stretch[0], edge), (stretch[1], edge)), colour, DASHED)


def _caps(mark: Mark, stretch: Stretch, y: float, height: float, view: TimeView) -> Iterator[Line]:
    """Square brackets, their arms shorter where the stretch is narrow; none where an arrow leads on."""
    arm = min(view.wide(CAP_PX), (stretch[1] - stretch[0]) // 3)
    low, high = y - height / 2, y + height / 2
    sides = ((stretch[0], arm, mark.open_start), (stretch[1], -arm, mark.ongoing or mark.open_end))
    for end, inward, leads_on in sides:
        if not leads_on:
            corners = ((end + inward, low), (end, low), (end, high), (end + inward, high))
            yield Line(corners, mark.paint.colour, width=2)


def _bracket(placed: Placed, view: TimeView, theme: Theme) -> Iterator[Line]:
    """What joins readings that contradict each other: a bracket on their left, with a tick to each."""
    at = placed.drawn[0] - view.wide(GAP_PX)
    upper, lower = placed.y - APART, placed.y + APART
    other = min(first for first, _ in placed.mark.others)
    yield Line(((placed.mark.first, upper), (at, upper), (at, lower), (other, lower)), theme.muted)


def outline(placed: Placed, view: TimeView, theme: Theme) -> Line:
    """The frame around the mark that is chosen."""
    first, last = (placed.drawn[0] - view.wide(4), placed.drawn[1] + view.wide(4))
    low, high = placed.y - 0.46, placed.y + 0.46
    corners = ((first, low), (last, low), (last, high), (first, high), (first, low))
    return Line(corners, theme.accent, width=2)


def _seen(stretch: Stretch, view: TimeView) -> Stretch:
    """The stretch, at least as wide as can be seen."""
    missing = max(view.wide(LEAST_PX) - (stretch[1] - stretch[0]), 0)
    return stretch[0] - missing // 2, stretch[1] + (missing + 1) // 2
