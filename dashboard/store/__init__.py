"""Where datasets live: one SQLite file by default, PostgreSQL by URL."""

from dashboard.store.store import Saved, Store

__all__ = ["Saved", "Store"]
