"""Degrees to kilometres on a plane and back: the cylindrical equal-area projection, true at a parallel of our choice.

Areas are right everywhere, so a hatched region is as large as it is; shapes and distances are right along the parallel,
which is the middle of what is looked at. Meridians and parallels are straight, so that what is drawn as a box is a box
of degrees. Lambert 1772; in PROJ's words ``+proj=cea +lat_ts=<parallel> +R=6371008.8``.
"""

from dataclasses import dataclass
from math import cos, radians

import numpy as np
import numpy.typing as npt

EARTH_KM = 6371.0088  # the mean radius, IUGG
_FURTHEST = 75.0  # degrees: beyond, a square of the plane would be a sliver of the earth

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Projection:
    """The plane that is true along a parallel, in degrees north."""

    parallel: float

    @classmethod
    def around(cls, south: float, north: float) -> "Projection":
        """The one that is true in the middle between two parallels."""
        return cls(round(min(max((south + north) / 2, -_FURTHEST), _FURTHEST), 1))

    @property
    def stretch(self) -> float:
        """How much shorter a degree of longitude is there than at the equator."""
        return cos(radians(self.parallel))

    def plane(self, east: npt.ArrayLike, north: npt.ArrayLike) -> tuple[Floats, Floats]:
        """Kilometres east of Greenwich and north of the equator.

        >>> [round(float(each), 1) for each in Projection(33.5).plane(36.3, 33.5)]
        [3365.9, 4216.9]
        """
        x = np.radians(east) * (EARTH_KM * self.stretch)
        return x, np.sin(np.radians(north)) * (EARTH_KM / self.stretch)

    def globe(self, x: npt.ArrayLike, y: npt.ArrayLike) -> tuple[Floats, Floats]:
        """Degrees east and north; what lies beyond a pole is the pole.

        >>> [round(float(each), 1) for each in Projection(33.5).globe(3365.9, 4216.9)]
        [36.3, 33.5]
        """
        east = np.degrees(np.asarray(x, dtype=np.float64) / (EARTH_KM * self.stretch))
        sine = np.asarray(y, dtype=np.float64) * (self.stretch / EARTH_KM)
        return east, np.degrees(np.arcsin(np.clip(sine, -1, 1)))
