"""Our tables in a database: made where there are none; which form they are of."""

from sqlalchemy import Connection, insert, select

from dashboard.errors import StoreError
from dashboard.store.schema import APPLICATION, META, METADATA, VERSION
from dashboard.store.touched import touch_all


def make(connection: Connection) -> None:
    """Our tables and who we are, where they are not yet there."""
    METADATA.create_all(connection)
    if not connection.execute(select(META.c.key)).first():
        said = {"application": APPLICATION, "version": str(VERSION), "saves": "0", "edits": "0"}
        connection.execute(insert(META), [{"key": key, "value": value} for key, value in said.items()])
        touch_all(connection)


def version_of(connection: Connection) -> int:
    """The form of the tables that are there."""
    return int(connection.execute(select(META.c.value).where(META.c.key == "version")).scalar() or 1)


def must_not_be_newer(place: str, version: int) -> None:
    """Raise StoreError for a form that a later version of ours made."""
    if version > VERSION:
        msg = f"{place}: was made by a newer conflict-timeline (form {version}, this one knows {VERSION}); upgrade it"
        raise StoreError(msg)
