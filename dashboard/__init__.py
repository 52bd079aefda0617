"""Reports into a timeline that can be defended.

The public door. Behind it each name is fetched when it is first used, so that reading a date does not
load a web server.

>>> from dashboard import event_table, read_report
>>> events = event_table(read_report("Artillery shelled Douma yesterday.", published="2018-03-06"))
>>> events["location"].to_list()
['Douma']
"""

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.app import create_app
    from dashboard.door import (
        dataset_from,
        event_table,
        open_store,
        read,
        read_dataset,
        read_file,
        read_report,
        read_time,
        timeline,
    )

__all__ = [
    "create_app",
    "dataset_from",
    "event_table",
    "open_store",
    "read",
    "read_dataset",
    "read_file",
    "read_report",
    "read_time",
    "timeline",
]
try:
    __version__ = version("conflict-timeline")
except PackageNotFoundError:  # a checkout that nobody installed
    __version__ = "0+unknown"


def __getattr__(name: str) -> object:
    if name not in __all__:
        msg = f"module 'dashboard' has no attribute {name!r}; it has {', '.join(__all__)}"
        raise AttributeError(msg)
    return getattr(import_module("dashboard.app" if name == "create_app" else "dashboard.door"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
