"""What a person changed in a store, in words, for the methods behind an export."""

from dashboard.cli.own import own_file
from dashboard.cli.stored import open_store
from dashboard.store.edits import Edit


def edits_told(database: str | None) -> tuple[str, ...]:
    """Every edit that is kept, in the order in which they were made; undone ones too, said to be so."""
    if database is None and not own_file().is_file():
        return ()
    with open_store(database) as store:
        return tuple(map(told, store.edits()))


def told(edit: Edit) -> str:
    """One edit: when, who, what, why."""
    undone = f" (undone {edit.undone:%Y-%m-%d %H:%M} UTC)" if edit.undone else ""
    return f"{edit.made:%Y-%m-%d %H:%M} UTC{f', {edit.who}' if edit.who else ''}: {edit.kind}: {edit.because}{undone}"
