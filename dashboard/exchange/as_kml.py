"""KML 2.2 (OGC): a placemark an event, with its span of time, for Google Earth and the like."""

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

import pandas as pd

from dashboard.exchange.described import Row, number, rows, text, where
from dashboard.exchange.pieces import joined, slices
from dashboard.exchange.provenance import Provenance
from dashboard.exchange.values import Record, records
from dashboard.table import Dataset
from dashboard.table.describe import title, when

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
_NOT_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF], "\ufffd")


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """The placemarks; one without coordinates is listed and stands nowhere. Every column is in its data."""
    return of_parts(slices(dataset.events), provenance, ())


def of_parts(parts: Iterable[pd.DataFrame], provenance: Provenance, _: Sequence[str]) -> Iterator[bytes]:
    """The same of events that come part by part."""
    return joined(_encoded(words) for words in _document(parts, provenance))


def _encoded(words: str) -> bytes:
    return words.encode("utf-8", "xmlcharrefreplace")


def _document(parts: Iterable[pd.DataFrame], provenance: Provenance) -> Iterator[str]:
    yield (
        _HEAD
        + _tag("name", provenance.title or "Timeline")
        + _tag("description", "\n".join(provenance.lines()))
    )
    for part in parts:
        yield from map(_placemark, rows(part), records(part))
    yield "</Document></kml>\n"


def _placemark(row: Row, plain: Record) -> str:
    place = text(row, "location")
    about = "\n".join(filter(None, (when(row), where(row), text(row, "notes"), text(row, "source"))))
    inner = (
        _tag("name", f"{title(row)}, {place}" if place else title(row)),
        _tag("description", about),
        _span(plain),
        _data(plain),
        _point(row),
    )
    return f"<Placemark>{''.join(inner)}</Placemark>\n"


def _span(plain: Record) -> str:
    """From when until when, as far as each is known."""
    sides = (("begin", plain["start"]), ("end", None if plain["ongoing"] else plain["end"]))
    known = "".join(_tag(name, str(at)) for name, at in sides if at)
    return f"<TimeSpan>{known}</TimeSpan>" if known else ""


def _data(plain: Record) -> str:
    cells = (
        f'<Data name="{name}">{_tag("value", str(value))}</Data>'
        for name, value in plain.items()
        if value not in (None, "")
    )
    return f"<ExtendedData>{''.join(cells)}</ExtendedData>"


def _point(row: Row) -> str:
    latitude, longitude = number(row, "latitude"), number(row, "longitude")
    if not latitude or not longitude:
        return ""
    return f"<Point><coordinates>{longitude},{latitude}</coordinates></Point>"


def _tag(name: str, words: str) -> str:
    return f"<{name}>{escape(words.translate(_NOT_XML))}</{name}>"
