"""A dataset as the bytes of a file."""

from dataclasses import replace

from dashboard.exchange.formats import Format
from dashboard.exchange.provenance import Provenance
from dashboard.table import Dataset


def to_bytes(dataset: Dataset, form: Format, provenance: Provenance, *, mark: bool = True) -> bytes:
    """The file of that format with the dataset's events, and of the rest what belongs to them.

    ``mark=False`` leaves out the mark by which Excel knows UTF-8, for programs that stumble over it.
    """
    content = form.write(narrowed(dataset), provenance)
    return form.mark + content if mark else content


def narrowed(dataset: Dataset) -> Dataset:
    """The dataset with only the mentions of its events, and only the reports those stand in."""
    mentions = dataset.mentions[dataset.mentions["event_id"].isin(dataset.events["event_id"])]
    reports = dataset.reports[dataset.reports["report_id"].isin(mentions["report_id"])]
    return replace(dataset, mentions=mentions, reports=reports)
