"""Geometries (GeoJSON's, or WKT) as a point that stands for them, and how exact it is."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

_WKT = re.compile(
    r"\s*(?:SRID=\d+;)?\s*(POINT|LINESTRING|POLYGON|MULTI\w+)\s*Z?\s*\(([^A-Za-z]*)\)\s*", re.IGNORECASE
)
_PAIR = re.compile(r"(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)")
_NEAR_DEGREES = 0.25  # about 25 km: a shape no larger than that is near its middle
_POINT = "point"


@dataclass(frozen=True, slots=True)
class Spot:
    """A point: texts, as a table has them, and its ``geo_precision``: 1 a point, 2 a small shape, 3 a wide one."""

    latitude: str = ""
    longitude: str = ""
    precision: int = 0


NOWHERE = Spot()


def spot_of(text: str) -> Spot:
    """The point that stands for a geometry; nowhere for an empty one or what is none.

    >>> spot_of('{"type": "Point", "coordinates": [36.4, 33.57]}')
    Spot(latitude='33.57', longitude='36.4', precision=1)
    >>> spot_of("POLYGON ((36 33, 38 33, 38 35, 36 35, 36 33))")
    Spot(latitude='34', longitude='37', precision=3)
    """
    if not text or text == "null":
        return NOWHERE
    kind, pairs = _from_wkt(text) if _WKT.fullmatch(text) else _from_json(text)
    if not pairs:
        return NOWHERE
    if kind == _POINT:
        return Spot(f"{pairs[0][1]:.10g}", f"{pairs[0][0]:.10g}", 1)
    east, north = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    if kind.endswith("linestring"):
        middle = pairs[len(pairs) // 2]
    else:
        middle = ((min(east) + max(east)) / 2, (min(north) + max(north)) / 2)
    wide = max(max(east) - min(east), max(north) - min(north)) > 2 * _NEAR_DEGREES
    return Spot(f"{middle[1]:.10g}", f"{middle[0]:.10g}", 3 if wide else 2)


def is_broken(text: str, spot: Spot) -> bool:
    """Whether a geometry tells numbers and no point; an empty one is none, as GeoJSON has it.

    >>> is_broken('{"type": "Point", "coordinates": [36.4, "x"]}', NOWHERE), is_broken("null", NOWHERE)
    (True, False)
    """
    return spot == NOWHERE and any(each.isdigit() for each in text)


def _from_wkt(text: str) -> tuple[str, list[tuple[float, float]]]:
    found = _WKT.fullmatch(text)
    if found is None:
        return "", []
    return found[1].lower(), [(float(east), float(north)) for east, north in _PAIR.findall(found[2])]


def _from_json(text: str) -> tuple[str, list[tuple[float, float]]]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return "", []
    if not isinstance(value, dict):
        return "", []
    kind = str(value.get("type", "")).casefold()
    inside = value.get("geometries") if kind == "geometrycollection" else value.get("coordinates")
    pairs = list(_pairs(inside))
    return (_POINT if len(pairs) == 1 else kind, pairs)


def _pairs(value: object, deep: int = 0) -> Iterator[tuple[float, float]]:
    if isinstance(value, dict):
        yield from _pairs(value.get("coordinates"), deep + 1)
    elif isinstance(value, list) and deep < 8:
        if len(value) >= 2 and all(isinstance(each, int | float) for each in value[:2]):
            yield float(value[0]), float(value[1])
        else:
            for each in value:
                yield from _pairs(each, deep + 1)
