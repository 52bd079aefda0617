"""What holds of PostgreSQL by itself; all else is tested on both databases."""

import pytest
from sqlalchemy import create_engine, inspect, text

from dashboard.errors import StoreError
from dashboard.store import Store
from tests.sample import dataset


def test_a_database_that_is_not_ours_is_left_as_it_was(postgresql_database: str) -> None:
    with Store.open(postgresql_database) as store, store.engine.begin() as connection:
        connection.execute(text("DROP TABLE meta"))
    with pytest.raises(StoreError, match="has tables of another program"):
        Store.open(postgresql_database)
    engine = create_engine(postgresql_database.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM events")).scalar() == 0
        assert not inspect(connection).has_table("meta")
    engine.dispose()


def test_a_form_of_a_later_version_is_refused(postgresql_database: str) -> None:
    with Store.open(postgresql_database) as store, store.engine.begin() as connection:
        connection.execute(text("UPDATE meta SET value = '99' WHERE key = 'version'"))
    with pytest.raises(StoreError, match="was made by a newer conflict-timeline"):
        Store.open(postgresql_database)


def test_tables_of_others_beside_ours_are_no_trouble(postgresql_database: str) -> None:
    engine = create_engine(postgresql_database.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE theirs (name TEXT)"))
    engine.dispose()
    with Store.open(postgresql_database) as store:
        assert store.save(dataset()).added == len(dataset().events)


_NO_ROOM = """
CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'could not extend file "base/1/2": No space left on device' USING ERRCODE = '53100';
END $$;
CREATE TRIGGER no_room BEFORE INSERT ON mentions EXECUTE FUNCTION no_room();
"""


def test_where_the_disk_of_the_database_is_full_nothing_is_kept_and_it_says_what_to_do(
    postgresql_database: str,
) -> None:
    """With the database's own error, which comes in the middle of a save, after the events."""
    with Store.open(postgresql_database) as store:
        with store.engine.begin() as connection:
            connection.exec_driver_sql(_NO_ROOM)
        with pytest.raises(StoreError, match="No space left on device; make room on the disk; nothing was"):
            store.save(dataset())
        assert len(store.load().events) == 0
        with store.engine.begin() as connection:
            connection.exec_driver_sql("DROP TRIGGER no_room ON mentions")
        assert store.save(dataset()).added == len(dataset().events)
