"""JSON Lines: one event a line, for programs that read a line at a time (jq, DuckDB, pandas with ``lines=True``)."""

from dashboard.exchange.provenance import Provenance
from dashboard.exchange.values import dumped, records
from dashboard.table import Dataset


def write(dataset: Dataset, provenance: Provenance) -> bytes:
    """Each line says where it comes from, as it may be copied out alone."""
    line = provenance.line()
    return b"".join(dumped({**record, "provenance": line}) + b"\n" for record in records(dataset.events))
