"""What a person changed and noted in a store, for an export and the methods behind it."""

from dashboard.cli.own import own_file
from dashboard.cli.stored import open_store
from dashboard.exchange.provenance import Remark
from dashboard.publish.edits import edits_of
from dashboard.publish.remarks import remarks_of


def edits_told(database: str | None) -> tuple[str, ...]:
    """Every edit that is kept, in the order in which they were made; undone ones too, said to be so."""
    if database is None and not own_file().is_file():
        return ()
    with open_store(database) as store:
        return edits_of(store)


def remarks_told(database: str | None) -> tuple[Remark, ...]:
    """Every note that is kept, in the order in which they were written."""
    if database is None and not own_file().is_file():
        return ()
    with open_store(database) as store:
        return remarks_of(store)
