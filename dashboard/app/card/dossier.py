"""One event with everything that supports it: its row, its mentions and the reports they stand in."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.table import Dataset


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
        return "" if pd.isna(value) else f"{value:,}"

    def report(self, report_id: str) -> "pd.Series[Any] | None":
        """The report a mention stands in."""
        found = self.reports[self.reports["report_id"] == report_id]
        return None if found.empty else found.iloc[0]


def dossier_of(dataset: Dataset, event_id: str) -> Dossier | None:
    """The dossier of an event; None when there is no such event."""
    found = dataset.events[dataset.events["event_id"] == event_id]
    if not event_id or found.empty:
        return None
    mentions = dataset.mentions[dataset.mentions["event_id"] == event_id]
    reports = dataset.reports[dataset.reports["report_id"].isin(mentions["report_id"])]
    return Dossier(found.iloc[0], mentions, reports)
