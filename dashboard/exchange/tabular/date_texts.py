"""The date of each row of somebody's table as one text, out of the columns that tell it."""

import re

import pandas as pd

from dashboard.exchange.tabular.cells import by_unique
from dashboard.exchange.tabular.columns import Columns
from dashboard.exchange.tabular.words import without_point

_CLOCK = r"^\d{1,2}:\d\d(?::\d\d)?$"
_HOURS = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*(?P<h>[hH])\s*|[:.])?(?P<minute>\d\d)?\s*(?P<half>[aApP]\.?\s?[mM]\.?)?"
)


def date_texts(by_role: Columns, which: str) -> pd.Series:
    """The date of each row as one text: its column with its clock, or year, month and day put together."""
    day = _days(by_role, which)
    clock = by_unique(by_role[f"{which}time"], _clock, "str")
    padded = clock.where(clock.str.len() != 4, "0" + clock)
    is_clock = clock.str.match(_CLOCK) & (day != "")
    worded = (clock != "") & ~is_clock & (day != "") & ~clock.str.contains(r"^[\d:. ]*$|\d{4}", regex=True)
    return day.where(~is_clock, day + " " + padded).where(~worded, day + " " + clock)


def time_words(by_role: Columns) -> pd.Series:
    """The words of the time, as they stand."""
    told_words = by_role["display"].where(by_role["display"] != "", _as_told(by_role, ""))
    last = _as_told(by_role, "end_")
    return told_words.where((last == "") | (by_role["display"] != ""), told_words + " – " + last)


def _days(by_role: Columns, which: str) -> pd.Series:
    """The date of each row without its clock."""
    if not which and "year" in by_role.mapping and "date" not in by_role.mapping:
        return _composed(by_role, "")
    if which and "end_year" in by_role.mapping:
        return _composed(by_role, "end_")
    return by_role["end" if which else "date"]


def _as_told(by_role: Columns, which: str) -> pd.Series:
    """The date of each row and its clock, in the words that stand there."""
    day, clock = _days(by_role, which), by_role[f"{which}time"]
    return day.where((day == "") | (clock == ""), day + " " + clock)


def _clock(told: str) -> str:
    """A time of day as people write it in a column, with a colon; other words as they are.

    >>> [_clock(each) for each in ("9h", "14h30", "2 pm", "12:05 a.m.", "night")]
    ['09:00', '14:30', '14:00', '00:05', 'night']
    """
    found = _HOURS.fullmatch(told.strip())
    if found is None or not (found["h"] or found["half"]):
        return told
    hour, half = int(found["hour"]), (found["half"] or "").casefold()[:1]
    if half and not 1 <= hour <= 12:
        return told
    return f"{hour % 12 + 12 * (half == 'p') if half else hour:02}:{found['minute'] or '00'}"


def _composed(by_role: Columns, which: str) -> pd.Series:
    """Year, month and day of three columns, as far as they are told."""
    year, month, day = (
        by_unique(by_role[f"{which}{part}"], without_point, "str") for part in ("year", "month", "day")
    )
    with_month = year.where(month == "", year + "-" + month.str.zfill(2))
    return with_month.where((day == "") | (month == ""), with_month + "-" + day.str.zfill(2))
