"""What is drawn for each event: its honest shape on the local clock, before it has a row.

The shapes are those of PlanningLines (Aigner et al. 2005): two outer bounds, and a certain part between them.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from textwrap import shorten, wrap
from typing import Any, cast
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from dashboard.extraction.model import Modality
from dashboard.figures.theme import Paint, paint
from dashboard.figures.view import SECOND, View, to_local
from dashboard.table.describe import moment, title, when
from dashboard.table.epochs import EVER_AFTER, EVER_BEFORE, Instants, bounds, core, instants

HOLLOW = (Modality.PLANNED, Modality.DENIED, Modality.HYPOTHETICAL)
INSTANT = 60 * SECOND
LEAST_PX = 3
DIAMOND_PX = 9
ARROW_PX = 11
QUOTE_LINES, QUOTE_CHARS = 4, 64

Stretch = tuple[int, int]
Row = Mapping[Hashable, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """An event as it is drawn, in microseconds of the local clock.

    ``first`` to ``last`` is what the text supports, ``certain`` the part that is sure (None for a short
    event somewhere between). ``others`` are the times that contradicting mentions give.
    """

    event_id: str
    first: int
    last: int
    certain: Stretch | None
    instant: bool
    ongoing: bool
    open_start: bool
    open_end: bool
    hollow: bool
    others: tuple[Stretch, ...]
    paint: Paint
    label: str
    hover: str

    @property
    def extent(self) -> Stretch:
        """From the first to the last moment that any reading gives."""
        every = [(self.first, self.last), *self.others]
        return min(first for first, _ in every), max(last for _, last in every)

    @property
    def doubtful(self) -> tuple[Stretch, ...]:
        """The parts that may or may not belong to the event: around the certain part, or all of it."""
        if self.certain is None:
            return ((self.first, self.last),)
        sides = ((self.first, self.certain[0]), (self.certain[1], self.last))
        return tuple((first, last) for first, last in sides if first < last)


def marks_of(events: pd.DataFrame, view: View, mentions: pd.DataFrame | None) -> list[Mark]:
    """A mark for each dated event, in the events' order."""
    ends = _local_ends(events, view)
    others = _others(events, mentions, view.zone)
    rows = events.to_dict("records")
    return [
        _mark(row, (int(first), int(last)), certain, others.get(str(row["event_id"]), ()), view)
        for row, first, last, certain in zip(rows, *ends, strict=True)
    ]


def _mark(
    row: Row,
    outer: Stretch,
    certain: Stretch | None,
    others: tuple[Stretch, ...],
    view: View,
) -> Mark:
    return Mark(
        event_id=str(row["event_id"]),
        first=outer[0],
        last=outer[1],
        certain=certain,
        instant=row["granularity"] == "minute" and outer[1] - outer[0] <= INSTANT,
        ongoing=bool(row["ongoing"]),
        open_start=not _known(row["start"]),
        open_end=not _known(row["end"]),
        hollow=row["modality"] in HOLLOW,
        others=others,
        paint=paint(str(row["event_type"])),
        label=_label(row, view.zone),
        hover=_hover(row, view.zone),
    )


def _local_ends(events: pd.DataFrame, view: View) -> tuple[list[int], list[int], list[Stretch | None]]:
    """Outer bounds and certain part on the local clock; an open side runs to the report, or out of view."""
    first, last = bounds(events)
    reported = instants(events["published"])
    last = np.where((last == EVER_AFTER) & (reported > first), reported, last)
    local_first, local_last = to_local(first, view.zone), to_local(last, view.zone)
    local_last = np.where(
        local_last == EVER_AFTER, np.maximum(view.last + view.span, local_first), local_last
    )
    local_first = np.where(
        local_first == EVER_BEFORE, np.minimum(view.first - view.span, local_last), local_first
    )
    return local_first.tolist(), np.maximum(local_last, local_first + 1).tolist(), _certain(events, view.zone)


def _certain(events: pd.DataFrame, zone: str) -> list[Stretch | None]:
    first, last, known = core(events)
    ends = zip(to_local(first, zone).tolist(), to_local(last, zone).tolist(), known.tolist(), strict=True)
    return [(begin, max(end, begin + 1)) if sure else None for begin, end, sure in ends]


def _others(events: pd.DataFrame, mentions: pd.DataFrame | None, zone: str) -> dict[str, tuple[Stretch, ...]]:
    """Times of mentions that contradict their event, by event."""
    if mentions is None or mentions.empty:
        return {}
    told = mentions.dropna(subset=["start", "end"]).merge(
        events[["event_id", "start", "end"]], on="event_id", suffixes=("", "_event")
    )
    apart = (told["end"] <= told["start_event"]) | (told["start"] >= told["end_event"])
    odd = told[apart & (told["conflict"] != "")]
    return _by_event(
        odd["event_id"], to_local(instants(odd["start"]), zone), to_local(instants(odd["end"]), zone)
    )


def _by_event(ids: "pd.Series[str]", first: Instants, last: Instants) -> dict[str, tuple[Stretch, ...]]:
    found: defaultdict[str, dict[Stretch, None]] = defaultdict(dict)
    for event_id, begin, end in zip(ids, first.tolist(), last.tolist(), strict=True):
        found[event_id][begin, max(end, begin + 1)] = None
    return {event_id: tuple(stretches) for event_id, stretches in found.items()}


def _label(row: Row, zone: str) -> str:
    """The short name beside the mark, and what must be said with it."""
    said = [title(row)]
    if row["ongoing"] and _known(row["end"]):
        said.append(f"ongoing as of {_short_day(row['end'], zone)}")
    if row["conflicts"]:
        said.append("contradicted")
    return said[0] if len(said) == 1 else f"{said[0]} ({', '.join(said[1:])})"


def _short_day(at: datetime, zone: str) -> str:
    local = at.astimezone(ZoneInfo(zone))
    return f"{local.day} {local:%b}"


def _hover(row: Row, zone: str) -> str:
    """Name, time, place, actors and quote, as text that can't be taken for markup."""
    lines = [f"<b>{safe(title(row))}</b>", safe(when(row, zone)), safe(_where(row)), safe(_who(row))]
    if row["ongoing"] and _known(row["end"]):
        lines.insert(2, safe(f"ongoing as of {moment(row['end'], zone)}"))
    quote = [safe(line) for line in wrapped(str(row["notes"]))]
    conflicts = [safe(f"contradicted: {line}") for line in wrapped(str(row["conflicts"]))[:1]]
    return "<br>".join(filter(None, [*lines, *conflicts, *quote]))


def _where(row: Row) -> str:
    near = {2: "near ", 3: "in the region of "}
    precision = row["geo_precision"]
    lead = near.get(int(precision), "") if _known(precision) else ""
    return f"{lead}{row['location']}" if row["location"] else ""


def _who(row: Row) -> str:
    return " – ".join(str(row[name]) for name in ("actor1", "actor2") if row[name])


def _known(value: object) -> bool:
    return value is not None and bool(pd.notna(cast(Any, value)))


def wrapped(text: str) -> Sequence[str]:
    """A long text as a few short lines.

    >>> wrapped("one " * 100)[-1].endswith("…")
    True
    """
    return wrap(shorten(text, QUOTE_LINES * QUOTE_CHARS, placeholder=" …"), QUOTE_CHARS)


def safe(text: str) -> str:
    """Text that plotly shows as it is: it would read tags, so there are none.

    Isolated, so that Arabic beside it stays in order.

    >>> safe("<b>").strip("\u2068\u2069")
    '&lt;b&gt;'
    """
    return f"\u2068{escape(text, quote=False)}\u2069" if text else ""
