"""Hours told with no day, where the day on which they were told is named only further on.

"Mortars came down before dawn, killing four. … officials said Saturday", in a report of Sunday: the dawn was Saturday's.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.attach.referred_times import is_genitive
from dashboard.temporal import Bearing, Granularity, Timex

_LEAD = 3  # sentences: so far on the day of telling is looked for
_NEWS, _A_NIGHT, _EVENING = timedelta(days=3), timedelta(hours=12), 18
_TOLD_ON = "no day is told beside it: the day on which it was told"


def on_days_of_telling(
    clauses: Sequence[AnnotatedClause], told: Mapping[int, Timex]
) -> Sequence[AnnotatedClause]:
    """The clauses, those up to the first day of telling with their hours on that day, unless an act before them has a day of its own.

    ``told`` are by sentence the days before the report's own on which its words were said.
    """
    first = next(iter(told.items()), None)
    if first is None or first[1].start is None:
        return clauses
    sentence, day = first[0], first[1].start.date()
    until = bisect_right(clauses, sentence, key=lambda each: each.sentence)
    if any(clause.coding and any(map(_has_day, clause.times)) for clause in clauses[:until]):
        return clauses
    near = bisect_left(clauses, sentence - _LEAD, key=lambda each: each.sentence)
    moved = [_moved(clause, day) for clause in clauses[near:until]]
    return (*clauses[:near], *moved, *clauses[until:])


def on_day_of_act(
    clauses: Sequence[AnnotatedClause], reporting: frozenset[date]
) -> Sequence[AnnotatedClause]:
    """The clauses; hours with no day that came out on a day of telling are of the act told before: "shot on Sunday, police said on Monday. … at 2:30am".

    ``reporting`` are the days on which somebody said something. Only where the act was a few days before.
    """
    if not reporting:
        return clauses
    found, last, own = list[AnnotatedClause](), None, _own_frames(clauses)
    for clause in clauses:
        hours = _hours(clause) if clause.frame.number in own else None
        here = hours.date() if hours else None
        moves = here and last and here in reporting and timedelta() < here - last.date() <= _NEWS
        if hours and last and moves and not _follow(hours, last):
            found.append(_on(clause, last.date(), here))
            continue
        found.append(clause)
        if clause.frame.number not in own:
            last = None
        elif clause.coding and (start := next(filter(None, map(_its_start, clause.times)), None)):
            last = start
    return tuple(found)


def _own_frames(clauses: Sequence[AnnotatedClause]) -> frozenset[int]:
    """The frames of the report's own words: its one dateline is such, where it is of its day: "25 October 2022 ⏎ NIAMEY, Oct 25 - …"."""
    frames = {each.frame.number: each.frame for each in clauses}.values()
    plain = [each for each in frames if each.parent is None and not each.datelined]
    lines = [each for each in frames if each.datelined]
    one = len(lines) == 1 and any(each.day == lines[0].day for each in plain)
    return frozenset(each.number for each in (*plain, *(lines if one else ())))


def _hours(clause: AnnotatedClause) -> datetime | None:
    """When its hours came out to begin, where it tells hours alone."""
    alone = not any(map(_has_day, clause.times))
    hours = (each.interval for each in clause.times if alone and each.dayless)
    return next((each.start for each in hours if each and each.start), None)


def _its_start(timex: Timex) -> datetime | None:
    """The start of what it names for an act, of a day or less."""
    fine = timex.granularity.rank <= Granularity.DAY.rank and timex.bearing is Bearing.AT
    return timex.start if fine and _has_day(timex) else None


def _follow(hours: datetime, act: datetime) -> bool:
    """Whether they are the small hours behind the evening of an act: "late on Monday … around 2 a.m."."""
    return act.hour >= _EVENING and hours - act <= _A_NIGHT


def on_day_of_headline(clauses: Sequence[AnnotatedClause]) -> Sequence[AnnotatedClause]:
    """The clauses, those up to the first day told below a headline with their hours on the day of its act: "after Saturday's shootings"."""
    heads = ((each, timex) for each in clauses if each.heading for timex in each.times)
    told = next((timex for head, timex in heads if is_genitive(head, timex) and _has_day(timex)), None)
    if told is None or told.start is None or told.granularity.rank > Granularity.DAY.rank:
        return clauses
    body = (at for at, each in enumerate(clauses) if not each.heading)
    first = next(body, len(clauses))
    until = next(
        (at for at in range(first, len(clauses)) if any(map(_has_day, clauses[at].times))), len(clauses)
    )
    return (
        *clauses[:first],
        *(_on(each, told.start.date()) for each in clauses[first:until]),
        *clauses[until:],
    )


def _moved(clause: AnnotatedClause, day: date) -> AnnotatedClause:
    """The clause with its hours on that day, where they are of the report's own."""
    return clause if clause.frame.parent is not None else _on(clause, day)


def _on(clause: AnnotatedClause, day: date, here: date | None = None) -> AnnotatedClause:
    """The clause with its hours on that day, where they are of another: of the report's own, if none is told."""
    here = here or clause.frame.day
    if here is None or not any(_is_of(each, here) for each in clause.times):
        return clause
    times = (_earlier(each, here - day) if _is_of(each, here) else each for each in clause.times)
    return replace(clause, times=tuple(times))


def _has_day(timex: Timex) -> bool:
    return not timex.dayless and timex.interval is not None


def _is_of(timex: Timex, day: date) -> bool:
    start = timex.interval.start if timex.interval else None
    return timex.dayless and start is not None and start.date() == day


def _earlier(timex: Timex, step: timedelta) -> Timex:
    """The time so much earlier, with the reason."""
    interval = timex.interval
    if interval is None or interval.start is None or interval.end is None:
        return timex
    moved = replace(interval, start=interval.start - step, end=interval.end - step)
    sun = timex.sun.earlier(step) if timex.sun else None
    return replace(timex, interval=moved, sun=sun, notes=(*timex.notes, _TOLD_ON))
