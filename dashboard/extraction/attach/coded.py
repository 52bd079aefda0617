"""The clauses of a report as sources of time: which of them tell an event that counts, and the best of their times."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Self

from dashboard.extraction.annotate.annotated_clause import AnnotatedClause
from dashboard.extraction.annotate.clauses import FARTHEST
from dashboard.temporal import Bearing, Granularity, Timex
from dashboard.temporal.calendar.timex_types import TimexType

COUNTS = (
    "day of a count",
    "so-manieth <unit> in a row",
)  # "for the third day running" beside a day that is named
_GENITIVE = len(
    "’s "
)  # between a time and a trigger that it belongs to: "last night’s strikes", "the Sunday raid"


class TimeBasis(StrEnum):
    """How an event got its time, the surest first: its own words, its form, the next clause, an earlier one, the first event of the report, the day of telling, no words at all."""

    OWN = "own"
    FORM = "form"
    ELABORATED = "elaborated"
    TAKEN_OVER = "taken over"
    STORY = "story"
    TELLING = "telling"
    REPORT = "report"


UNSAID = frozenset({TimeBasis.TELLING, TimeBasis.REPORT})
"""Nothing in the report tells the time: it is of the day on which it was told."""
NO_WORDS = frozenset({TimeBasis.STORY, *UNSAID})
"""No words near it tell the time: it is of the day that the report is about."""
BORROWED = NO_WORDS | {TimeBasis.TAKEN_OVER}
"""Its own words tell no time: it has that of others."""


@dataclass(frozen=True, slots=True)
class Coded:
    """The clauses of a report, and which of them have no event that counts though they have its words.

    ``told`` are by sentence, in their order, the days just before the report's own on which its words were said,
    ``announced`` those of weeks before too, ``labels`` the times that head the entry it opens, ``incident`` the day
    that a page gives the one act it is about.
    """

    clauses: Sequence[AnnotatedClause]
    apart: Container[int]
    first_dated: int | None
    told: Mapping[int, Timex]
    labels: Mapping[int, Timex]
    announced: Mapping[int, Timex]
    incident: Timex | None

    @classmethod
    def of(
        cls,
        clauses: Sequence[AnnotatedClause],
        apart: Container[int] = frozenset(),
        told: Mapping[int, Timex] = MappingProxyType({}),
        labels: Mapping[int, Timex] = MappingProxyType({}),
        announced: Mapping[int, Timex] = MappingProxyType({}),
        incident: Timex | None = None,
    ) -> Self:
        """The clauses, and the first of them that dates its event to a day."""
        counted = (each for each in enumerate(clauses) if each[1].coding and each[0] not in apart)
        first = next((number for number, clause in counted if dated(clause)), None)
        return cls(clauses, apart, first, told, labels, announced, incident)

    def __getitem__(self, number: int) -> bool:
        return self.clauses[number].coding is not None and number not in self.apart


def best(timexes: Sequence[Timex], at: int = -1) -> Timex | None:
    """A date that exists; a point or a start rather than a length; then the finest; then the trigger's own; then the first."""
    return min(
        timexes,
        key=lambda timex: (
            timex.fault != "",
            timex.type == TimexType.DURATION,
            timex.rule in COUNTS,
            timex.granularity.rank,
            not 0 <= at - timex.span.end <= _GENITIVE,
            timex.span.start,
        ),
        default=None,
    )


def dated(clause: AnnotatedClause) -> Timex | None:
    """The day, or the part of one, on which its event was."""
    found = best([timex for timex in clause.times if timex.bearing is Bearing.AT])
    return found if found and found.granularity.rank <= Granularity.DAY.rank else None


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
