"""Pieces gathered into as few plotly traces as can be, and the unseen bars that a pointer meets."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from dashboard.figures.marks import ARROW_PX, DIAMOND_PX
from dashboard.figures.pieces import CLEAR, Bar, Fill, Line, Symbol, drawn, outline
from dashboard.figures.placed import GAP_PX, Placed, Side, head, tail
from dashboard.figures.shown import Stretch
from dashboard.figures.texts import safe
from dashboard.figures.theme import PAINTS, Theme, faded
from dashboard.figures.view import TimeView
from dashboard.figures.wall_clock import iso

Trace = dict[str, Any]

HIT_PX = 14
TEXT_PX = 11


def traces(marks: Sequence[Placed], view: TimeView, theme: Theme, *, selected: str | None) -> list[Trace]:
    """Plotly traces of all marks: what is seen, then what is pointed at."""
    pieces = list(chain.from_iterable(drawn(each, view, theme) for each in marks))
    bars = [piece for piece in pieces if isinstance(piece, Bar)]
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    lines += [outline(each, view, theme) for each in marks if each.mark.event_id == selected]
    points = [piece for piece in pieces if isinstance(piece, Symbol)]
    seen = (_bars(bars), _lines(lines), _points(points), _labels(marks, view, theme))
    return [*chain.from_iterable(seen), *_pointed_at(marks, view)]


def legend(types: Iterable[str]) -> list[Trace]:
    """Entries of the legend: a colour, its letter and its name for each event type."""
    known = [PAINTS[each] for each in PAINTS if each in set(types)]
    return [entry(f"<b>{each.letter}</b> {each.name}", each.colour) for each in known]


def named(placed: Placed) -> str:
    """Letter and name of a mark, as text that can't be taken for markup."""
    return f"<b>{placed.mark.paint.letter}</b> {safe(placed.label.text)}"


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


def _bars(bars: Sequence[Bar]) -> Iterator[Trace]:
    for style in Fill:
        if chosen := [bar for bar in bars if bar.style is style]:
            yield _bar_trace(chosen, style)


def _bar_trace(bars: Sequence[Bar], style: Fill) -> Trace:
    colours, edges = [bar.colour for bar in bars], [bar.edge for bar in bars]
    marker: dict[str, Any] = {
        "color": colours,
        "line": {"color": edges, "width": 1.5 if style is Fill.HOLLOW else 1},
    }
    if style is Fill.HATCH:
        clear = [faded(colour, 0.10) for colour in colours]
        marker["pattern"] = {"shape": "/", "size": 6, "solidity": 0.28, "fgcolor": colours, "bgcolor": clear}
    return _bar_shape([bar.stretch for bar in bars]) | {
        "name": style,
        "y": [bar.y for bar in bars],
        "width": [bar.height for bar in bars],
        "customdata": [bar.event_id for bar in bars],
        "text": [bar.letter for bar in bars],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "marker": marker,
        "hoverinfo": "skip",
    }


def _bar_shape(stretches: Sequence[Stretch]) -> Trace:
    """What all bars share: they begin at a moment and last so many milliseconds."""
    return {
        "type": "bar",
        "orientation": "h",
        "base": iso(first for first, _ in stretches),
        "x": [(last - first) / 1000 for first, last in stretches],
        "showlegend": False,
    }


def _lines(lines: Iterable[Line]) -> Iterator[Trace]:
    """One trace for all lines of a colour, dash and width, with gaps between them."""
    alike: defaultdict[tuple[str, str, float], list[Line]] = defaultdict(list)
    for line in lines:
        alike[line.colour, line.dash, line.width].append(line)
    for (colour, dash, width), group in alike.items():
        moments = iso(at for line in group for at, _ in line.points)
        yield {
            "type": "scatter",
            "mode": "lines",
            "name": "outline",
            "x": list(_gapped(moments, group)),
            "y": [y for line in group for y in (*(y for _, y in line.points), None)],
            "line": {"color": colour, "dash": dash, "width": width},
            "hoverinfo": "skip",
            "showlegend": False,
        }


def _gapped(moments: Sequence[str], lines: Sequence[Line]) -> Iterator[str | None]:
    left = iter(moments)
    for line in lines:
        for _ in line.points:
            yield next(left)
        yield None


def _points(points: Sequence[Symbol]) -> Iterator[Trace]:
    if points:
        yield {
            "type": "scatter",
            "mode": "markers",
            "name": "point",
            "x": iso(point.at for point in points),
            "y": [point.y for point in points],
            "customdata": [point.event_id for point in points],
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


def _labels(marks: Sequence[Placed], view: TimeView, theme: Theme) -> Iterator[Trace]:
    """Names right and left of their marks; those inside are annotations, on paper."""
    for side in (Side.RIGHT, Side.LEFT):
        if chosen := [each for each in marks if each.label.side is side]:
            yield {
                "type": "scatter",
                "mode": "text",
                "name": "label",
                "x": iso(_beside(each, view) for each in chosen),
                "y": [each.y for each in chosen],
                "text": [named(each) for each in chosen],
                "textposition": f"middle {side}",
                "textfont": {"size": TEXT_PX, "color": theme.ink},
                "hoverinfo": "skip",
                "showlegend": False,
            }


def _beside(placed: Placed, view: TimeView) -> int:
    """Where a name begins, clear of arrow and bracket."""
    if placed.label.side is Side.LEFT:
        return placed.drawn[0] - view.wide(GAP_PX + head(placed.mark))
    return placed.drawn[1] + view.wide(GAP_PX + tail(placed.mark))


def _pointed_at(marks: Sequence[Placed], view: TimeView) -> Iterator[Trace]:
    """Unseen bars over the marks, wide enough for a finger and no wider than the view: they say what it is and are clicked."""
    if marks:
        yield _bar_shape([_reach(each.drawn, view) for each in marks]) | {
            "name": "events",
            "y": [each.y for each in marks],
            "width": [1.0] * len(marks),
            "customdata": [each.mark.event_id for each in marks],
            "hovertext": [each.mark.hover for each in marks],
            "hoverinfo": "text",
            "marker": {"color": CLEAR, "line": {"width": 0}},
        }


def _reach(stretch: Stretch, view: TimeView) -> Stretch:
    first, last = max(stretch[0], view.first), min(stretch[1], view.last)
    missing = max(view.wide(HIT_PX) - (last - first), 0)
    return first - missing // 2, last + (missing + 1) // 2
