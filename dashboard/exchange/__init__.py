"""The field's formats: events out as CSV, JSON, GeoJSON, Excel and Parquet, each saying where it came from."""

from dashboard.exchange.provenance import Provenance, provenance_of
from dashboard.exchange.values import records
from dashboard.exchange.write import MEDIA_TYPES, SUFFIXES, to_bytes

__all__ = ["MEDIA_TYPES", "SUFFIXES", "Provenance", "provenance_of", "records", "to_bytes"]
