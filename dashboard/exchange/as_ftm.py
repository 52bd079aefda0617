"""FollowTheMoney entities, as Aleph and OpenSanctions exchange them: an Event and the Address of its place, a line each.

Dates are as fine as the words: ``2018-05`` where a month was told. The schema is on followthemoney.tech/explorer.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pandas as pd

from dashboard.exchange.described import Row, moment, number, rows, text, where
from dashboard.exchange.pieces import joined, slices
from dashboard.exchange.provenance import Provenance
from dashboard.exchange.values import dumped
from dashboard.table import Dataset
from dashboard.table.describe import title, when
from dashboard.table.sources import sources_of
from dashboard.temporal.calendar.granularity import Granularity

_TICK = timedelta(microseconds=1)
Entity = dict[str, object]


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """The entities, each address once, before the first event there."""
    return of_parts(slices(dataset.events), provenance, ())


def of_parts(parts: Iterable[pd.DataFrame], provenance: Provenance, _: Sequence[str]) -> Iterator[bytes]:
    """The same of events that come part by part."""
    return joined(dumped(each) + b"\n" for each in _entities(parts, provenance))


def _entities(parts: Iterable[pd.DataFrame], provenance: Provenance) -> Iterator[Entity]:
    known: set[str] = set()
    for row in (row for part in parts for row in rows(part)):
        place = _address(row)
        if place and place["id"] not in known:
            known.add(str(place["id"]))
            yield place
        yield _event(row, place, provenance.line())


def _address(row: Row) -> Entity | None:
    """The place of an event; None where nothing names it."""
    if not text(row, "location") and not text(row, "country"):
        return None
    latitude, longitude = number(row, "latitude"), number(row, "longitude")
    found = f"{text(row, 'place_id')}|{where(row)}|{latitude}|{longitude}"
    ident = f"place-{hashlib.sha256(found.encode('utf-8', 'backslashreplace')).hexdigest()[:16]}"
    said = {
        "full": where(row),
        "city": text(row, "location"),
        "region": text(row, "admin2"),
        "state": text(row, "admin1"),
        "country": text(row, "iso").lower(),
        "latitude": latitude,
        "longitude": longitude,
    }
    return {"id": ident, "schema": "Address", "properties": _properties(said)}


def _event(row: Row, place: Entity | None, made: str) -> Entity:
    first, last = _dates(row)
    said = {
        "name": title(row),
        "startDate": first,
        "endDate": last if last != first else "",
        "date": first if last == first else "",
        "summary": text(row, "notes"),
        "description": f"{title(row)}, {when(row)}",
        "location": where(row),
        "country": text(row, "iso").lower(),
        "addressEntity": str(place["id"]) if place else "",
        "keywords": [text(row, "event_type"), text(row, "sub_event_type"), text(row, "ext_type")],
        "namesMentioned": [text(row, "actor1"), text(row, "actor2")],
        "sourceUrl": _address_of(text(row, "url")),
        "publisher": list(sources_of(text(row, "source"))),
        "recordId": text(row, "event_id"),
        "notes": [text(row, "doubts"), text(row, "conflicts"), made],
    }
    return {"id": f"event-{text(row, 'event_id')}", "schema": "Event", "properties": _properties(said)}


def _properties(said: Mapping[str, str | Sequence[str]]) -> dict[str, list[str]]:
    """Each property as a list of its values; those without any are left out."""
    lists = {name: [value] if isinstance(value, str) else value for name, value in said.items()}
    found = {name: [value for value in dict.fromkeys(values) if value] for name, values in lists.items()}
    return {name: values for name, values in found.items() if values}


def _address_of(url: str) -> str:
    """An address of the web; a file's name is none."""
    return url if url.startswith(("http://", "https://")) else ""


def _dates(row: Row) -> tuple[str, str]:
    """The first and the last day, month or year it may lie in, as fine as it is known."""
    grain = Granularity(text(row, "granularity") or "unknown")
    start, end = moment(row, "start"), moment(row, "end")
    last = end - _TICK if end else None
    return _date(start, row, grain), "" if row.get("ongoing") else _date(last, row, grain)


def _date(at: datetime | None, row: Row, grain: Granularity) -> str:
    if at is None:
        return ""
    local = at.astimezone(ZoneInfo(text(row, "timezone") or "UTC"))
    if grain.rank < Granularity.DAYPART.rank:
        return f"{at:%Y-%m-%dT%H:%M:%S}"  # a moment is said in UTC
    known = local.date().isoformat()
    if grain.rank < Granularity.MONTH.rank or grain is Granularity.UNKNOWN:
        return known
    return known[:7] if grain.rank < Granularity.YEAR.rank else known[:4]
