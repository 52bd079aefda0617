"""Who tells of an event: the names in the column ``source``, the best report's first, separated as ACLED separates them."""

from collections.abc import Iterable

from dashboard.table.columns import CATEGORY, EVENT_COLUMNS

_BETWEEN = "; "
SEVERAL = frozenset(column.name for column in EVENT_COLUMNS if column.dtype == CATEGORY and column.several)


def sources_of(words: str) -> tuple[str, ...]:
    """The names one by one; for a row without a source, the empty one.

    >>> sources_of("A monitor; The radio"), sources_of("")
    (('A monitor', 'The radio'), ('',))
    """
    return tuple(words.split(_BETWEEN))


def all_sources(rows: Iterable[str]) -> str:
    """The names of several rows in one, each once.

    >>> all_sources(["A monitor", "", "The radio; A monitor"])
    'A monitor; The radio'
    """
    names = (name for words in rows for name in sources_of(words) if name)
    return _BETWEEN.join(dict.fromkeys(names))
