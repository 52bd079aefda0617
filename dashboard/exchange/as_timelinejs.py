"""TimelineJS: a slide an event, with its uncertainty in the words of its date and its place as its group.

What TimelineJS takes is on timeline.knightlab.com/docs/json-format.html. It puts texts into the page as HTML, so ours are
escaped, and turns whatever looks like an address into a link unless it is told not to.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from dashboard.exchange.described import LeftOut, Row, counted, moment, rows, text, undated, where
from dashboard.exchange.pieces import joined, slices
from dashboard.exchange.provenance import Provenance
from dashboard.exchange.values import dumped, listed
from dashboard.table import Dataset
from dashboard.table.describe import title, when
from dashboard.temporal.calendar.granularity import Granularity

_TICK = timedelta(microseconds=1)


def left_out(dataset: Dataset) -> tuple[LeftOut, ...]:
    """TimelineJS has no slide without a date."""
    return counted(int(undated(dataset.events).sum()), "TimelineJS shows nothing without a time")


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """A title slide that says where it all comes from, and the slides."""
    return of_parts(slices(dataset.events), provenance, ())


def of_parts(parts: Iterable[pd.DataFrame], provenance: Provenance, _: Sequence[str]) -> Iterator[bytes]:
    """The same of events that come part by part."""
    return joined(_timeline(parts, provenance))


def _timeline(parts: Iterable[pd.DataFrame], provenance: Provenance) -> Iterator[bytes]:
    about = "".join(f"<p>{escape(line)}</p>" for line in provenance.lines())
    head = {"text": {"headline": escape(provenance.title or "Timeline"), "text": about}, "autolink": False}
    dated = (part[~undated(part)] for part in parts)
    yield b'{"title": ' + dumped(head) + b', "events": '
    yield from listed(slide(row, provenance.zone) for part in dated for row in rows(part))
    yield b"}"


def slide(row: Row, zone: str) -> dict[str, Any]:
    """One event as a slide, on the clock of its own zone."""
    grain = Granularity(text(row, "granularity") or "unknown")
    own = text(row, "timezone") or zone
    start, end = moment(row, "start"), moment(row, "end")
    first = _date(start, own, grain) if start else {}
    last = _date(end - _TICK, own, grain) if end else first
    whole = {
        "unique_id": text(row, "event_id"),
        "start_date": first,
        "display_date": _twice_escaped(when(row)),
        "text": {"headline": escape(_headline(row)), "text": _story(row)},
        "group": _twice_escaped(text(row, "location")),
        "autolink": False,
    }
    return whole if last == first else whole | {"end_date": last}


def _twice_escaped(words: str) -> str:
    """Words for a field of which TimelineJS takes the markup out, which undoes an escape, and then puts it into the page as HTML."""
    return escape(escape(words, quote=False), quote=False)


def _headline(row: Row) -> str:
    place = text(row, "location")
    return f"{title(row)}, {place}" if place else title(row)


def _story(row: Row) -> str:
    """The quote, where it stands, and what speaks against it."""
    parts = {
        "": f"“{text(row, 'notes')}”" if text(row, "notes") else "",
        "Place: ": where(row),
        "Killed: ": text(row, "fatalities_text") or text(row, "fatalities"),
        "Source: ": " ".join(filter(None, (text(row, "source"), text(row, "title"), text(row, "url")))),
        "Contradicted: ": text(row, "conflicts"),
        "Doubts: ": text(row, "doubts"),
    }
    return "".join(f'<p dir="auto">{escape(lead + words)}</p>' for lead, words in parts.items() if words)


def _date(at: datetime, zone: str, grain: Granularity) -> dict[str, int]:
    """The parts of a date that are known."""
    local = at.astimezone(ZoneInfo(zone or "UTC"))
    parts = {"year": local.year}
    if grain.rank < Granularity.YEAR.rank or grain is Granularity.UNKNOWN:
        parts["month"] = local.month
    if grain.rank < Granularity.MONTH.rank or grain is Granularity.UNKNOWN:
        parts["day"] = local.day
    if grain.rank < Granularity.DAYPART.rank:
        parts |= {"hour": local.hour, "minute": local.minute}
    return parts
