"""What is open beside the chart: which report the view shows."""

import numpy as np

from dashboard.app.url import View
from dashboard.table import Dataset
from dashboard.table.index import Rows
from dashboard.table.links import number_of, told_of

REPORT = "report"  # the tab that shows it, by its name in the address


def report_of(view: View, dataset: Dataset) -> str:
    """The report to show: the one asked for, else the open event's first, else the last published."""
    return dataset.once.lately(
        ("report", view.report, view.event), lambda: _report_of(view.report, view.event, dataset)
    )


def _report_of(report_id: str, event_id: str, dataset: Dataset) -> str:
    if number_of(dataset.reports, "report_id", report_id) is not None:
        return report_id
    event = number_of(dataset.events, "event_id", event_id)
    if event is not None:
        mentions, reports = told_of(Rows(dataset.index, np.array([event])))
        stated = mentions["report_id"][mentions["report_id"].isin(reports["report_id"])]
        if len(stated):
            return str(stated.iloc[0])
    return dataset.once.of("last report", lambda: _last(dataset))


def _last(dataset: Dataset) -> str:
    """The report published last."""
    reports = dataset.reports[["report_id", "published"]].sort_values("published", na_position="first")
    return "" if reports.empty else str(reports["report_id"].iloc[-1])
