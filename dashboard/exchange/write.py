"""A dataset as a file, piece by piece."""

from collections.abc import Iterable, Iterator
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
    yield from form.write(narrowed(dataset, whole=form.whole), provenance)


def to_bytes(dataset: Dataset, form: Format, provenance: Provenance, *, mark: bool = True) -> bytes:
    """The same in one piece."""
    return b"".join(to_pieces(dataset, form, provenance, mark=mark))


def narrowed(dataset: Dataset, *, whole: bool = False) -> Dataset:
    """The dataset with only the mentions of its events, and only the reports those stand in; ``whole``: with all reports."""
    if dataset.mentions.empty and dataset.reports.empty:  # a coded table rests on neither, and may be long
        return dataset
    return narrowed_to(dataset, dataset.events["event_id"], whole=whole)


def narrowed_to(dataset: Dataset, ids: Iterable[str], *, whole: bool) -> Dataset:
    """The same where the events are known by their ids alone."""
    mentions = dataset.mentions[dataset.mentions["event_id"].isin(list(ids))]
    if whole:
        return replace(dataset, mentions=mentions)
    return replace(
        dataset,
        mentions=mentions,
        reports=dataset.reports[dataset.reports["report_id"].isin(mentions["report_id"])],
    )
