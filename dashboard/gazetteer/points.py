"""Coordinates as people write them."""

_MOST = {"latitude": 90.0, "longitude": 180.0}


def degrees(given: str) -> float:
    """Decimal degrees; a comma may stand for the point. Raises ValueError for anything else.

    >>> degrees("36,29")
    36.29
    """
    return float(given.strip().replace(",", "."))


def off_the_map(latitude: str, longitude: str) -> str:
    """What is wrong with a point, empty when nothing is.

    >>> off_the_map("33.51", "36.29"), off_the_map("333.5", "36.29"), off_the_map("33.51", "36°17'E")
    ('', 'latitude 333.5 is off the map', "longitude 36°17'E is no number of degrees")
    """
    given = {"latitude": latitude, "longitude": longitude}
    wrong = (_wrong(axis, each) for axis, each in given.items())
    return next(filter(None, wrong), "") or _nowhere(latitude, longitude)


def _wrong(axis: str, given: str) -> str:
    if not given.strip():
        return f"has no {axis}"
    try:
        value = degrees(given)
    except ValueError:
        return f"{axis} {given} is no number of degrees"
    return "" if abs(value) <= _MOST[axis] else f"{axis} {given} is off the map"


def _nowhere(latitude: str, longitude: str) -> str:
    """Zero and zero is how tables say that they don't know."""
    return "" if degrees(latitude) or degrees(longitude) else "has no coordinates (0, 0)"
