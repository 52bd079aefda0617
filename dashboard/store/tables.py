"""Our tables in a database: made where there are none, given what they lack where an older form made them."""

from sqlalchemy import Connection, insert, inspect, select, update

from dashboard.errors import StoreError
from dashboard.store.schema import APPLICATION, META, METADATA, VERSION


def make(connection: Connection) -> None:
    """Our tables and who we are, where they are not yet there."""
    METADATA.create_all(connection)
    if not connection.execute(select(META.c.key)).first():
        said = {"application": APPLICATION, "version": str(VERSION), "saves": "0"}
        connection.execute(insert(META), [{"key": key, "value": value} for key, value in said.items()])


def upgrade(connection: Connection) -> None:
    """Tables and columns that an older form lacks, added empty; nothing else is touched."""
    METADATA.create_all(connection)
    for table in METADATA.sorted_tables:
        there = {each["name"] for each in inspect(connection).get_columns(table.name)}
        for column in table.columns:
            if column.name not in there:
                kind = column.type.compile(connection.dialect)
                connection.exec_driver_sql(f'ALTER TABLE {table.name} ADD COLUMN "{column.name}" {kind}')
    connection.execute(update(META).where(META.c.key == "version").values(value=str(VERSION)))


def must_not_be_newer(place: str, version: int) -> None:
    """Raise StoreError for a form that a later version of ours made."""
    if version > VERSION:
        msg = f"{place}: was made by a newer conflict-timeline (form {version}, this one knows {VERSION}); upgrade it"
        raise StoreError(msg)
