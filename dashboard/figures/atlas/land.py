"""Outlines as paths: as fine as can be seen where events are, coarse far from them.

Points are moved onto a grid that is finer where one looks closely, so a border is the same line on both sides of it.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from dashboard.figures.atlas.frame import Frame
from dashboard.figures.atlas.outlines import Numbers, Outlines, outlines
from dashboard.figures.atlas.projection import Projection

_TIERS = ((6.0, 70), (3.0, 220), (1.5, 900))  # so many times the frame's size, and steps across the frame
_FAR_KM = 150.0  # the step of all the rest
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
    kept = [(x, y, _turns(x, y)) for x, y in drawn]
    return [(x[turns], y[turns]) for x, y, turns in kept if turns.sum() >= _LEAST]


def _drawn(east: Floats, north: Floats, frame: Frame, projection: Projection) -> tuple[Floats, Floats]:
    """Points on the plane, moved onto the grid there."""
    x, y = projection.plane(east, north)
    steps = np.full(len(x), _FAR_KM)
    for times, across in _TIERS:
        steps[frame.grown(times).holds(x, y)] = min(frame.size / across, _FAR_KM)
    return np.round(x / steps) * steps, np.round(y / steps) * steps


def _turns(x: Floats, y: Floats) -> npt.NDArray[np.bool_]:
    """True for points that do not lie where the one before lies."""
    kept = np.ones(len(x), dtype=bool)
    kept[1:] = (np.diff(x) != 0) | (np.diff(y) != 0)
    return kept


def _path(x: Floats, y: Floats, begins: Numbers, *, closed: bool) -> str:
    """Lines one after the other, each from where it begins; those that are too small to be seen are left out."""
    kept = _turns(x, y)
    kept[begins[:-1]] = True
    sums = np.concatenate(([0], np.cumsum(kept)))[begins]
    points = [f"L{east:.1f},{north:.1f}" for east, north in zip(x[kept].tolist(), y[kept].tolist(), strict=True)]  # fmt: skip
    lines = zip(sums[:-1].tolist(), sums[1:].tolist(), strict=True)
    least, end = (_LEAST, "Z") if closed else (2, "")
    return "".join(f"M{''.join(points[first:last])[1:]}{end}" for first, last in lines if last - first >= least)  # fmt: skip


def _stretches(world: Outlines, arcs: Numbers) -> tuple[Numbers, Numbers]:
    """The points of some arcs one after the other, and where each begins."""
    sizes = world.arcs[arcs + 1] - world.arcs[arcs]
    begins = np.concatenate(([0], np.cumsum(sizes)))
    return np.arange(begins[-1]) + np.repeat(world.arcs[arcs] - begins[:-1], sizes), begins
