"""The places of a dataset as a tree: country, governorate, district, place.

A key is the way down the tree, with a slash between levels: ``Syria/Rif Dimashq/Douma/Douma``. A level the
gazetteer did not give is left empty in the key and out of the tree, so a key says what a row's columns say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias
from urllib.parse import unquote

import pandas as pd

from dashboard.table.index import Index, index_of
from dashboard.table.ways import LEVELS, NO_PLACE, way_counts, ways_of
from dashboard.wording.say import to_say

NO_PLACE_LABEL = to_say("no place")

Way: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceNode:
    """A place or region, how many events lie in it, and what lies below it."""

    key: str
    label: str
    count: int
    children: tuple["PlaceNode", ...] = ()


def place_tree(events: pd.DataFrame | Index) -> tuple[PlaceNode, ...]:
    """The rail's tree: every place of the dataset, by name, with the number of its events.

    The last row is ``no place``, when some event has none.
    """
    index = index_of(events)
    counts = dict(zip(ways_of(index).named(), way_counts(index.everything).tolist(), strict=True))
    homeless = counts.pop(("",) * len(LEVELS), None)
    top = _children((), list(counts.items()))
    return top if homeless is None else (*top, PlaceNode(NO_PLACE, NO_PLACE_LABEL, homeless))


def place_key(*names: str) -> str:
    """The key of a place from country, first and second division and location, as many as are wanted.

    >>> place_key("Syria", "Homs", "", "Homs")
    'Syria/Homs//Homs'
    """
    return "/".join(name.replace("%", "%25").replace("/", "%2F") for name in names)


def place_label(key: str) -> str:
    """What a person calls the place of a key.

    >>> place_label("Syria/Homs//Homs"), place_label("-")
    ('Homs', 'no place')
    """
    return NO_PLACE_LABEL if key == NO_PLACE else unquote(key.rstrip("/").rpartition("/")[2])


def _children(way: Way, ways: Sequence[tuple[Way, int]]) -> tuple[PlaceNode, ...]:
    """The nodes just below; a level without a name lets its own children through."""
    if len(way) == len(LEVELS):
        return ()
    by_name = groupby(sorted(ways), key=lambda each: each[0][len(way)])
    nodes = [node for name, below in by_name for node in _nodes((*way, name), list(below))]
    return tuple(sorted(nodes, key=lambda node: node.label.casefold()))


def _nodes(way: Way, ways: Sequence[tuple[Way, int]]) -> tuple[PlaceNode, ...]:
    below = _children(way, ways)
    if not way[-1]:
        return below
    return (_plain(PlaceNode(place_key(*way), way[-1], sum(count for _, count in ways), below)),)


def _plain(node: PlaceNode) -> PlaceNode:
    """A district that holds only the town it is named for is shown once."""
    only = node.children[0] if len(node.children) == 1 else None
    if only is not None and (only.label, only.count) == (node.label, node.count):
        return replace(node, children=only.children)
    return node
