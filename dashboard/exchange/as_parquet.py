"""Apache Parquet: the events with their dtypes, for pandas, R, DuckDB and the like."""

import json
from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from dashboard.errors import ExportError
from dashboard.exchange.edtf import with_edtf
from dashboard.exchange.pieces import Drain, grouped, slices
from dashboard.exchange.provenance import PRODUCT, Provenance
from dashboard.extras import PARQUET
from dashboard.table import Dataset

_ROWS = 100_000  # a group of rows is squeezed together


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """The provenance is in the schema's metadata, under our name."""
    return of_parts(slices(dataset.events, _ROWS), provenance, ())


def of_parts(parts: Iterable[pd.DataFrame], provenance: Provenance, _: Sequence[str]) -> Iterator[bytes]:
    """The same of events that come part by part."""
    if lacking := PARQUET.lacking():
        raise ExportError(lacking)
    import pyarrow as pa  # noqa: PLC0415 - what says that it is lacking stands before it
    import pyarrow.parquet as pq  # noqa: PLC0415

    schema = pa.Schema.from_pandas(
        with_edtf(Dataset.from_rows([{"event_id": "-"}]).events), preserve_index=False
    )  # a row, as columns without any have no kind
    said = {PRODUCT.encode(): json.dumps(provenance.as_dict(), ensure_ascii=False).encode()}
    schema = schema.with_metadata({**(schema.metadata or {}), **said})
    sink = Drain()
    with pq.ParquetWriter(sink, schema) as writer:
        for part in grouped(parts, _ROWS):
            writer.write_table(pa.Table.from_pandas(with_edtf(part), schema, preserve_index=False))
            yield sink.taken()
    yield sink.taken()
