"""Where datasets live, with all that a person corrected: one SQLite file by default, PostgreSQL by URL.

Its tables of events, mentions and reports are made of ``table/columns.py``. What was read and what a person did are kept
apart: edits are layers that are laid over the reading when it is loaded. To add a table or a column: its row in
``schema.py`` or ``table/columns.py`` with the form it is there ``since``, and a step in ``migrations.py``; a kind of edit: its
word in ``edits.py`` and a method in ``corrections.py``; another kind of database: a module like ``sqlite.py`` and its row in
``connect.py``.
"""

from dashboard.store.corrections import Added
from dashboard.store.deleted import Deleted
from dashboard.store.edited import edited
from dashboard.store.edits import Beneath, Change, Edit, EditKind
from dashboard.store.mappings import keep_mapping, kept_mapping
from dashboard.store.notes import Note, SavedView
from dashboard.store.own_places import Kept, added_places, keep_places, known_places, reader
from dashboard.store.redated import GivenDate
from dashboard.store.report_rows import KeptReport
from dashboard.store.saving import Saved
from dashboard.store.store import Store

__all__ = [
    "Added",
    "Beneath",
    "Change",
    "Deleted",
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
    "known_places",
    "reader",
]
