"""The places of a table as spots on a map: events at one point, told as exactly, are at one spot.

Numbered once for a dataset, so that counting them again under a filter takes a millisecond.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.table.area import points
from dashboard.table.epochs import MISSING, Instants
from dashboard.table.index import Index, Numbers, Rows
from dashboard.table.place_tree import place_key
from dashboard.table.ways import ways_of

_REGION, _COUNTRY = "a:", "co:"  # how the gazetteer's ids of first-level units and countries begin
_GRID = 1e4  # parts of a degree that points are told apart by

Counts = npt.NDArray[np.int64]


class Exactness(IntEnum):
    """How exactly a place is told, as ``geo_precision`` counts: there, near there, or somewhere in the region."""

    AT = 1
    NEAR = 2
    WITHIN = 3


@dataclass(frozen=True, slots=True, eq=False)
class Spots:
    """Each event's spot, -1 where it has no point, and of each spot its point, exactness, way and outline.

    ``outline`` is the gazetteer's code of the unit or country that is meant ("SY.12", "SY"), empty where none is.
    """

    numbers: Numbers
    east: npt.NDArray[np.float64]
    north: npt.NDArray[np.float64]
    exactness: Counts
    outline: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]

    def __len__(self) -> int:
        return len(self.east)

    def key(self, spot: int) -> str:
        """The key of the place tree that takes the events of a spot: of a region, all that lies in it."""
        country, admin1, *rest = self.names[spot]
        outline = self.outline[spot]
        if not outline or not country:
            return place_key(country, admin1, *rest)
        return place_key(country, admin1) if len(outline) > 2 and admin1 else place_key(country)


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """What some events come to, for those spots that have any: ``types`` by row of spot and column of type.

    ``low`` and ``high`` are the dead as far as told, ``told`` the events that tell of them; ``first`` and ``last`` are
    MISSING where no event is dated; ``one`` is the number of an event of the spot in the table.
    """

    spots: Numbers
    counts: Counts
    types: npt.NDArray[np.int64]
    low: Counts
    high: Counts
    told: Counts
    first: Instants
    last: Instants
    one: Numbers


def spots_of(index: Index) -> Spots:
    """The spots of a table, numbered once."""
    return index.once.of("spots", lambda: _spots(index))


def tally(rows: Rows) -> Tally:
    """How many of these events were at which spot, of which types, how many died in them, and when they were."""
    index = rows.index
    spots = spots_of(index)
    numbers = rows.of(spots.numbers)
    here = numbers >= 0
    at, numbers = np.flatnonzero(here), numbers[here]
    size, kinds = len(spots), len(index.words("event_type"))
    counts = np.bincount(numbers, minlength=size)
    found = np.flatnonzero(counts)
    types = np.maximum(rows.codes("event_type")[at].astype(np.int64), 0)
    by_type = np.bincount(numbers * kinds + types, minlength=size * kinds).reshape(size, max(kinds, 1))
    low, high, told = (rows.of(each)[at] for each in _dead(index))
    first, last = (_extreme(numbers, rows.of(each)[at], size, latest=late) for each, late in zip(index.edges, (False, True), strict=True))  # fmt: skip
    one = np.full(size, -1, dtype=np.int64)
    one[numbers] = rows.of(np.arange(len(index)))[at]
    low, high, told = (
        np.bincount(numbers, weights=each, minlength=size)[found].astype(np.int64)
        for each in (low, high, told)
    )
    return Tally(found, counts[found], by_type[found], low, high, told, first[found], last[found], one[found])


def _spots(index: Index) -> Spots:
    ways = ways_of(index)
    east, north = points(index)
    here = np.isfinite(east) & np.isfinite(north)
    at = np.flatnonzero(here)
    exact = index.events["geo_precision"].to_numpy(dtype=np.float64, na_value=1.0)[at]
    exact = np.clip(exact, Exactness.AT, Exactness.WITHIN).astype(np.int64)
    codes, regions = _regions(index)
    region = np.where(exact == Exactness.WITHIN, codes[at], 0)
    cell = (np.round(north[at] * _GRID) * 360 * _GRID * 2 + np.round(east[at] * _GRID)).astype(np.int64)
    told = (ways.numbers[at].astype(np.int64) * 4 + exact) * len(regions) + region
    spot, _ = pd.factorize(pd.factorize(cell)[0].astype(np.int64) * (int(told.max(initial=0)) + 1) + told)
    _, first = np.unique(spot, return_index=True)
    numbers = np.full(len(index), -1, dtype=np.int64)
    numbers[at] = spot
    named = ways.named()
    return Spots(
        numbers,
        east[at][first],
        north[at][first],
        exact[first],
        tuple(regions[code] for code in region[first].tolist()),
        tuple(named[way] for way in ways.numbers[at][first].tolist()),
    )


def _regions(index: Index) -> tuple[Numbers, list[str]]:
    """For each event the number of the outline that its place has, 0 where it has none, and the outlines."""
    words = index.words("place_id")
    codes = [each.removeprefix(_REGION).removeprefix(_COUNTRY) if each.startswith((_REGION, _COUNTRY)) else "" for each in words]  # fmt: skip
    regions = ["", *sorted({each for each in codes if each})]
    number = {each: at for at, each in enumerate(regions)}
    of_word = np.array([*(number[each] for each in codes), 0], dtype=np.int64)  # the last for no word at all
    return of_word[index.codes("place_id")], regions


def _dead(index: Index) -> tuple[npt.NDArray[np.float64], ...]:
    """Of each event the fewest and most dead that are told, 0 where nothing is, and 1 where something is."""

    def worked_out() -> tuple[npt.NDArray[np.float64], ...]:
        columns = ("fatalities_low", "fatalities_high", "fatalities")
        low, high, said = (index.events[each].to_numpy(dtype=np.float64, na_value=np.nan) for each in columns)
        low = np.where(np.isnan(low), np.where(np.isnan(said), high, said), low)
        high = np.where(np.isnan(high), np.fmax(said, low), high)
        return np.nan_to_num(low), np.nan_to_num(high), (~np.isnan(low)).astype(np.float64)

    return index.once.of("dead", worked_out)


def _extreme(numbers: Numbers, edges: Instants, size: int, *, latest: bool) -> Instants:
    """The first or last of each spot's edges; MISSING where none is known."""
    known = edges != MISSING
    blank = MISSING if latest else int(np.iinfo(np.int64).max)
    found = np.full(size, blank, dtype=np.int64)
    (np.maximum if latest else np.minimum).at(found, numbers[known], edges[known])
    return np.where(found == int(np.iinfo(np.int64).max), MISSING, found)
