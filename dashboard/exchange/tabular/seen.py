"""Which ids a table had so far, in sixteen bytes a row: what comes twice is told, however long the table."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.extras import PARQUET
from dashboard.table.text_numbers import Ascending, ascending, numbers_of

Hashes = npt.NDArray[np.uint64]
_LONGEST = 500_000  # rows of a stretch that another may still swallow: to sort longer ones anew takes memory


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """Ids and what their rows said, as hashes: sorted stretches, each longer than the next or of a million."""

    stretches: tuple[tuple[Hashes, Hashes], ...] = ()

    def among(self, ids: Ascending) -> tuple[npt.NDArray[np.bool_], Hashes]:
        """Which of these were there before, and what the row said then; they are looked for in order, which is several times as fast."""
        there = np.zeros(len(ids.numbers), dtype=bool)
        said = np.zeros(len(ids.numbers), dtype=np.uint64)
        for known, contents in self.stretches:
            at = np.searchsorted(known, ids.numbers).clip(max=len(known) - 1)
            hit = known[at] == ids.numbers
            there[ids.places[hit]] = True
            said[ids.places[hit]] = contents[at[hit]]
        return there, said

    def with_(self, ids: Ascending, contents: Hashes) -> "Seen":
        """The same and these."""
        stretches = [*self.stretches, (ids.numbers, contents[ids.places])]
        while len(stretches) > 1 and len(stretches[-2][0]) <= min(len(stretches[-1][0]), _LONGEST):
            (one, first), (other, second) = stretches[-2:]
            both = ascending(np.concatenate([one, other]))
            stretches[-2:] = [(both.numbers, np.concatenate([first, second])[both.places])]
        return Seen(tuple(stretches))


def hashes(texts: pd.Series) -> Hashes:
    """A number for each text, the same for the same text."""
    if not PARQUET.lacking():
        return numbers_of(texts)
    found = pd.util.hash_pandas_object(texts, index=False, categorize=False)
    return np.asarray(found, dtype=np.uint64)
