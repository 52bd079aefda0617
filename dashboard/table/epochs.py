"""Moments as whole numbers: microseconds since 1970 in UTC, so that a million of them compare in a millisecond."""

from datetime import UTC, datetime, timedelta
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

Instants: TypeAlias = npt.NDArray[np.int64]
Mask: TypeAlias = npt.NDArray[np.bool_]

SECOND = 1_000_000
HOUR = 3_600 * SECOND
DAY = 24 * HOUR

MISSING = int(np.iinfo(np.int64).min)
EVER_BEFORE = MISSING + 1
EVER_AFTER = int(np.iinfo(np.int64).max)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ONE = timedelta(microseconds=1)
_CENTURY = timedelta(days=36_525) // _ONE


def instant(moment: datetime) -> int:
    """One moment.

    >>> instant(datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC))
    1000000
    """
    return (moment - _EPOCH) // _ONE


def moment_of(instant: int) -> datetime:
    """The moment of a whole number, in UTC.

    >>> moment_of(1_000_000).isoformat()
    '1970-01-01T00:00:01+00:00'
    """
    return _EPOCH + instant * _ONE


def instants(moments: "pd.Series[pd.Timestamp]") -> Instants:
    """A column of moments; ``MISSING`` where there is none."""
    return moments.to_numpy(dtype="datetime64[us]").astype(np.int64)


def bounds(events: pd.DataFrame) -> tuple[Instants, Instants]:
    """Outer bounds of each event; an open side reaches for ever, an exact moment lasts one microsecond."""
    first, last = instants(events["start"]), instants(events["end"])
    first = np.where(first == MISSING, EVER_BEFORE, first)
    last = np.where(last == MISSING, EVER_AFTER, last)
    return first, np.maximum(last, first + 1)


def core(events: pd.DataFrame) -> tuple[Instants, Instants, Mask]:
    """The certain part of each event, and where there is one."""
    first, last = instants(events["core_start"]), instants(events["core_end"])
    return first, np.maximum(last, first + 1), (first != MISSING) & (last != MISSING)


def plausible(events: pd.DataFrame) -> Mask:
    """True where an event lies within a century of its report's day; all where none does, or no day is known.

    A year that was misread may lie anywhere: such an event stays in the table, and rules no chart.
    """
    far = np.zeros(len(events), bool)
    published = instants(events["published"])
    for edge in (instants(events["start"]), instants(events["end"])):
        known = (edge != MISSING) & (published != MISSING)
        far |= known & (np.abs(np.where(known, edge - published, 0)) > _CENTURY)
    return np.ones(len(events), bool) if far.all() else ~far


def dated(events: pd.DataFrame) -> Mask:
    """True where an event has a bound at all."""
    return events["start"].notna().to_numpy() | events["end"].notna().to_numpy()
