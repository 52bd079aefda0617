"""The address of a database: a SQLite file's path or a URL; for people never with its password."""

import re

from sqlalchemy import make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from dashboard.errors import StoreError
from dashboard.readers import shown as printable
from dashboard.text.passwords import address_hidden, without_passwords

SQLITE, PSYCOPG = "sqlite", "postgresql+psycopg"
_POSTGRESQL = frozenset({"postgresql", "postgres"})
_AT_IN_A_QUERY = re.compile(r"(?s)\?.*=.*@")  # what stands before it would be taken for who logs in
# A slash or two forgotten, no kind at all, or the words of libpq: an address all the same, and not the name of a file
_LIKE_AN_ADDRESS = re.compile(
    r"(?i)(?:postgres(?:ql)?|sqlite|mysql|mariadb|oracle|mssql)(?:\+\w+)?:"
    r"|[^\s/\\:@]{2,}:[^\n]*@"
    r"|(?:.*\s)?(?:host|dbname|user|password)\s*="
)
ADDRESSES = "a database is sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME"


def parse(database: str) -> URL:
    """The URL of a database; a plain path means a SQLite file.

    >>> parse("reports.db").drivername, parse("postgresql://me@host/reports").drivername
    ('sqlite', 'postgresql+psycopg')
    """
    if "://" not in database and not _LIKE_AN_ADDRESS.match(database):
        return URL.create(SQLITE, database=database)
    try:
        url = None if _AT_IN_A_QUERY.search(database) else _without_stray_at(make_url(database))
    except (ArgumentError, ValueError):
        url = None
    if url is None:  # raised outside of the handler: its error would show the password
        msg = f"{address_hidden(database)}: is not the address of a database; {ADDRESSES}; an @ in a password is written %40"
        raise StoreError(msg)
    return url.set(drivername=PSYCOPG) if url.drivername in _POSTGRESQL else url


def _without_stray_at(url: URL) -> URL | None:
    """None where an @ is left in the host or the name: it stood in a password, and the rest of that would be shown.

    Drivers repeat the host and the name in what they say, so such an address is never handed to one.
    """
    return None if any("@" in (part or "") for part in (url.host, url.database)) and url.host else url


def shown(url: URL) -> str:
    """The address for people: a file's path, or a URL without its password."""
    if url.drivername == SQLITE:
        return printable(url.database) if url.database else "memory"
    return without_passwords(url.set(query={}).render_as_string(hide_password=True))
