"""What several reports tell of one event, as one row: ``records`` of single reports are compared and fused.

``decisions`` are what a person joined and split, which stand above every measure. How likely two records are one event
is measured in ``dashboard.extraction``; how the values of one column are fused stands in its row of ``table/columns.py``.

To add how a column is fused: its row in ``table/columns.py``; a rule of its own: a function in ``fuse``.
"""

from dashboard.consolidation.consolidate import consolidated, dataset_from

__all__ = ["consolidated", "dataset_from"]
