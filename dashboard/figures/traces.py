"""What is seen and pointed at, gathered into as few plotly traces as can be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil
from typing import Any

from dashboard.figures.marks import ARROW_PX, DIAMOND_PX
from dashboard.figures.paths import Shape, bar_shapes, box, line_shapes
from dashboard.figures.pieces import Bar, Fill, Line, Symbol, drawn, outline
from dashboard.figures.placed import GAP_PX, Placed, Side, core, head, room_inside, tail
from dashboard.figures.shown import Stretch
from dashboard.figures.texts import safe
from dashboard.figures.theme import PAINTS, Theme, faded
from dashboard.figures.view import TimeView
from dashboard.figures.wall_clock import iso
from dashboard.wording.say import term

Trace = dict[str, Any]

EVENTS = "events"
"""The name of the trace that is pointed at: its ``customdata`` are the events' ids."""
HIT_PX, HIT_EVERY_PX = 14, 24
TEXT_PX = 11
GROUND = 0.34  # half the height of the paper under a name, in rows


@dataclass(frozen=True, slots=True)
class Drawn:
    """The traces and the shapes that marks are drawn with."""

    data: list[Trace]
    shapes: list[Shape]


def traces(marks: Sequence[Placed], view: TimeView, theme: Theme, *, selected: str | None) -> Drawn:
    """What all marks are drawn with: what is seen, then what is pointed at."""
    pieces = list(chain.from_iterable(drawn(each, view, theme) for each in marks))
    bars = [piece for piece in pieces if isinstance(piece, Bar)]
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    lines += [outline(each, view, theme) for each in marks if each.mark.event_id == selected]
    points = [piece for piece in pieces if isinstance(piece, Symbol)]
    seen = (_hatched(bars), _points(points), _letters(bars), _labels(marks, view, theme))
    data = [*chain.from_iterable(seen), *_pointed_at(marks, view)]
    return Drawn(data, [*bar_shapes(bars), *line_shapes(lines)])


def legend(types: Iterable[str]) -> list[Trace]:
    """Entries of the legend: a colour, its letter and its name for each event type."""
    known = [PAINTS[each] for each in PAINTS if each in set(types)]
    return [entry(f"<b>{each.letter}</b> {term(each.name)}", each.colour) for each in known]


def entry(name: str, colour: str) -> Trace:
    """A square of colour and a name, for the legend; nothing is drawn."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [None],
        "y": [None],
        "name": name,
        "marker": {"symbol": "square", "size": 11, "color": colour},
        "hoverinfo": "skip",
        "showlegend": True,
    }


def _hatched(bars: Iterable[Bar]) -> Iterator[Trace]:
    """One trace for all hatch of a colour: rectangles with gaps between them."""
    alike: defaultdict[str, list[Bar]] = defaultdict(list)
    for bar in bars:
        if bar.style is Fill.HATCH:
            alike[bar.colour].append(bar)
    for colour, group in alike.items():
        pattern = {
            "shape": "/",
            "size": 6,
            "solidity": 0.28,
            "fgcolor": colour,
            "bgcolor": faded(colour, 0.10),
        }
        yield _filled(Fill.HATCH, [box(bar) for bar in group]) | {"fillcolor": colour, "fillpattern": pattern}


def _filled(name: str, boxes: Sequence[Sequence[tuple[int, float]]]) -> Trace:
    """Rectangles as the inside of one line that is not drawn."""
    moments = iter(iso(at for corners in boxes for at, _ in corners))
    return {
        "type": "scatter",
        "mode": "none",
        "name": name,
        "fill": "toself",
        "x": [x for corners in boxes for x in (*(next(moments) for _ in corners), None)],
        "y": [y for corners in boxes for y in (*(y for _, y in corners), None)],
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _points(points: Sequence[Symbol]) -> Iterator[Trace]:
    if points:
        yield {
            "type": "scatter",
            "mode": "markers",
            "name": "point",
            "x": iso(point.at for point in points),
            "y": [point.y for point in points],
            "marker": {
                "opacity": 1,
                "line": {"width": 0},
                "symbol": [point.style for point in points],
                "size": [DIAMOND_PX if point.style.is_moment else ARROW_PX for point in points],
                "color": [point.colour for point in points],
            },
            "hoverinfo": "skip",
            "showlegend": False,
        }


def _letters(bars: Iterable[Bar]) -> Iterator[Trace]:
    """The letter of a type in the middle of a bar that has no name beside it."""
    lettered = [bar for bar in bars if bar.letter]
    if lettered:
        middles = iso((bar.stretch[0] + bar.stretch[1]) // 2 for bar in lettered)
        inks = [
            next(paint.ink for paint in PAINTS.values() if paint.letter == bar.letter) for bar in lettered
        ]
        yield _text("letter", middles, [bar.y for bar in lettered], [bar.letter for bar in lettered]) | {
            "textposition": "middle center",
            "textfont": {"size": TEXT_PX, "color": inks},
        }


def _labels(marks: Sequence[Placed], view: TimeView, theme: Theme) -> Iterator[Trace]:
    """Names right and left of their marks, or inside: on the colour where that is certain, on paper over hatch."""
    beside = [(each, _beside(each, view), theme.ink) for each in marks if each.label.side in _SIDES]
    inside = [(each, *_inside(each, view, theme)) for each in marks if each.label.side is Side.INSIDE]
    covered = [_ground(each, at, view) for each, at, ink in inside if ink == theme.ink]
    if covered:
        yield _filled("paper", covered) | {"fillcolor": theme.paper}
    for side in _SIDES:
        named = [each for each in beside if each[0].label.side is side]
        named += inside if side is Side.RIGHT else []
        if named:
            places, at, inks = zip(*named, strict=True)
            yield _text("label", iso(at), [each.y for each in places], list(map(_named, places))) | {
                "textposition": f"middle {side}",
                "textfont": {"size": TEXT_PX, "color": list(inks)},
                "customdata": [each.mark.event_id for each in places],
            }


_SIDES = (Side.RIGHT, Side.LEFT)


def _named(placed: Placed) -> str:
    """Letter and name of a mark, as text that can't be taken for markup."""
    return f"<b>{placed.mark.paint.letter}</b> {safe(placed.label.text)}"


def _text(name: str, x: list[str], y: Sequence[float], words: Sequence[str]) -> Trace:
    return {"type": "scatter", "mode": "text", "name": name, "x": x, "y": list(y), "text": list(words),
            "hoverinfo": "skip", "showlegend": False}  # fmt: skip


def _beside(placed: Placed, view: TimeView) -> int:
    """Where a name begins, clear of arrow and bracket."""
    if placed.label.side is Side.LEFT:
        return placed.drawn[0] - view.wide(GAP_PX + head(placed.mark))
    return placed.drawn[1] + view.wide(GAP_PX + tail(placed.mark))


def _inside(placed: Placed, view: TimeView, theme: Theme) -> tuple[int, str]:
    """Where a name within its mark begins, and its ink."""
    mark = placed.mark
    sure, (begins, ends) = core(mark), room_inside(mark, view, placed.label.pixels)
    if sure is not None and sure[0] <= begins < ends <= sure[1]:
        return begins + view.wide(GAP_PX), mark.paint.ink
    at = begins + view.wide(ARROW_PX if mark.open_start and begins <= max(placed.drawn[0], view.first) else 0)
    return at + view.wide(GAP_PX), theme.ink


def _ground(placed: Placed, at: int, view: TimeView) -> Sequence[tuple[int, float]]:
    """The paper under a name over hatch."""
    first, last = at - view.wide(1), at + view.wide(placed.label.pixels - GAP_PX)
    low, high = placed.y - GROUND, placed.y + GROUND
    return (first, low), (last, low), (last, high), (first, high)


def _pointed_at(marks: Sequence[Placed], view: TimeView) -> Iterator[Trace]:
    """Unseen points along the marks, near enough for a finger: they say what it is, where that came with them, and are clicked."""
    if marks:
        hits = [(at, each) for each in marks for at in _along(_reach(each.drawn, view), view)]
        words = [each.mark.hover for _, each in hits]
        yield {
            "type": "scatter",
            "mode": "none",
            "name": EVENTS,
            "x": iso(at for at, _ in hits),
            "y": [each.y for _, each in hits],
            "customdata": [each.mark.event_id for _, each in hits],
            **({"hovertext": words, "hoverinfo": "text"} if any(words) else {"hoverinfo": "none"}),
            "showlegend": False,
        }


def _along(stretch: Stretch, view: TimeView) -> list[int]:
    """Moments along a stretch, no further apart than a pointer reaches."""
    first, last = stretch
    count = max(ceil((last - first) / view.wide(HIT_EVERY_PX)), 1)
    return [first + (last - first) * (2 * each + 1) // (2 * count) for each in range(count)]


def _reach(stretch: Stretch, view: TimeView) -> Stretch:
    """The part in view, wide enough for a finger."""
    first, last = max(stretch[0], view.first), min(stretch[1], view.last)
    missing = max(view.wide(HIT_PX) - (last - first), 0)
    return first - missing // 2, last + (missing + 1) // 2
