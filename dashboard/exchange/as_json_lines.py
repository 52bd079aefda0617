"""JSON Lines: one event a line, for programs that read a line at a time (jq, DuckDB, pandas with ``lines=True``)."""

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from dashboard.exchange.edtf import with_edtf
from dashboard.exchange.pieces import joined, slices
from dashboard.exchange.provenance import Provenance
from dashboard.exchange.values import dumped, records
from dashboard.table import Dataset


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """Each line says where it comes from, as it may be copied out alone."""
    return of_parts(slices(dataset.events), provenance, ())


def of_parts(parts: Iterable[pd.DataFrame], provenance: Provenance, _: Sequence[str]) -> Iterator[bytes]:
    """The same of events that come part by part."""
    said = {"provenance": provenance.line()}
    rows = (row for part in parts for row in records(with_edtf(part)))
    return joined(dumped(row | said) + b"\n" for row in rows)
