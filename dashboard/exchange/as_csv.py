"""Comma-separated values (RFC 4180), in UTF-8, moments in ISO 8601.

Such a file begins with a byte order mark, without which Excel takes UTF-8 for Windows-1252 and breaks every name that
is not plain English; pandas, R's readr and QGIS pass over it.
"""

import pandas as pd

from dashboard.exchange.harmless import harmless
from dashboard.exchange.provenance import Provenance
from dashboard.exchange.values import plain
from dashboard.table import Dataset


def write(dataset: Dataset, provenance: Provenance) -> bytes:
    """A row an event; the provenance is the last column, the same in each row.

    Lines above the header would break other programs, a file beside it gets lost: so it stays with every row
    that is copied out.
    """
    cells = {name: _cells(dataset.events[name]) for name in dataset.events}
    frame = pd.DataFrame(cells, dtype=object, index=dataset.events.index)
    frame["provenance"] = harmless(provenance.line())
    return frame.to_csv(index=False, lineterminator="\r\n").encode("utf-8", "backslashreplace")


def _cells(series: pd.Series) -> list[object]:
    return [harmless(value) if isinstance(value, str) else value for value in plain(series)]
