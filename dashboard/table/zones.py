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
    return next((zone for zone in counts.index if is_zone(zone)), "UTC")


def is_zone(zone: str) -> bool:
    """Whether this machine knows the name; a table or an address may come from elsewhere.

    >>> is_zone("Asia/Damascus"), is_zone("Mars/Olympus")
    (True, False)
    """
    try:
        return bool(ZoneInfo(zone).key)
    except (ValueError, OSError, KeyError):  # an odd key, a directory, a name that is not there
        return False
