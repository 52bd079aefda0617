"""How long after an event it was told of, in words: from the soonest to the latest that the bounds of both allow."""

from dashboard.table.epochs import DAY, HOUR, MISSING
from dashboard.wording.say import say, so_many, to_say

_TWO_DAYS = 2 * DAY
UNKNOWN = to_say("nobody knows when")


def delay(soonest: int, latest: int) -> str:
    """Two distances in microseconds as one in words, hours below two days.

    >>> delay(3 * HOUR, 9 * HOUR), delay(DAY, 3 * DAY), delay(-5 * HOUR, 20 * HOUR), delay(-DAY, 0)
    ('3 to 9 hours after it', '1 to 3 days after it', 'within 20 hours', 'before it')
    """
    if MISSING in (soonest, latest):
        return say(UNKNOWN)
    if latest <= 0:
        return say("before it")
    is_fine = latest < _TWO_DAYS
    unit = HOUR if is_fine else DAY
    low, high = max(soonest, 0) // unit, -(-latest // unit)
    return _in_hours(low, high) if is_fine else _in_days(low, high)


def _in_hours(low: int, high: int) -> str:
    if low == 0:
        return so_many("within {count} hour", "within {count} hours", high)
    if low == high:
        return so_many("{count} hour after it", "{count} hours after it", low)
    return so_many("{low} to {count} hour after it", "{low} to {count} hours after it", high, low=low)


def _in_days(low: int, high: int) -> str:
    if low == 0:
        return so_many("within {count} day", "within {count} days", high)
    if low == high:
        return so_many("{count} day after it", "{count} days after it", low)
    return so_many("{low} to {count} day after it", "{low} to {count} days after it", high, low=low)
