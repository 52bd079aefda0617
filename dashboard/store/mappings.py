"""What the columns of somebody's tables tell, kept by the mark of their header: asked once, known next time."""

import json
from collections.abc import Mapping

from sqlalchemy import delete, insert, select

from dashboard.store.damage import naming
from dashboard.store.schema import META
from dashboard.store.store import Store

_KEY = "map:"


def kept_mapping(store: Store, fingerprint: str) -> Mapping[str, str]:
    """The mapping that was kept for tables with this header, role to column; nothing where there was none.

    >>> with Store.open("sqlite://") as store:
    ...     keep_mapping(store, "ab12", {"date": "When"})
    ...     kept_mapping(store, "ab12"), kept_mapping(store, "cd34")
    ({'date': 'When'}, {})
    """
    with naming(store.place), store.engine.connect() as connection:
        found = connection.execute(select(META.c.value).where(META.c.key == _KEY + fingerprint)).scalar()
    return _read(found) if found else {}


def keep_mapping(store: Store, fingerprint: str, mapping: Mapping[str, str]) -> None:
    """Keep it, in place of one that was kept before."""
    key = _KEY + fingerprint
    with naming(store.place), store.engine.begin() as connection:
        connection.execute(delete(META).where(META.c.key == key))
        connection.execute(insert(META).values(key=key, value=json.dumps(dict(mapping), ensure_ascii=False)))


def _read(words: str) -> Mapping[str, str]:
    try:
        found = json.loads(words)
    except ValueError:
        return {}
    return {str(role): str(column) for role, column in found.items()} if isinstance(found, dict) else {}
