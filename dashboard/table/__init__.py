"""The pandas layer: one frame of events with fixed columns, its filters, lanes and bins.

A new column is one row in ``columns.py`` and one line in the mapping that fills it: ``build.py``, or the event of
``dashboard.extraction`` that it is read from. Tables, stores, exports and their documentation follow the row.
"""

from dashboard.table.build import as_reported
from dashboard.table.dataset import Dataset

__all__ = ["Dataset", "as_reported"]
