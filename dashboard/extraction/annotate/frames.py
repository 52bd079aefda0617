"""Whose clock counts in a clause, up to which moment it can be speaking, and which time phrases date something."""

from bisect import bisect_left
from datetime import datetime

from dashboard.temporal import Bearing, Frame, Interval, TimeReading, Timex
from dashboard.text import Span

_USELESS = (Bearing.COMPARISON, Bearing.REPORTING)


def frame_at(time: TimeReading, at: int) -> Frame:
    """The innermost frame that holds the character."""
    holding = [frame for frame in time.frames if frame.span.start <= at < max(frame.span.end, 1)]
    return holding[-1] if holding else time.frames[0]


def latest_of(time: TimeReading, frame: Frame) -> datetime | None:
    """The latest moment the frame can be speaking, None when its day is not known."""
    if frame.day is None:
        return None
    if time.latest is not None and frame.day == time.frames[0].day:
        return time.latest
    return Interval.of_day(frame.day).end


def times_in(time: TimeReading, span: Span) -> tuple[Timex, ...]:
    """The time phrases that date something, or would if there were such a day."""
    first, end = (
        bisect_left(time.timexes, at, key=lambda timex: timex.span.start) for at in (span.start, span.end)
    )
    return tuple(each for each in time.timexes[first:end] if span.covers(each.span) and _dates(each))


def _dates(timex: Timex) -> bool:
    dated = timex.interval is not None or timex.offset or timex.fault
    return bool(dated) and timex.bearing not in _USELESS and not timex.value.endswith("_REF")
