"""GeoPackage (OGC): the events as a layer of points, for QGIS and ArcGIS."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC
from itertools import chain
from pathlib import Path
from struct import pack
from typing import Any

import numpy as np
import pandas as pd

from dashboard.errors import ExportError
from dashboard.exchange.edtf import with_edtf
from dashboard.exchange.pieces import by_way_of_file, slices
from dashboard.exchange.provenance import Provenance
from dashboard.exchange.values import plain
from dashboard.extras import GEO
from dashboard.table import Dataset

_POINT = 1


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """The layer ``events``, its coordinates WGS 84; what has none is in the table and not on the map.

    The provenance is the layer's description, and a column.
    """
    return of_parts(slices(dataset.events), provenance, ())


def of_parts(parts: Iterable[pd.DataFrame], provenance: Provenance, _: Sequence[str]) -> Iterator[bytes]:
    """The same of events that come part by part."""
    if lacking := GEO.lacking():
        raise ExportError(lacking)
    return by_way_of_file("events.gpkg", lambda path: _lay(parts, provenance, path))


def _lay(parts: Iterable[pd.DataFrame], provenance: Provenance, path: Path) -> None:
    from pyogrio import raw, set_gdal_config_options  # noqa: PLC0415 - what says that it is lacking stands before it

    set_gdal_config_options({"OGR_CURRENT_DATE": f"{provenance.made.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"})
    for number, part in enumerate(chain([Dataset.from_rows().events], parts)):
        events = with_edtf(part).assign(provenance=provenance.line())
        raw.write(
            path,
            geometry=np.array(
                [_point(*at) for at in zip(events["longitude"], events["latitude"], strict=True)], object
            ),
            field_data=[_field(events[name]) for name in events],
            field_mask=[events[name].isna().to_numpy() for name in events],
            fields=np.array(list(events.columns), object),
            geometry_type="Point",
            crs="EPSG:4326",
            driver="GPKG",
            layer="events",
            append=number > 0,
            layer_options={"DESCRIPTION": provenance.line()[:4000]},
        )


def _point(longitude: Any, latitude: Any) -> bytes | None:
    """A point in well-known binary, little-endian."""
    if pd.isna(longitude) or pd.isna(latitude):
        return None
    return pack("<BIdd", 1, _POINT, float(longitude), float(latitude))


def _field(series: pd.Series) -> np.ndarray[Any, Any]:
    """A column as pyogrio takes it; moments as texts, as GeoPackage keeps them."""
    if isinstance(series.dtype, pd.Int64Dtype):
        return series.to_numpy(dtype="int64", na_value=0)
    if isinstance(series.dtype, pd.Float64Dtype):
        return series.to_numpy(dtype="float64", na_value=np.nan)
    if series.dtype == bool:
        return series.to_numpy(dtype="int32")
    return np.array([None if value is None else str(value) for value in plain(series)], dtype=object)
