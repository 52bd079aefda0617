"""The pandas layer: one frame of events with fixed columns, its filters, lanes and bins."""

from dashboard.table.build import as_told, dataset_from, event_table
from dashboard.table.dataset import Dataset

__all__ = ["Dataset", "as_told", "dataset_from", "event_table"]
