"""Comma-separated values (RFC 4180), in UTF-8, moments in ISO 8601.

Such a file begins with a byte order mark, without which Excel takes UTF-8 for Windows-1252 and breaks every name that
is not plain English; pandas, R's readr and QGIS pass over it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from dashboard.exchange.edtf import with_edtf
from dashboard.exchange.harmless import harmless, harmless_series
from dashboard.exchange.pieces import slices
from dashboard.exchange.provenance import Provenance
from dashboard.exchange.values import plain
from dashboard.table import Dataset
from dashboard.table.columns import EVENT_COLUMNS
from dashboard.table.dataset import Values

REMARKS = "remarks"
"""The column of what people noted on an event; ``notes`` is the sentence that tells of it."""


def write(dataset: Dataset, provenance: Provenance) -> Iterator[bytes]:
    """A row an event; the provenance is the last column, the same in each row.

    Lines above the header would break other programs, a file beside it gets lost: so it stays with every row
    that is copied out.
    """
    return of_parts(slices(dataset.events), provenance, ())


def of_parts(parts: Iterable[pd.DataFrame], provenance: Provenance, _: Sequence[str]) -> Iterator[bytes]:
    """The same of events that come part by part."""
    said, remarks = harmless(provenance.line()), provenance.remarks_by_event()
    own = [REMARKS] if remarks else []
    names = [*(each.name for each in EVENT_COLUMNS), "edtf", *own, "provenance"]
    return csv_of((_noted(with_edtf(part), remarks).assign(provenance=said) for part in parts), names)


def _noted(part: pd.DataFrame, remarks: Mapping[str, str]) -> pd.DataFrame:
    """The rows with what people noted on them, where they noted anything at all."""
    if not remarks:
        return part
    return part.assign(**{REMARKS: part["event_id"].map(remarks).fillna("").astype("str")})


def csv_of(parts: Iterator[pd.DataFrame], names: list[str]) -> Iterator[bytes]:
    """A header, and the rows of the parts."""
    yield _encoded(pd.DataFrame(columns=names).to_csv(index=False, lineterminator="\r\n"))
    for part in parts:
        cells = pd.DataFrame({name: _cells(part[name]) for name in names}, index=part.index)
        yield _encoded(cells.to_csv(index=False, header=False, lineterminator="\r\n"))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _cells(series: Values) -> Values:
    """The column as it is written: moments in ISO 8601, texts that no spreadsheet runs."""
    if isinstance(series.dtype, pd.DatetimeTZDtype):
        return pd.Series(plain(series), index=series.index, dtype=object)
    if isinstance(series.dtype, pd.Float64Dtype):  # as an object each number is written as Python says it
        return pd.Series(_floats(series), index=series.index, dtype=object)
    return harmless_series(series)


def _floats(series: Values) -> list[object]:
    values = series.to_numpy(dtype=float, na_value=np.nan)
    return [None if value != value else value for value in values.tolist()]  # noqa: PLR0124 - only nan is not itself
