"""When a clause's event was: its own time phrase, or the one it takes over, and from where.

Monitor prose says the time once and goes on. A clause that elaborates gives its time back to the clause it
elaborates; one that happens beside or after another takes that one's time; what is stated in the present
tense, with no time at all, is of the report's day.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self

from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.annotate.clauses import FARTHEST, Link
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.temporal import Bearing, Frame, Granularity, Interval, Timex
from dashboard.temporal.calendar.timex_types import TimexType

_COUNTS = (
    "day of a count",
    "so-manieth <unit> in a row",
)  # "for the third day running" beside a day that is named
_A_DAY = timedelta(days=1)
_BORROWS_BACK = (Link.ELABORATES, Link.CONCURRENT, Link.FOLLOWS, Link.REPORTED, Link.COUNTED, Link.JOINED)
_GENITIVE = len(
    "’s "
)  # between a time and a trigger that it belongs to: "last night’s strikes", "the Sunday raid"
_NOTHING_ELSE = 2  # characters beside a time that is a clause by itself: "Saturday, 23:15."


class TimeBasis(StrEnum):
    """How an event got its time, the surest first: its own words, the next clause, an earlier one, the first event of the report, no words at all."""

    OWN = "own"
    ELABORATED = "elaborated"
    TAKEN_OVER = "taken over"
    STORY = "story"
    REPORT = "report"


NO_WORDS = frozenset({TimeBasis.STORY, TimeBasis.REPORT})
"""No words near it tell the time: it is of the day that the report is about."""


@dataclass(frozen=True, slots=True)
class When:
    """An event's time as one mention gives it, wall-clock; ``basis`` says where the words stand.

    ``latest`` is the last moment that can be spoken of.
    """

    start: datetime | None
    end: datetime | None
    core_start: datetime | None
    core_end: datetime | None
    ongoing: bool
    granularity: Granularity
    timex: Timex | None
    frame: Frame
    basis: TimeBasis
    latest: datetime | None
    notes: tuple[str, ...] = ()

    @property
    def placed(self) -> bool:
        """Whether it is on the calendar at all."""
        return self.start is not None or self.end is not None

    @property
    def to_come(self) -> bool:
        """Whether its own words set it after the day of the report, whatever the verb: "the council meets tomorrow"."""
        if self.basis is not TimeBasis.OWN or self.latest is None or self.start is None:
            return False
        return self.start >= self.latest

    def is_apart(self, other: "When") -> bool:
        """Whether the two can't overlap; False where one of them has an open side."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        return self.end <= other.start or other.end <= self.start


@dataclass(frozen=True, slots=True)
class Times:
    """The time of a clause's event: as it would be whatever goes on in it, and as it is."""

    plain: When
    full: When


def times_of(annotations: Annotations) -> dict[int, Times]:
    """The times of all clauses with the words of an event, by their number."""
    plain = _Coded.of(annotations.clauses, frozenset())
    full = _Coded.of(annotations.clauses, annotations.evidence) if annotations.evidence else plain
    return {
        number: _times(plain, full, number, clause)
        for number, clause in enumerate(annotations.clauses)
        if clause.coding is not None
    }


def _times(plain: "_Coded", full: "_Coded", number: int, clause: AnnotatedClause) -> Times:
    """What goes on is of now; what is only evidence of another event hands no time on."""
    as_told = _time(plain, number)
    if not (clause.is_ongoing or clause.is_state or full is not plain):
        return Times(as_told, as_told)
    return Times(as_told, _time(full, number, ongoing=clause.is_ongoing, state=clause.is_state))


def _time(coded: "_Coded", number: int, *, ongoing: bool = False, state: bool = False) -> When:
    """Its own time, else for an item of a list the time of the clause that says its kind."""
    source = coded.clauses[number].kind_from
    again = _AGAIN.search(coded.clauses[number].quote) is not None
    when = _timed(coded, number, ongoing=ongoing, state=state, again=again)
    if when.basis is TimeBasis.OWN or source is None:
        return when
    given = _timed(coded, source, ongoing=ongoing, state=state)
    basis = given.basis if given.basis in NO_WORDS else TimeBasis.TAKEN_OVER
    return replace(given, basis=basis)


@dataclass(frozen=True, slots=True)
class _Coded:
    """The clauses of a report, and which of them have no event that counts though they have its words."""

    clauses: Sequence[AnnotatedClause]
    apart: Container[int]
    first_dated: int | None

    @classmethod
    def of(cls, clauses: Sequence[AnnotatedClause], apart: Container[int]) -> Self:
        """The clauses, and the first of them that dates its event to a day."""
        counted = (each for each in enumerate(clauses) if each[1].coding and each[0] not in apart)
        return cls(clauses, apart, next((number for number, clause in counted if _dated(clause)), None))

    def __getitem__(self, number: int) -> bool:
        return self.clauses[number].coding is not None and number not in self.apart


def _timed(
    coded: _Coded,
    number: int,
    *,
    ongoing: bool,
    state: bool,
    again: bool = False,
) -> When:
    """The time of clause ``number``.

    ``again``: it speaks of an event mentioned before ("the assault"), and with no time of its own takes that one's.
    """
    clauses = coded.clauses
    clause = clauses[number]
    own = _best(clause.times, clause.trigger)
    if own:
        placed = _placed(own, clause, TimeBasis.OWN, ongoing=ongoing, state=state)
        return _lasting(placed, _event_before(coded, number))
    given = _elaborated(coded, number)
    if given:
        return _placed(given, clause, TimeBasis.ELABORATED, ongoing=ongoing, state=state)
    taken = None if ongoing and clause.link is not Link.REPORTED else _taken_over(clauses, number)
    if taken is None and again and not ongoing:
        taken = _event_before(coded, number)
    if taken is None and not ongoing:
        taken = _gone_on_from(clauses, number)
    if taken:
        return _placed(taken, clause, TimeBasis.TAKEN_OVER, ongoing=ongoing, state=False)
    later = None if ongoing else _said_at_its_end(clauses, number)
    if later:
        return _placed(later, clause, TimeBasis.ELABORATED, ongoing=ongoing, state=False)
    dated = None if ongoing else _dated_by_reference(coded, number)
    if dated:
        return _placed(dated, clause, TimeBasis.ELABORATED, ongoing=ongoing, state=False)
    story = None if ongoing else _day_of_story(coded, number)
    if story:
        return _placed(story, clause, TimeBasis.STORY, ongoing=ongoing, state=False)
    return _of_the_report(clause, ongoing=ongoing)


def _best(timexes: Sequence[Timex], at: int = -1) -> Timex | None:
    """A date that exists; a point or a start rather than a length; then the finest; then the trigger's own; then the first."""
    return min(
        timexes,
        key=lambda timex: (
            timex.fault != "",
            timex.type == TimexType.DURATION,
            timex.rule in _COUNTS,
            timex.granularity.rank,
            not 0 <= at - timex.span.end <= _GENITIVE,
            timex.span.start,
        ),
        default=None,
    )


def _elaborated(coded: _Coded, number: int) -> Timex | None:
    """The time of the next clause, if it only says more of this one."""
    clauses, following = coded.clauses, number + 1
    if following >= len(clauses) or clauses[following].link is not Link.ELABORATES or coded[following]:
        return None
    same = clauses[following].sentence == clauses[number].sentence
    return _best(clauses[following].times) if same else None


def _said_at_its_end(clauses: Sequence[AnnotatedClause], number: int) -> Timex | None:
    """The time that the sentence names once, at its end, for acts joined by "and": "gunmen burned A and shelled B on Monday"."""
    clause = clauses[number]
    for after in range(number + 1, min(len(clauses), number + FARTHEST)):
        if clauses[after].sentence != clause.sentence or clauses[after].link is not Link.JOINED:
            return None
        found = _best([timex for timex in clauses[after].times if timex.bearing is Bearing.AT])
        if found:
            return found if found.frame_number == clause.frame.number else None
    return None


def _dated_by_reference(coded: _Coded, number: int) -> Timex | None:
    """The day that words further on give what was told here: "It happened on Saturday", "the killings, which took place on Monday"."""
    clauses = coded.clauses
    clause = clauses[number]
    for after in range(number + 1, min(len(clauses), number + FARTHEST)):
        if coded[after] or clauses[after].paragraph > clause.paragraph + 1:
            return None
        found = _dated(clauses[after])
        if found and _speaks_of_it(clauses[after], found):
            return found if found.frame_number == clause.frame.number else None
    return None


def _speaks_of_it(clause: AnnotatedClause, timex: Timex) -> bool:
    """Whether the time of a clause is that of what was told before: "they came on Monday", "Monday's strike"."""
    behind = clause.quote[timex.span.end - clause.span.start :]
    return clause.refers or bool(_HAPPENED.search(clause.quote) or _OF_THE_DAY.match(behind))


def _taken_over(clauses: Sequence[AnnotatedClause], number: int) -> Timex | None:
    """The time of the nearest clause before that this one hangs on, within the sentence and the frame."""
    at = number
    clause = clauses[number]
    reported = clause.link is Link.REPORTED
    for before in range(number - 1, max(-1, number - FARTHEST), -1):
        if clauses[at].link not in _BORROWS_BACK or clauses[before].sentence != clause.sentence:
            return None
        at = before
        if clause.link is Link.COUNTED and clauses[at].link is Link.COUNTED:
            continue  # another item of the list: its time is its own
        found = _best(clauses[at].times)
        if found is None and reported and clauses[at].link is Link.JOINED:
            return None  # who says it is named in a clause of its own, and so is when
        if found:
            same = clauses[at].frame.number == clause.frame.number
            return found if same or (reported and at == number - 1) else None
    return None


def _event_before(coded: _Coded, number: int) -> Timex | None:
    """The time of the event last mentioned before this clause in its paragraph and frame."""
    clauses = coded.clauses
    clause = clauses[number]
    for before in range(number - 1, max(-1, number - FARTHEST), -1):
        if clauses[before].paragraph != clause.paragraph:
            return None
        times = clauses[before].times if coded[before] else ()
        found = _best([timex for timex in times if timex.bearing is not Bearing.UNTIL])
        if found:
            return found if found.frame_number == clause.frame.number else None
    return None


def _lasting(when: When, before: Timex | None) -> When:
    """What lasted until noon began with what came just before, if that was within a day."""
    until = when.timex is not None and when.timex.bearing is Bearing.UNTIL
    if not until or before is None or before.start is None or when.end is None:
        return when
    return replace(when, start=before.start) if timedelta() < when.end - before.start <= _A_DAY else when


def _gone_on_from(clauses: Sequence[AnnotatedClause], number: int) -> Timex | None:
    """The time last mentioned in the paragraph: what comes after it, without a time, is more of the same day."""
    frame = clauses[number].frame
    for before in range(number - 1, max(-1, number - FARTHEST), -1):
        if clauses[before].paragraph != clauses[number].paragraph:
            return None
        found = _best(clauses[before].times)
        if found:
            same = found.frame_number == frame.number
            alone = clauses[before].span.end - clauses[before].span.start <= len(found.text) + _NOTHING_ELSE
            day = found if alone else _its_day(found)
            return day if same and found.bearing is Bearing.AT else None
    return None


def _day_of_story(coded: _Coded, number: int) -> Timex | None:
    """The day of the first event that the report dates: a story goes on telling of its day.

    Not within that paragraph, where nearer rules hold, nor out of a report that is quoted.
    """
    clause, first = coded.clauses[number], coded.first_dated
    if first is None or first >= number or clause.frame.parent is not None:
        return None
    found = _dated(coded.clauses[first])
    same = coded.clauses[first].paragraph == clause.paragraph
    return _whole_day(found) if found and not same and found.frame_number == clause.frame.number else None


def _whole_day(timex: Timex) -> Timex:
    """The day of a part of it: what else the story tells need not be of the same hours; a night stays a night."""
    if timex.start is None or timex.end is None or timex.end - timex.start > _A_DAY:
        return timex
    day = Interval.of_day(timex.start.date())
    return replace(timex, interval=day) if day.end is None or timex.end <= day.end else timex


def _dated(clause: AnnotatedClause) -> Timex | None:
    """The day, or the part of one, on which its event was."""
    found = _best([timex for timex in clause.times if timex.bearing is Bearing.AT])
    return found if found and found.granularity.rank <= Granularity.DAY.rank else None


def _its_day(timex: Timex) -> Timex:
    """The day of a clock time: what comes next need not be of the same minute."""
    if timex.interval is None or timex.start is None or timex.granularity.rank > Granularity.HOUR.rank:
        return timex
    return replace(timex, interval=Interval.of_day(timex.start.date()))


def _placed(timex: Timex, clause: AnnotatedClause, basis: TimeBasis, *, ongoing: bool, state: bool) -> When:
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
        clause.frame,
        basis,
        clause.latest,
        tuple(dict.fromkeys(notes)),
    )
    if timex.interval is None:
        return bare
    if timex.bearing is Bearing.SINCE or (state and ongoing and timex.type != TimexType.DURATION):
        return _begun(bare, timex.interval, state=state)
    if timex.bearing is Bearing.UNTIL:
        return replace(bare, start=_least(timex.interval.start, clause.frame), end=timex.interval.end)
    if timex.interval.granularity in (Granularity.MINUTE, Granularity.HOUR) and timex.start and timex.end:
        return replace(bare, core_start=timex.start, core_end=timex.end)
    return bare


def _least(start: datetime | None, frame: Frame) -> datetime | None:
    """The start, no later than the frame's day; None where that is not known."""
    if frame.day is None:
        return None
    day = Interval.of_day(frame.day).start
    return min(each for each in (start, day) if each) if start or day else None


def _begun(when: When, interval: Interval, *, state: bool) -> When:
    """From somewhere in the interval until the speaker's moment; a state holds in between."""
    latest = when.latest
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


def _of_the_report(clause: AnnotatedClause, *, ongoing: bool) -> When:
    """No time words: the report's day, up to the moment it can be speaking."""
    frame, basis = clause.frame, TimeBasis.REPORT
    if frame.day is None:
        notes = ("publication day: no time is told",)
        return When(None, None, None, None, ongoing, Granularity.UNKNOWN, None, frame, basis, None, notes)
    start, end, notes = (
        Interval.of_day(frame.day).start,
        clause.latest,
        ("no time is told: the report's own day",),
    )
    return When(start, end, None, None, ongoing, Granularity.DAY, None, frame, basis, end, notes)


_HAPPENED = re.compile(rf"\b{one_of(CLAUSES['dates-it']['words'])}\b", re.IGNORECASE)
_ACTS = one_of(CLAUSES["told-again"]["any"] + CLAUSES["told-again"]["words"])
_AGAIN = re.compile(rf"\b{one_of(CLAUSES['told-again']['the'])} {_ACTS}\b", re.IGNORECASE)
_OF_THE_DAY = re.compile(rf"['’]s\s+(?:[\w-]+\s+)?{_ACTS}\b", re.IGNORECASE)
