"""Outlines as paths: as fine as can be seen where events are, coarse far from them.

Points are moved onto a grid that is finer where one looks closely, so a border is the same line on both sides of it.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from dashboard.figures.atlas.frame import Frame
from dashboard.figures.atlas.outlines import Numbers, Outlines, outlines
from dashboard.figures.atlas.projection import Projection

# a panel may be three times as wide as it is high: times the frame's size across and upwards, and steps along it
_TIERS = ((6.0, 5.0, 60), (3.2, 1.3, 300), (1.1, 1.1, 600))
_FAR_KM = 250.0  # the step of all the rest
_PASSES = 5
_LEAST = 4  # points of a ring that can be seen, the first of them twice

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Land:
    """Paths of countries, closed, and of the borders of units within some of them."""

    countries: str
    inner: str


@lru_cache(maxsize=12)
def land(frame: Frame, projection: Projection, countries: frozenset[str]) -> Land:
    """What is drawn under the events of a frame, with the units of these countries."""
    world = outlines()
    x, y = _drawn(world.east, world.north, frame, projection)
    rings = world.begins[: world.countries + 1]
    points = world.points[: rings[-1]]
    inner, begins = _stretches(world, world.inner(countries))
    return Land(_path(x[points], y[points], rings, closed=True), _path(x[inner], y[inner], begins, closed=False))  # fmt: skip


def region(code: str, frame: Frame, projection: Projection) -> list[tuple[Floats, Floats]]:
    """The rings of a unit or country on the plane, as fine as the land around it."""
    world = outlines()
    drawn = [_drawn(world.east[at], world.north[at], frame, projection) for at in world.rings(code)]
    left = [(x, y, _corners(x, y, np.array([0, len(x)]))) for x, y in drawn]
    return [(x[at], y[at]) for x, y, at in left if len(at) >= _LEAST]


def _drawn(east: Floats, north: Floats, frame: Frame, projection: Projection) -> tuple[Floats, Floats]:
    """Points on the plane, moved onto the grid there."""
    x, y = projection.plane(east, north)
    steps = np.full(len(x), _FAR_KM, dtype=np.float64)
    for wide, high, across in _TIERS:
        steps[frame.grown(wide, high).holds(x, y)] = min(frame.size / across, _FAR_KM)
    return np.round(x / steps) * steps, np.round(y / steps) * steps


def _corners(x: Floats, y: Floats, begins: Numbers) -> Numbers:
    """The numbers of the points that are left of lines on a grid: without those that lie where the one before does, without spikes and without those on a straight line.

    A coast along the edge of two squares of the grid would go to and fro between them at every bay.
    """
    line = np.repeat(np.arange(len(begins) - 1), np.diff(begins))
    left = np.arange(len(x))
    for _ in range(_PASSES):
        east, north, of = x[left], y[left], line[left]
        other = np.ones(len(left), dtype=bool)
        other[1:] = (east[1:] != east[:-1]) | (north[1:] != north[:-1]) | (of[1:] != of[:-1])
        left = left[other]
        left = left[~_spikes(x[left], y[left], line[left])]
    return left[~_straight(x[left], y[left], line[left])]


def _spikes(x: Floats, y: Floats, line: Numbers) -> npt.NDArray[np.bool_]:
    """True for points from which a line goes back to where it came from; of several in a row for every other."""
    spike = np.zeros(len(x), dtype=bool)
    spike[1:-1] = (x[2:] == x[:-2]) & (y[2:] == y[:-2]) & (line[2:] == line[:-2])
    at = np.arange(len(x))
    since = at - np.maximum.accumulate(np.where(spike, 0, at))
    first: npt.NDArray[np.bool_] = spike & (since % 2 == 1)
    return first


def _straight(x: Floats, y: Floats, line: Numbers) -> npt.NDArray[np.bool_]:
    """True for points in which a line goes straight on."""
    straight = np.zeros(len(x), dtype=bool)
    east, north = np.diff(x), np.diff(y)
    turn = np.abs(east[1:] * north[:-1] - east[:-1] * north[1:])
    ahead = east[1:] * east[:-1] + north[1:] * north[:-1]
    straight[1:-1] = (turn < ahead * 1e-6) & (line[2:] == line[:-2])
    return straight


def _path(x: Floats, y: Floats, begins: Numbers, *, closed: bool) -> str:
    """Lines one after the other, each from where it begins; those that are too small to be seen are left out."""
    left = _corners(x, y, begins)
    ends = np.searchsorted(left, begins).tolist()
    points = [f"L{east:.1f},{north:.1f}" for east, north in zip(x[left].tolist(), y[left].tolist(), strict=True)]  # fmt: skip
    least, end = (_LEAST, "Z") if closed else (2, "")
    return "".join(
        f"M{''.join(points[first:last])[1:]}{end}" for first, last in pairwise(ends) if last - first >= least
    )


def _stretches(world: Outlines, arcs: Numbers) -> tuple[Numbers, Numbers]:
    """The points of some arcs one after the other, and where each begins."""
    sizes = world.arcs[arcs + 1] - world.arcs[arcs]
    begins = np.concatenate(([0], np.cumsum(sizes)))
    return np.arange(begins[-1]) + np.repeat(world.arcs[arcs] - begins[:-1], sizes), begins
