"""A person's tags, as a cell has them: words with ; between."""

import numpy as np

from dashboard.table.index import Rows

DIVIDED = ";"
STAR = "starred"
"""The tag of an event that somebody gave a star."""


def tags_of(text: str) -> tuple[str, ...]:
    """The tags of a cell.

    >>> tags_of("urgent; check the year")
    ('urgent', 'check the year')
    """
    return tuple(dict.fromkeys(each.strip() for each in text.split(DIVIDED) if each.strip()))


def starred(rows: Rows) -> Rows:
    """Those of the events that have a star."""
    index = rows.index
    having = [at for at, words in enumerate(index.words("tags")) if STAR in tags_of(words)]
    return rows.where(np.isin(rows.codes("tags"), having)) if having else rows.first(0)
