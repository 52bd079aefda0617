"""Events that several reports tell of, one row each, with every mention; and a person's word above the measure.

The result does not hang on the order in which reports came: they are taken by their day of publication, then
by their words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import pandas as pd

from dashboard.consolidation.decisions import Decision, Decisions, Side, settled
from dashboard.consolidation.fuse import fused
from dashboard.consolidation.records import EventRecord, alone, event_records, features_of
from dashboard.extraction.likeness import Likeness
from dashboard.extraction.merge import grouped
from dashboard.extraction.model import Reading
from dashboard.table.build import as_reported
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS
from dashboard.table.dataset import Dataset, by_time, typed

FORM = 1
"""Raise it with every change of what is brought together, so that what stores keep is made anew."""
Why = Likeness | str | None
Bundle = list[tuple[int, Why]]


@dataclass(frozen=True, slots=True, eq=False)
class Consolidation:
    """What bringing together makes of a dataset: the rows that are new or otherwise, and the ids of those they replace."""

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


def event_table(readings: Iterable[Reading]) -> pd.DataFrame:
    """The event table alone: one row an event, the columns of dashboard.table.columns."""
    return dataset_from(readings).events


def consolidated(dataset: Dataset, decisions: Iterable[Decision] = ()) -> Dataset:
    """The dataset with one row for each event, whichever reports tell of it; decisions are a person's, in order."""
    return consolidation_of(dataset, decisions).of(dataset)


def consolidation_of(dataset: Dataset, decisions: Iterable[Decision] = ()) -> Consolidation:
    """What there is to change so that the dataset has one row for each event."""
    standing = settled(decisions)
    as_read = event_records(dataset)
    records = sorted(
        (part for each in as_read for part in _parted(each, standing)), key=lambda each: each.order
    )
    joined = _joined(records, standing.joined)
    groups = grouped(
        [features_of(each) for each in records], _batches(records), _apart(records, joined, standing.apart)
    )
    bundles = _bundles([[(each.number, each.likeness) for each in group] for group in groups], joined)
    events = [fused([records[number] for number, _ in each], [why for _, why in each]) for each in bundles]
    before = {str(each.row["event_id"]): each for each in as_read}
    changed = [each for each in events if before.get(str(each.row["event_id"])) != each]
    kept = {str(each.row["event_id"]) for each in events} - {str(each.row["event_id"]) for each in changed}
    return Consolidation(
        typed(pd.DataFrame([each.row for each in changed], dtype=object), EVENT_COLUMNS),
        typed(
            pd.DataFrame([row for each in changed for row in each.mentions], dtype=object), MENTION_COLUMNS
        ),
        frozenset(before) - kept,
    )


def _parted(record: EventRecord, decisions: Decisions) -> Iterator[EventRecord]:
    """The record, taken apart where a person split its mentions; each part has only what its mentions tell."""
    ids = record.mention_ids
    parts = [ids]
    for leaving, staying in decisions.apart:
        parts = [
            side
            for part in parts
            for side in ((part & leaving, part - leaving) if part & leaving and part & staying else (part,))
        ]
    if len(parts) == 1:
        yield record
        return
    for part in parts:
        yield _part(record, part)


def _part(record: EventRecord, ids: Side) -> EventRecord:
    """The mentions of the part fused again; it keeps the event's id if it has its first mention."""
    mentions = [mention for mention in record.mentions if mention["mention_id"] in ids]
    is_first = record.mentions[0]["mention_id"] in ids
    own = record.row["event_id"] if is_first else _identity(ids)
    singles = [
        EventRecord(
            {**alone(record, each), "event_id": own},
            ({**each, "event_id": own, "conflict": ""},),
            record.published,
        )
        for each in mentions
    ]
    return fused(singles, [str(each["likeness"]) for each in mentions])


def _identity(ids: Side) -> str:
    return blake2b("|".join(sorted(ids)).encode(), digest_size=6).hexdigest()


def _batches(records: Sequence[EventRecord]) -> list[list[int]]:
    """The records of one report, report after report."""
    batches: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(records):
        batches[min(each.report_ids)].append(number)
    return list(batches.values())


def _joined(records: Sequence[EventRecord], joins: Sequence[Decision]) -> list[tuple[list[int], str]]:
    """The records that a person made one, with the reason."""
    found = (([n for n, each in enumerate(records) if any(each.mention_ids & side for side in join.sides)], join.because)
             for join in joins)  # fmt: skip
    return [(numbers, because) for numbers, because in found if len(numbers) > 1]


def _apart(
    records: Sequence[EventRecord],
    joined: Sequence[tuple[list[int], str]],
    pairs: Sequence[tuple[Side, Side]],
) -> Mapping[int, frozenset[int]]:
    """Who is kept from whom: each side of a split, with all that was joined to it."""
    apart: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for pair in pairs:
        one, other = (
            _with_joined({number for number, each in enumerate(records) if each.mention_ids & side}, joined)
            for side in pair
        )
        for first, second in ((one, other), (other, one)):
            for number in first:
                apart[number] |= second - first
    return apart


def _with_joined(numbers: set[int], joined: Sequence[tuple[list[int], str]]) -> frozenset[int]:
    return frozenset(numbers).union(*(each for each, _ in joined if not numbers.isdisjoint(each)))


def _bundles(groups: list[Bundle], joined: Sequence[tuple[list[int], str]]) -> list[Bundle]:
    """The groups with those made one that a person joined, the earliest first."""
    for numbers, because in joined:
        hit = [group for group in groups if any(number in numbers for number, _ in group)]
        if len(hit) < 2:
            continue
        first, *others = hit
        word = f"joined by hand: {because}"
        whole = [*first, *((number, why or word) for other in others for number, why in other)]
        groups = [
            sorted(whole, key=lambda each: each[0]) if group is first else group
            for group in groups
            if group not in others
        ]
    return groups
