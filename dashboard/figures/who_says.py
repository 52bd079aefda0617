"""Who says what, drawn: a row for each source, a column for each event in order of time, and beside it when each published.

A cell is as high as its source was quick, carries ≠ where it contradicts, a dash where it was silent, and nothing where
the source published nothing then. All cells of a kind are one element of the drawing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from dashboard.figures.axes import NARROW_PX, TICKS
from dashboard.figures.texts import safe, shortened, ticks
from dashboard.figures.theme import FONT, Theme, paint, theme
from dashboard.figures.wall_clock import iso, to_local
from dashboard.table.delays import delay
from dashboard.table.describe import named, when
from dashboard.table.epochs import DAY, EVER_AFTER, EVER_BEFORE
from dashboard.table.who_says import Gap, Rhythm, Said, WhoSays
from dashboard.wording.dates import Form, dated
from dashboard.wording.say import say, so_many, to_say
from dashboard.wording.spoken import spoken

Figure = dict[str, Any]
Box = tuple[float, float, float, float]
"""Left, right, foot and top of a cell, in columns and rows."""

ROW_PX, TOP_PX, FOOT_PX = 20, 62, 12
_WIDEST_PX, _NAME_PX, _NARROW_NAME_PX = 28, 190, 112
_NAME_CHARS, _NARROW_NAME_CHARS, _SAID_CHARS = 28, 15, 120
_SHARE, _BETWEEN = 0.64, 0.03
_DATE_PX, _GAP_WORDS_PX, _HIT_PX = 74, 52, 24
_WEEK = 7 * DAY
_HEIGHTS = (0.76, 0.5, 0.26)
ODD = {False: "#b3261e", True: "#ff9a8f"}
"""The colour of what contradicts, on light and on dark: of no type of event."""
TEMPLATES = {
    Said.ABSENT: to_say("published nothing from its beginning until a week after it"),
    Said.SILENT: to_say("published, and did not tell of it"),
    Said.TOLD: to_say("told of it"),
    Said.CONTRADICTED: to_say("told of it, and contradicts"),
}
"""What a cell says in words; of what was told, how long after follows."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the parts stand: the share of the matrix in the width, whether the rhythm stands below it, pixels of a column and of the rhythm."""

    share: float
    below: bool
    column_px: float
    rhythm_px: float


def who_says_figure(found: WhoSays, *, zone: str, dark: bool = False, width_px: int = 1000) -> Figure:
    """``data`` and ``layout``; ``layout.meta`` holds what assets/who.js says of each cell: names, events and what was said.

    Without an event or a source there is nothing but ``layout.meta.words``.
    """
    if not len(found.events) or not found.sources:
        return {
            "data": [],
            "layout": {"meta": {"words": say("Nobody tells of an event with a time in this view.")}},
        }
    colours, place = theme(dark=dark), _place(len(found.events), width_px)
    frame = found.events.frame()
    events = frame.to_dict("records")
    span = _span(found, zone)
    shapes = [
        *_lines(found, colours, place),
        *_cells(found, colours, dark=dark),
        *_types(events),
        *_days(found, span, place, colours),
    ]
    rows = len(found.sources)
    panels = 2 if place.below else 1
    layout = {
        "height": TOP_PX + FOOT_PX + panels * rows * ROW_PX + (TOP_PX if place.below else 0),
        "margin": {"l": _NARROW_NAME_PX if width_px < NARROW_PX else _NAME_PX, "r": 12, "t": TOP_PX, "b": FOOT_PX},
        "paper_bgcolor": colours.paper, "plot_bgcolor": colours.paper,
        "font": {"family": FONT, "size": 11, "color": colours.ink},
        "hoverlabel": {"bgcolor": colours.paper, "bordercolor": colours.muted, "font": {"color": colours.ink}, "align": "left"},
        "hovermode": "closest", "hoverdistance": 16, "showlegend": False, "dragmode": False,
        "shapes": shapes, "annotations": _headings(place, colours),
        "meta": {"words": words(found)} | _meta(found, events, zone),
    } | _axes(found, events, span, place, colours, zone)  # fmt: skip
    return {"data": [*_silences(found, span, place, colours)], "layout": layout}


def words(found: WhoSays) -> str:
    """The matrix in a sentence for whoever can't see it."""
    told = int((found.said >= Said.TOLD).sum())
    odd = int((found.said == Said.CONTRADICTED).sum())
    return say(
        "Who says what: {sources} sources and {events} events; {told} accounts, {odd} of them contradicting. The list below says the same in words.",
        sources=len(found.sources),
        events=len(found.events),
        told=told,
        odd=odd,
    )


def gap_words(gap: Gap, usual: int | None) -> str:
    """A source's silence: how long, from when to when, and what is usual.

    >>> gap_words(Gap(17596, 17604), 1)
    'silent for 9 days, 6 March 2018 to 14 March 2018; usually every day'
    """
    until = say("the last day that anybody published") if gap.still else day_words(gap.last)
    silence = so_many(
        "silent for {count} day, {start} to {end}", "silent for {count} days, {start} to {end}", gap.days,
        start=day_words(gap.first), end=until,
    )  # fmt: skip
    return silence if usual is None else f"{silence}; {usually(usual)}"


def usually(days: int) -> str:
    """How often a source mostly publishes.

    >>> usually(1), usually(3)
    ('usually every day', 'usually every 3 days')
    """
    return so_many("usually every day", "usually every {count} days", days)


def day_words(number: int) -> str:
    """A day by its number since 1970.

    >>> day_words(17596)
    '6 March 2018'
    """
    return dated(np.datetime64(number, "D").item(), Form.DAY)


def _place(columns: int, width_px: int) -> Place:
    below = width_px < NARROW_PX
    room = max(width_px - (_NARROW_NAME_PX if below else _NAME_PX) - 12, 100)
    share = min(1.0 if below else _SHARE, columns * _WIDEST_PX / room)
    left = room if below else room * (1 - share - _BETWEEN)
    return Place(share, below, share * room / columns, left)


def _meta(found: WhoSays, events: Sequence[dict[Any, Any]], zone: str) -> Figure:
    told = np.argwhere(found.said >= Said.TOLD).tolist()
    return {
        "sources": [safe(shortened(_named(each), _SAID_CHARS)) for each in found.sources],
        "events": [f"{safe(_headline(row))}<br>{safe(when(row, zone))}" for row in events],
        "ids": [str(row["event_id"]) for row in events],
        "said": ["".join(map(str, row)) for row in found.said.tolist()],
        "delays": {f"{row},{at}": delay(int(found.soonest[row, at]), int(found.latest[row, at])) for row, at in told},
        "templates": [say(TEMPLATES[each]) for each in Said],
    }  # fmt: skip


def _headline(row: dict[Any, Any]) -> str:
    return shortened(named(row), _SAID_CHARS)


def _named(source: str) -> str:
    return source or say("source not named")


def _cells(found: WhoSays, colours: Theme, *, dark: bool) -> Iterator[Figure]:
    """Told, contradicting and silent: one shape each."""
    quick = np.where(found.soonest <= DAY, 0, np.where(found.soonest <= _WEEK, 1, 2))
    for grade, height in enumerate(_HEIGHTS):
        for state, colour in ((Said.TOLD, colours.heat[2]), (Said.CONTRADICTED, ODD[dark])):
            here = np.argwhere((found.said == state) & (quick == grade)).tolist()
            boxes = [(at - 0.44, at + 0.44, -row - height / 2, -row + height / 2) for row, at in here]
            if boxes:
                yield _shape(_filled(boxes), f"{state.name.lower()} {grade}") | {"fillcolor": colour, "line": {"width": 0}}  # fmt: skip
    odd = np.argwhere(found.said == Said.CONTRADICTED).tolist()
    if odd:
        yield _shape("".join(_unequal(at, -row) for row, at in odd), "unequal") | {"line": {"color": colours.paper, "width": 1.3}}  # fmt: skip
    silent = np.argwhere(found.said == Said.SILENT).tolist()
    if silent:
        dashes = "".join(f"M{at - 0.22:g},{-row}L{at + 0.22:g},{-row}" for row, at in silent)
        yield _shape(dashes, "silent") | {"line": {"color": colours.muted, "width": 1.5}}


def _unequal(x: float, y: float) -> str:
    """≠ in a cell."""
    bars = "".join(f"M{x - 0.26:g},{y + up:g}L{x + 0.26:g},{y + up:g}" for up in (-0.1, 0.1))
    return f"{bars}M{x - 0.12:g},{y - 0.26:g}L{x + 0.12:g},{y + 0.26:g}"


def _types(events: Sequence[dict[Any, Any]]) -> Iterator[Figure]:
    """Above each column the colour of its event's type."""
    kinds = [paint(str(row["event_type"])) for row in events]
    for kind in dict.fromkeys(kinds):
        boxes = [(at - 0.44, at + 0.44, 0.62, 0.92) for at, each in enumerate(kinds) if each == kind]
        yield _shape(_filled(boxes), kind.name) | {"fillcolor": kind.colour, "line": {"width": 0}}


def _headings(place: Place, colours: Theme) -> list[Figure]:
    """What the two parts are."""
    named = (
        (say("events in order of time"), "x", "y"),
        (say("days with a report"), "x2", _rhythm_axis(place)),
    )
    return [
        {"text": words, "xref": f"{x} domain", "x": 0, "xanchor": "left", "yref": f"{y} domain", "y": 1, "yanchor": "bottom",
         "yshift": 36, "showarrow": False, "font": {"size": 11, "color": colours.muted}}
        for words, x, y in named
    ]  # fmt: skip


def _lines(found: WhoSays, colours: Theme, place: Place) -> Iterator[Figure]:
    """A thin line between each two sources, over all of the width."""
    for axis in ("y", "y2") if place.below else ("y",):
        path = "".join(f"M0,{-row - 0.5}L1,{-row - 0.5}" for row in range(len(found.sources)))
        yield {"type": "path", "name": "rows", "xref": "paper", "yref": axis, "layer": "below", "path": path,
               "line": {"color": colours.grid, "width": 1}}  # fmt: skip


def _shape(path: str, name: str) -> Figure:
    return {"type": "path", "name": name, "xref": "x", "yref": "y", "path": path}


def _filled(boxes: Iterable[Box]) -> str:
    return "".join(f"M{left:g},{low:g}L{right:g},{low:g}L{right:g},{top:g}L{left:g},{top:g}Z" for left, right, low, top in boxes)  # fmt: skip


def _span(found: WhoSays, zone: str) -> tuple[int, int]:
    """The days that the rhythm is drawn over: from the first event to the last, or to the last publication a month after it."""
    times = found.events.index.times
    moments = np.concatenate([found.events.of(times.first), found.events.of(times.last)])
    real = to_local(moments[(moments != EVER_BEFORE) & (moments != EVER_AFTER)], zone) // DAY
    first, last = int(real.min()), int(real.max())
    days = [int(each.days[-1]) for each in found.rhythms if len(each.days)]
    return first, min(max([last, *days]), last + 31) + 1


def _days(found: WhoSays, span: tuple[int, int], place: Place, colours: Theme) -> Iterator[Figure]:
    """The days on which each source published, those that follow each other as one bar; no thinner than two pixels."""
    least = 2 * (span[1] - span[0]) / place.rhythm_px
    boxes = [
        (first, max(last + 1, first + least), -row - 0.2, -row + 0.2)
        for row, rhythm in enumerate(found.rhythms)
        for first, last in _runs(rhythm, span)
    ]
    if boxes:
        path = _filled_days(boxes)
        yield {"type": "path", "name": "published", "xref": "x2", "yref": _rhythm_axis(place), "path": path,
               "fillcolor": colours.muted, "line": {"width": 0}}  # fmt: skip


def _runs(rhythm: Rhythm, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    days = rhythm.days[(rhythm.days >= span[0]) & (rhythm.days < span[1])]
    if not len(days):
        return
    ends = [-1, *np.flatnonzero(np.diff(days) > 1).tolist(), len(days) - 1]
    for before, end in pairwise(ends):
        yield int(days[before + 1]), int(days[end])


def _filled_days(boxes: Sequence[Box]) -> str:
    """Boxes whose edges are days, as a path on an axis of dates."""
    dates = iter(_dates([edge for left, right, _, _ in boxes for edge in (left, right)]))
    corners = [(next(dates), next(dates), low, top) for _, _, low, top in boxes]
    return "".join(f"M{left},{low:g}L{right},{low:g}L{right},{top:g}L{left},{top:g}Z" for left, right, low, top in corners)  # fmt: skip


def _dates(days: Iterable[float]) -> list[str]:
    return [each.replace("T", "_") for each in iso(round(day * DAY) for day in days)]


def _rhythm_axis(place: Place) -> str:
    return "y2" if place.below else "y"


def _silences(found: WhoSays, span: tuple[int, int], place: Place, colours: Theme) -> Iterator[Figure]:
    """The gaps of each source, hatched; what they are in words where a pointer is, and how long where there is room."""
    gaps = [
        (row, gap, rhythm.usual)
        for row, rhythm in enumerate(found.rhythms)
        for gap in rhythm.gaps
        if gap.last >= span[0] and gap.first < span[1]
    ]
    if not gaps:
        return
    on = {"type": "scatter", "xaxis": "x2", "yaxis": _rhythm_axis(place)}
    boxes = [(max(gap.first, span[0]), min(gap.last + 1, span[1]), row) for row, gap, _ in gaps]
    corners = [(left, right, right, left, left) for left, right, _ in boxes]
    yield on | {
        "name": "gaps", "mode": "none", "fill": "toself", "hoverinfo": "skip",
        "x": [each for box in corners for each in (*_stamps(box), None)],
        "y": [each for _, _, row in boxes for each in (-row - 0.32, -row - 0.32, -row + 0.32, -row + 0.32, -row - 0.32, None)],
        "fillcolor": "rgba(0,0,0,0)",
        "fillpattern": {"shape": "/", "size": 5, "solidity": 0.2, "fgcolor": colours.muted, "bgcolor": "rgba(0,0,0,0)"},
    }  # fmt: skip
    px = place.rhythm_px / (span[1] - span[0])
    named = [
        (left, right, row, gap)
        for (left, right, row), (_, gap, _) in zip(boxes, gaps, strict=True)
        if (right - left) * px > _GAP_WORDS_PX
    ]
    yield on | {
        "name": "how long", "mode": "text", "hoverinfo": "skip",
        "x": _stamps((left + right) / 2 for left, right, _, _ in named), "y": [-row for _, _, row, _ in named],
        "text": [f"<b>{safe(_days_long(gap))}</b>" for _, _, _, gap in named],
        "textfont": {"size": 10, "color": colours.ink},
    }  # fmt: skip
    points = [
        (left + (right - left) * (step + 0.5) / steps, row, gap, usual)
        for (left, right, row), (_, gap, usual) in zip(boxes, gaps, strict=True)
        for steps in [max(1, round((right - left) * px / _HIT_PX))]
        for step in range(steps)
    ]
    yield on | {
        "name": "silences", "mode": "none", "x": _stamps(at for at, _, _, _ in points), "y": [-row for _, row, _, _ in points],
        "hovertext": [f"<b>{safe(shortened(_named(found.sources[row]), _SAID_CHARS))}</b><br>{safe(gap_words(gap, usual))}" for _, row, gap, usual in points],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def _days_long(gap: Gap) -> str:
    return so_many("{count} day", "{count} days", gap.days)


def _stamps(days: Iterable[float]) -> list[str]:
    return iso(round(day * DAY) for day in days)


def _axes(
    found: WhoSays, events: Sequence[dict[Any, Any]], span: tuple[int, int], place: Place, colours: Theme, zone: str
) -> Figure:  # fmt: skip
    rows = len(found.sources)
    heads = _column_heads(found, zone, place.column_px)
    chars = _NARROW_NAME_CHARS if place.below else _NAME_CHARS
    plain = {
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
        "tickfont": {"color": colours.muted},
    }
    names = {
        "range": [-rows + 0.5, 1.0], "tickmode": "array", "tickvals": [-row for row in range(rows)],
        "ticktext": [safe(shortened(_named(each), chars)) for each in found.sources],
        "automargin": False, "tickfont": {"color": colours.ink, "size": 11},
    }  # fmt: skip
    half = (TOP_PX + ROW_PX) / (2 * rows * ROW_PX + 2 * TOP_PX)
    axes: Figure = {
        "xaxis": plain | {
            "domain": [0, place.share], "range": [-0.5, len(events) - 0.5], "side": "top", "anchor": "y", "tickangle": 0,
            "tickmode": "array", "tickvals": [at for at, _ in heads], "ticktext": [said for _, said in heads],
        },
        "xaxis2": plain | {
            "type": "date", "domain": [0, 1] if place.below else [place.share + _BETWEEN, 1], "range": _stamps(span),
            "anchor": _rhythm_axis(place), "tickformatstops": ticks(TICKS), "nticks": max(2, round(place.rhythm_px / 90)),
            "side": "bottom" if place.below else "top", "showgrid": True, "gridcolor": colours.grid,
        },
        "yaxis": plain | names | {"domain": [0.5 + half / 2, 1] if place.below else [0, 1]},
    }  # fmt: skip
    if place.below:
        axes["yaxis2"] = plain | names | {"domain": [0, 0.5 - half / 2], "anchor": "x2"}
    return axes


def _column_heads(found: WhoSays, zone: str, column_px: float) -> list[tuple[int, str]]:
    """The day of a column where another day begins, no closer than it can be read; the year where it is another."""
    times = found.events.index.times
    first, last = (to_local(found.events.of(each), zone) for each in (times.first, times.last))
    days = (np.where(first == EVER_BEFORE, last, first) // DAY).tolist()
    heads: list[tuple[int, str]] = []
    year = None
    for at, day in enumerate(days):
        if (at and day == days[at - 1]) or (heads and (at - heads[-1][0]) * column_px < _DATE_PX):
            continue
        moment = np.datetime64(day, "D").item()
        said = dated(moment, Form.SHORT_OF_YEAR if moment.year == year else Form.SHORT)
        heads.append((at, safe(said) if spoken().direction == "rtl" else said))
        year = moment.year
    return heads
