"""The clocks a table is told on."""

from zoneinfo import ZoneInfo

import pandas as pd

from dashboard.table.choices import counted
from dashboard.table.index import Index, index_of


def home_zone(events: pd.DataFrame | Index) -> str:
    """The zone most events are in; UTC when none says.

    >>> home_zone(
    ...     pd.DataFrame({"timezone": ["Europe/Kyiv", "Asia/Damascus", "Asia/Damascus"]}, dtype="category")
    ... )
    'Asia/Damascus'
    """
    zones = zones_of(index_of(events))
    return min(zones, key=lambda zone: (-zones[zone], zone), default="UTC")


def zones_of(index: Index) -> dict[str, int]:
    """The zones that events are in and this machine knows, with the number of their events."""
    return index.once.of("zones", lambda: _zones(index))


def _zones(index: Index) -> dict[str, int]:
    words = index.words("timezone")
    counts = counted(index.codes("timezone"), len(words)).tolist()
    return {zone: count for zone, count in zip(words, counts, strict=True) if count and is_zone(zone)}


def is_zone(zone: str) -> bool:
    """Whether this machine knows the name; a table or an address may come from elsewhere.

    >>> is_zone("Asia/Damascus"), is_zone("Mars/Olympus")
    (True, False)
    """
    try:
        return bool(ZoneInfo(zone).key)
    except (ValueError, OSError, KeyError):  # an odd key, a directory, a name that is not there
        return False
