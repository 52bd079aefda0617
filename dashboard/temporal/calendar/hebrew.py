"""The Hebrew calendar, by its own arithmetic: every feast lies a set number of days from Rosh Hashanah.

After Dershowitz and Reingold, "Calendrical Calculations": the mean new moon in parts of an hour, and four rules that put the
new year off. From Adar to Elul the months are of fixed lengths, so that Purim is 193 days before the new year that follows.
"""

from datetime import date, timedelta

_EPOCH = -1373427  # day number of the first new year, as ``date.toordinal`` counts
_ANNO_MUNDI = 3761  # years between the count of the new year in our year and ours
_LONG_CHESHVAN = (355, 385)
_CHESHVAN_ENDS = 59  # days after the new year
_SATURDAY = 5


def hebrew_day(year: int, days: int) -> date:
    """The day so many days after (or, below zero, before) the Rosh Hashanah of a year of ours; Cheshvan counts 29.

    >>> hebrew_day(2023, 0), hebrew_day(1973, 9), hebrew_day(2002, -163)
    (datetime.date(2023, 9, 16), datetime.date(1973, 10, 6), datetime.date(2002, 3, 28))
    """
    hebrew = year + _ANNO_MUNDI
    first, following = (_new_year(each) for each in (hebrew, hebrew + 1))
    longer = days > _CHESHVAN_ENDS - 1 and following - first in _LONG_CHESHVAN
    return date.fromordinal(first) + timedelta(days=days + longer)


def hebrew_fast(year: int, days: int) -> date:
    """The same for a fast, which is kept on Sunday where it falls on a Saturday.

    >>> hebrew_fast(2022, -51), hebrew_fast(2023, -51)
    (datetime.date(2022, 8, 7), datetime.date(2023, 7, 27))
    """
    day = hebrew_day(year, days)
    return day + timedelta(days=day.weekday() == _SATURDAY)


def _new_year(hebrew: int) -> int:
    before, this, after = (_elapsed(hebrew + step) for step in (-1, 0, 1))
    if after - this == 356:
        return _EPOCH + this + 2
    return _EPOCH + this + (this - before == 382)


def _elapsed(hebrew: int) -> int:
    """Days from the epoch to the mean new moon of a new year, put off from Sunday, Wednesday and Friday."""
    months = (235 * hebrew - 234) // 19
    parts = 12084 + 13753 * months
    days = 29 * months + parts // 25920
    return days + ((3 * (days + 1)) % 7 < 3)
