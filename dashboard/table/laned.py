"""The lane of each word of a column, where it is not the word itself: spellings of one place, the side of an actor, the best source."""

from collections.abc import Iterable

import numpy as np

from dashboard.actors.sides import side_of
from dashboard.table.choices import counted
from dashboard.table.index import Index, Numbers
from dashboard.table.sources import sources_of
from dashboard.text.folded import folded

Laned = tuple[list[str], Numbers]


def one_place(index: Index) -> Laned:
    """Places, each by the spelling that most events have, and the one that each spelling of it stands for.

    Spellings are one place when they differ in accents, case or signs alone, or when the gazetteer gives them one id.
    """
    words = index.words("location")
    events = counted(index.codes("location"), len(words))
    ids = _usual(index, "location", "place_id")
    first_of: dict[str, int] = {}
    lane = np.arange(len(words))
    for at in np.argsort(-events, kind="stable").tolist():
        if not words[at]:
            continue
        keys = [f"={_spelt(words[at])}", *([f"#{ids[at]}"] if ids[at] else [])]
        known = [first_of[key] for key in keys if key in first_of]
        lane[at] = known[0] if known else at
        first_of |= {key: int(lane[at]) for key in keys if key not in first_of}
    return _numbered(words[at] for at in lane.tolist())


def sides(index: Index) -> Laned:
    """Sides, and that of each actor."""
    kinds = _usual(index, "actor1", "actor1_type")
    return _numbered(side_of(name, kind) for name, kind in zip(index.words("actor1"), kinds, strict=True))


def best_sources(index: Index) -> Laned:
    """Sources, and the one in whose lane an event of several stands."""
    return _numbered(sources_of(each)[0] for each in index.words("source"))


def _spelt(word: str) -> str:
    """A name without what spellings of it differ in.

    >>> _spelt("Deir-ez-Zor") == _spelt("Deir ez Zor") == _spelt("Deir ez-Zōr")
    True
    """
    letters = folded(word)
    return "".join(letter for letter in letters if letter.isalnum()) or letters


def _usual(index: Index, column: str, other: str) -> list[str]:
    """For each word of a column, the word of another that most often stands beside it."""
    words, others = index.words(column), index.words(other)
    pairs = index.codes(column).astype(np.int64) * len(others) + index.codes(other)
    found, times = np.unique(pairs, return_counts=True)
    usual = [""] * len(words)
    for pair in found[np.argsort(times, kind="stable")].tolist():
        usual[pair // len(others)] = others[pair % len(others)]
    return usual


def _numbered(lanes: Iterable[str]) -> Laned:
    """The names of lanes, each once, and the number of each word's."""
    every = list(lanes)
    names = sorted(set(every))
    number = {name: at for at, name in enumerate(names)}
    return names, np.array([number[each] for each in every], dtype=np.int64)
