"""Ids of coded rows that have none of their own: made of the dataset they came in, and of all that they say.

Until form 7 of the store the dataset was not part of it, so that a row which stood in two tables was kept for the first alone.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_OF_WORDS = r"[0-9a-f]{16}(?:~.*)?"


def prefix_of(dataset: str) -> str:
    """What stands before the ids of a dataset's rows.

    >>> prefix_of("May")
    'May:'
    """
    return f"{dataset}:"


def older_ids(ids: "pd.Series[str]", dataset: str) -> "pd.Series[str]":
    """The ids of those that are made of their words, as they were before the dataset stood in them; by the rows that have one.

    >>> import pandas as pd
    >>> older_ids(pd.Series(["May:00c0ffee00c0ffee", "May:17"]), "May").to_dict()
    {0: '00c0ffee00c0ffee'}
    """
    prefix = prefix_of(dataset)
    if not dataset or not len(ids) or not ids.iloc[0].startswith(prefix):
        return ids.iloc[:0]
    made = ids[ids.str.fullmatch(re.escape(prefix) + _OF_WORDS)]
    return made.str.slice(len(prefix))
