"""What a person changed and noted in a store, for an export and the methods behind it."""

from dashboard.cli.own import own_file
from dashboard.cli.stored import open_store
from dashboard.exchange.provenance import Remark
from dashboard.publish.remarks import remarks_of
from dashboard.store.edits import Edit

_SHOWN = 3


def edits_told(database: str | None) -> tuple[str, ...]:
    """Every edit that is kept, in the order in which they were made; undone ones too, said to be so."""
    if database is None and not own_file().is_file():
        return ()
    with open_store(database) as store:
        return tuple(map(told, store.edits()))


def remarks_told(database: str | None) -> tuple[Remark, ...]:
    """Every note that is kept, in the order in which they were written."""
    if database is None and not own_file().is_file():
        return ()
    with open_store(database) as store:
        return remarks_of(store)


def told(edit: Edit) -> str:
    """One edit: when, who, what, why, and what it changed of which event."""
    undone = f" (undone {edit.undone:%Y-%m-%d %H:%M} UTC)" if edit.undone else ""
    who = f", {edit.who}" if edit.who else ""
    return f"{edit.made:%Y-%m-%d %H:%M} UTC{who}: {edit.kind}: {edit.because}{_changes(edit)}{undone}"


def _changes(edit: Edit) -> str:
    """The first few values it set, with what stood there before; how many more there are."""
    shown = [
        f"{each.subject} {each.field}: {_value(each.before)} → {_value(each.after)}"
        for each in edit.changes[:_SHOWN]
    ]
    more = f"; and {len(edit.changes) - _SHOWN:,} more" if len(edit.changes) > _SHOWN else ""
    return f" [{'; '.join(shown)}{more}]" if shown else ""


def _value(value: object) -> str:
    return "nothing" if value is None or value == "" else str(value)
