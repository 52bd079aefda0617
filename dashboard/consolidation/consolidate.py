"""Events that several reports tell of, one row each, with every mention; and a person's word above the measure.

The result does not hang on the order in which reports came: they are taken by their day of publication, then
by their words.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.consolidation.decided import joined_numbers, kept_apart, parted, with_joins
from dashboard.consolidation.decisions import Decision, settled
from dashboard.consolidation.fuse import fused
from dashboard.consolidation.records import EventRecord, event_records, features_of
from dashboard.extraction import Reading
from dashboard.extraction.link.cluster import grouped
from dashboard.table.build import as_reported
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS
from dashboard.table.dataset import Dataset, by_time, typed

FORM = 1
"""Raise it with every change of how events are consolidated, so that what stores keep is made anew."""


@dataclass(frozen=True, slots=True, eq=False)
class Consolidation:
    """What consolidating makes of a dataset: the rows that are new or otherwise, and the ids of those they replace."""

    events: pd.DataFrame
    mentions: pd.DataFrame
    replaced: frozenset[str]

    def of(self, dataset: Dataset) -> Dataset:
        """The dataset changed; one that stays as it is, is given back itself."""
        if not self.replaced:
            return dataset
        events, mentions = (
            frame[~frame["event_id"].isin(list(self.replaced))].astype(object)
            for frame in (dataset.events, dataset.mentions)
        )
        return Dataset(
            by_time(typed(pd.concat([events, self.events.astype(object)]), EVENT_COLUMNS)),
            typed(pd.concat([mentions, self.mentions.astype(object)], ignore_index=True), MENTION_COLUMNS),
            dataset.reports,
            dataset.name,
        )


def dataset_from(readings: Iterable[Reading], name: str = "") -> Dataset:
    """One dataset of all readings, one row an event, whichever of them tell of it."""
    return consolidated(as_reported(readings, name))


def consolidated(dataset: Dataset, decisions: Iterable[Decision] = ()) -> Dataset:
    """The dataset with one row for each event, whichever reports tell of it; decisions are a person's, in order."""
    return consolidation_of(dataset, decisions).of(dataset)


def consolidation_of(dataset: Dataset, decisions: Iterable[Decision] = ()) -> Consolidation:
    """What there is to change so that the dataset has one row for each event."""
    standing = settled(decisions)
    as_read = event_records(dataset)
    records = sorted(
        (part for each in as_read for part in parted(each, standing)), key=lambda each: each.order
    )
    joined = joined_numbers(records, standing.joined)
    groups = grouped(
        [features_of(each) for each in records],
        _batches(records),
        kept_apart(records, joined, standing.apart),
    )
    bundles = with_joins([[(each.number, each.similarity) for each in group] for group in groups], joined)
    events = [fused([records[number] for number, _ in each], [why for _, why in each]) for each in bundles]
    return _difference({each.event_id: each for each in as_read}, events)


def _difference(before: Mapping[str, EventRecord], events: Sequence[EventRecord]) -> Consolidation:
    """The events that are new or otherwise, in the place of those that are no more as they were."""
    changed = [each for each in events if before.get(each.event_id) != each]
    kept = {each.event_id for each in events} - {each.event_id for each in changed}
    mentions = [row for each in changed for row in each.mentions]
    return Consolidation(
        typed(pd.DataFrame([each.row for each in changed], dtype=object), EVENT_COLUMNS),
        typed(pd.DataFrame(mentions, dtype=object), MENTION_COLUMNS),
        frozenset(before) - kept,
    )


def _batches(records: Sequence[EventRecord]) -> list[list[int]]:
    """The records of one report, report after report."""
    batches: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(records):
        batches[min(each.report_ids)].append(number)
    return list(batches.values())
