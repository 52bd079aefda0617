"""What a form tells of a clause that stands in it."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from dashboard.actors import ActorMention
from dashboard.extraction.annotate.casualty_counts import Casualties
from dashboard.gazetteer import Resolved
from dashboard.temporal import Timex
from dashboard.text import Span

_NOBODY_TOLD = Casualties()
_MOMENT = timedelta(microseconds=1)  # the end of a time is no part of it


class FormPart(StrEnum):
    """What a clause is to the incident of its form."""

    FIELD = "field"  # a label or its value: no event by itself
    MAIN = "main"  # it tells the incident
    MORE = "more"  # it tells more of it
    BESIDE = "beside"  # it tells something else, of another day or place


@dataclass(frozen=True, slots=True)
class FormTold:
    """The form's time, place, harm and actors for a clause; ``fellows`` are the numbers of the other clauses of its narrative.

    ``sources`` are the values that were used. Spans are characters of the report.
    """

    part: FormPart
    time: Timex | None = None
    place: Resolved | None = None
    casualties: Casualties = _NOBODY_TOLD
    doers: tuple[ActorMention, ...] = ()
    targets: tuple[ActorMention, ...] = ()
    fellows: tuple[int, ...] = ()
    sources: tuple[Span, ...] = ()

    @property
    def is_main(self) -> bool:
        """Whether the clause tells the form's incident."""
        return self.part is FormPart.MAIN

    def time_beside(self, own: Timex | None) -> Timex | None:
        """The form's time, where it counts for more than the clause's own: none is told, another day, or no finer one."""
        if self.time is None or own is None:
            return self.time
        if not self.is_main:
            return None
        finer = own.granularity.rank < self.time.granularity.rank
        return None if finer and overlap(own, self.time) else self.time


def overlap(one: Timex, other: Timex) -> bool:
    """Whether two times have a moment in common, as far as they are known."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return True
    return one.start < other.end and other.start < one.end


def same_days(one: Timex, other: Timex) -> bool:
    """Whether two times touch a day in common, as far as they are known."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return True
    last, others_last = one.end - _MOMENT, other.end - _MOMENT
    return one.start.date() <= others_last.date() and other.start.date() <= last.date()
