"""Wall-clock time of a zone, in microseconds.

plotly.js knows no time zones, and shifts numbers by the browser's own. So everything drawn is wall-clock
time, counted here in microseconds and handed over as text without a zone.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from dashboard.table.epochs import EVER_AFTER, EVER_BEFORE, MISSING, SECOND, Instants


def to_local(moments: Instants, zone: str) -> Instants:
    """Instants as microseconds of the zone's wall clock; what is missing or open stays so."""
    real = (moments != MISSING) & (moments != EVER_BEFORE) & (moments != EVER_AFTER)
    safe = pd.to_datetime(np.where(real, moments, 0), unit="us", utc=True).as_unit("us")
    local = safe.tz_convert(zone).tz_localize(None).to_numpy().astype(np.int64)
    return np.where(real, local, moments)


def from_local(moment: int, zone: str) -> datetime:
    """The aware UTC moment of a wall-clock microsecond."""
    naive = datetime.fromtimestamp(moment / SECOND, tz=UTC).replace(tzinfo=ZoneInfo(zone))
    return naive.astimezone(UTC)


def iso(moments: Iterable[int]) -> list[str]:
    """Wall-clock microseconds as text without a zone.

    >>> iso([0])
    ['1970-01-01T00:00:00.000']
    """
    stamps = np.array(list(moments), dtype="datetime64[us]")
    return [str(stamp) for stamp in np.datetime_as_string(stamps, unit="ms")]
