"""One event with everything that supports it: its row, its mentions and the reports they stand in."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.table import Dataset
from dashboard.table.index import Rows
from dashboard.table.links import number_of, told_of
from dashboard.wording.numbers import number


@dataclass(frozen=True, slots=True, eq=False)
class Dossier:
    """The row of one event, the mentions that speak of it, and the reports of those."""

    event: "pd.Series[Any]"
    mentions: pd.DataFrame
    reports: pd.DataFrame

    def text(self, column: str) -> str:
        """A column's words; empty when nothing is stated."""
        value = self.event[column]
        return "" if pd.isna(value) else str(value)

    def count(self, column: str) -> str:
        """A column's number as people write it; empty when nothing is stated."""
        value = self.event[column]
        return "" if pd.isna(value) else number(int(value))

    def report(self, report_id: str) -> "pd.Series[Any] | None":
        """The report a mention stands in."""
        found = self.reports[self.reports["report_id"] == report_id]
        return None if found.empty else found.iloc[0]


def dossier_of(dataset: Dataset, event_id: str) -> Dossier | None:
    """The dossier of an event; None when there is no such event."""
    at = dataset.once.lately(("event", event_id), lambda: number_of(dataset.events, "event_id", event_id))
    if at is None:
        return None
    told = told_of(Rows(dataset.index, np.array([at])))
    return Dossier(dataset.events.iloc[at], *told)
