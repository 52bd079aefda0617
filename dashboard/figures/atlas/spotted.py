"""Spots on the plane, as they are drawn: one mark each, or one for all that lie close together where there are very many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dashboard.figures.atlas.frame import Frame
from dashboard.figures.atlas.projection import Projection
from dashboard.table.area import Area
from dashboard.table.index import Index
from dashboard.table.spots import Spots, Tally, spots_of
from dashboard.wording.say import say

MANY = 700  # marks: plotly.js draws so many in a tenth of a second
_ACROSS = 50  # squares along the frame in which spots are drawn as one where there are more

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Dead:
    """The fewest and most dead that are told of, in so many of the events."""

    low: int
    high: int
    told: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What is drawn at a point: of which spot, of how many (``spots``), and what its events come to.

    ``types`` has the number of events of each type, the commonest first; ``outline`` is of a region or country.
    """

    x: float
    y: float
    name: str
    spots: int
    count: int
    types: tuple[tuple[str, int], ...]
    dead: Dead
    days: tuple[int, int]
    exactness: int
    outline: str
    leads_to: tuple[str, str]

    @property
    def kind(self) -> str:
        """The commonest type: what gives the colour."""
        return self.types[0][0]


class Leads:
    """What a click on a mark leads to: the first of the two words that a mark carries."""

    PLACE = "place"
    EVENT = "event"
    AREA = "area"


def marks_of(index: Index, told: Tally, frame: Frame, projection: Projection) -> list[Mark]:
    """The marks of a tally, the largest first, so that no small one is hidden."""
    spots = spots_of(index)
    x, y = projection.plane(spots.east[told.spots], spots.north[told.spots])
    single = np.array([not spots.outline[each] for each in told.spots.tolist()], dtype=bool)
    close = _close(x, y, single & frame.holds(x, y), frame)
    named = index.words("event_type")
    marks = (_mark(spots, told, group, (x, y), named, index) for group in close)
    return sorted(marks, key=lambda mark: -mark.count)


def _close(x: Floats, y: Floats, free: npt.NDArray[np.bool_], frame: Frame) -> Iterator[Sequence[int]]:
    """The rows that are drawn as one mark: each its own, or all in a square of the frame when they are very many."""
    if free.sum() <= MANY:
        yield from ([at] for at in range(len(x)))
        return
    yield from ([at] for at in np.flatnonzero(~free).tolist())
    step = frame.size / _ACROSS
    squares = np.stack([np.floor(x / step), np.floor(y / step)], axis=1)
    at = np.flatnonzero(free)
    _, number = np.unique(squares[at], axis=0, return_inverse=True)
    order = np.argsort(number.ravel(), kind="stable")
    ends = np.cumsum(np.bincount(number.ravel()))
    yield from (group.tolist() for group in np.split(at[order], ends[:-1]))


def _mark(
    spots: Spots,
    told: Tally,
    group: Sequence[int],
    plane: tuple[Floats, Floats],
    named: Sequence[str],
    index: Index,
) -> Mark:
    most = max(group, key=lambda at: int(told.counts[at]))
    spot = int(told.spots[most])
    counts = told.types[list(group)].sum(axis=0)
    order = [at for at in np.argsort(-counts, kind="stable").tolist() if counts[at]]
    first, last = told.first[list(group)], told.last[list(group)]
    weights = told.counts[list(group)].astype(np.float64)
    x, y = (float(np.average(each[list(group)], weights=weights)) for each in plane)
    return Mark(
        x,
        y,
        _name(spots, spot),
        len(group),
        int(told.counts[list(group)].sum()),
        tuple((named[at], int(counts[at])) for at in order),
        Dead(*(int(each[list(group)].sum()) for each in (told.low, told.high, told.told))),
        (int(first.min()), int(last.max())),
        int(spots.exactness[spot]),
        spots.outline[spot] if len(group) == 1 else "",
        _leads_to(spots, told, group, index),
    )


def _name(spots: Spots, spot: int) -> str:
    """The place's name, or that of the smallest region around it that has one."""
    return next((each for each in reversed(spots.names[spot]) if each), say("a place without a name"))


def _leads_to(spots: Spots, told: Tally, group: Sequence[int], index: Index) -> tuple[str, str]:
    """The event when it is one, else the place, or the part of the map in which several places lie."""
    if len(group) > 1:
        return Leads.AREA, str(_around(spots, told, group))
    at = group[0]
    if told.counts[at] == 1:
        return Leads.EVENT, str(index.events["event_id"].iloc[int(told.one[at])])
    return Leads.PLACE, spots.key(int(told.spots[at]))


def _around(spots: Spots, told: Tally, group: Sequence[int]) -> Area:
    """The part of the map that just holds these spots, and a little more."""
    at = told.spots[list(group)]
    east, north = spots.east[at], spots.north[at]
    return Area(
        *(round(max(float(each.min()) - 0.01, least), 4) for each, least in ((east, -180.0), (north, -90.0))),
        *(round(min(float(each.max()) + 0.01, most), 4) for each, most in ((east, 180.0), (north, 90.0))),
    )
