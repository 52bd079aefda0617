"""Events that several reports tell of, one row each, with every mention; and a person's word above the measure.

The result does not hang on the order in which reports came: they are taken by their day of publication, then
by their words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import pandas as pd

from dashboard.extraction.link.cluster import grouped
from dashboard.extraction.link.similarity import Similarity
from dashboard.table.by_hand import ByHand, Edit, Side, settled
from dashboard.table.columns import EVENT_COLUMNS, MENTION_COLUMNS
from dashboard.table.dataset import Dataset, by_time, typed
from dashboard.table.fold import folded
from dashboard.table.tellings import Telling, alone, facts_of, tellings

FORM = 1
"""Raise it with every change of what is brought together, so that what stores keep is made anew."""
Why = Similarity | str | None
Bundle = list[tuple[int, Why]]


@dataclass(frozen=True, slots=True, eq=False)
class Change:
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


def together(dataset: Dataset, edits: Iterable[Edit] = ()) -> Dataset:
    """The dataset with one row for each event, whichever reports tell of it; edits are a person's, in order."""
    return change(dataset, edits).of(dataset)


def change(dataset: Dataset, edits: Iterable[Edit] = ()) -> Change:
    """What there is to change so that the dataset has one row for each event."""
    by_hand = settled(edits)
    as_read = tellings(dataset)
    told = sorted((part for each in as_read for part in _parted(each, by_hand)), key=lambda each: each.order)
    joined = _joined(told, by_hand.joined)
    groups = grouped([facts_of(each) for each in told], _batches(told), _apart(told, joined, by_hand.apart))
    bundles = _bundles([[(each.number, each.similarity) for each in group] for group in groups], joined)
    events = [folded([told[number] for number, _ in each], [why for _, why in each]) for each in bundles]
    before = {str(each.row["event_id"]): each for each in as_read}
    changed = [each for each in events if before.get(str(each.row["event_id"])) != each]
    kept = {str(each.row["event_id"]) for each in events} - {str(each.row["event_id"]) for each in changed}
    return Change(
        typed(pd.DataFrame([each.row for each in changed], dtype=object), EVENT_COLUMNS),
        typed(
            pd.DataFrame([row for each in changed for row in each.mentions], dtype=object), MENTION_COLUMNS
        ),
        frozenset(before) - kept,
    )


def _parted(telling: Telling, by_hand: ByHand) -> Iterator[Telling]:
    """The telling, taken apart where a person split its mentions; each part has only what its mentions tell."""
    ids = telling.mention_ids
    parts = [ids]
    for leaving, staying in by_hand.apart:
        parts = [
            side
            for part in parts
            for side in ((part & leaving, part - leaving) if part & leaving and part & staying else (part,))
        ]
    if len(parts) == 1:
        yield telling
        return
    for part in parts:
        yield _part(telling, part)


def _part(telling: Telling, ids: Side) -> Telling:
    """The mentions of the part folded again; it keeps the event's id if it has its first mention."""
    mentions = [mention for mention in telling.mentions if mention["mention_id"] in ids]
    is_first = telling.mentions[0]["mention_id"] in ids
    own = telling.row["event_id"] if is_first else _identity(ids)
    singles = [
        Telling(
            {**alone(telling, each), "event_id": own},
            ({**each, "event_id": own, "conflict": ""},),
            telling.published,
        )
        for each in mentions
    ]
    return folded(singles, [str(each["likeness"]) for each in mentions])


def _identity(ids: Side) -> str:
    return blake2b("|".join(sorted(ids)).encode(), digest_size=6).hexdigest()


def _batches(told: Sequence[Telling]) -> list[list[int]]:
    """The tellings of one report, report after report."""
    batches: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(told):
        batches[min(each.report_ids)].append(number)
    return list(batches.values())


def _joined(told: Sequence[Telling], joins: Sequence[Edit]) -> list[tuple[list[int], str]]:
    """The tellings that a person made one, with the reason."""
    found = (([n for n, each in enumerate(told) if any(each.mention_ids & side for side in join.sides)], join.because)
             for join in joins)  # fmt: skip
    return [(numbers, because) for numbers, because in found if len(numbers) > 1]


def _apart(
    told: Sequence[Telling], joined: Sequence[tuple[list[int], str]], pairs: Sequence[tuple[Side, Side]]
) -> Mapping[int, frozenset[int]]:
    """Who is kept from whom: each side of a split, with all that was joined to it."""
    apart: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for pair in pairs:
        one, other = (
            _with_joined({number for number, each in enumerate(told) if each.mention_ids & side}, joined)
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
