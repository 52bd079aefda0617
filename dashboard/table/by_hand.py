"""What a person joined and split by hand, brought to what holds now: the later word wins.

Edits speak of mentions, not of events: a mention keeps its id as long as its words stand in the report, while
events come and go as reports are read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

Side = frozenset[str]
"""The ids of mentions that stood together when the edit was made."""


class Kind(StrEnum):
    """What a person may do with the grouping of mentions."""

    JOIN = "join"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: the sides that were joined, or the side that left and the side that stayed."""

    kind: Kind
    sides: tuple[Side, ...]
    because: str = ""


@dataclass(frozen=True, slots=True)
class ByHand:
    """What holds: sides that are one event, with the reason; and pairs of sides that are not."""

    joined: tuple[Edit, ...] = ()
    apart: tuple[tuple[Side, Side], ...] = ()


def settled(edits: Iterable[Edit]) -> ByHand:
    """What holds after all edits, in the order in which they were made.

    >>> together = Edit(Kind.JOIN, (frozenset({"a"}), frozenset({"b"})))
    >>> settled([together, Edit(Kind.SPLIT, (frozenset({"b"}), frozenset({"a"})))]).joined
    ()
    """
    joined: list[Edit] = []
    apart: list[tuple[Side, Side]] = []
    for edit in edits:
        if edit.kind is Kind.JOIN:
            whole = frozenset[str]().union(*edit.sides)
            apart = [pair for each in apart for pair in _without(each, whole)]
            joined.append(edit)
        else:
            leaving, staying = edit.sides
            joined = [part for each in joined for part in _cut(each, leaving)]
            joined += _cut(
                Edit(Kind.JOIN, tuple(frozenset({each}) for each in sorted(leaving)), edit.because), leaving
            )
            apart.append((leaving, staying))
    return ByHand(tuple(joined), tuple(apart))


def _without(pair: tuple[Side, Side], whole: Side) -> list[tuple[Side, Side]]:
    """What is left of a separation after a join of what it separates."""
    one, other = pair
    left = [(one - whole, other), (one & whole, other - whole)]
    return [(first, second) for first, second in left if first and second]


def _cut(join: Edit, leaving: Side) -> list[Edit]:
    """A join without those who left it, and the join of those who left together."""
    parts = ([side - leaving for side in join.sides], [side & leaving for side in join.sides])
    kept = (tuple(side for side in part if side) for part in parts)
    return [Edit(Kind.JOIN, sides, join.because) for sides in kept if len(sides) > 1]
