"""Whose clock counts in a clause, up to which moment it can be speaking, and which time phrases date something."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dashboard.temporal import Bearing, Frame, Granularity, Interval, TimeReading, Timex
from dashboard.text import Span

_LEAD = 70  # characters: a clause may open with the clock or the day that its frame counts from, and a place before it: "(09:00) A mine", "El Tambo, Cauca, 12 October – Gunmen"
_CLOSING = 3  # characters behind a stamp: "] ", " – "
_OPENS = 8  # characters: a distance from another act dates the clause that it opens, "some ten days after troops took the town"
_COMES = 14  # "This happened ten days after troops took the town"
_HOURS, _A_DAY = (Granularity.HOUR, Granularity.MINUTE), timedelta(days=1)
_ON = ("<length> later", "<length> earlier")  # the rules of time that count from what was told
_USELESS = (Bearing.COMPARISON, Bearing.DENIED, Bearing.INQUIRY, Bearing.REPORTING)


@dataclass(frozen=True, slots=True)
class ClauseTime:
    """The innermost frame; the latest moment it can be speaking, None when its day is not known; what dates something."""

    frame: Frame
    latest: datetime | None
    times: tuple[Timex, ...]


def clock_of(time: TimeReading, span: Span) -> ClauseTime:
    """The clock of the clause with these characters."""
    begins = min(span.start + max(_LEAD, _stamp(time, span)), span.end - 1)
    holding = [
        frame
        for frame in time.frames
        if frame.span.start <= (begins if frame.datelined else span.start) < max(frame.span.end, 1)
    ]
    frame = holding[-1] if holding else time.frames[0]
    first, end = (
        bisect_left(time.timexes, at, key=lambda timex: timex.span.start) for at in (span.start, span.end)
    )
    inside = [
        _vaguely(each, time.timexes[number - 1] if number else None)
        for number, each in enumerate(time.timexes[first:end], first)
        if span.covers(each.span) and _dates(each)
    ]
    times = tuple(
        each
        for each in inside
        if each.bearing is not Bearing.APART
        or each.span.start <= span.start + (_COMES if each is time.timexes[first] else _OPENS)
    )
    return ClauseTime(frame, _latest(time, frame), times)


def _stamp(time: TimeReading, span: Span) -> int:
    """How many characters a stamp at the clause's head takes: "[13.09.2025 08:05] A drone hit a car"."""
    first = bisect_left(time.timexes, span.start, key=lambda timex: timex.span.start)
    head = time.timexes[first] if first < len(time.timexes) else None
    stamps = head and head.bearing is Bearing.REPORTING and head.span.start <= span.start + _OPENS
    return head.span.end - span.start + _CLOSING if head and stamps else 0


def _latest(time: TimeReading, frame: Frame) -> datetime | None:
    if frame.day is None:
        return None
    if frame.latest is not None:
        return frame.latest
    same = time.latest is not None and frame.day == time.frames[0].day
    return time.latest if same else Interval.of_day(frame.day).end


def _dates(timex: Timex) -> bool:
    """Whether a time phrase dates something, or would if there were such a day."""
    dated = timex.interval is not None or timex.offset or timex.fault
    return (
        bool(dated)
        and timex.bearing not in _USELESS
        and (_is_hours_on(timex) or not timex.value.endswith("_REF"))
    )


def _is_hours_on(timex: Timex) -> bool:
    """Whether it leads some hours on or back from an hour that was told, nobody says how many: "Hours later", "minutes earlier"."""
    start, end = timex.start, timex.end
    if start is None or end is None or not timex.value.endswith("_REF"):
        return False
    return timex.rule in _ON and timex.granularity in _HOURS and end - start <= _A_DAY


def _vaguely(timex: Timex, before: Timex | None) -> Timex:
    """The time phrase; some hours that nobody counted are a part of a day, and were not filled by the act, or of the day told before."""
    if timex.interval is None or not _is_hours_on(timex):
        return timex
    if before is not None and before.interval is not None and before.granularity is Granularity.DAY:
        return replace(timex, interval=before.interval)
    return replace(timex, interval=replace(timex.interval, granularity=Granularity.DAYPART))


def apart_in(time: TimeReading) -> tuple[int, ...]:
    """Where lengths begin that date another act than the one beside them: "on Monday, ten days after troops took the town"."""
    return tuple(each.span.start for each in time.timexes if each.bearing is Bearing.APART)
