"""A dataset as HTML for notebooks: how much is in it, its first events in words, and where they lie in time.

The drawing is a sketch of plain SVG: nothing in it is fetched or run. What is certain is solid, what lies somewhere
within is hollow; ``dashboard.timeline`` draws the whole of it.
"""

from collections.abc import Hashable, Iterator, Mapping
from html import escape
from typing import Any

import pandas as pd

from dashboard.table.describe import title, when
from dashboard.table.epochs import MISSING, instants, plausible

_ROWS, _LANES = 10, 12
_WIDTH, _NAMES, _LANE, _MARGIN = 900, 220, 18, 6
_LEAST = 3  # pixels of a mark


def shown(name: str, events: pd.DataFrame, reports: int) -> str:
    """Counts, the sketch and the first rows."""
    head = f"<b>{escape(name or 'Dataset')}</b>: {len(events):,} events of {reports:,} reports"
    return f"<div><p>{head}</p>{_sketch(events)}{_table(events)}</div>"


def _table(events: pd.DataFrame) -> str:
    rows = "".join(_row(event) for event in events.head(_ROWS).to_dict("records"))
    more = f"<p>and {len(events) - _ROWS:,} more</p>" if len(events) > _ROWS else ""
    return f"<table><tr><th>when</th><th>what</th><th>where</th></tr>{rows}</table>{more}"


def _row(event: Mapping[Hashable, Any]) -> str:
    cells = (when(event), title(event), str(event["location"]))
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _sketch(events: pd.DataFrame) -> str:
    """A lane a place, the busiest first."""
    dated = events[events["start"].notna() & events["end"].notna() & plausible(events)]
    if dated.empty:
        return ""
    lanes = dated["location"].astype(str).value_counts().index[:_LANES].tolist()
    drawn = dated[dated["location"].astype(str).isin(lanes)]
    marks = "".join(_marks(drawn, {lane: number for number, lane in enumerate(lanes)}))
    names = "".join(
        f"<text x='4' y='{number * _LANE + 13}' font-size='12' fill='currentColor'>{escape(lane or 'no place')[:30]}</text>"
        for number, lane in enumerate(lanes)
    )
    first, last = drawn["start"].min(), drawn["end"].max()
    ends = f"<p><small>{first:%d %B %Y} – {last:%d %B %Y}, UTC</small></p>"
    return f"<svg width='{_WIDTH}' height='{len(lanes) * _LANE + _MARGIN}' role='img' aria-label='timeline'>{names}{marks}</svg>{ends}"


def _marks(events: pd.DataFrame, lanes: dict[str, int]) -> Iterator[str]:
    first, last = int(instants(events["start"]).min()), int(instants(events["end"]).max())
    scale = (_WIDTH - _NAMES - _MARGIN) / max(last - first, 1)
    columns = (
        events["location"].astype(str),
        *(instants(events[edge]) for edge in ("start", "end", "core_start", "core_end")),
    )
    for place, start, end, core_start, core_end in zip(*columns, strict=True):
        top = lanes[place] * _LANE + 3
        yield _mark(_NAMES + (start - first) * scale, (end - start) * scale, top, fill="none")
        if MISSING not in (core_start, core_end):
            yield _mark(
                _NAMES + (core_start - first) * scale, (core_end - core_start) * scale, top, fill="#3f6f9f"
            )


def _mark(left: float, width: float, top: int, *, fill: str) -> str:
    return f"<rect x='{left:.1f}' y='{top}' width='{max(width, _LEAST):.1f}' height='12' fill='{fill}' stroke='#3f6f9f'/>"
