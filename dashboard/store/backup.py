"""A clean copy of a store as one SQLite file, whatever database it is in; the store is read and nothing else."""

from pathlib import Path

from sqlalchemy import Engine, insert, select

from dashboard.store.address import SQLITE
from dashboard.store.damage import naming
from dashboard.store.schema import BLOCKS, METADATA
from dashboard.store.store import Store

_ROWS, _BLOCKS = 5_000, 20


def back_up(store: Store, path: Path) -> None:
    """Copy all that is in the store into a new file; one that is there already is refused by SQLite."""
    with naming(store.place):
        if store.engine.dialect.name == SQLITE:
            _vacuumed(store.engine, path)
        else:
            _copied(store.engine, path)


def _vacuumed(engine: Engine, path: Path) -> None:
    """As SQLite does it: from one moment, without what was deleted, in no write-ahead log."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("VACUUM INTO ?", (str(path),))
    finally:
        connection.close()


def _copied(engine: Engine, path: Path) -> None:
    """Table by table, from one moment of the database it is in."""
    isolated = engine.execution_options(isolation_level="REPEATABLE READ")
    with Store.open(str(path)) as copy, isolated.connect() as source, copy.engine.begin() as target:
        for table in METADATA.sorted_tables:
            target.execute(table.delete())
            for rows in (
                source.execute(select(table)).mappings().partitions(_BLOCKS if table is BLOCKS else _ROWS)
            ):
                target.execute(insert(table), [dict(row) for row in rows])
