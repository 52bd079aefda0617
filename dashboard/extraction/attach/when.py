"""When a clause's event was: its own time phrase, or the one it takes over, and from where.

Monitor prose says the time once and goes on. A clause that elaborates gives its time back to the clause it
elaborates; one that happens beside or after another takes that one's time; what is told in the present
tense, with no time at all, is of the report's day.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dashboard.extraction.annotate.clauses import FARTHEST, Clause, Link
from dashboard.temporal import Bearing, Frame, Granularity, Interval, TimeReading, Timex

_COUNTS = (
    "day of a count",
    "so-manieth <unit> in a row",
)  # "for the third day running" beside a day that is named
_A_DAY = timedelta(days=1)
_USELESS = (Bearing.COMPARISON, Bearing.REPORTING)
_BORROWS_BACK = (Link.ELABORATES, Link.CONCURRENT, Link.FOLLOWS, Link.REPORTED, Link.COUNTED, Link.JOINED)
_GENITIVE = len(
    "’s "
)  # between a time and a trigger that it belongs to: "last night’s strikes", "the Sunday raid"
_NOTHING_ELSE = 2  # characters beside a time that is a clause by itself: "Saturday, 23:15."
STATES = frozenset({"ceasefire", "siege"})  # what goes on by itself once begun


@dataclass(frozen=True, slots=True)
class When:
    """An event's time as one mention tells it, wall-clock; ``told`` says where the words stand.

    ``told``: own, elaborated (the next clause), taken over (an earlier clause), report (no time words).
    """

    start: datetime | None
    end: datetime | None
    core_start: datetime | None
    core_end: datetime | None
    ongoing: bool
    granularity: Granularity
    timex: Timex | None
    frame: Frame
    told: str
    notes: tuple[str, ...] = ()

    @property
    def placed(self) -> bool:
        """Whether it is on the calendar at all."""
        return self.start is not None or self.end is not None


def frame_at(reading: TimeReading, at: int) -> Frame:
    """The innermost frame that holds the character."""
    holding = [frame for frame in reading.frames if frame.span.start <= at < max(frame.span.end, 1)]
    return holding[-1] if holding else reading.frames[0]


def latest_of(reading: TimeReading, frame: Frame) -> datetime | None:
    """The latest moment the frame can be speaking, None when its day is not known."""
    if frame.day is None:
        return None
    outer = reading.frames[0]
    if reading.latest is not None and frame.day == outer.day:
        return reading.latest
    return Interval.of_day(frame.day).end


def timed(
    clauses: Sequence[Clause],
    number: int,
    reading: TimeReading,
    coded: Sequence[object],
    *,
    at: int,
    ongoing: bool,
    state: bool,
    again: bool = False,
) -> When:
    """The time of clause ``number``, whose trigger is ``at`` a character; ``coded``: which clauses have an event.

    ``again``: it speaks of an event told before ("the assault"), and with no time of its own takes that one's.
    """
    clause = clauses[number]
    frame = frame_at(reading, clause.span.start)
    own = _best(usable(reading, clause), at)
    if own:
        placed = _placed(own, frame, reading, "own", ongoing=ongoing, state=state)
        return _lasting(placed, _told_before(clauses, number, reading, coded))
    given = _elaborated(clauses, number, reading, coded)
    if given:
        return _placed(given, frame, reading, "elaborated", ongoing=ongoing, state=state)
    taken = None if ongoing and clause.link is not Link.REPORTED else _taken_over(clauses, number, reading)
    if taken is None and again and not ongoing:
        taken = _told_before(clauses, number, reading, coded)
    if taken is None and not ongoing:
        taken = _gone_on_from(clauses, number, reading)
    if taken:
        return _placed(taken, frame, reading, "taken over", ongoing=ongoing, state=False)
    return _of_the_report(frame, reading, ongoing=ongoing)


def usable(reading: TimeReading, clause: Clause) -> list[Timex]:
    """The clause's time phrases that date something, or would if there were such a day."""
    first, end = (
        bisect_left(reading.timexes, at, key=lambda timex: timex.span.start)
        for at in (clause.span.start, clause.span.end)
    )
    return [
        timex
        for timex in reading.timexes[first:end]
        if clause.span.covers(timex.span)
        and timex.bearing not in _USELESS
        and (timex.interval is not None or timex.offset or timex.fault)
        and not timex.value.endswith("_REF")
    ]


def _best(timexes: list[Timex], at: int = -1) -> Timex | None:
    """A date that exists; a point or a start rather than a length; then the finest; then the trigger's own; then the first."""
    return min(
        timexes,
        key=lambda timex: (
            timex.fault != "",
            timex.type == "DURATION",
            timex.rule in _COUNTS,
            timex.granularity.rank,
            not 0 <= at - timex.span.end <= _GENITIVE,
            timex.span.start,
        ),
        default=None,
    )


def _elaborated(
    clauses: Sequence[Clause], number: int, reading: TimeReading, coded: Sequence[object]
) -> Timex | None:
    """The time of the next clause, if it only tells more of this one."""
    following = number + 1
    if following >= len(clauses) or clauses[following].link is not Link.ELABORATES or coded[following]:
        return None
    same = clauses[following].sentence == clauses[number].sentence
    return _best(usable(reading, clauses[following])) if same else None


def _taken_over(clauses: Sequence[Clause], number: int, reading: TimeReading) -> Timex | None:
    """The time of the nearest clause before that this one hangs on, within the sentence and the frame."""
    at = number
    frame = frame_at(reading, clauses[number].span.start)
    told = clauses[number].link is Link.REPORTED
    for before in range(number - 1, max(-1, number - FARTHEST), -1):
        if clauses[at].link not in _BORROWS_BACK or clauses[before].sentence != clauses[number].sentence:
            return None
        at = before
        if clauses[number].link is Link.COUNTED and clauses[at].link is Link.COUNTED:
            continue  # another item of the list: its time is its own
        found = _best(usable(reading, clauses[at]))
        if found is None and told and clauses[at].link is Link.JOINED:
            return None  # who says it is named in a clause of its own, and so is when
        if found:
            same = frame_at(reading, clauses[at].span.start).number == frame.number
            return found if same or (told and at == number - 1) else None
    return None


def _told_before(
    clauses: Sequence[Clause], number: int, reading: TimeReading, coded: Sequence[object]
) -> Timex | None:
    """The time of the event told last before this clause in its paragraph and frame."""
    clause = clauses[number]
    frame = frame_at(reading, clause.span.start).number
    for before in range(number - 1, max(-1, number - FARTHEST), -1):
        if clauses[before].paragraph != clause.paragraph:
            return None
        told = usable(reading, clauses[before]) if coded[before] else []
        found = _best([timex for timex in told if timex.bearing is not Bearing.UNTIL])
        if found:
            return found if frame_at(reading, found.span.start).number == frame else None
    return None


def _lasting(when: When, before: Timex | None) -> When:
    """What lasted until noon began with what was told just before, if that was within a day."""
    until = when.timex is not None and when.timex.bearing is Bearing.UNTIL
    if not until or before is None or before.start is None or when.end is None:
        return when
    return replace(when, start=before.start) if timedelta() < when.end - before.start <= _A_DAY else when


def _gone_on_from(clauses: Sequence[Clause], number: int, reading: TimeReading) -> Timex | None:
    """The time last told in the paragraph: what is told after it, without a time, is more of the same day."""
    frame = frame_at(reading, clauses[number].span.start)
    for before in range(number - 1, max(-1, number - FARTHEST), -1):
        if clauses[before].paragraph != clauses[number].paragraph:
            return None
        found = _best(usable(reading, clauses[before]))
        if found:
            same = frame_at(reading, found.span.start).number == frame.number
            alone = clauses[before].span.end - clauses[before].span.start <= len(found.text) + _NOTHING_ELSE
            told = found if alone else _its_day(found)
            return told if same and found.bearing is Bearing.AT else None
    return None


def _its_day(timex: Timex) -> Timex:
    """The day of a clock time: what is told next need not be of the same minute."""
    if timex.interval is None or timex.start is None or timex.granularity.rank > Granularity.HOUR.rank:
        return timex
    return replace(timex, interval=Interval.of_day(timex.start.date()))


def _placed(
    timex: Timex, frame: Frame, reading: TimeReading, told: str, *, ongoing: bool, state: bool
) -> When:
    faults = (f"“{timex.text}”: {timex.fault}",) if timex.fault else ()
    notes = (*(faults or timex.notes), *(f"{other.why}: {other.interval}" for other in timex.others))
    bare = When(
        timex.start,
        timex.end,
        None,
        None,
        ongoing,
        timex.granularity,
        timex,
        frame,
        told,
        tuple(dict.fromkeys(notes)),
    )
    if timex.interval is None:
        return bare
    if timex.bearing is Bearing.SINCE or (state and ongoing and timex.type != "DURATION"):
        return _begun(bare, timex.interval, latest_of(reading, frame), state=state)
    if timex.bearing is Bearing.UNTIL:
        return replace(
            bare,
            start=None if frame.day is None else _least(timex.interval.start, frame),
            end=timex.interval.end,
        )
    if timex.interval.granularity in (Granularity.MINUTE, Granularity.HOUR) and timex.start and timex.end:
        return replace(bare, core_start=timex.start, core_end=timex.end)
    return bare


def _least(start: datetime | None, frame: Frame) -> datetime | None:
    day = Interval.of_day(frame.day).start if frame.day else None
    return min(each for each in (start, day) if each) if start or day else None


def _begun(when: When, interval: Interval, latest: datetime | None, *, state: bool) -> When:
    """From somewhere in the interval until the speaker's moment; a state holds in between."""
    end = latest if latest and interval.start and latest > interval.start else interval.end
    sure = state and interval.end is not None and end is not None and interval.end < end
    return replace(
        when,
        start=interval.start,
        end=end,
        core_start=interval.end if sure else None,
        core_end=end if sure else None,
        ongoing=state or when.ongoing,
    )


def _of_the_report(frame: Frame, reading: TimeReading, *, ongoing: bool) -> When:
    """No time words: the report's day, up to the moment it can be speaking."""
    if frame.day is None:
        offset = ("publication day: no time is told",)
        return When(None, None, None, None, ongoing, Granularity.UNKNOWN, None, frame, "report", offset)
    whole = Interval.of_day(frame.day)
    end = latest_of(reading, frame)
    note = ("no time is told: the report's own day",)
    return When(whole.start, end, None, None, ongoing, Granularity.DAY, None, frame, "report", note)
