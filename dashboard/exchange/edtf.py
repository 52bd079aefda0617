"""An event's time as the Extended Date/Time Format writes it (EDTF, ISO 8601-2), at the level of days.

EDTF is what archives and libraries search by. It says what our columns say in one word: ``2018-05-XX`` is some day of May,
``2018-05`` all of May, ``[2018-05-20..2018-05-22]`` one of three days, ``2018-05-20/2018-05-22`` from the first to the
third, ``2018-05-20~/..`` since about the 20th and still so. It is made when a file is written and kept nowhere.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from dashboard.temporal.calendar.granularity import Granularity

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
_NEVER = np.iinfo(np.int64).min  # how numpy writes a missing moment
_KEPT = 1 << 16
_MOMENTS = ("start", "end", "core_start", "core_end")
_SOME_DAY = {Granularity.MONTH: "-XX", Granularity.YEAR: "-XX-XX"}

Day = date | None


def with_edtf(events: pd.DataFrame) -> pd.DataFrame:
    """The events with one more column, ``edtf``; empty where no time is known.

    >>> row = {"granularity": "month", "timezone": "UTC", "ongoing": False}
    >>> row |= {"start": pd.Timestamp("2018-05-01", tz="UTC"), "end": pd.Timestamp("2018-06-01", tz="UTC")}
    >>> frame = pd.DataFrame([row | {"core_start": None, "core_end": None}])
    >>> frame = frame.astype(dict.fromkeys(_MOMENTS, "datetime64[us, UTC]"))
    >>> with_edtf(frame)["edtf"].tolist()
    ['2018-05-XX']
    """
    return events.assign(edtf=pd.Series(list(_all(events)), index=events.index, dtype="str"))


def _all(events: pd.DataFrame) -> Iterator[str]:
    moments = [events[name].to_numpy(dtype="datetime64[us]").view("int64").tolist() for name in _MOMENTS]
    grains = events["granularity"].astype(str).tolist()
    zones = events["timezone"].astype(str).tolist()
    ongoing = events["ongoing"].tolist()
    return (edtf(*row) for row in zip(*moments, grains, zones, ongoing, strict=True))


@lru_cache(maxsize=_KEPT)
def edtf(
    start: int,
    end: int,
    core_start: int,
    core_end: int,
    grain: str,
    zone: str,
    ongoing: bool,  # noqa: FBT001 - remembered by position
) -> str:
    """The word for one time; moments in microseconds since 1970, UTC."""
    first, last = _day(start, zone), _day(end, zone, -1)
    begins, ends = _day(core_start, zone), _day(core_end, zone, -1)
    if first is None or last is None or ongoing:
        return _open(first, last, begins, ongoing=ongoing)
    certain = begins is not None and ends is not None
    unit = _unit(first, last, Granularity(grain or "unknown"), certain=certain)
    if unit or first == last:
        return unit or first.isoformat()
    if not certain:
        return f"[{first}..{last}]"
    return f"{first}{_about(first, begins)}/{last}{_about(last, ends)}"


def _open(first: Day, last: Day, begins: Day, *, ongoing: bool) -> str:
    """A time with one known side, or that goes on."""
    if first is None:
        return f"/{last}" if last else ""
    if not ongoing:
        return f"{first}/"
    return f"{first}{_about(first, begins)}/.."


def _about(edge: date, certain: Day) -> str:
    """The mark of an edge that lies somewhere near."""
    return "" if certain == edge else "~"


def _unit(first: date, last: date, grain: Granularity, *, certain: bool) -> str:
    """A month, year, decade or century as such; empty for anything else."""
    after = last + timedelta(days=1) if last < date.max else last
    if grain.rank < Granularity.MONTH.rank or first.day != 1 or after.day != 1:
        return ""
    months = (after.year - first.year) * 12 + after.month - first.month
    if months == 1:
        return f"{first:%Y-%m}" + ("" if certain else _SOME_DAY[Granularity.MONTH])
    return _years(first, months, certain=certain) if first.month == 1 else ""


def _years(first: date, months: int, *, certain: bool) -> str:
    year = f"{first.year:04}"
    if months == 12:
        return year + ("" if certain else _SOME_DAY[Granularity.YEAR])
    if months == 120 and first.year % 10 == 0:
        return f"{year[:3]}X"
    return f"{year[:2]}XX" if months == 1200 and first.year % 100 == 0 else ""


def _day(ticks: int, zone: str, shift: int = 0) -> Day:
    """The day a moment, or the tick before it, falls on in a zone."""
    if ticks == _NEVER:
        return None
    try:
        return (_EPOCH + (ticks + shift) * _TICK).astimezone(ZoneInfo(zone or "UTC")).date()
    except OverflowError:  # at the calendar's edge
        return (_EPOCH + (ticks + shift) * _TICK).date()
