"""Whose day a report is of: what a person gave it before stays, and the moment of reading goes with what was read."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import pandas as pd

from dashboard.store import GivenDate
from dashboard.table import Dataset
from dashboard.text import Report
from dashboard.text.report import DateSource


def dated(report: Report, dates: Mapping[str, GivenDate]) -> Report:
    """The report with the day and the zone that a person gave it before, unless another is given now."""
    known = dates.get(report.report_id)
    if known is None or report.published_source == DateSource.GIVEN:
        return report
    return report.given(known.published, report.timezone or known.timezone)


def read_at(dataset: Dataset, at: datetime) -> Dataset:
    """The dataset with the moment at which its reports were read."""
    moments = pd.Series([at], dtype="datetime64[us, UTC]").repeat(len(dataset.reports))
    return replace(dataset, reports=dataset.reports.assign(read_at=moments.set_axis(dataset.reports.index)))
