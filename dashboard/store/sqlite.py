"""A SQLite file, left alone when it is not ours.

It is known by the application id in its header, which is read as plain bytes: a foreign file is not even opened, so
nothing of it changes and no file appears beside it.
"""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import StaticPool

from dashboard.errors import StoreError
from dashboard.store.address import shown
from dashboard.store.migrations import upgrade
from dashboard.store.schema import APPLICATION_ID, VERSION
from dashboard.store.tables import make, must_not_be_newer

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100  # bytes, as SQLite says
_WAIT_SECONDS = "30"
_CHANGES = "changes when begun"
ONLY_READ = "ro"
"""The mode of a file that may not be written."""


def opened_sqlite(url: URL) -> Engine:
    """An engine on the file, or on memory, our tables in it. Raises StoreError, and changes nothing, for a foreign file."""
    in_memory = url.database in {None, "", ":memory:"}
    is_there = not in_memory and _is_ours(Path(url.database or ""))
    if is_there and not os.access(url.database or "", os.W_OK):
        return _to_be_read(url)
    engine = create_engine(
        url.update_query_dict({"timeout": _WAIT_SECONDS, **url.query}),
        connect_args={"check_same_thread": False},
        **({"poolclass": StaticPool} if in_memory else {}),
    )
    event.listen(engine, "connect", _begin_ourselves)
    event.listen(engine, "begin", _begin)
    if not is_there:
        _make(engine)
    elif _version(Path(url.database or "")) < VERSION:
        _upgrade(engine, shown(url))
    event.listen(engine, "connect", _prepare)
    if not in_memory:
        _log_ahead(engine)
        engine.dispose()
        _keep_to_the_file(engine, Path(url.database or "").absolute())
    return engine


def _to_be_read(url: URL) -> Engine:
    """An engine on a file that may only be read.

    A write-ahead log is shared through a file beside it. Where there is none and none can be made, nobody writes: the file is
    then read as one that does not change.
    """
    path = Path(url.database or "").absolute()
    if _version(path) < VERSION:
        msg = f"{path}: is of an older version, and may only be read: open it once where it may be written, or read a copy"
        raise StoreError(msg)
    beside = path.with_name(f"{path.name}-shm")
    alone = not beside.exists() and not os.access(path.parent, os.W_OK)
    query = {"uri": "true", "mode": ONLY_READ, **({"immutable": "1"} if alone else {})}
    named = url.set(
        database=f"file:{quote(str(path))}", query={"timeout": _WAIT_SECONDS, **url.query, **query}
    )
    engine = create_engine(named, connect_args={"check_same_thread": False})
    event.listen(engine, "connect", _begin_ourselves)
    event.listen(engine, "begin", _begin)
    return engine


def _keep_to_the_file(engine: Engine, path: Path) -> None:
    """Commit nothing that changes a file which was deleted, moved or replaced meanwhile: it would be gone with this process.

    The system lets a program write on in a file that has no name any more. Events can still be loaded, so that what is there
    can be taken out.
    """
    opened_as = _identity(path)

    def note(connection: Connection) -> None:
        connection.info[_CHANGES] = _changes(connection)

    def check(connection: Connection) -> None:
        if _changes(connection) != connection.info.get(_CHANGES) and _identity(path) != opened_as:
            msg = f"{path}: was deleted, moved or replaced while it was open, and nothing more was written; put it back and start again, or export what is shown"
            raise StoreError(msg)

    event.listen(engine, "begin", note)
    event.listen(engine, "commit", check)


def _changes(connection: Connection) -> int:
    """How many rows the connection has changed so far."""
    return int(connection.connection.dbapi_connection.total_changes)  # type: ignore[union-attr]


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another one that has its name; None where there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


def _make(engine: Engine) -> None:
    event.listen(engine, "connect", _in_large_pages)
    with engine.execution_options(begin="IMMEDIATE").begin() as connection:
        make(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


def _upgrade(engine: Engine, place: str) -> None:
    """The form in the header may be older than that in the log beside the file: what is to be done is seen inside."""
    with engine.execution_options(begin="IMMEDIATE").begin() as connection:
        upgrade(connection, place)
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
    must_not_be_newer(str(path), int.from_bytes(header[60:64]))
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


def _begin_ourselves(connection: Any, _: object) -> None:
    """Leave beginning a transaction to SQLAlchemy: the driver begins too late for DDL and reads."""
    connection.isolation_level = None


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', 'DEFERRED')}")


def _in_large_pages(connection: Any, _: object) -> None:
    """Pages of 16 kB in a file that is new: blocks of columns are written in half the time that those of 4 kB take."""
    connection.execute("PRAGMA page_size = 16384")


def _prepare(connection: Any, _: object) -> None:
    """Safe with a write-ahead log, and several times as fast; room for the pages that a large table is written through."""
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA wal_autocheckpoint = 2048")


def _log_ahead(engine: Engine) -> None:
    """Switch to a write-ahead log, so that readers and a writer don't wait for each other.

    Done after our id is in the file itself. SQLite does not wait for a lock here; where somebody else is
    at work in the file, whoever opens it next switches.
    """
    connection = engine.raw_connection()
    with suppress(sqlite3.DatabaseError):  # a damaged file tells so when it is read
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    connection.close()
