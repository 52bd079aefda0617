"""What the browser may send, by kind: a callback's request can be written by anybody."""

from collections.abc import Callable
from math import isfinite
from typing import Any

Kind = Callable[[Any], bool]


def is_any(value: Any) -> bool:
    """Whatever it is: it is not looked into."""
    del value
    return True


def is_text(value: Any) -> bool:
    """Words, or none."""
    return value is None or isinstance(value, str)


def is_texts(value: Any) -> bool:
    """A list of words, or none."""
    return value is None or (isinstance(value, list) and all(isinstance(each, str) for each in value))


def is_words(value: Any) -> bool:
    """Words by name, or none."""
    return value is None or (
        isinstance(value, dict) and all(isinstance(each, str) for each in value.values())
    )


def is_number(value: Any) -> bool:
    """A whole number that a browser can write, or none."""
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**53)


def is_numbers(value: Any) -> bool:
    """Whole numbers, or none."""
    return value is None or (
        isinstance(value, list) and all(each is not None and is_number(each) for each in value)
    )


def is_yes(value: Any) -> bool:
    """Yes or no, or none."""
    return value is None or isinstance(value, bool)


def is_record(value: Any) -> bool:
    """Values by name, or none."""
    return value is None or isinstance(value, dict)


def is_screen(value: Any) -> bool:
    """Dark or light, and how wide in pixels."""
    numbers = [each for key, each in value.items() if key != "dark"] if isinstance(value, dict) else []
    return is_record(value) and all(isinstance(each, (int, float)) and isfinite(each) for each in numbers)


def is_click(value: Any) -> bool:
    """A click on the chart: the points under it."""
    points = (value or {}).get("points", []) if is_record(value) else None
    return isinstance(points, list) and all(isinstance(each, dict) for each in points)


def is_move(value: Any) -> bool:
    """A drag on the chart or on the strip: the edges it leaves."""
    edges = (value or {}).get("xaxis.range") if is_record(value) else ()
    return edges is None or (isinstance(edges, list) and len(edges) == 2)


def is_pointed(value: Any) -> bool:
    """What the map says was pointed at: where a click leads, or the edges of a box."""
    if not is_record(value):
        return False
    said = value or {}
    leads, box = said.get("leads"), said.get("box")
    return (
        leads is None
        or (isinstance(leads, list) and len(leads) == 2 and all(isinstance(each, str) for each in leads))
    ) and (
        box is None
        or (
            isinstance(box, list)
            and len(box) == 5
            and all(isinstance(each, (int, float)) and isfinite(each) for each in box)
        )
    )
