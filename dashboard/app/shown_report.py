"""What is open beside the chart: which report the view shows."""

from dashboard.app.url import View
from dashboard.table import Dataset

REPORT = "report"  # the tab that shows it, by its name in the address


def report_of(view: View, dataset: Dataset) -> str:
    """The report to show: the one asked for, else the open event's first, else the last published."""
    reports = dataset.reports.sort_values("published", na_position="first")["report_id"].tolist()
    stated = dataset.mentions.loc[dataset.mentions["event_id"] == view.event, "report_id"].tolist()
    wanted = [view.report, *stated, *reversed(reports)]
    return next((str(each) for each in wanted if each in reports), "")
