"""A store of every older form is brought to today's, on both databases, and loses nothing."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import MetaData, create_engine, select

from dashboard.errors import StoreError
from dashboard.store import Store
from dashboard.store.migrations import MIGRATIONS
from dashboard.store.schema import APPLICATION_ID, METADATA, VERSION

FORMS = sorted(Path(__file__).parent.glob("forms/*.sql"))
EDITED = ("2", "3", "4", "5", "6")  # forms that know joins and splits
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


def form_of(dump: Path) -> int:
    return int(dump.stem.partition("_")[0])


def of_form(dump: Path, path: Path) -> Path:
    """A file as that form of ours left it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
        if form_of(dump) < 5:  # it was called so then
            connection.execute("UPDATE events SET review_status = 'confirmed' WHERE location = 'Zamalka'")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {form_of(dump)}")
        connection.commit()
    return path


def copied(dump: Path, path: Path, address: str) -> str:
    """The same in a PostgreSQL database."""
    source = create_engine(f"sqlite:///{of_form(dump, path)}")
    target = create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
    tables = MetaData()
    tables.reflect(source)
    with source.connect() as rows, target.begin() as connection:
        tables.create_all(connection)
        for table in tables.sorted_tables:
            kept = [row._asdict() for row in rows.execute(select(table))]
            if kept:
                connection.execute(table.insert(), kept)
    source.dispose()
    target.dispose()
    return address


@pytest.mark.parametrize("dump", FORMS, ids=lambda each: each.stem)
def test_a_postgresql_store_of_an_older_form_loses_no_row(
    tmp_path: Path, postgresql_database: str, dump: Path
) -> None:
    address = copied(dump, tmp_path / "old.db", postgresql_database)
    for again in range(2):
        with Store.open(address) as store:
            dataset, edits = store.load(), store.edits()
            (zamalka,) = dataset.events.loc[dataset.events["location"].isin(["Zamalka", "Arbin"])].index[-1:]
            store.correct(
                dataset.events["event_id"][zamalka], {"notes": f"seen {again}"}, because="x", at=NOON
            )
        assert (len(dataset.reports), len(dataset.mentions)) == (2, 4)
        assert len(edits) == (2 if dump.stem in EDITED else 0) + again
        assert len(dataset.events) == (2 if dump.stem in EDITED else 3)


def test_every_form_but_todays_left_a_store_here() -> None:
    assert {form_of(each) for each in FORMS} == set(range(1, VERSION))
    assert [each.form for each in MIGRATIONS] == list(range(2, VERSION + 1))


@pytest.mark.parametrize("dump", FORMS, ids=lambda each: each.stem)
def test_a_store_of_an_older_form_loses_no_row(tmp_path: Path, dump: Path) -> None:
    path = of_form(dump, tmp_path / "old.db")
    with Store.open(str(path)) as store:
        dataset = store.load()
        edits = store.edits()
    assert (len(dataset.reports), len(dataset.mentions)) == (2, 4)
    joined = dump.stem in EDITED
    assert len(dataset.events) == (2 if joined else 3)
    assert [(each.because, bool(each.undone)) for each in edits] == (
        [("one salvo", False), ("wrong", True)] if joined else []
    )
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert connection.execute(
            "SELECT review_status FROM events WHERE location = 'Zamalka'"
        ).fetchone() == ("accepted",)


@pytest.mark.parametrize("dump", FORMS, ids=lambda each: each.stem)
def test_after_it_the_tables_are_those_of_a_new_store(tmp_path: Path, dump: Path) -> None:
    path = of_form(dump, tmp_path / "old.db")
    Store.open(str(path)).close()
    with closing(sqlite3.connect(path)) as connection:
        for table in METADATA.sorted_tables:
            there = {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")}
            assert there >= set(table.columns.keys()), table.name


def test_a_form_of_a_later_version_is_refused_though_only_the_log_beside_the_file_tells(
    tmp_path: Path,
) -> None:
    path = of_form(FORMS[0], tmp_path / "new.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'version'")
        connection.commit()
    with pytest.raises(StoreError, match="was made by a newer conflict-timeline"):
        Store.open(str(path))


def test_a_step_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    dump = next(each for each in FORMS if form_of(each) == 4)
    path = of_form(dump, tmp_path / "old.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE edits SET sides = 'no list' WHERE number = 1")
        connection.commit()
    with pytest.raises(StoreError, match="edit 1"):
        Store.open(str(path))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (4,)
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert "changes" not in names
