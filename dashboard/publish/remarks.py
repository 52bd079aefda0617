"""The notes of a store as what an exported file says of them."""

from dashboard.exchange.provenance import Remark
from dashboard.store import Store


def remarks_of(store: Store) -> tuple[Remark, ...]:
    """All notes that were not taken away, in the order in which they were written."""
    return tuple(
        Remark(each.text, each.who, each.made, each.event_id, each.moment) for each in store.pinned()
    )
