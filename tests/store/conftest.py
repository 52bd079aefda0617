"""Databases of both kinds: what holds of the store holds of SQLite and of PostgreSQL."""

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from dashboard.store import Store
from tests.store.told import FIRST, SECOND, reported


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


@pytest.fixture(scope="session")
def spare() -> list[str]:
    """The addresses of its databases that are empty and wait for a test."""
    return []


@pytest.fixture
def postgresql_database(server: str, spare: list[str]) -> Iterator[str]:
    """An empty database of it: emptied after a test it serves another, as a new one is a copy of 300 files."""
    from tests import postgresql  # noqa: PLC0415

    address = spare.pop() if spare else postgresql.new_database(server)
    yield address
    postgresql.empty(address)
    spare.append(address)


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


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with what two reports tell of one shelling and more, joined; tests change a copy of it."""
    path = tmp_path_factory.mktemp("settled") / "reports.db"
    with Store.open(str(path)) as opened:
        opened.save(reported(FIRST, SECOND))
        opened.settle()
    return path


@pytest.fixture(scope="session")
def settled_there(server: str) -> str:
    """The same in PostgreSQL, as the statements that make it."""
    from tests import postgresql  # noqa: PLC0415

    address = postgresql.new_database(server)
    with Store.open(address) as opened:
        opened.save(reported(FIRST, SECOND))
        opened.settle()
    return postgresql.written_out(address)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def unchanged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with both reports, in a database of each kind, for what is refused: no test changes it."""
    address = str(tmp_path_factory.mktemp("unchanged") / "reports.db")
    if request.param == "postgresql":
        from tests import postgresql  # noqa: PLC0415

        address = postgresql.new_database(request.getfixturevalue("server"))
    with Store.open(address) as opened:
        opened.save(reported(FIRST, SECOND))
        yield opened


@pytest.fixture
def told_twice(request: pytest.FixtureRequest, database: str, settled: Path) -> Iterator[Store]:
    """A store with both reports, in a database of each kind."""
    if database.startswith("postgresql"):
        from tests import postgresql  # noqa: PLC0415

        postgresql.fill(database, request.getfixturevalue("settled_there"))
    else:
        copyfile(settled, database)
    with Store.open(database) as opened:
        yield opened
