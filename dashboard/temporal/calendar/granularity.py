"""How fine a reading is: never finer than the words."""

from enum import StrEnum


class Granularity(StrEnum):
    """From fine to coarse; the order of the members is the order of coarseness."""

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

    @property
    def rank(self) -> int:
        """0 for the finest.

        >>> Granularity.DAYPART.rank < Granularity.MONTH.rank
        True
        """
        return _RANKS[self]

    def coarser(self, other: "Granularity") -> "Granularity":
        """The coarser of two."""
        return max(self, other, key=lambda each: each.rank)


_RANKS = {each: rank for rank, each in enumerate(Granularity)}
