"""Reports into a timeline that can be defended.

The public door. Behind it each name is fetched when it is first used, so that reading a date does not
load a web server.

>>> from dashboard import event_table, read_file, read_report
>>> events = event_table(read_report(read_file(path)) for path in paths)  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.app import create_app
    from dashboard.extraction import read_report
    from dashboard.readers import read_file
    from dashboard.table import dataset_from, event_table
    from dashboard.temporal import read_time

__all__ = ["create_app", "dataset_from", "event_table", "read_file", "read_report", "read_time"]

_ROOMS = {
    "create_app": "dashboard.app",
    "dataset_from": "dashboard.table",
    "event_table": "dashboard.table",
    "read_file": "dashboard.readers",
    "read_report": "dashboard.extraction",
    "read_time": "dashboard.temporal",
}


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        msg = f"module 'dashboard' has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(_ROOMS[name]), name)
