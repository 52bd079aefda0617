"""The clocks a table is told on."""

from zoneinfo import ZoneInfo

import pandas as pd


def home_zone(events: pd.DataFrame) -> str:
    """The zone most events are in; UTC when none says.

    >>> home_zone(pd.DataFrame({"timezone": ["Europe/Kyiv", "Asia/Damascus", "Asia/Damascus"]}))
    'Asia/Damascus'
    """
    counts = (
        events["timezone"].astype(str).value_counts().sort_index().sort_values(ascending=False, kind="stable")
    )
    return next((zone for zone in counts.index if _is_known(zone)), "UTC")


def _is_known(zone: str) -> bool:
    """Whether this machine knows it; a table may come from elsewhere."""
    try:
        return bool(ZoneInfo(zone).key)
    except (ValueError, OSError, KeyError):  # an odd key, a directory, a name that is not there
        return False
