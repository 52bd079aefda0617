"""What of the world is looked at: the box around the events, or the area that is asked for."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dashboard.figures.atlas.projection import Projection
from dashboard.table.area import Area

_LEAST_KM = 60.0
_MARGIN = 0.07
_NEARLY = 0.98  # of the events: the rest may lie outside where it would press the others together
_PRESSED = 3.0  # times the box of nearly all

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Frame:
    """Kilometres on the plane."""

    west: float
    south: float
    east: float
    north: float

    @property
    def size(self) -> float:
        """The longer side."""
        return max(self.east - self.west, self.north - self.south)

    def grown(self, wide: float, high: float) -> "Frame":
        """The same middle, with sides so many times as long as the longer one is."""
        x, y = (self.east + self.west) / 2, (self.north + self.south) / 2
        across, upwards = wide * self.size / 2, high * self.size / 2
        return Frame(x - across, y - upwards, x + across, y + upwards)

    def holds(self, x: Floats, y: Floats) -> npt.NDArray[np.bool_]:
        """True for points within."""
        held: npt.NDArray[np.bool_] = (self.west <= x) & (x <= self.east) & (self.south <= y) & (y <= self.north)  # fmt: skip
        return held


def frame_of_area(area: Area, projection: Projection) -> Frame:
    """The area that is asked for."""
    (west, east), (south, north) = projection.plane((area.west, area.east), (area.south, area.north))
    return Frame(float(west), float(south), float(east), float(north))


def frame_of(x: Floats, y: Floats, counts: npt.NDArray[np.int64]) -> Frame:
    """The box around points on the plane, with some room; around nearly all of them where a few lie far off.

    >>> near = np.array([0.0, 100.0, 50.0]), np.array([0.0, 80.0, 40.0]), np.array([50, 50, 100])
    >>> frame_of(*near).grown(1, 1).size
    114.0
    """
    every = _box(x, y)
    nearly = _box(*(each[_middle(each, counts)] for each in (x, y)))
    return _roomy(nearly if every.size > _PRESSED * max(nearly.size, _LEAST_KM) else every)


def _middle(values: Floats, counts: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """True where a value is among the middle ones, in which nearly all of the counts lie."""
    order = np.argsort(values, kind="stable")
    shares = np.cumsum(counts[order]) / counts.sum()
    edge = (1 - _NEARLY) / 2
    first, last = int(np.searchsorted(shares, edge, side="right")), int(np.searchsorted(shares, 1 - edge))
    inside: npt.NDArray[np.bool_] = (values >= values[order[min(first, len(order) - 1)]]) & (values <= values[order[min(last, len(order) - 1)]])  # fmt: skip
    return inside


def _box(x: Floats, y: Floats) -> Frame:
    return (
        Frame(float(x.min()), float(y.min()), float(x.max()), float(y.max()))
        if len(x) and len(y)
        else Frame(0, 0, 0, 0)
    )


def _roomy(box: Frame) -> Frame:
    room = max(_MARGIN * box.size, (_LEAST_KM - box.size) / 2)
    return Frame(box.west - room, box.south - room, box.east + room, box.north + room)
