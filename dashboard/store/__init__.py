"""Where datasets live: one SQLite file by default, PostgreSQL by URL."""

from dashboard.store.edits import Made
from dashboard.store.places import Kept, added_places, keep_places
from dashboard.store.reports import KeptReport
from dashboard.store.store import Saved, Store

__all__ = ["Kept", "KeptReport", "Made", "Saved", "Store", "added_places", "keep_places"]
