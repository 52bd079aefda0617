"""Days that a report sets right itself: "CORRECTION: the convoy was fired upon on Sunday, not Monday".

A live blog says further on, or above where the newest stands first, that an act was on another day. The act told
with the day that was wrong is put on the right one, with the reason, and the correction is no event by itself.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.annotations import Annotations
from dashboard.extraction.attach.coded import best
from dashboard.extraction.lexicon import CLAUSES, any_of, worded
from dashboard.extraction.model import Unread, UnreadReason
from dashboard.temporal import Bearing, Granularity, Timex

_MOST = 20  # corrections: so that a text full of them stays in straight-line time
_EARLIER = worded(CLAUSES["corrections"]["earlier"])
_IT_WAS = any_of(CLAUSES["corrections"]["it_was"])


@dataclass(frozen=True, slots=True)
class Correction:
    """The sentence that sets a day right, the day it names as wrong, and the right one."""

    sentence: int
    wrong: Timex
    right: Timex

    @property
    def note(self) -> str:
        """Why another day is told than the words beside the act say."""
        return f"set right in the report itself: “{self.right.text}”, not “{self.wrong.text}”"


@dataclass(frozen=True, slots=True)
class Corrected:
    """The report with its days set right, and the clauses that only did so."""

    annotations: Annotations
    aside: dict[int, Unread]


def corrected(annotations: Annotations) -> Corrected:
    """The report as its own corrections have it."""
    found = list(islice(_corrections(annotations), _MOST))
    if not found:  # nearly always
        return Corrected(annotations, {})
    clauses, aside = list(annotations.clauses), dict[int, Unread]()
    for correction in found:
        own = [number for number, each in enumerate(clauses) if each.sentence == correction.sentence]
        meant = _meant(clauses, own, correction)
        for number in (*own, *meant):
            clauses[number] = _set_right(clauses[number], correction)
        if meant:
            aside |= {number: _aside(clauses[number]) for number in own if clauses[number].coding}
    return Corrected(replace(annotations, clauses=tuple(clauses)), aside)


def _aside(clause: AnnotatedClause) -> Unread:
    return Unread(clause.span, clause.quote, UnreadReason.CORRECTION)


def _corrections(annotations: Annotations) -> Iterator[Correction]:
    clauses = annotations.clauses
    for timex in annotations.time.timexes if clauses else ():
        if timex.bearing is Bearing.DENIED and _day(timex):
            first, end = annotations.sentence(_clause_at(clauses, timex))
            sentence = clauses[first].sentence
            told = [each for clause in clauses[first:end] for each in clause.times]
            right = next((each for each in told if _day(each) and not _is_time(each, timex)), None)
            if right:
                yield Correction(sentence, timex, right)
    for number, clause in enumerate(clauses):
        if _EARLIER.search(clause.quote):
            yield from _of_earlier_post(annotations, number)


def _of_earlier_post(annotations: Annotations, number: int) -> Iterator[Correction]:
    """The day that an earlier post gave, and the one behind: "an earlier post said it was on Tuesday. It was last night"."""
    clauses, (_, end) = annotations.clauses, annotations.sentence(number)
    sentence, last = clauses[number].sentence, annotations.sentence(min(end, len(clauses) - 1))[1]
    said = [each for clause in clauses[number:end] for each in clause.times]
    then = (clause for clause in clauses[number + 1 : last] if _IT_WAS.match(clause.quote))
    right = next((found for clause in then if (found := best(clause.times))), None)
    if said and right and _day(said[0]) and _day(right) and not _is_time(right, said[0]):
        yield Correction(sentence, said[0], right)


def _clause_at(clauses: Sequence[AnnotatedClause], timex: Timex) -> int:
    return max(bisect_right(clauses, timex.span.start, key=lambda each: each.span.start) - 1, 0)


def _day(timex: Timex) -> date | None:
    """The day that a time is of, or begins on; None for what is longer than a day."""
    fine = timex.interval is not None and timex.granularity.rank <= Granularity.DAY.rank
    return timex.interval.start.date() if fine and timex.interval and timex.interval.start else None


def _meant(clauses: Sequence[AnnotatedClause], own: Sequence[int], correction: Correction) -> tuple[int, ...]:
    """The clauses that tell the corrected act with the wrong day: the nearest before, else behind, and the others with its words."""
    like = [
        number
        for number, clause in enumerate(clauses)
        if number not in own
        and clause.coding
        and _wrong_in(clause, correction)
        and _is_like(clause, [clauses[each] for each in own])
    ]
    before = [number for number in like if number < own[0]] if own else []
    nearest = before[-1] if before else next(iter(like), None)
    if nearest is None:
        return ()
    return tuple(number for number in like if clauses[number].paragraph == clauses[nearest].paragraph)


def _wrong_in(clause: AnnotatedClause, correction: Correction) -> list[Timex]:
    return [each for each in clause.times if each.bearing is Bearing.AT and _is_time(each, correction.wrong)]


def _is_time(timex: Timex, wrong: Timex) -> bool:
    """Whether it is of the day that was wrong, or of the hour where that was."""
    if wrong.granularity.rank > Granularity.HOUR.rank:
        return _day(timex) == _day(wrong)
    return bool(timex.interval and wrong.interval and timex.interval.start == wrong.interval.start)


def _is_like(clause: AnnotatedClause, told: Sequence[AnnotatedClause]) -> bool:
    """Whether it may tell the act of a correction: of its kind, at its place, where that names any."""
    kinds = {each.coding.event_type for each in told if each.coding}
    places = {place.location for each in told for place in each.places}
    of_kind = not kinds or (clause.coding is not None and clause.coding.event_type in kinds)
    return of_kind and (not places or bool(places & {place.location for place in clause.places}))


def _set_right(clause: AnnotatedClause, correction: Correction) -> AnnotatedClause:
    """The clause with the right day in place of the wrong one; a part of the day stays that part."""
    wrong = _wrong_in(clause, correction)
    times = (_moved(each, correction) if each in wrong else each for each in clause.times)
    return replace(clause, times=tuple(times)) if wrong else clause


def _moved(timex: Timex, correction: Correction) -> Timex:
    right, interval = correction.right.interval, timex.interval
    notes = (*timex.notes, correction.note)
    finer = timex.granularity.rank < correction.right.granularity.rank
    if (
        not finer
        or interval is None
        or right is None
        or not (interval.start and interval.end and right.start)
    ):
        return replace(timex, interval=right, notes=notes, sun=correction.right.sun)
    step = right.start.date() - interval.start.date()
    moved = replace(interval, start=interval.start + step, end=interval.end + step)
    sun = timex.sun.earlier(-step) if timex.sun else None
    return replace(timex, interval=moved, notes=notes, sun=sun)
