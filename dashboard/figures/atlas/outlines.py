"""Outlines of countries and of their first-level units: Natural Earth's, as ``data/outlines`` holds them.

A border is one line, an arc, however many share it: a ring goes along arcs, along some of them backwards.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from dashboard.bundled import bundled

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Outlines:
    """Degrees of every point, and which of them each ring goes through, one ring after the other from ``begins`` on.

    ``shapes`` are the first ring of each country ("SY") and unit ("SY.12"), and the one after its last; those of all
    countries come first. ``arcs`` are the borders by themselves, and ``along`` which of them a shape's rings go.
    """

    east: npt.NDArray[np.float64]
    north: npt.NDArray[np.float64]
    points: Numbers
    begins: Numbers
    shapes: Mapping[str, tuple[int, int]]
    arcs: Numbers
    along: Mapping[str, Numbers]

    @property
    def countries(self) -> int:
        """How many rings countries have."""
        return max(last for code, (_, last) in self.shapes.items() if not is_unit(code))

    def rings(self, code: str) -> list[Numbers]:
        """The points of each ring of a country or unit; none where it has no outline."""
        first, last = self.shapes.get(code, (0, 0))
        return [self.points[self.begins[ring] : self.begins[ring + 1]] for ring in range(first, last)]

    def bounds(self, code: str) -> tuple[float, float, float, float] | None:
        """West, south, east and north of a country or unit; None where it has no outline."""
        rings = self.rings(code)
        if not rings:
            return None
        at = np.concatenate(rings)
        east, north = self.east[at], self.north[at]
        return float(east.min()), float(north.min()), float(east.max()), float(north.max())

    def inner(self, countries: Iterable[str]) -> Numbers:
        """The arcs between two units of one country, for these countries."""
        named = set(countries) & self.shapes.keys()
        units = [arcs for code, arcs in self.along.items() if is_unit(code) and code[:2] in named]
        if not units:
            return np.zeros(0, dtype=np.int64)
        return np.setdiff1d(np.concatenate(units), np.concatenate([self.along[each] for each in named]))


def is_unit(code: str) -> bool:
    """Whether it is the outline of a unit, and not of a country.

    >>> is_unit("SY"), is_unit("SY.12")
    (False, True)
    """
    return len(code) > 2


@lru_cache(maxsize=1)
def outlines() -> Outlines:
    """The world's, read when it is first asked for."""
    with np.load(bundled("data") / "outlines" / "world.npz", allow_pickle=False) as read:
        east, north, arcs = _degrees(read)
        along, each = read["arcs"].astype(np.int64), read["arcs_of_ring"]
        numbers = np.where(along >= 0, along, ~along)
        points, sizes = _walked(arcs, numbers, along < 0)
        of_ring = np.add.reduceat(sizes, _begins(each)[:-1])
        rings = _begins(read["rings_of_shape"])
        codes = read["codes"].tolist()
    of_arcs = _begins(each)
    shapes = {code: (int(rings[at]), int(rings[at + 1])) for at, code in enumerate(codes)}
    return Outlines(
        east,
        north,
        points,
        _begins(of_ring),
        shapes,
        arcs,
        {code: numbers[of_arcs[first] : of_arcs[last]] for code, (first, last) in shapes.items()},
    )


def _degrees(read: Mapping[str, npt.NDArray[np.float64]]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], Numbers]:  # fmt: skip
    """East and north of every point, and where each arc begins."""
    arcs = _begins(read["points_of_arc"])
    walked = np.cumsum(read["steps"].astype(np.int64), axis=0)
    before = np.vstack(([[0, 0]], walked))[arcs[:-1]]  # each arc starts from the corner of the grid
    places = walked - np.repeat(before, np.diff(arcs), axis=0)
    east, north = (places * read["scale"] + read["corner"]).T
    return east, north, arcs


def _walked(arcs: Numbers, numbers: Numbers, backwards: npt.NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """The points of these arcs one after the other, some of them backwards, and how many each has."""
    first, last = arcs[numbers], arcs[numbers + 1]
    sizes = last - first
    steps = np.arange(sizes.sum()) - np.repeat(_begins(sizes)[:-1], sizes)
    start = np.where(backwards, last - 1, first)
    return np.repeat(start, sizes) + np.repeat(np.where(backwards, -1, 1), sizes) * steps, sizes


def _begins(sizes: npt.ArrayLike) -> Numbers:
    """Where each of them begins, and where the last one ends.

    >>> _begins([2, 3]).tolist()
    [0, 2, 5]
    """
    return np.concatenate(([0], np.cumsum(np.asarray(sizes, dtype=np.int64))))
