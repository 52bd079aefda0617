"""What a methods page says of all events in numbers, counted part by part."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import pandas as pd

from dashboard.wording.say import to_say

NO_RULE = to_say("no time was read")
_BANDS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_NOT_MEASURED = to_say("not measured")
BETWEEN = " to "

Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Tallies:
    """Events: how many, how many came as coded rows or are told with a contradiction; by rule, granularity, confidence, review."""

    events: int = 0
    coded: int = 0
    contradicted: int = 0
    rules: Counts = field(default_factory=dict)
    grains: Counts = field(default_factory=dict)
    sureness: Counts = field(default_factory=dict)
    reviews: Counts = field(default_factory=dict)

    def plus(self, events: pd.DataFrame) -> "Tallies":
        """The same with these events more."""
        return Tallies(
            self.events + len(events),
            self.coded + int(events["extra"].ne("").sum()),
            self.contradicted + int(events["conflicts"].ne("").sum()),
            _sum(self.rules, events["time_rule"].astype(str).replace("", NO_RULE).tolist()),
            _sum(self.grains, events["granularity"].astype(str).tolist()),
            _sum(self.sureness, _bands(events)),
            _sum(self.reviews, events["review_status"].astype(str).tolist()),
        )


def _sum(counts: Counts, more: Iterable[str] | Counts) -> Counts:
    total = Counter(counts)
    total.update(more)
    return total


def _bands(events: pd.DataFrame) -> Counts:
    """Rows by how likely they are all right; coded rows have no such number."""
    sure = events["confidence"].astype("Float64")
    rows = {f"{low:.1f}{BETWEEN}{high:.1f}": _within(sure, low, high) for low, high in pairwise(_BANDS)}
    return {**rows, _NOT_MEASURED: int(sure.isna().sum())}


def _within(sure: pd.Series, low: float, high: float) -> int:
    inside = (sure >= low) & ((sure < high) | ((high == 1.0) & (sure <= high)))
    return int(inside.fillna(value=False).sum())
