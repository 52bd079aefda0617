"""Which of two rows that tell of one event is the later: coders publish a row again when they have mended it."""

from dashboard.exchange.tabular.acled import KIND
from dashboard.exchange.tabular.kept_rows import originals


def is_outdated(now: str, before: str) -> bool:
    """Whether a row was stamped before the one that is there, both as ``extra`` keeps them; False where either is not stamped.

    >>> stamped = '{{"acled":{{"event_id_cnty":"SYR1","timestamp":"{}"}}}}'.format
    >>> is_outdated(stamped(1700000000), before=stamped(1800000000))
    True
    >>> is_outdated('{"table":{"id":"1"}}', before=stamped(1800000000))
    False
    """
    mine, theirs = _stamp(now), _stamp(before)
    return mine is not None and theirs is not None and mine < theirs


def stays(_now: str, _before: str) -> bool:
    """Our own tables tell what was shown, edits and all: they take the place of nothing that is there."""
    return True


def _stamp(extra: str) -> float | None:
    """Seconds since 1970, as ACLED stamps its rows."""
    row = next(originals([extra], KIND), None)
    try:
        return float((row or {}).get("timestamp") or "")
    except ValueError:
        return None
