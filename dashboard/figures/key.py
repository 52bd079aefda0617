"""The key to the marks: each as a small drawing, made of the same pieces as on the chart."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote

from dashboard.extraction.acled import EventType
from dashboard.figures.marks import ARROW_PX, DIAMOND_PX, Mark
from dashboard.figures.pieces import Bar, Fill, Line, Piece, Shape, Symbol, drawn
from dashboard.figures.placed import Label, Placed
from dashboard.figures.theme import Theme, paint, theme
from dashboard.figures.view import TimeView
from dashboard.wording.say import say, to_say

WIDTH, HEIGHT = 112, 24
_ROW = 24  # pixels of a row, as on the chart
_END = 100
_PLAIN = Mark(
    event_id="", first=20, last=90, certain=(20, 90), instant=False, ongoing=False, open_start=False, open_end=False,
    hollow=False, others=(), paint=paint(EventType.BATTLES), label="", hover="",
)  # fmt: skip
_WITHIN = replace(_PLAIN, certain=None)
MARKS: tuple[tuple[Mark, str], ...] = (
    (_PLAIN, to_say("Certain: it went on from here to there")),
    (_WITHIN, to_say("Somewhere within: a short event, at a time between the brackets")),
    (
        replace(_PLAIN, certain=(40, 70)),
        to_say("A fuzzy start or end: certain in the middle, perhaps as far as the dashes"),
    ),
    (replace(_PLAIN, first=50, last=51, certain=None, instant=True), to_say("An exact moment")),
    (replace(_PLAIN, last=80, certain=(20, 80), ongoing=True), to_say("Still going on when it was reported")),
    (replace(_WITHIN, open_start=True), to_say("Begun before: nobody says when")),
    (replace(_WITHIN, hollow=True), to_say("Planned or denied: it may never have happened")),
    (replace(_WITHIN, first=30, last=45, others=((70, 85),)), to_say("Two times that contradict each other")),
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A small drawing as an address that holds it, and what it means."""

    source: str
    words: str


def key(*, dark: bool) -> list[Drawing]:
    """The marks, then what stands behind them."""
    colours = theme(dark=dark)
    return [
        *(Drawing(_source(_mark(mark, colours)), say(words)) for mark, words in MARKS),
        Drawing(
            _source(_grounds(colours)),
            say("Night and twilight, where the events are; in views under four days"),
        ),
        Drawing(
            _source(_published(colours)),
            say("When a report was published: when it was told, not when it happened"),
        ),
    ]


def _source(shapes: str) -> str:
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{HEIGHT}'>{shapes}</svg>"
    return f"data:image/svg+xml,{quote(svg)}"


def _mark(mark: Mark, colours: Theme) -> str:
    view = TimeView("UTC", 0, _END, WIDTH)
    at = Placed(mark, 0.5, mark.extent, Label())
    pieces = sorted(drawn(at, view, colours), key=lambda piece: isinstance(piece, Line))
    return "".join(part for piece in pieces for part in _shape(piece, view))


def _shape(piece: Piece, view: TimeView) -> Iterator[str]:
    """A piece as SVG."""
    if isinstance(piece, Bar):
        yield from _bar(piece, view)
    elif isinstance(piece, Line):
        points = " ".join(f"{view.at(x):.1f},{y * _ROW:.1f}" for x, y in piece.points)
        dash = f" stroke-dasharray='{piece.dash.replace('px', '')}'" if "px" in piece.dash else ""
        yield f"<polyline points='{points}' fill='none' stroke='{piece.colour}' stroke-width='{piece.width}'{dash}/>"
    else:
        yield _symbol(piece, view)


def _bar(bar: Bar, view: TimeView) -> Iterator[str]:
    left, right = map(view.at, bar.stretch)
    top, high = (bar.y - bar.height / 2) * _ROW, bar.height * _ROW
    if bar.style is Fill.HATCH:
        name = f"h{left:.0f}{top:.0f}"
        yield (
            f"<pattern id='{name}' width='6' height='6' patternUnits='userSpaceOnUse'><path d='M0,6L6,0M-1,1L1,-1M5,7L7,5' "
            f"stroke='{bar.colour}' stroke-width='1.7'/></pattern>"
        )
    fill = f"url(#{name})" if bar.style is Fill.HATCH else bar.colour
    yield f"<rect x='{left:.1f}' y='{top:.1f}' width='{right - left:.1f}' height='{high:.1f}' fill='{fill}' stroke='{bar.edge}'/>"


def _symbol(symbol: Symbol, view: TimeView) -> str:
    x, y = view.at(symbol.at), symbol.y * _ROW
    half = (DIAMOND_PX if symbol.style.is_moment else ARROW_PX) / 2
    corners = {
        Shape.GOES_ON: ((-half, -half), (half, 0), (-half, half)),
        Shape.BEGAN_BEFORE: ((half, -half), (-half, 0), (half, half)),
    }.get(symbol.style, ((0, -half), (half, 0), (0, half), (-half, 0)))
    points = " ".join(f"{x + right:.1f},{y + down:.1f}" for right, down in corners)
    return f"<polygon points='{points}' fill='{symbol.colour}'/>"


def _grounds(colours: Theme) -> str:
    shades = ((10, 20, colours.twilight), (30, 52, colours.night), (82, 20, colours.twilight))
    return "".join(
        f"<rect x='{x}' width='{wide}' height='{HEIGHT}' fill='{shade}'/>" for x, wide, shade in shades
    )


def _published(colours: Theme) -> str:
    return f"<path d='M56,0V{HEIGHT}' stroke='{colours.muted}' stroke-dasharray='2,2'/><path d='M56,{HEIGHT - 2}H92' stroke='{colours.muted}' stroke-width='4'/>"
