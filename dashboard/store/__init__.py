"""Where datasets live: one SQLite file by default, PostgreSQL by URL.

Its tables of events, mentions and reports are made of ``table/columns.py``; an older store is given what it lacks when
it is opened. A new table is one in ``schema.py``, with its number in ``_TABLES``; another kind of database is a module like ``sqlite.py`` and its row in ``connect.py``.
"""

from dashboard.store.corrections import Added
from dashboard.store.edited import edited
from dashboard.store.edits import Beneath, Change, Edit, EditKind
from dashboard.store.mappings import keep_mapping, kept_mapping
from dashboard.store.notes import Note, SavedView
from dashboard.store.own_places import Kept, added_places, keep_places
from dashboard.store.redated import GivenDate
from dashboard.store.report_rows import KeptReport
from dashboard.store.saving import Saved
from dashboard.store.store import Store

__all__ = [
    "Added",
    "Beneath",
    "Change",
    "Edit",
    "EditKind",
    "GivenDate",
    "Kept",
    "KeptReport",
    "Note",
    "Saved",
    "SavedView",
    "Store",
    "added_places",
    "edited",
    "keep_mapping",
    "keep_places",
    "kept_mapping",
]
