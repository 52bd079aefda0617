"""What a person changed in a store, as what an exported file and the methods behind it say."""

from dashboard.store import Store
from dashboard.store.edits import Edit

_SHOWN = 3


def edits_of(store: Store) -> tuple[str, ...]:
    """Every edit that is kept, in the order in which they were made; undone ones too, said to be so."""
    return tuple(map(told, store.edits()))


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
