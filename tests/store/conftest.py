"""Databases of both kinds: what holds of the store holds of SQLite and of PostgreSQL."""

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.store import Store


def lacking() -> str:
    """Why no PostgreSQL can be had here; empty where it can."""
    if os.name != "posix":
        return "the tests start PostgreSQL on Linux and macOS only"
    if importlib.util.find_spec("psycopg") is None:
        return "psycopg is not installed (the extra 'postgres')"
    from tests import postgresql  # noqa: PLC0415 - it needs psycopg

    return "" if postgresql.programs() else "PostgreSQL is not installed; as root: sh .ci/postgresql"


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL of these tests alone."""
    if why := lacking():
        pytest.skip(why)
    from tests import postgresql  # noqa: PLC0415

    with postgresql.server() as address:
        yield address


@pytest.fixture
def postgresql_database(server: str) -> str:
    """An empty database of it."""
    from tests import postgresql  # noqa: PLC0415

    return postgresql.new_database(server)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, of each kind."""
    if request.param == "sqlite":
        return str(tmp_path / "reports.db")
    return str(request.getfixturevalue("postgresql_database"))


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    """A new store in it."""
    with Store.open(database) as opened:
        yield opened
