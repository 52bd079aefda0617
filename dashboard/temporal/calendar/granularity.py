"""How fine a reading is: never finer than the words."""

from enum import StrEnum


class Granularity(StrEnum):
    """From fine to coarse; the order of the members is the order of coarseness.

    >>> Granularity.DAYPART.rank < Granularity.MONTH.rank
    True
    """

    MINUTE = "minute"
    HOUR = "hour"
    DAYPART = "daypart"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    UNKNOWN = "unknown"

    rank: int
    """0 for the finest."""

    def __init__(self, _: str) -> None:
        self.rank = len(type(self).__members__)

    def coarser(self, other: "Granularity") -> "Granularity":
        """The coarser of two."""
        return max(self, other, key=lambda each: each.rank)
