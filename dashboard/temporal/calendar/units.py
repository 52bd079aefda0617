"""Units of the calendar, by their letters in TIMEX3; a T marks what is smaller than a day."""

from enum import StrEnum


class Unit(StrEnum):
    """What time is counted in."""

    SECOND = "TS"
    MINUTE = "TM"
    HOUR = "TH"
    DAY = "D"
    WEEK = "W"
    FORTNIGHT = "2W"
    WEEKEND = "WE"
    MONTH = "M"
    QUARTER = "Q"
    YEAR = "Y"
    DECADE = "10Y"
    CENTURY = "100Y"
