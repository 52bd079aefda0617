"""Whose clock counts at a character, and up to which moment it can be speaking."""

from datetime import datetime

from dashboard.temporal import Frame, Interval, TimeReading


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
