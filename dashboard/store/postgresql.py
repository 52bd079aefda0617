"""A PostgreSQL database, left alone when it holds tables of another program under our names."""

from contextlib import ExitStack
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, func, inspect, select
from sqlalchemy.engine import URL

from dashboard.errors import StoreError
from dashboard.extras import POSTGRES
from dashboard.store.address import shown
from dashboard.store.migrations import upgrade
from dashboard.store.schema import APPLICATION, APPLICATION_ID, META, METADATA
from dashboard.store.tables import make, must_not_be_newer

_WAIT = "30s"


def opened_postgresql(url: URL) -> Engine:
    """An engine on the database, our tables in it. Raises StoreError, and changes nothing, where they are another's."""
    if lacking := POSTGRES.lacking():
        msg = f"{shown(url)}: {lacking}"
        raise StoreError(msg)
    engine = create_engine(_waiting(url), pool_pre_ping=True)
    with ExitStack() as undo:
        undo.callback(engine.dispose)
        with engine.begin() as connection:
            _prepare(connection, shown(url))
        undo.pop_all()
    return engine


def _waiting(url: URL) -> URL:
    """Who waits for another's writing waits so long, unless the address says otherwise."""
    return url if "options" in url.query else url.update_query_dict({"options": f"-c lock_timeout={_WAIT}"})


def _prepare(connection: Connection, place: str) -> None:
    connection.execute(
        select(func.pg_advisory_xact_lock(APPLICATION_ID))
    )  # two may open an empty one at once
    present = set(inspect(connection).get_table_names()) & set(METADATA.tables)
    if present:
        _must_name_us(connection, place, present)
        upgrade(connection, place)
    make(connection)


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
    must_not_be_newer(place, int(said["version"]))
