"""Opening a database, and leaving it alone when it is not ours.

A SQLite file is known by the application id in its header, which is read as plain bytes: a foreign
file is not even opened, so nothing of it changes and no file appears beside it.
"""

import re
import sqlite3
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, make_url, select, update
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import StaticPool

from dashboard.errors import StoreError
from dashboard.extras import POSTGRES
from dashboard.readers import shown as printable
from dashboard.store.schema import APPLICATION, APPLICATION_ID, META, METADATA, VERSION
from dashboard.text.passwords import address_hidden, without_passwords

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100  # bytes, as SQLite says
_WAIT_SECONDS = "10"
_SQLITE, _PSYCOPG = "sqlite", "postgresql+psycopg"
_POSTGRESQL = frozenset({"postgresql", "postgres"})
_AT_IN_A_QUERY = re.compile(r"(?s)\?.*=.*@")  # what stands before it would be taken for who logs in
# A slash or two forgotten, no kind at all, or the words of libpq: an address all the same, and not the name of a file
_LIKE_AN_ADDRESS = re.compile(
    r"(?i)(?:postgres(?:ql)?|sqlite|mysql|mariadb|oracle|mssql)(?:\+\w+)?:"
    r"|[^\s/\\:@]{2,}:[^\n]*@"
    r"|(?:.*\s)?(?:host|dbname|user|password)\s*="
)
_ADDRESSES = "a database is sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME"


def parse(database: str) -> URL:
    """The URL of a database; a plain path means a SQLite file.

    >>> parse("reports.db").drivername, parse("postgresql://me@host/reports").drivername
    ('sqlite', 'postgresql+psycopg')
    """
    if "://" not in database and not _LIKE_AN_ADDRESS.match(database):
        return URL.create(_SQLITE, database=database)
    try:
        url = None if _AT_IN_A_QUERY.search(database) else _without_stray_at(make_url(database))
    except (ArgumentError, ValueError):
        url = None
    if url is None:  # raised outside of the handler: its error would show the password
        msg = f"{address_hidden(database)}: is not the address of a database; {_ADDRESSES}; an @ in a password is written %40"
        raise StoreError(msg)
    return url.set(drivername=_PSYCOPG) if url.drivername in _POSTGRESQL else url


def _without_stray_at(url: URL) -> URL | None:
    """None where an @ is left in the host or the name: it stood in a password, and the rest of that would be shown.

    Drivers repeat the host and the name in what they say, so such an address is never handed to one.
    """
    return None if any("@" in (part or "") for part in (url.host, url.database)) and url.host else url


def shown(url: URL) -> str:
    """The address for people: a file's path, or a URL without its password."""
    if url.drivername == _SQLITE:
        return printable(url.database) if url.database else "memory"
    return without_passwords(url.set(query={}).render_as_string(hide_password=True))


def opened(url: URL) -> Engine:
    """An engine on a database that has our tables; they are made in an empty one.

    Raises StoreError for a database of another program, which stays untouched.
    """
    if url.drivername == _SQLITE:
        return _opened_sqlite(url)
    if url.drivername == _PSYCOPG:
        return _opened_postgresql(url)
    msg = f"{shown(url)}: {_ADDRESSES}"
    raise StoreError(msg)


def _opened_sqlite(url: URL) -> Engine:
    in_memory = url.database in {None, "", ":memory:"}
    is_there = not in_memory and _is_ours(Path(url.database or ""))
    engine = create_engine(
        url.update_query_dict({"timeout": _WAIT_SECONDS, **url.query}),
        connect_args={"check_same_thread": False},
        **({"poolclass": StaticPool} if in_memory else {}),
    )
    event.listen(engine, "connect", _by_hand)
    event.listen(engine, "begin", _begin)
    if not is_there:
        _make_sqlite(engine)
    elif _version(Path(url.database or "")) < VERSION:
        _upgrade_sqlite(engine)
    event.listen(engine, "connect", _prepare)
    if not in_memory:
        _log_ahead(engine)
        engine.dispose()
    return engine


def _make_sqlite(engine: Engine) -> None:
    with engine.execution_options(begin="IMMEDIATE").begin() as connection:
        _make(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


def _upgrade_sqlite(engine: Engine) -> None:
    with engine.execution_options(begin="IMMEDIATE").begin() as connection:
        _upgrade(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


def _version(path: Path) -> int:
    return int.from_bytes(_header(path)[60:64])


def _is_ours(path: Path) -> bool:
    """Whether the file is a store of ours; False where there is none yet, StoreError for anything else."""
    header = _header(path)
    if not header:
        return False
    if not header.startswith(_MAGIC):
        msg = f"{path}: is not a database; it was left untouched; choose another with --database"
        raise StoreError(msg)
    if len(header) < _HEADER:
        msg = f"{path}: is damaged: it was cut off after {len(header)} bytes; put back a copy, or choose another with --database"
        raise StoreError(msg)
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        msg = (
            f"{path}: is a database of another program; it was left untouched; choose another with --database"
        )
        raise StoreError(msg)
    _must_not_be_newer(str(path), int.from_bytes(header[60:64]))
    return True


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER)
    except FileNotFoundError as error:
        if not path.parent.is_dir():
            msg = f"{path}: there is no folder {path.parent}; make it first"
            raise StoreError(msg) from error
        return b""
    except OSError as error:
        msg = f"{path}: can't be opened ({(error.strerror or 'unknown reason').lower()})"
        raise StoreError(msg) from error


def _opened_postgresql(url: URL) -> Engine:
    if lacking := POSTGRES.lacking():
        msg = f"{shown(url)}: {lacking}"
        raise StoreError(msg)
    engine = create_engine(url, pool_pre_ping=True)
    with ExitStack() as undo:
        undo.callback(engine.dispose)
        with engine.begin() as connection:
            _make_postgresql(connection, shown(url))
        undo.pop_all()
    return engine


def _make_postgresql(connection: Connection, place: str) -> None:
    present = set(inspect(connection).get_table_names()) & set(METADATA.tables)
    if present:
        _must_name_us(connection, place, present)
        _upgrade(connection)
    _make(connection)


def _must_name_us(connection: Connection, place: str, present: set[str]) -> None:
    said: dict[Any, Any] = {}
    if META.name in present and {each["name"] for each in inspect(connection).get_columns("meta")} == {
        "key",
        "value",
    }:
        said = dict(connection.execute(select(META.c.key, META.c.value)).all())
    if said.get("application") != APPLICATION:
        msg = f"{place}: has tables of another program ({', '.join(sorted(present))}); it was left untouched"
        raise StoreError(msg)
    _must_not_be_newer(place, int(said["version"]))


def _must_not_be_newer(place: str, version: int) -> None:
    if version > VERSION:
        msg = f"{place}: was made by a newer conflict-timeline (form {version}, this one knows {VERSION}); upgrade it"
        raise StoreError(msg)


def _make(connection: Connection) -> None:
    """Our tables and who we are, where they are not yet there."""
    METADATA.create_all(connection)
    if not connection.execute(select(META.c.key)).first():
        said = {"application": APPLICATION, "version": str(VERSION), "saves": "0"}
        connection.execute(insert(META), [{"key": key, "value": value} for key, value in said.items()])


def _upgrade(connection: Connection) -> None:
    """Tables and columns that an older form lacks, added empty; nothing else is touched."""
    METADATA.create_all(connection)
    for table in METADATA.sorted_tables:
        there = {each["name"] for each in inspect(connection).get_columns(table.name)}
        for column in table.columns:
            if column.name not in there:
                kind = column.type.compile(connection.dialect)
                connection.exec_driver_sql(f'ALTER TABLE {table.name} ADD COLUMN "{column.name}" {kind}')
    connection.execute(update(META).where(META.c.key == "version").values(value=str(VERSION)))


def _by_hand(connection: Any, _: object) -> None:
    """Leave beginning a transaction to SQLAlchemy: the driver begins too late for DDL and reads."""
    connection.isolation_level = None


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', 'DEFERRED')}")


def _prepare(connection: Any, _: object) -> None:
    """Safe with a write-ahead log, and several times as fast."""
    connection.execute("PRAGMA synchronous = NORMAL")


def _log_ahead(engine: Engine) -> None:
    """Switch to a write-ahead log, so that readers and a writer don't wait for each other.

    Done after our id is in the file itself. SQLite does not wait for a lock here; where somebody else is
    at work in the file, whoever opens it next switches.
    """
    connection = engine.raw_connection()
    with suppress(sqlite3.DatabaseError):  # a damaged file tells so when it is read
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    connection.close()
