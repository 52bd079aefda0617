"""timemap, the map of Forensic Architecture and Bellingcat: a JSON list of events whose values are all texts.

Its own check (``src/reducers/validate/eventSchema.js``) asks for a date or coordinates, latitude and longitude both or
neither, and lists of associations and sources. Dates are MM/DD/YYYY and times HH:mm, on the event's own clock.
"""

from collections.abc import Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo

import pandas as pd

from dashboard.exchange.described import LeftOut, Row, counted, moment, number, rows, text, undated, where
from dashboard.exchange.pieces import joined, slices
from dashboard.exchange.provenance import Provenance
from dashboard.exchange.values import listed
from dashboard.table import Dataset
from dashboard.table.describe import when
from dashboard.table.sources import sources_of
from dashboard.temporal.calendar.granularity import Granularity


def left_out(dataset: Dataset) -> tuple[LeftOut, ...]:
    """Timemap has no room for what is neither in time nor on the map."""
    return counted(int(_nowhere(dataset.events).sum()), "timemap shows nothing with neither time nor place")


def _nowhere(events: pd.DataFrame) -> pd.Series:
    return undated(events) & (events["latitude"].isna() | events["longitude"].isna())


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """The events; each says in its comments where it comes from, as the list has no head."""
    return of_parts(slices(dataset.events), provenance, ())


def of_parts(parts: Iterable[pd.DataFrame], provenance: Provenance, _: Sequence[str]) -> Iterator[bytes]:
    """The same of events that come part by part."""
    shown = (part[~_nowhere(part)] for part in parts)
    return joined(listed(_event(row, provenance.line()) for part in shown for row in rows(part)))


def _event(row: Row, said: str) -> dict[str, object]:
    day, time = _clock(row)
    placed = number(row, "latitude") and number(row, "longitude")
    return {
        "id": text(row, "event_id"),
        "description": text(row, "notes"),
        "date": day,
        "time": time,
        "time_precision": text(row, "granularity"),
        "time_display": when(row),
        "location": where(row),
        "latitude": number(row, "latitude") if placed else "",
        "longitude": number(row, "longitude") if placed else "",
        "type": text(row, "sub_event_type"),
        "category": text(row, "event_type"),
        "category_full": "/".join(filter(None, (text(row, "event_type"), text(row, "sub_event_type")))),
        "associations": [name for name in (text(row, "actor1"), text(row, "actor2")) if name],
        "sources": [name for name in sources_of(text(row, "source")) if name],
        "comments": " | ".join(filter(None, (text(row, "conflicts"), text(row, "doubts"), said))),
    }


def _clock(row: Row) -> tuple[str, str]:
    """The first day it may be on and, where the words are that fine, the time."""
    start = moment(row, "start")
    if start is None:
        return "", ""
    local = start.astimezone(ZoneInfo(text(row, "timezone") or "UTC"))
    fine = Granularity(text(row, "granularity") or "unknown").rank < Granularity.DAYPART.rank
    return f"{local:%m/%d}/{local.year:04}", f"{local:%H:%M}" if fine else ""
