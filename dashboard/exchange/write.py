"""A dataset as the bytes of a file."""

import json
from codecs import BOM_UTF8
from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from dashboard.errors import ExportError
from dashboard.exchange.harmless import harmless
from dashboard.exchange.provenance import PRODUCT, Provenance
from dashboard.exchange.values import plain, records
from dashboard.extras import PARQUET
from dashboard.table import Dataset


def to_bytes(dataset: Dataset, suffix: str, provenance: Provenance, *, bom: bool = True) -> bytes:
    """The file of that suffix with the dataset's events, and of the rest what belongs to them.

    A CSV begins with a byte order mark, without which Excel takes UTF-8 for Windows-1252 and breaks every name
    that is not plain English; pandas, R's readr and QGIS pass over it, ``bom=False`` leaves it out for those that don't.
    Raises ExportError for a suffix we do not write.
    """
    if suffix not in _WRITERS:
        msg = f"{suffix or 'no suffix'}: data is written as {' '.join(_WRITERS)}"
        raise ExportError(msg)
    content = _WRITERS[suffix](narrowed(dataset), provenance)
    return BOM_UTF8 + content if bom and suffix == ".csv" else content


def narrowed(dataset: Dataset) -> Dataset:
    """The dataset with only the mentions of its events, and only the reports those stand in."""
    mentions = dataset.mentions[dataset.mentions["event_id"].isin(dataset.events["event_id"])]
    reports = dataset.reports[dataset.reports["report_id"].isin(mentions["report_id"])]
    return replace(dataset, mentions=mentions, reports=reports)


def _csv(dataset: Dataset, provenance: Provenance) -> bytes:
    """Comma-separated (RFC 4180), UTF-8, moments in ISO 8601; for Excel there is .xlsx.

    The provenance is the last column, the same in each row: lines above the header would break other
    programs, a file beside it gets lost, and so it stays with every row that is copied out.
    """
    cells = {name: _cells(dataset.events[name]) for name in dataset.events}
    frame = pd.DataFrame(cells, dtype=object, index=dataset.events.index)
    frame["provenance"] = harmless(provenance.line())
    return frame.to_csv(index=False, lineterminator="\r\n").encode("utf-8", "backslashreplace")


def _cells(series: pd.Series) -> list[object]:
    return [harmless(value) if isinstance(value, str) else value for value in plain(series)]


def _json(dataset: Dataset, provenance: Provenance) -> bytes:
    """One object: the provenance, the events, and the mentions and reports that support them.

    The reports' texts stay at home: the quotes are there, whole articles may not be ours to pass on.
    """
    return _dumped(
        {
            "provenance": provenance.as_dict(),
            "events": list(records(dataset.events)),
            "mentions": list(records(dataset.mentions)),
            "reports": list(records(dataset.reports.drop(columns="text"))),
        }
    )


def _geojson(dataset: Dataset, provenance: Provenance) -> bytes:
    """A FeatureCollection; an event without coordinates has a null geometry (RFC 7946, 3.2)."""
    features = [
        {
            "type": "Feature",
            "id": record["event_id"],
            "geometry": _point(record["longitude"], record["latitude"]),
            "properties": record,
        }
        for record in records(dataset.events)
    ]
    return _dumped({"type": "FeatureCollection", "provenance": provenance.as_dict(), "features": features})


def _point(longitude: object, latitude: object) -> dict[str, object] | None:
    if longitude is None or latitude is None:
        return None
    return {"type": "Point", "coordinates": [longitude, latitude]}


def _parquet(dataset: Dataset, provenance: Provenance) -> bytes:
    """The events with their dtypes; the provenance is in the schema's metadata, under our name."""
    if lacking := PARQUET.lacking():
        raise ExportError(lacking)
    import pyarrow as pa  # noqa: PLC0415 - 170 MB that only Parquet needs
    import pyarrow.parquet as pq  # noqa: PLC0415

    table = pa.Table.from_pandas(dataset.events, preserve_index=False)
    said = {PRODUCT.encode(): json.dumps(provenance.as_dict(), ensure_ascii=False).encode()}
    sink = pa.BufferOutputStream()
    pq.write_table(table.replace_schema_metadata({**(table.schema.metadata or {}), **said}), sink)
    return bytes(sink.getvalue())


def _excel(dataset: Dataset, provenance: Provenance) -> bytes:
    from dashboard.exchange.excel import excel  # noqa: PLC0415 - only Excel pays for loading openpyxl

    return excel(dataset, provenance)


def _dumped(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8", "backslashreplace")


_WRITERS: dict[str, Callable[[Dataset, Provenance], bytes]] = {
    ".csv": _csv,
    ".json": _json,
    ".geojson": _geojson,
    ".xlsx": _excel,
    ".parquet": _parquet,
}

SUFFIXES: tuple[str, ...] = tuple(_WRITERS)

MEDIA_TYPES: dict[str, str] = {
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".parquet": "application/vnd.apache.parquet",
}
