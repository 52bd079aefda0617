"""GeoJSON (RFC 7946): a FeatureCollection for maps."""

from dashboard.exchange.provenance import Provenance
from dashboard.exchange.values import dumped, records
from dashboard.table import Dataset


def write(dataset: Dataset, provenance: Provenance) -> bytes:
    """A feature an event; one without coordinates has a null geometry (RFC 7946, 3.2)."""
    features = [
        {
            "type": "Feature",
            "id": record["event_id"],
            "geometry": _point(record["longitude"], record["latitude"]),
            "properties": record,
        }
        for record in records(dataset.events)
    ]
    return dumped({"type": "FeatureCollection", "provenance": provenance.as_dict(), "features": features})


def _point(longitude: object, latitude: object) -> dict[str, object] | None:
    if longitude is None or latitude is None:
        return None
    return {"type": "Point", "coordinates": [longitude, latitude]}
