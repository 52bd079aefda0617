"""Where datasets live: one SQLite file by default, PostgreSQL by URL.

Its tables of events, mentions and reports are made of ``table/columns.py``; an older store is given what it lacks when
it is opened. A new table is one in ``schema.py``, with its number in ``_TABLES``; another kind of database is a module like ``sqlite.py`` and its row in ``connect.py``.
"""

from dashboard.store.edits import Made
from dashboard.store.mappings import keep_mapping, kept_mapping
from dashboard.store.own_places import Kept, added_places, keep_places
from dashboard.store.report_rows import KeptReport
from dashboard.store.saving import Saved
from dashboard.store.store import Store

__all__ = [
    "Kept",
    "KeptReport",
    "Made",
    "Saved",
    "Store",
    "added_places",
    "keep_mapping",
    "keep_places",
    "kept_mapping",
]
