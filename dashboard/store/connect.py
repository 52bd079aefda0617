"""Connecting to a database of either kind."""

from sqlalchemy import Engine
from sqlalchemy.engine import URL

from dashboard.errors import StoreError
from dashboard.store.address import ADDRESSES, PSYCOPG, SQLITE, shown
from dashboard.store.postgresql import opened_postgresql
from dashboard.store.sqlite import opened_sqlite

_OPENERS = {SQLITE: opened_sqlite, PSYCOPG: opened_postgresql}


def opened(url: URL) -> Engine:
    """An engine on a database that has our tables; they are made in an empty one.

    Raises StoreError for a database of another program, which stays untouched.
    """
    if url.drivername not in _OPENERS:
        msg = f"{shown(url)}: {ADDRESSES}"
        raise StoreError(msg)
    return _OPENERS[url.drivername](url)
