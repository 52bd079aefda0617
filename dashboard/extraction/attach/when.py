"""When a clause's event was: its own time phrase, or the one it takes over, and from where.

Monitor prose says the time once and goes on. A clause that elaborates gives its time back to the clause it
elaborates; one that happens beside or after another takes that one's time; what is stated in the present
tense, with no time at all, is of the report's day.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.attach.coded import NO_WORDS, Coded, TimeBasis, best, event_before
from dashboard.extraction.attach.day_lists import days_together
from dashboard.extraction.attach.hours_told import on_day_of_act, on_day_of_headline, on_days_of_telling
from dashboard.extraction.attach.labels import day_of_incident, labels
from dashboard.extraction.attach.own_times import behind_cause, own_times, since_it_began, with_times_before
from dashboard.extraction.attach.time_sources import SOURCES, SOURCES_OF_WHAT_GOES_ON
from dashboard.temporal import Bearing, Frame, Granularity, Interval, Timex
from dashboard.temporal.calendar.interval import midnight
from dashboard.temporal.calendar.timex_types import TimexType

_A_DAY, _AN_INSTANT = timedelta(days=1), timedelta(microseconds=1)
_TOLD_DAYS = timedelta(days=2)
_ANNOUNCED = timedelta(days=31)


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
    headed = dict(labels(annotations))
    told = {at: day for at, day in _days_of_telling(annotations, _TOLD_DAYS) if at not in headed}
    announced = {at: day for at, day in _days_of_telling(annotations, _ANNOUNCED) if at not in headed}
    reporting = frozenset(
        each.start.date()
        for each in annotations.time.timexes
        if each.bearing is Bearing.REPORTING and each.start and each.granularity is Granularity.DAY
    )
    clauses = on_day_of_act(on_day_of_headline(on_days_of_telling(annotations.clauses, told)), reporting)
    clauses = tuple(since_it_began(behind_cause(each)) for each in with_times_before(clauses))
    evidence, incident = annotations.evidence, day_of_incident(annotations)
    plain = Coded.of(clauses, told=told, labels=headed, announced=announced, incident=incident)
    full = Coded.of(clauses, evidence, told, headed, announced, incident) if evidence else plain
    return {
        number: _times(plain, full, number, clause)
        for number, clause in enumerate(clauses)
        if clause.coding is not None
    }


def _days_of_telling(annotations: Annotations, reach: timedelta) -> Iterator[tuple[int, Timex]]:
    """By sentence the day on which it was told, where that was so little before the report's: "police said on Monday"."""
    clauses = annotations.clauses
    for timex in annotations.time.timexes:
        if timex.bearing is not Bearing.REPORTING or timex.granularity.rank > Granularity.DAY.rank:
            continue
        at = bisect_right(clauses, timex.span.start, key=lambda clause: clause.span.start) - 1
        day = clauses[max(at, 0)].frame.day if clauses else None
        if timex.interval and timex.start and day and timedelta() < day - timex.start.date() <= reach:
            whole = replace(timex, bearing=Bearing.AT, interval=Interval.of_day(timex.start.date()))
            yield clauses[max(at, 0)].sentence, whole


def _times(plain: Coded, full: Coded, number: int, clause: AnnotatedClause) -> Times:
    """What goes on is of now; what is only evidence of another event hands no time on."""
    as_told = _time(plain, number)
    if not (clause.is_ongoing or clause.is_state or full is not plain):
        return Times(as_told, as_told)
    return Times(as_told, _time(full, number, ongoing=clause.is_ongoing, state=clause.is_state))


def _time(coded: Coded, number: int, *, ongoing: bool = False, state: bool = False) -> When:
    """Its own time, else for an item of a list the time of the clause that says its kind."""
    source = coded.clauses[number].kind_from
    when = _timed(coded, number, ongoing=ongoing, state=state)
    if when.basis is TimeBasis.OWN or source is None:
        return when
    given = _timed(coded, source, ongoing=ongoing, state=state)
    if when.basis is TimeBasis.TAKEN_OVER and given.basis in NO_WORDS:
        return when  # "Bombs still endanger people. On Wednesday, one went off"
    basis = given.basis if given.basis in NO_WORDS else TimeBasis.TAKEN_OVER
    return replace(given, basis=basis)


def _timed(coded: Coded, number: int, *, ongoing: bool, state: bool) -> When:
    """The time of a clause: its own, else that of the first source that has one, else the report's day."""
    clause = coded.clauses[number]
    own = days_together(clause, best(own_times(clause), clause.trigger))
    if clause.form and (given := clause.form.time_beside(own)):
        return _placed(given, clause, TimeBasis.FORM, ongoing=ongoing, state=state)
    if own and not _says_less_than_its_entry(own, clause):
        placed = _placed(own, clause, TimeBasis.OWN, ongoing=ongoing, state=state)
        return _lasting(placed, event_before(coded, number))
    for basis, find in SOURCES_OF_WHAT_GOES_ON if ongoing else SOURCES:
        found = find(coded, number)
        if found:
            lasts = state and basis is TimeBasis.ELABORATED
            return _placed(found, clause, basis, ongoing=ongoing, state=lasts)
    return _of_the_report(clause, ongoing=ongoing)


def _says_less_than_its_entry(own: Timex, clause: AnnotatedClause) -> bool:
    """Whether its own words lead to no day, and the entry that it stands in has one: "May 7: Four days before the vote a bomb …"."""
    return own.interval is None and not own.fault and clause.frame.datelined and clause.frame.day is not None


def _lasting(when: When, before: Timex | None) -> When:
    """What lasted until noon began with what came just before, if that was within a day."""
    until = when.timex is not None and when.timex.bearing is Bearing.UNTIL
    if not until or before is None or before.start is None or when.end is None:
        return when
    return replace(when, start=before.start) if timedelta() < when.end - before.start <= _A_DAY else when


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
    if timex.bearing is Bearing.BEFORE and bare.end and timex.granularity.rank < Granularity.DAY.rank:
        return replace(bare, start=midnight((bare.end - _AN_INSTANT).date()))  # "before noon": of that day
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
