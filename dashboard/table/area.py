"""A part of the map between two meridians and two parallels, and which events lie in it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dashboard.table.epochs import Mask
from dashboard.table.index import Index

_FINE = 4  # decimals of a degree: about ten metres


@dataclass(frozen=True, slots=True)
class Area:
    """Degrees of its edges, west before east and south before north."""

    west: float
    south: float
    east: float
    north: float

    @property
    def words(self) -> str:
        """What a person reads.

        >>> Area(35.5, 32.0, 37.25, 33.0).words
        '35.5° E – 37.25° E, 32° N – 33° N'
        """
        across = " – ".join(_degrees(each, "EW") for each in (self.west, self.east))
        upwards = " – ".join(_degrees(each, "NS") for each in (self.south, self.north))
        return f"{across}, {upwards}"

    def __str__(self) -> str:
        return ",".join(f"{each:.{_FINE}f}".rstrip("0").rstrip(".") for each in self.edges)

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """West, south, east and north."""
        return self.west, self.south, self.east, self.north


def area_of(text: str) -> Area | None:
    """The area of four numbers as an address says them; None when they are none.

    >>> str(area_of("35.50,32,37.25,33")), area_of("37,32,35,33"), area_of("nan,0,1,1")
    ('35.5,32,37.25,33', None, None)
    """
    try:
        west, south, east, north = (round(float(each), _FINE) for each in text.split(","))
    except (ValueError, OverflowError):
        return None
    lies = -180 <= west < east <= 180 and -90 <= south < north <= 90  # false for what is no number
    return Area(west, south, east, north) if lies else None


def points(index: Index) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Longitude and latitude of each event; not a number where it has none."""
    return index.once.of("points", lambda: (_degrees_of(index, "longitude"), _degrees_of(index, "latitude")))


def in_area(index: Index, area: Area) -> Mask:
    """True where an event is told to have been in the area; never where it has no point on the map."""
    east, north = points(index)
    return (area.west <= east) & (east <= area.east) & (area.south <= north) & (north <= area.north)


def _degrees_of(index: Index, column: str) -> npt.NDArray[np.float64]:
    return index.events[column].to_numpy(dtype=np.float64, na_value=np.nan)


def _degrees(value: float, letters: str) -> str:
    return f"{abs(value):.{_FINE}f}".rstrip("0").rstrip(".") + f"° {letters[value < 0]}"
