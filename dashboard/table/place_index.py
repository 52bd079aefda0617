"""The tree of places numbered once for a dataset, so that counting it again under a filter takes a millisecond.

Nodes are numbered from the top down, each before what lies in it: a region is a stretch of numbers, and its
count the difference of two sums.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.table.filters import Selection, left_by_others
from dashboard.table.index import Index, Numbers, index_of
from dashboard.table.place_tree import PlaceNode, place_key, place_tree
from dashboard.table.ways import LEVELS, NO_PLACE, way_counts, ways_of


@dataclass(frozen=True, slots=True, eq=False)
class PlaceIndex:
    """Every node's key, label and depth, where its branch ends, and the node that each way ends on."""

    keys: tuple[str, ...]
    labels: tuple[str, ...]
    levels: tuple[int, ...]
    ends: Numbers
    nodes: Numbers

    def counts(self, events: pd.DataFrame | Index, selection: Selection) -> Numbers:
        """The events of each node that are left by all filters but the places'."""
        rows = left_by_others(index_of(events), selection, "places")
        own = np.zeros(len(self.keys), dtype=np.int64)
        np.add.at(own, self.nodes, way_counts(rows))
        sums = np.concatenate(([0], np.cumsum(own)))
        return np.asarray(sums[self.ends] - sums[:-1], dtype=np.int64)


def place_index(events: pd.DataFrame | Index) -> PlaceIndex:
    """The nodes of the rail's tree in the order in which they are shown; each event hangs on one.

    Events of a region itself hang on a leaf of their own ("Homs, no place given").
    """
    index = index_of(events)
    return index.once.of("places", lambda: _place_index(index))


def _place_index(index: Index) -> PlaceIndex:
    ways = ways_of(index)
    keys = [place_key(*way) for way in ways.named()]
    nodes = [*_numbered(place_tree(index), set(keys), 0)]
    number = {node.key: at for at, (node, _, _) in enumerate(nodes)}
    return PlaceIndex(
        tuple(node.key for node, _, _ in nodes),
        tuple(node.label for node, _, _ in nodes),
        tuple(level for _, level, _ in nodes),
        np.asarray([at + size for at, (_, _, size) in enumerate(nodes)], dtype=np.int64),
        np.asarray([_deepest(key, number) for key in keys], dtype=np.int64),
    )


def _numbered(nodes: Sequence[PlaceNode], own: set[str], level: int) -> Iterator[tuple[PlaceNode, int, int]]:
    """Each node with its depth and the size of its branch, itself included."""
    for node in nodes:
        below = [*_numbered(_with_own(node, own), own, level + 1)]
        yield node, level, 1 + len(below)
        yield from below


def _with_own(node: PlaceNode, own: set[str]) -> tuple[PlaceNode, ...]:
    """What lies in a node; last, where there are any, a leaf for events of the region itself."""
    key = node.key + "/" * (len(LEVELS) - 1 - node.key.count("/"))
    if not node.children or key not in own or key == node.key:
        return node.children
    return (*node.children, PlaceNode(key, f"{node.label}, no place given", 0))


def _deepest(key: str, number: dict[str, int]) -> int:
    while key and key not in number:
        key = key.rpartition("/")[0]
    return number[key or NO_PLACE]
