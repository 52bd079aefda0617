"""GeoJSON (RFC 7946): a FeatureCollection for maps."""

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from dashboard.exchange.pieces import joined, slices
from dashboard.exchange.provenance import Provenance
from dashboard.exchange.values import Record, dumped, listed, records
from dashboard.table import Dataset


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """A feature an event; one without coordinates has a null geometry (RFC 7946, 3.2)."""
    return of_parts(slices(dataset.events), provenance, ())


def of_parts(parts: Iterable[pd.DataFrame], provenance: Provenance, _: Sequence[str]) -> Iterator[bytes]:
    """The same of events that come part by part."""
    return joined(_collection(parts, provenance))


def _collection(parts: Iterable[pd.DataFrame], provenance: Provenance) -> Iterator[bytes]:
    yield b'{"type": "FeatureCollection", "provenance": ' + dumped(provenance.as_dict()) + b', "features": '
    yield from listed(_feature(row) for part in parts for row in records(part))
    yield b"}"


def _feature(record: Record) -> dict[str, object]:
    return {
        "type": "Feature",
        "id": record["event_id"],
        "geometry": _point(record["longitude"], record["latitude"]),
        "properties": record,
    }


def _point(longitude: object, latitude: object) -> dict[str, object] | None:
    if longitude is None or latitude is None:
        return None
    return {"type": "Point", "coordinates": [longitude, latitude]}
