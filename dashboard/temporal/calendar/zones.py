"""Whose clock counts at a point of a country, by the table of zones that comes with Python's time zones."""

import re
from functools import cache
from importlib.resources import files
from math import cos, hypot, radians

NO_ZONE_KNOWN = "the clock of its place is not known: taken as UTC"
_POINT = re.compile(r"([+-]\d\d)(\d\d)(?:\d\d)?([+-]\d{3})(\d\d)(?:\d\d)?")
_HALF_AN_HOUR = (
    7.5  # degrees of longitude: a zone nearer to the main one is a matter of politics, not of the sun
)


def zone_at(latitude: float, longitude: float, iso: str, main: str) -> str:
    """The zone of a point in a country whose ``main`` zone is known; that one where the country has no other.

    >>> zone_at(-1.68, 29.22, "CD", "Africa/Kinshasa"), zone_at(46.64, 32.62, "UA", "Europe/Kyiv")
    ('Africa/Lubumbashi', 'Europe/Kyiv')
    """
    zones = _zones().get(iso.upper(), {})
    if main not in zones:
        return main
    kept = {
        name: at for name, at in zones.items() if name == main or abs(at[1] - zones[main][1]) > _HALF_AN_HOUR
    }
    return min(kept, key=lambda name: _apart(kept[name], (latitude, longitude)))


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return hypot(one[0] - other[0], (one[1] - other[1]) * cos(radians(other[0])))


@cache
def _zones() -> dict[str, dict[str, tuple[float, float]]]:
    """The zones of each country with the points of their towns."""
    found: dict[str, dict[str, tuple[float, float]]] = {}
    lines = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines()
    for iso, point, name, *_ in (line.split("\t") for line in lines if line and line[0] != "#"):
        if match := _POINT.fullmatch(point):
            found.setdefault(iso, {})[name] = (_degrees(match[1], match[2]), _degrees(match[3], match[4]))
    return found


def _degrees(whole: str, minutes: str) -> float:
    return int(whole) + (1 if whole[0] == "+" else -1) * int(minutes) / 60
