"""What a person decided, done to records: taken apart, joined, kept apart, above every measure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b

from dashboard.consolidation.decisions import Decision, Decisions, Side
from dashboard.consolidation.fuse import fused
from dashboard.consolidation.records import EventRecord, alone
from dashboard.extraction.link.similarity import Similarity

Why = Similarity | str | None
Bundle = list[tuple[int, Why]]


def parted(record: EventRecord, decisions: Decisions) -> Iterator[EventRecord]:
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


def joined_numbers(records: Sequence[EventRecord], joins: Sequence[Decision]) -> list[tuple[list[int], str]]:
    """The records that a person made one, with the reason."""
    found = (([n for n, each in enumerate(records) if any(each.mention_ids & side for side in join.sides)], join.because)
             for join in joins)  # fmt: skip
    return [(numbers, because) for numbers, because in found if len(numbers) > 1]


def kept_apart(
    records: Sequence[EventRecord],
    joined: Sequence[tuple[list[int], str]],
    pairs: Sequence[tuple[Side, Side]],
) -> Mapping[int, frozenset[int]]:
    """Who is kept from whom: each side of a split, with all that was joined to it."""
    apart: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for pair in pairs:
        one, other = (
            _joined_to({number for number, each in enumerate(records) if each.mention_ids & side}, joined)
            for side in pair
        )
        for first, second in ((one, other), (other, one)):
            for number in first:
                apart[number] |= second - first
    return apart


def _joined_to(numbers: set[int], joined: Sequence[tuple[list[int], str]]) -> frozenset[int]:
    return frozenset(numbers).union(*(each for each, _ in joined if not numbers.isdisjoint(each)))


def with_joins(groups: list[Bundle], joined: Sequence[tuple[list[int], str]]) -> list[Bundle]:
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
