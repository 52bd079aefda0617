import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dashboard.errors import StoreError
from dashboard.store import Store
from dashboard.store.address import parse, shown
from tests.sample import dataset


def foreign_database(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE events (event_id TEXT)")
        connection.execute("INSERT INTO events VALUES ('theirs')")
        connection.commit()
    return path


def newer(path: Path) -> Path:
    Store.open(str(path)).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    return path


def some_text(path: Path) -> Path:
    path.write_text("not a database, but long enough to be taken for one by its size alone " * 4)
    return path


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (foreign_database, "is a database of another program; it was left untouched"),
        (some_text, "is not a database; it was left untouched"),
        (newer, "was made by a newer conflict-timeline"),
    ],
)
def test_a_database_that_is_not_ours_is_left_as_it_was(tmp_path: Path, make, message: str) -> None:  # type: ignore[no-untyped-def]  # a table of functions
    path = make(tmp_path / "theirs.db")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=message):
        Store.open(str(path))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("mysql://me@host/reports", "a database is sqlite:///FILE or postgresql"),
        ("://", "is not the address of a database"),
        ("postgresql://me:secret@127.0.0.1:1/none", "127.0.0.1"),
    ],
)
def test_an_address_that_can_not_be_opened_is_told_without_its_password(address: str, message: str) -> None:
    with pytest.raises(StoreError) as refused:
        Store.open(address)
    assert message in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="can't be opened"):
        Store.open(str(tmp_path))


def test_a_file_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no folder .*no; make it first"):
        Store.open(str(tmp_path / "no" / "reports.db"))


def test_a_database_that_somebody_else_is_writing_to_is_told(tmp_path: Path) -> None:
    path = tmp_path / "reports.db"
    with (
        Store.open(f"sqlite:///{path}?timeout=0.1") as store,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="database is locked"):
            store.save(dataset())


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "reports.db"
    path.touch()
    with Store.open(str(path)) as store:
        assert store.save(dataset()).added == len(dataset().events)


def test_the_password_is_never_shown() -> None:
    assert "secret" not in shown(parse("postgresql://me:secret@host/reports"))
