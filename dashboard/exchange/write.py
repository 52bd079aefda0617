"""A dataset as a file, piece by piece."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.exchange.formats import Format
from dashboard.exchange.provenance import Provenance
from dashboard.table import Dataset


def to_pieces(
    dataset: Dataset, form: Format, provenance: Provenance, *, mark: bool = True
) -> Iterator[bytes]:
    """The file of that format with the dataset's events, and of the rest what belongs to them.

    ``mark=False`` leaves out the mark by which Excel knows UTF-8, for programs that stumble over it.
    """
    if mark and form.mark:
        yield form.mark
    chosen = narrowed(dataset)
    yield from form.write(replace(chosen, reports=dataset.reports) if form.whole else chosen, provenance)


def to_bytes(dataset: Dataset, form: Format, provenance: Provenance, *, mark: bool = True) -> bytes:
    """The same in one piece."""
    return b"".join(to_pieces(dataset, form, provenance, mark=mark))


def narrowed(dataset: Dataset) -> Dataset:
    """The dataset with only the mentions of its events, and only the reports those stand in."""
    if dataset.mentions.empty and dataset.reports.empty:  # a coded table rests on neither, and may be long
        return dataset
    mentions = dataset.mentions[dataset.mentions["event_id"].isin(dataset.events["event_id"])]
    reports = dataset.reports[dataset.reports["report_id"].isin(mentions["report_id"])]
    return replace(dataset, mentions=mentions, reports=reports)
