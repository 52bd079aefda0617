"""Apache Parquet: the events with their dtypes, for pandas, R, DuckDB and the like."""

import json

from dashboard.errors import ExportError
from dashboard.exchange.provenance import PRODUCT, Provenance
from dashboard.extras import PARQUET
from dashboard.table import Dataset


def write(dataset: Dataset, provenance: Provenance) -> bytes:
    """The provenance is in the schema's metadata, under our name."""
    if lacking := PARQUET.lacking():
        raise ExportError(lacking)
    import pyarrow as pa  # noqa: PLC0415 - what says that it is lacking stands before it
    import pyarrow.parquet as pq  # noqa: PLC0415

    table = pa.Table.from_pandas(dataset.events, preserve_index=False)
    said = {PRODUCT.encode(): json.dumps(provenance.as_dict(), ensure_ascii=False).encode()}
    sink = pa.BufferOutputStream()
    pq.write_table(table.replace_schema_metadata({**(table.schema.metadata or {}), **said}), sink)
    return bytes(sink.getvalue())
