"""Columns of coordinates into degrees, and which of them are none."""

from dataclasses import dataclass

import pandas as pd

from dashboard.exchange.tabular.cells import degrees


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Degrees, missing where nothing is told (0, 0 is how tables say that), and by row what is wrong."""

    latitude: pd.Series
    longitude: pd.Series
    wrong: dict[int, str]


def points(latitude: pd.Series, longitude: pd.Series) -> Points:
    """The points that two columns tell.

    >>> found = points(pd.Series(["33.5", "333.5", ""]), pd.Series(["36,3", "36.3", ""]))
    >>> found.longitude.tolist()[0], found.wrong
    (36.3, {1: 'latitude 333.5 is off the map'})
    """
    north, east = degrees(latitude), degrees(longitude)
    wrong: dict[int, str] = {}
    for told, other, value, most, axis in (
        (latitude, longitude, north, 90, "latitude"),
        (longitude, latitude, east, 180, "longitude"),
    ):
        empty = (told == "") & (other != "")
        bad = (told != "") & value.isna()
        off = value.abs() > most
        rows = empty | bad | off
        if rows.any():
            for row in rows.index[rows]:
                wrong.setdefault(row, _why(axis, str(told[row]), empty=bool(empty[row]), bad=bool(bad[row])))
    there = north.notna() & east.notna() & ~((north == 0) & (east == 0))
    return Points(north.where(there).astype("Float64"), east.where(there).astype("Float64"), wrong)


def _why(axis: str, told: str, *, empty: bool, bad: bool) -> str:
    if empty:
        return f"has no {axis}"
    return f"{axis} {told[:40]} is no number of degrees" if bad else f"{axis} {told[:40]} is off the map"
