"""What a person joined and split by hand, brought to what holds now: the later word wins.

Edits speak of mentions, not of events: a mention keeps its id as long as its words stand in the report, while
events come and go as reports are read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

Side = frozenset[str]
"""The ids of mentions that stood together when the edit was made."""


class DecisionKind(StrEnum):
    """What a person may do with the grouping of mentions."""

    JOIN = "join"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Decision:
    """One edit: the sides that were joined, or the side that left and the side that stayed."""

    kind: DecisionKind
    sides: tuple[Side, ...]
    because: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What holds: sides that are one event, with the reason; and pairs of sides that are not."""

    joined: tuple[Decision, ...] = ()
    apart: tuple[tuple[Side, Side], ...] = ()


def settled(edits: Iterable[Decision]) -> Decisions:
    """What holds after all edits, in the order in which they were made.

    >>> together = Decision(DecisionKind.JOIN, (frozenset({"a"}), frozenset({"b"})))
    >>> settled([together, Decision(DecisionKind.SPLIT, (frozenset({"b"}), frozenset({"a"})))]).joined
    ()
    """
    joined: list[Decision] = []
    apart: list[tuple[Side, Side]] = []
    for edit in edits:
        if edit.kind is DecisionKind.JOIN:
            whole = frozenset[str]().union(*edit.sides)
            apart = [pair for each in apart for pair in _without(each, whole)]
            joined.append(edit)
        else:
            leaving, staying = edit.sides
            joined = [part for each in joined for part in _cut(each, leaving)]
            joined += _cut(
                Decision(
                    DecisionKind.JOIN, tuple(frozenset({each}) for each in sorted(leaving)), edit.because
                ),
                leaving,
            )
            apart.append((leaving, staying))
    return Decisions(tuple(joined), tuple(apart))


def _without(pair: tuple[Side, Side], whole: Side) -> list[tuple[Side, Side]]:
    """What is left of a separation after a join of what it separates."""
    one, other = pair
    left = [(one - whole, other), (one & whole, other - whole)]
    return [(first, second) for first, second in left if first and second]


def _cut(join: Decision, leaving: Side) -> list[Decision]:
    """A join without those who left it, and the join of those who left together."""
    parts = ([side - leaving for side in join.sides], [side & leaving for side in join.sides])
    kept = (tuple(side for side in part if side) for part in parts)
    return [Decision(DecisionKind.JOIN, sides, join.because) for sides in kept if len(sides) > 1]
