"""Bars and lines as few path shapes: plotly.js takes its time by the element, not by the corner.

A thousand bars of six colours are six elements. Shapes lie between the grid and the traces; in a path, plotly.js wants
``_`` between day and clock.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from dashboard.figures.pieces import Bar, Fill, Line
from dashboard.figures.wall_clock import iso

Shape = dict[str, Any]
Corner = tuple[int, float]
HOLLOW_EDGE, SOLID_EDGE = 1.5, 1


def bar_shapes(bars: Iterable[Bar]) -> Iterator[Shape]:
    """One shape for all solid bars of a colour and edge, and for all hollow ones."""
    alike: defaultdict[tuple[Fill, str, str], list[Bar]] = defaultdict(list)
    for bar in bars:
        if bar.style is not Fill.HATCH:
            alike[bar.style, bar.colour, bar.edge].append(bar)
    for (style, colour, edge), group in alike.items():
        width = HOLLOW_EDGE if style is Fill.HOLLOW else SOLID_EDGE
        corners = [box(bar) for bar in group]
        yield _shape(style, _path(corners, closed=True), {"color": edge, "width": width}) | {
            "fillcolor": colour
        }


def line_shapes(lines: Iterable[Line]) -> Iterator[Shape]:
    """One shape for all lines of a colour, dash and width."""
    alike: defaultdict[tuple[str, str, float], list[Line]] = defaultdict(list)
    for line in lines:
        alike[line.colour, line.dash, line.width].append(line)
    for (colour, dash, width), group in alike.items():
        path = _path([line.points for line in group], closed=False)
        yield _shape("outline", path, {"color": colour, "dash": dash, "width": width})


def box(bar: Bar) -> Sequence[Corner]:
    """The corners of a bar."""
    (first, last), low, high = bar.stretch, bar.y - bar.height / 2, bar.y + bar.height / 2
    return (first, low), (last, low), (last, high), (first, high)


def across(heights: Iterable[float], colour: str) -> Shape:
    """Level lines over the whole width, as one shape."""
    path = "".join(f"M0,{height:.4g}L1,{height:.4g}" for height in heights)
    return {"type": "path", "name": "lanes", "xref": "paper", "yref": "y", "layer": "below", "path": path,
            "line": {"color": colour, "width": 1}}  # fmt: skip


def upright(moments: Sequence[int], line: Shape, opacity: float) -> Shape:
    """Upright lines over the whole height, as one shape."""
    path = "".join(f"M{at},0L{at},1" for at in _dates(moments))
    return {"type": "path", "name": "reports", "xref": "x", "yref": "paper", "layer": "below", "path": path,
            "line": line, "opacity": opacity}  # fmt: skip


def along(stretches: Sequence[tuple[int, int]], line: Shape) -> Shape:
    """Level lines at the foot of the plot, as one shape."""
    dates = iter(_dates([edge for stretch in stretches for edge in stretch]))
    path = "".join(f"M{next(dates)},0L{next(dates)},0" for _ in stretches)
    return {"type": "path", "name": "days", "xref": "x", "yref": "paper", "path": path, "line": line}


def _shape(name: str, path: str, line: Shape) -> Shape:
    return {"type": "path", "name": name, "xref": "x", "yref": "y", "layer": "between", "path": path, "line": line}  # fmt: skip


def _path(groups: Sequence[Sequence[Corner]], *, closed: bool) -> str:
    """Each group of corners as a line of its own; upright and level steps say one number: plotly.js reads every one at every zoom.

    >>> _path([((0, 1.0), (3_600_000_000, 1.0))], closed=False)
    'M1970-01-01_00:00:00.000,1H1970-01-01_01:00:00.000'
    """
    moments = list({at for corners in groups for at, _ in corners})
    dates = dict(zip(moments, _dates(moments), strict=True))
    end = "Z" if closed else ""
    return "".join(f"{''.join(_steps(corners, dates))}{end}" for corners in groups)


def _steps(corners: Sequence[Corner], dates: Mapping[int, str]) -> Iterator[str]:
    first, y = corners[0]
    yield f"M{dates[first]},{y:.5g}"
    for (before, low), (after, high) in pairwise(corners):
        if after == before:
            yield f"V{high:.5g}"
        else:
            yield f"H{dates[after]}" if high == low else f"L{dates[after]},{high:.5g}"


def _dates(moments: Sequence[int]) -> list[str]:
    return [moment.replace("T", "_") for moment in iso(moments)]
