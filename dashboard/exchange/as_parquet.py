"""Apache Parquet: the events with their dtypes, for pandas, R, DuckDB and the like."""

import json
from collections.abc import Iterator

from dashboard.errors import ExportError
from dashboard.exchange.edtf import with_edtf
from dashboard.exchange.pieces import Drain, slices
from dashboard.exchange.provenance import PRODUCT, Provenance
from dashboard.extras import PARQUET
from dashboard.table import Dataset

_ROWS = 200_000  # a group of rows is squeezed together


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """The provenance is in the schema's metadata, under our name."""
    if lacking := PARQUET.lacking():
        raise ExportError(lacking)
    import pyarrow as pa  # noqa: PLC0415 - what says that it is lacking stands before it
    import pyarrow.parquet as pq  # noqa: PLC0415

    schema = pa.Schema.from_pandas(with_edtf(dataset.events.head(1)), preserve_index=False)
    said = {PRODUCT.encode(): json.dumps(provenance.as_dict(), ensure_ascii=False).encode()}
    schema = schema.with_metadata({**(schema.metadata or {}), **said})
    sink = Drain()
    with pq.ParquetWriter(sink, schema) as writer:
        for part in slices(dataset.events, _ROWS):
            writer.write_table(pa.Table.from_pandas(with_edtf(part), schema, preserve_index=False))
            yield sink.taken()
    yield sink.taken()
