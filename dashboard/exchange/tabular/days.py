"""Columns of dates into outer bounds, as wide as their words are: days, months, years, minutes, ISO or as people type them."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

import numpy as np
import pandas as pd

from dashboard.errors import DateError
from dashboard.exchange.tabular.worded import Codes, codes_of
from dashboard.temporal.calendar.granularity import Granularity as G
from dashboard.temporal.calendar.interval import Interval

_ISO = r"^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$"
_CLOCK = r"[T ](?!00:00(?::00(?:\.0+)?)?$)\d\d:\d\d"
_ZONE = re.compile(r"(?<=:\d\d)(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$")
_ZONED = r":\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$"
_FIGURES = re.compile(r"(\d\d?)[/. -](\d\d?)[/. -](\d{4})")
_YEAR, _MONTH, _COMPACT = (
    re.compile(r"\d{4}(?:\.0)?"),
    re.compile(r"(\d{4})[-/](\d\d?)"),
    re.compile(r"\d{8}"),
)
_MINUTE, _DAY, _WEEK = pd.Timedelta(minutes=1), pd.Timedelta(days=1), pd.Timedelta(days=3)
_SERIAL = re.compile(r"[2-5]\d{4}(?:\.\d+)?")
_CLOCKED = re.compile(r"(\d\d?[/. -]\d\d?[/. -]\d{4}|\d{4}/\d\d?/\d\d?)[T ,]+(\d{1,2}:\d\d)(?::\d\d)?")
_LONGEST = 200
_DAY_LONG = len("2018-05-21")
_FIRST, _LAST = datetime(2, 1, 1), datetime(9999, 1, 1)
_BEYOND = " is beyond the calendar"
RELATIVE = "depends on the day it was written"
"""What is wrong with a date that has to be counted from another."""
MOMENT = "datetime64[us]"
Bounds = tuple[datetime | None, datetime | None, str, str]
"""First moment, the one after the last, granularity, and what is wrong."""


class Order(StrEnum):
    """Which of two figures is the day; by habit where only the form of the table speaks for it."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    MONTH_BY_HABIT = "timemap"
    UNTOLD = ""


@dataclass(frozen=True, slots=True, eq=False)
class Times:
    """For each row: outer bounds on the wall clock of its place, how fine, what is wrong (empty: nothing), what is in doubt.

    Those that are ``zoned`` told their own zone: their bounds are in UTC.
    """

    start: pd.Series
    end: pd.Series
    granularity: pd.Series
    wrong: pd.Series
    notes: pd.Series
    zoned: pd.Series


_PARTS = ("start", "end", "granularity", "wrong", "notes", "zoned")


def times(texts: pd.Series, order: Order = Order.UNTOLD) -> Times:
    """What a column of dates tells; what depends on the day it was written is ``RELATIVE`` in ``wrong``.

    >>> told = times(pd.Series(["2018-05-21", "2018-05", "2018-02-30", ""]))
    >>> str(told.end[1]), told.granularity.tolist(), told.wrong[2]
    ('2018-06-01 00:00:00', ['day', 'month', 'unknown', 'unknown'], '2018-02-30 is no day of any calendar')
    """
    codes, different = codes_of(texts)
    unique = pd.Series(different, dtype="str").str.strip()
    if (days := _whole_days(unique)) is not None:
        return spread(days, codes, texts.index)
    iso = unique.str.match(_ISO) | (unique == "")
    parts = [_in_iso(unique[iso])]
    if not iso.all():
        parts.append(_in_other_forms(unique[~iso], order))
    found = pd.concat(parts).sort_index() if len(parts) > 1 else parts[0]
    return spread(Times(*(found[name] for name in _PARTS)), codes, texts.index)


def spread(told: Times, codes: Codes, index: pd.Index) -> Times:
    """What different dates tell, for each row that has one of them."""
    taken = (getattr(told, name).array.take(codes) for name in _PARTS)
    return Times(*(pd.Series(each, index=index, copy=False) for each in taken))


def _whole_days(texts: pd.Series) -> Times | None:
    """Days in ISO's figures, as most tables have them; None where one of the texts is anything else."""
    if not (texts.str.len() == _DAY_LONG).all():
        return None
    days = pd.to_datetime(texts, format="%Y-%m-%d", errors="coerce").dt.as_unit("us")
    if not days.between(_FIRST, _LAST, inclusive="left").all():
        return None
    nothing = pd.Series("", index=texts.index, dtype="str")
    granularity = pd.Series(G.DAY.value, index=texts.index, dtype="str")
    zoned = pd.Series(data=False, index=texts.index)
    return Times(days, days + _DAY, granularity, nothing, nothing, zoned)


def _in_iso(texts: pd.Series) -> pd.DataFrame:
    """Days and moments in ISO's figures; where there are none, nothing."""
    zoned = texts.str.contains(_ZONED, regex=True) & texts.str.contains(_CLOCK, regex=True)
    moments = _moments(texts.where(texts != "", None).str.replace(_ZONE, "", regex=True).where(~zoned, None))
    if zoned.any():
        utc = pd.to_datetime(texts[zoned], format="ISO8601", errors="coerce", utc=True).dt.tz_localize(None)
        moments = moments.where(~zoned, utc.reindex(texts.index).dt.as_unit("us"))
    beyond = (moments < _FIRST) | (moments >= _LAST)
    moments = moments.where(~beyond)
    good = moments.notna()
    fine = good & texts.str.contains(_CLOCK, regex=True)
    names = (
        pd.Series(G.UNKNOWN.value, index=texts.index).where(~good, G.DAY.value).where(~fine, G.MINUTE.value)
    )
    return pd.DataFrame(
        {
            "start": moments,
            "end": moments + pd.Series(_DAY, index=texts.index).where(~fine, _MINUTE),
            "granularity": names,
            "wrong": (texts + " is no day of any calendar")
            .where(~beyond, texts + _BEYOND)
            .where(~good & (texts != ""), ""),
            "notes": pd.Series("", index=texts.index),
            "zoned": zoned,
        }
    )


def _moments(texts: pd.Series) -> pd.Series:
    found: pd.Series = pd.to_datetime(texts, format="ISO8601", errors="coerce")
    return pd.Series(found.dt.as_unit("us"), index=texts.index)


def _in_other_forms(texts: pd.Series, order: Order) -> pd.DataFrame:
    """Dates in other figures, or in words."""
    read = [_read(each, order) for each in texts]
    start, end, names, wrong = zip(*read, strict=True)
    return pd.DataFrame(
        {
            "start": pd.Series(start, index=texts.index, dtype=MOMENT),
            "end": pd.Series(end, index=texts.index, dtype=MOMENT),
            "granularity": names,
            "wrong": wrong,
            "notes": ["" if bad else _doubt(each, order) for each, bad in zip(texts, wrong, strict=True)],
            "zoned": False,
        },
        index=texts.index,
    )


def order_told(texts: pd.Series) -> Order:
    """Which figure is the day, as the dates of a column that can be read in one way only tell.

    >>> order_told(pd.Series(["05/06/2018", "21/05/2018"])), order_told(pd.Series(["05/06/2018"]))
    (<Order.DAY_FIRST: 'dmy'>, <Order.UNTOLD: ''>)
    """
    found = [_FIGURES.match(each.strip()) for each in texts.unique()]
    pairs = [(int(each[1]), int(each[2])) for each in found if each]
    day_first = sum(first > 12 >= second for first, second in pairs)
    month_first = sum(second > 12 >= first for first, second in pairs)
    if day_first == month_first:
        return Order.UNTOLD
    return Order.DAY_FIRST if day_first > month_first else Order.MONTH_FIRST


def utc_bounds(told: Times, zones: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Both bounds in UTC, by the zone of each row's place where the row tells none."""
    of_row = zones.astype("str").where(~told.zoned, "UTC") if told.zoned.any() else zones
    both = to_utc(pd.concat([told.start, told.end]), pd.concat([of_row, of_row]))
    return both.iloc[: len(told.start)], both.iloc[len(told.start) :]


def to_utc(moments: pd.Series, zones: pd.Series) -> pd.Series:
    """Wall clocks of zones as UTC; a zone that is not known is UTC. A clock that summer time leaves out is the next that is there."""
    codes, different = codes_of(zones)
    if len(different) <= 1:
        return _of_zone(moments, str(different[0]) if len(different) else "")
    found = np.empty(len(moments), dtype=MOMENT)
    for code, zone in enumerate(different):
        rows = np.flatnonzero(codes == code)
        found[rows] = _of_zone(moments.iloc[rows], str(zone)).dt.tz_localize(None).to_numpy(MOMENT)
    return pd.Series(pd.DatetimeIndex(found).tz_localize("UTC"), index=moments.index)


def widened(told: Times, weeks: pd.Series, months: pd.Series, years: pd.Series) -> Times:
    """The bounds as wide as a coder says they are: the days around, all of the month, all of the year; never narrower."""
    start, end, granularity = told.start, told.end, told.granularity
    short = weeks & (end - start < pd.Timedelta(days=7))
    start, end = start.where(~short, start - _WEEK), end.where(~short, end + _WEEK)
    granularity = granularity.where(~weeks, G.WEEK.value)
    for rows, period, name in ((months, "M", G.MONTH.value), (years, "Y", G.YEAR.value)):
        if rows.any():
            start = start.where(~rows, _bound(start, period, 0))
            end = end.where(~rows, _bound(end - _MINUTE, period, 1))
            granularity = granularity.where(~rows, name)
    known = granularity.where(told.start.notna(), G.UNKNOWN.value)
    return Times(start, end, known, told.wrong, told.notes, told.zoned)


def _bound(moments: pd.Series, period: str, later: int) -> pd.Series:
    """The first moment of the month or year of each, or of one so many later."""
    whole = moments.to_numpy().astype(f"datetime64[{period}]") + later
    return pd.Series(whole.astype("datetime64[us]"), index=moments.index)


def _of_zone(moments: pd.Series, zone: str) -> pd.Series:
    codes, different = pd.factorize(moments)
    unique = pd.Series(different, dtype=MOMENT)
    if not len(unique):
        return pd.Series(moments.dt.tz_localize("UTC"), index=moments.index)
    first = np.ones(len(unique), dtype=bool)
    local = unique.dt.tz_localize(zone or "UTC", ambiguous=first, nonexistent="shift_forward")
    taken = local.dt.tz_convert("UTC").reindex(codes)
    return pd.Series(taken.array, index=moments.index)


def _read(text: str, order: Order) -> Bounds:
    """A date that is not in ISO's figures."""
    if _YEAR.fullmatch(text):
        return _year(int(text[:4]))
    if month := _MONTH.fullmatch(text):
        return _month(int(month[1]), int(month[2]), text)
    if _COMPACT.fullmatch(text):
        return _day(int(text[:4]), int(text[4:6]), int(text[6:]), text)
    if figures := _FIGURES.fullmatch(text):
        first, second, year = map(int, figures.groups())
        month_first = (
            order is Order.MONTH_FIRST
            or (order is Order.MONTH_BY_HABIT and first <= 12)
            or (order is Order.UNTOLD and second > 12)
        )
        return _day(year, first, second, text) if month_first else _day(year, second, first, text)
    if clocked := _CLOCKED.fullmatch(text):
        return _with_clock(clocked[1], clocked[2], order)
    return _serial(text) if _SERIAL.fullmatch(text) else _typed(text)


def _doubt(text: str, order: Order) -> str:
    """What is said of a day in figures of which nothing tells the month."""
    figures = _FIGURES.match(text)
    told = order in {Order.DAY_FIRST, Order.MONTH_FIRST}
    if told or not figures or figures[1] == figures[2] or max(int(figures[1]), int(figures[2])) > 12:
        return ""
    if order is Order.MONTH_BY_HABIT:
        return f"{text} is read as month and day, as timemap has it; it may be day and month"
    return f"{text} is read as day and month; it may be month and day"


def interval_of(text: str, reference: date | datetime) -> Interval | None:
    """What words tell when they are said on that day: one date or phrase of time, whatever stands around it; else nothing.

    >>> print(interval_of("yesterday evening", date(2018, 5, 22)))
    2018-05-21 18:00 – 2018-05-22 00:00 (daypart)
    """
    from dashboard.temporal import read_moment, read_time  # noqa: PLC0415 - only dates in words pay for loading it

    try:
        return read_moment(text, reference)
    except (DateError, ValueError, OverflowError):
        found = [each.interval for each in read_time(text, reference).timexes]
    return found[0] if len(found) == 1 and found[0] and found[0].start and found[0].end else None


def bounds_of(found: Interval | None, text: str) -> Bounds:
    """An interval as bounds; what was no date says so."""
    if found is None or found.start is None or found.end is None:
        return _bad(f"{text[:80]} is no date this reads")
    return found.start, found.end, found.granularity.value, ""


def _typed(text: str) -> Bounds:
    """A full date in words: "30 June 2022", in whatever language; relative ones are told to be so."""
    if len(text) > _LONGEST:
        return _bad(f"{text[:80]}… is no date this reads")
    found = [interval_of(text, day) for day in (date(2001, 1, 2), date(2010, 6, 24))]
    return bounds_of(found[0], text) if str(found[0]) == str(found[1]) else _bad(RELATIVE)


def _serial(text: str) -> Bounds:
    """The day of Excel's number: days since the end of 1899."""
    start = datetime(1899, 12, 30) + timedelta(days=int(float(text)))
    return start, start + timedelta(days=1), G.DAY.value, ""


def _with_clock(day: str, clock: str, order: Order) -> Bounds:
    start, _, _, wrong = _read(day, order)
    hour, minute = map(int, clock.split(":")[:2])
    if wrong or start is None or hour > 23 or minute > 59:
        return _bad(wrong or f"{clock} is no time of day")
    return (
        start.replace(hour=hour, minute=minute),
        start.replace(hour=hour, minute=minute) + timedelta(minutes=1),
        G.MINUTE.value,
        "",
    )


def _year(year: int) -> Bounds:
    if not _FIRST.year <= year < _LAST.year:
        return _bad(f"{year}{_BEYOND}")
    return datetime(year, 1, 1), datetime(year + 1, 1, 1), G.YEAR.value, ""


def _month(year: int, month: int, text: str) -> Bounds:
    if not 1 <= month <= 12 or not _FIRST.year <= year < _LAST.year:
        return _bad(f"{text} is no month")
    after = datetime(year + month // 12, month % 12 + 1, 1)
    return datetime(year, month, 1), after, G.MONTH.value, ""


def _day(year: int, month: int, day: int, text: str) -> Bounds:
    if not _FIRST.year <= year < _LAST.year:
        return _bad(f"{text}{_BEYOND}")
    try:
        start = datetime(year, month, day)
        return start, start + timedelta(days=1), G.DAY.value, ""
    except (ValueError, OverflowError):
        return _bad(f"{text} is no day of any calendar")


def _bad(why: str) -> Bounds:
    return None, None, G.UNKNOWN.value, why
