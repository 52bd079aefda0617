"""Where a clause's time comes from when its own words tell none: which words before or after it, the surest first.

To add one: a function from the clauses and a number to the time phrase taken, and a row in ``SOURCES``.
"""

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Self

from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.clauses import FARTHEST, Link
from dashboard.extraction.lexicon import CLAUSES, one_of
from dashboard.temporal import Bearing, Granularity, Interval, Timex
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
    """How an event got its time, the surest first: its own words, its form, the next clause, an earlier one, the first event of the report, no words at all."""

    OWN = "own"
    FORM = "form"
    ELABORATED = "elaborated"
    TAKEN_OVER = "taken over"
    STORY = "story"
    REPORT = "report"


NO_WORDS = frozenset({TimeBasis.STORY, TimeBasis.REPORT})
"""No words near it tell the time: it is of the day that the report is about."""


@dataclass(frozen=True, slots=True)
class Coded:
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


def best(timexes: Sequence[Timex], at: int = -1) -> Timex | None:
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


def _elaborated(coded: Coded, number: int) -> Timex | None:
    """The time of the next clause, if it only says more of this one."""
    clauses, following = coded.clauses, number + 1
    if following >= len(clauses) or clauses[following].link is not Link.ELABORATES or coded[following]:
        return None
    same = clauses[following].sentence == clauses[number].sentence
    return best(clauses[following].times) if same else None


def _taken_over(coded: Coded, number: int) -> Timex | None:
    """The time of the nearest clause before that this one hangs on, within the sentence and the frame."""
    clauses, at = coded.clauses, number
    clause = clauses[number]
    reported = clause.link is Link.REPORTED
    for before in range(number - 1, max(-1, number - FARTHEST), -1):
        if clauses[at].link not in _BORROWS_BACK or clauses[before].sentence != clause.sentence:
            return None
        at = before
        if clause.link is Link.COUNTED and clauses[at].link is Link.COUNTED:
            continue  # another item of the list: its time is its own
        found = best(clauses[at].times)
        if found is None and reported and clauses[at].link is Link.JOINED:
            return None  # who says it is named in a clause of its own, and so is when
        if found:
            same = clauses[at].frame.number == clause.frame.number
            return found if same or (reported and at == number - 1) else None
    return None


def event_before(coded: Coded, number: int) -> Timex | None:
    """The time of the event last mentioned before this clause in its paragraph and frame."""
    clauses = coded.clauses
    clause = clauses[number]
    for before in range(number - 1, max(-1, number - FARTHEST), -1):
        if clauses[before].paragraph != clause.paragraph:
            return None
        times = clauses[before].times if coded[before] else ()
        found = best([timex for timex in times if timex.bearing is not Bearing.UNTIL])
        if found:
            return found if found.frame_number == clause.frame.number else None
    return None


def _gone_on_from(coded: Coded, number: int) -> Timex | None:
    """The time last mentioned in the paragraph: what comes after it, without a time, is more of the same day."""
    clauses = coded.clauses
    frame = clauses[number].frame
    for before in range(number - 1, max(-1, number - FARTHEST), -1):
        if clauses[before].paragraph != clauses[number].paragraph:
            return None
        found = best(clauses[before].times)
        if found:
            same = found.frame_number == frame.number
            alone = clauses[before].span.end - clauses[before].span.start <= len(found.text) + _NOTHING_ELSE
            day = found if alone else _its_day(found)
            return day if same and found.bearing is Bearing.AT else None
    return None


def _said_at_its_end(coded: Coded, number: int) -> Timex | None:
    """The time that the sentence names once, at its end, for acts joined by "and": "gunmen burned A and shelled B on Monday"."""
    clauses = coded.clauses
    clause = clauses[number]
    for after in range(number + 1, min(len(clauses), number + FARTHEST)):
        if clauses[after].sentence != clause.sentence or clauses[after].link is not Link.JOINED:
            return None
        found = best([timex for timex in clauses[after].times if timex.bearing is Bearing.AT])
        if found:
            return found if found.frame_number == clause.frame.number else None
    return None


def _dated_by_reference(coded: Coded, number: int) -> Timex | None:
    """The day that words further on give what was told here: "It happened on Saturday", "the killings, which took place on Monday"."""
    clauses = coded.clauses
    clause = clauses[number]
    for after in range(number + 1, min(len(clauses), number + FARTHEST)):
        again = _only_refers(clauses[after])
        if (coded[after] and not again) or clauses[after].paragraph > clause.paragraph + 1:
            return None
        found = _dated(clauses[after])
        if found and (again or _speaks_of_it(clauses[after], found)):
            return found if found.frame_number == clause.frame.number else None
    return None


def _only_refers(clause: AnnotatedClause) -> bool:
    """Whether it opens with the name of an act told before and tells no place, nobody and no harm: "the raid was on Sunday"."""
    act = clause.known_act
    opens = act is not None and not act.start() and not clause.another
    return opens and not (clause.places or clause.actors or clause.casualties.told)


def _speaks_of_it(clause: AnnotatedClause, timex: Timex) -> bool:
    """Whether the time of a clause is that of what was told before: "they came on Monday", "Monday's strike"."""
    behind = clause.quote[timex.span.end - clause.span.start :]
    return clause.refers or bool(_HAPPENED.search(clause.quote) or _OF_THE_DAY.match(behind))


def _day_of_story(coded: Coded, number: int) -> Timex | None:
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
    found = best([timex for timex in clause.times if timex.bearing is Bearing.AT])
    return found if found and found.granularity.rank <= Granularity.DAY.rank else None


def _its_day(timex: Timex) -> Timex:
    """The day of a clock time: what comes next need not be of the same minute."""
    if timex.interval is None or timex.start is None or timex.granularity.rank > Granularity.HOUR.rank:
        return timex
    return replace(timex, interval=Interval.of_day(timex.start.date()))


_HAPPENED = re.compile(rf"\b{one_of(CLAUSES['dates-it']['words'])}\b", re.IGNORECASE)
_ACTS = one_of(CLAUSES["told-again"]["any"] + CLAUSES["told-again"]["words"])
_AGAIN = re.compile(rf"\b{one_of(CLAUSES['told-again']['the'])} {_ACTS}\b", re.IGNORECASE)
_OF_THE_DAY = re.compile(rf"['’]s\s+(?:[\w-]+\s+)?{_ACTS}\b", re.IGNORECASE)


def _mentioned_before(coded: Coded, number: int) -> Timex | None:
    """The time of the event that "the assault" speaks of."""
    return event_before(coded, number) if _AGAIN.search(coded.clauses[number].quote) else None


def _of_what_is_reported(coded: Coded, number: int) -> Timex | None:
    return _taken_over(coded, number) if coded.clauses[number].link is Link.REPORTED else None


Source = tuple[TimeBasis, Callable[[Coded, int], Timex | None]]
SOURCES: tuple[Source, ...] = (
    (TimeBasis.ELABORATED, _elaborated),
    (TimeBasis.TAKEN_OVER, _taken_over),
    (TimeBasis.TAKEN_OVER, _mentioned_before),
    (TimeBasis.TAKEN_OVER, _gone_on_from),
    (TimeBasis.ELABORATED, _said_at_its_end),
    (TimeBasis.ELABORATED, _dated_by_reference),
    (TimeBasis.STORY, _day_of_story),
)
"""The sources of a time in the order in which they are tried."""
SOURCES_OF_WHAT_GOES_ON: tuple[Source, ...] = (
    (TimeBasis.ELABORATED, _elaborated),
    (TimeBasis.TAKEN_OVER, _of_what_is_reported),
)
"""The same for what goes on: it is of now."""
