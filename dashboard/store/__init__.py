"""Where datasets live: one SQLite file by default, PostgreSQL by URL."""

from dashboard.store.edits import Made
from dashboard.store.store import Saved, Store

__all__ = ["Made", "Saved", "Store"]
