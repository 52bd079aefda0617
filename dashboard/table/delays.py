"""How long after an event it was told of, in words: from the soonest to the latest that the bounds of both allow."""

from dashboard.table.epochs import MISSING

HOUR = 3_600_000_000
DAY = 24 * HOUR
_TWO_DAYS = 2 * DAY
UNKNOWN = "nobody knows when"


def delay(soonest: int, latest: int) -> str:
    """Two distances in microseconds as one in words, hours below two days.

    >>> delay(3 * HOUR, 9 * HOUR), delay(DAY, 3 * DAY), delay(-5 * HOUR, 20 * HOUR), delay(-DAY, 0)
    ('3 to 9 hours after it', '1 to 3 days after it', 'within 20 hours', 'before it')
    """
    if MISSING in (soonest, latest):
        return UNKNOWN
    if latest <= 0:
        return "before it"
    unit, name = (HOUR, "hour") if latest < _TWO_DAYS else (DAY, "day")
    low, high = max(soonest, 0) // unit, -(-latest // unit)
    if low == 0:
        return f"within {_counted(high, name)}"
    return f"{_counted(low, name)} after it" if low == high else f"{low:,} to {_counted(high, name)} after it"


def _counted(count: int, name: str) -> str:
    return f"{count:,} {name}{'' if count == 1 else 's'}"
